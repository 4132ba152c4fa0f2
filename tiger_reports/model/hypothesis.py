"""What could have moved a figure, and whether the data leave it standing. Never a cause by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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
