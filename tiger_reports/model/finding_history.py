"""What checks found in a client's files over time."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.finding import Severity
from tiger_reports.model.period import Period


@dataclass(frozen=True)
class FoundInMonth:
    """In how many files of a month checks of a kind found something; `month` None: the files name no day.

    `refused` of the `files` were thrown away and never stored. `severity` is the worst.
    """

    month: Period | None
    kind: str
    severity: Severity
    files: int
    refused: int
