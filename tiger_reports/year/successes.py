"""What may be offered as a success."""

from __future__ import annotations

from collections.abc import Mapping

GROWTH = frozenset({"followers", "follows"})
"""Figures of people gathered: worth something only where the channel has a purpose."""


def may_be_success(metric: str, channel: str, purposes: Mapping[str, str]) -> bool:
    """Whether a rise of the figure may be offered; `purposes` by channel, empty or absent: none is stated.

    Growth of all channels together counts when each of the channels has its purpose.
    """
    if metric not in GROWTH:
        return True
    if channel:
        return bool(purposes.get(channel, "").strip())
    return bool(purposes) and all(text.strip() for text in purposes.values())
