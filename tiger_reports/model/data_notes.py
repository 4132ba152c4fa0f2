"""What a reader must know of the data behind a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tiger_reports.model.finding import Finding
from tiger_reports.model.period import Period
from tiger_reports.model.restated import Decision
from tiger_reports.model.row_ranges import RowRanges
from tiger_reports.model.sources import Comparison, SourceUse
from tiger_reports.model.terms import Rate


@dataclass(frozen=True)
class Source:
    """One imported file that the report rests on; `counted` are its rows in figures, where somebody asked.

    `figures`: its rows count in figures of the period. `posts`: it tells of posts published in it.
    """

    panel: str
    file: str
    sha256: str
    imported_at: datetime
    period: Period | None
    rows: int
    import_id: str
    counted: RowRanges = ()
    figures: bool = True
    posts: bool = False


@dataclass(frozen=True)
class Waiver:
    finding: Finding
    name: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class DataNotes:
    """What a reader must know of the data: sources, checks, accepted findings, and which source counts.

    `uses` tells every source of the month's days, also those left out; `comparisons` hold those of one
    account against each other.
    """

    sources: tuple[Source, ...] = ()
    checks_run: int = 0
    checks_passed: int = 0
    waivers: tuple[Waiver, ...] = ()
    notes: tuple[Finding, ...] = ()
    missing_channels: tuple[str, ...] = ()  # had data last month, none this month
    version: int = 0  # version of the facts that the figures were read from
    rates: tuple[Rate, ...] = ()  # by which money of the month was converted
    net_spend: float | None = None  # without the margin, where spend is shown with it
    margin: Decimal | None = None  # percent in force in the month; None: the client has none
    partial_days: tuple[tuple[str, date], ...] = ()  # (channel, day of its export): a day that was not over
    footnotes: tuple[Decision, ...] = ()  # what moved in months whose reports were sent before
    uses: tuple[SourceUse, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
