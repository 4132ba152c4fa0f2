"""A finding says what is wrong with a file, where, and how bad it is. Its words live in `text`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

EXAMPLE_ROWS = 50
"""A finding names at most so many of its rows; `count` says how many there are."""


class Severity(StrEnum):
    ERROR = "error"  # wrong client, currency, period, unreadable: nobody may waive it
    BLOCKING = "blocking"  # may be accepted with a name and a reason, printed in the deck
    NOTE = "note"  # worth knowing, stops nothing


@dataclass(frozen=True)
class Finding:
    """`row` is the first row concerned, counted from 1 in the file as the user sees it.

    `details` holds the values that the sentence of `code` needs (see `text`), as plain
    numbers, strings and ISO dates; the text room formats them for the reader's language.
    """

    code: str
    severity: Severity
    file: str = ""
    row: int | None = None
    column: str | None = None
    value: str | None = None
    rows: tuple[int, ...] = ()
    count: int = 1
    details: Mapping[str, str | int | float] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def stops(self) -> bool:
        return self.severity is not Severity.NOTE


def worst(findings: tuple[Finding, ...]) -> Severity | None:
    order = (Severity.ERROR, Severity.BLOCKING, Severity.NOTE)
    return next((level for level in order if any(f.severity is level for f in findings)), None)
