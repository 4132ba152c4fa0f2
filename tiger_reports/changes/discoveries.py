"""Many figures tested at once: of those called remarkable, how many may be chance.

Benjamini and Hochberg 1995 over identities. CPA, CVR and conversions are bound by one identity and may move
against each other, which the method does not allow: they are one test, the smallest of theirs times their
number.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def adjusted(found: Mapping[Key, float], families: Mapping[Key, Hashable]) -> Mapping[Key, float]:
    """The probabilities as they stand when all are looked at together; 0.10 keeps nine in ten right."""
    sizes: dict[Hashable, int] = {}
    for key in found:
        sizes[families[key]] = sizes.get(families[key], 0) + 1
    own = {key: min(1.0, p * sizes[families[key]]) for key, p in found.items()}
    smallest = {family: min(own[key] for key in found if families[key] == family) for family in sizes}
    together = _stepped(smallest)
    return {key: max(own[key], together[families[key]]) for key in found}


def _stepped(found: Mapping[Hashable, float]) -> Mapping[Hashable, float]:
    result: dict[Hashable, float] = {}
    least = 1.0
    for rank, key in reversed(list(enumerate(sorted(found, key=lambda key: found[key]), start=1))):
        least = min(least, found[key] * len(found) / rank)
        result[key] = least
    return result
