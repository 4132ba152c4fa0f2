"""A number in somebody's words, and whether it is the report's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What holds of a number in words."""

    OK = "ok"
    WRONG = "wrong"  # the report says something else; blocks
    UNKNOWN = "unknown"  # no figure of the report: asks for source and day; blocks until it has them
    SOURCED = "sourced"  # a figure from elsewhere, printed with its source
    PLANNED = "planned"  # an intention or a target: nothing that a report could hold it against


class Fault(StrEnum):
    """In what a wrong number differs from the figure nearest to it."""

    NONE = ""
    SIZE = "size"
    SIGN = "sign"  # it fell, the words say that it rose
    UNIT = "unit"
    POINTS = "points"  # percent and percentage points taken for each other
    METRIC = "metric"
    PERIOD = "period"
    SCOPE = "scope"
    CHIP = "chip"  # a chip that names no figure of the report


@dataclass(frozen=True)
class Claim:
    """`start` and `end` are places in the stored text of `field`.

    `figure` names the nearest figure in words, `value` is how it is written, `right` what to put in
    place of `text`, and `chip` the figure's address: all empty where no figure is near.
    """

    field: str
    text: str
    start: int
    end: int
    standing: Standing
    fault: Fault = Fault.NONE
    figure: str = ""
    value: str = ""
    right: str = ""
    chip: str = ""
    benchmark: bool = False  # speaks of a market or of rivals: never without a source

    @property
    def blocks(self) -> bool:
        return self.standing in (Standing.WRONG, Standing.UNKNOWN)
