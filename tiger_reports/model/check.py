"""What a check may know beside the rows themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import Period


@dataclass(frozen=True)
class Total:
    """A total row of the file. `covers_rows` is true where it must equal the sum of the rows.

    A wider total (the account's, when the rows are search terms) is kept but not compared.
    """

    row: int
    label: str
    covers_rows: bool
    values: Mapping[str, float]


@dataclass(frozen=True)
class Subject:
    """The table under test: where it came from and what it says of itself."""

    file: str
    panel: str
    report: str
    level: Level
    grain: Grain
    currency: str | None
    period: Period | None  # days that the file states or holds
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The file's own header for each of our columns: findings name it."""
    totals: tuple[Total, ...] = ()
    export_day: date | None = None  # when the panel wrote the file, where it says so
    kind: str = "ads"  # whose figures the panel gives: ads, organic, analytics
    lifetime: bool = False  # rows are posts, dated by their publication: most days have none


@dataclass(frozen=True)
class Expected:
    """What the client's record says the file should be; all empty when a file is only looked at."""

    currency: str | None = None
    rated: tuple[str, ...] = ()  # other currencies with a rate for all days of the file
    period: Period | None = None  # the month that the specialist is loading; None: any
    pauses: tuple[Period, ...] = ()  # days of it on which the cooperation paused: nothing is missing then
    since: date | None = None  # earliest day that makes sense: a year before the cooperation, or None
    today: date | None = None
    accounts: tuple[str, ...] = ()  # ids or names known for this client and panel
    foreign_accounts: tuple[str, ...] = ()  # ids or names that belong to other clients
    history: tuple[tuple[str, str, float], ...] = ()  # (month `2026-10`, measure, amount a day)
    stored_totals: tuple[tuple[str, float], ...] = ()
    """(measure, amount) of the same account and days from another source, already stored."""
    tolerances: tuple[tuple[str, float, float, bool], ...] = ()
    """How far the two may lie apart: measure, share, least amount, whether a gap is never a failure."""
