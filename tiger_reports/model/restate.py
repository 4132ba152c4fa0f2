"""What storing a file does to the figures that are already there, said before and after it is done."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.period import Period


@dataclass(frozen=True)
class ReplaceKey:
    """Which stored rows a file speaks for; accounts and breakdown columns are read off its rows.

    `period` is what the file says it covers. The days of its rows always count; a stated period may
    only widen them, so that a day on which nothing ran is restated to nothing.
    """

    panel: str
    report: str
    level: Level
    grain: Grain
    period: Period | None = None


@dataclass(frozen=True)
class DayChange:
    """One measure of one day (or month, or range) that a file restates; None is missing, not zero."""

    period: Period | None
    measure: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class GoneRow:
    """A stored row that the new file no longer has."""

    period: Period | None
    names: tuple[str, ...]  # from coarse to fine: campaign, ad set, ad, ...


@dataclass(frozen=True)
class Planned:
    """What a commit would do to the facts of `version`.

    Days are the periods of the rows: days, months or ranges as the file's grain is. `changes` holds
    only differences, only of periods that are stored already. `gone` holds the first of `rows_gone`.
    A finding of severity error means that `commit` will refuse.
    """

    version: int
    added: int
    removed: int
    days_added: tuple[Period, ...] = ()
    days_replaced: tuple[Period, ...] = ()
    days_gone: tuple[Period, ...] = ()
    changes: tuple[DayChange, ...] = ()
    rows_gone: int = 0
    gone: tuple[GoneRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    recoded: bool = False  # rows of stored days have another currency, result type, attribution or words

    @property
    def refused(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True)
class Committed:
    """What a commit did: the version that it made, rows in and out, restated figures."""

    version: int
    added: int
    removed: int
    changes: tuple[DayChange, ...]


@dataclass(frozen=True)
class Orphan:
    """A commit of facts that no import record knows: the process ended between the two."""

    import_id: str
    client_id: str
    version: int
    at_ms: int  # when it was committed, milliseconds since 1970 UTC
