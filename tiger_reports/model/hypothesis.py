"""What could have moved a figure, and whether the data leave it standing. Never a cause by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

CHECKLIST = (
    "tracking",
    "budget",
    "auction",
    "fatigue",
    "audience",
    "landing_page",
    "offer",
    "season",
    "mix",
    "immaturity",
    "competitor",
)

TESTED_BY: Mapping[str, tuple[str, ...]] = {
    "intended": ("budget",),
    "season": ("season",),
    "platform": ("auction",),
    "fatigue": ("fatigue",),
    "audience": ("audience",),
    "offer": ("landing_page", "offer"),
    "competition": ("competitor",),
    "mix": ("mix",),
    "late": ("immaturity",),
    "tracking": ("tracking",),
}
"""Cause tags and the hypotheses that speak for or against them; a tag without any is never contradicted."""


class DataVerdict(StrEnum):
    KEPT = "kept"  # the data agree with it; that does not prove it
    REJECTED = "rejected"  # the data speak against it
    NO_DATA = "no_data"  # nothing in the files speaks for or against it


@dataclass(frozen=True)
class Hypothesis:
    """`cause` is a key of the checklist; `reason` a key of `text` that says by which figures."""

    cause: str
    verdict: DataVerdict
    reason: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


def rejected(cause_tag: str, hypotheses: Iterable[Hypothesis]) -> bool:
    """Whether the data speak against everything that the cause tag could mean."""
    tested = TESTED_BY.get(cause_tag, ())
    verdicts = [one.verdict for one in hypotheses if one.cause in tested]
    return bool(verdicts) and all(verdict is DataVerdict.REJECTED for verdict in verdicts)
