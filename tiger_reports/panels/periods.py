"""When each row happened: its half-open days, the grain of the table, and the days that it covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tiger_reports.model.fact import Grain
from tiger_reports.model.finding import Finding
from tiger_reports.model.period import Period
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.codes import found
from tiger_reports.panels.days import AmbiguousDatesError, MissingYearError, order_of
from tiger_reports.panels.definition import DAY_ROLES
from tiger_reports.panels.header import Header
from tiger_reports.panels.options import DateOrder
from tiger_reports.panels.preamble import Stated
from tiger_reports.panels.sheet import Body, Cells
from tiger_reports.panels.stretches import ONE_DAY, Reading, Stretches, stretches_of

Days = Column


@dataclass(frozen=True)
class RowPeriods:
    """`starts` and `ends` (date32, half-open) are null where the row's days are not known."""

    starts: Days
    ends: Days
    grain: Grain
    period: Period | None
    headers: dict[str, str]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Clues:
    """What helps to read dates: the order the panel is known for or the user gave, and the year."""

    stated: Stated
    known_order: DateOrder | None
    chosen_order: DateOrder | None
    year: int | None
    every_day: bool = False


def row_periods(body: Body, header: Header, clues: Clues) -> RowPeriods:
    """The days of each row from its own columns, else those that the file states for all."""
    columns = {role: body.columns[header.roles[role]] for role in DAY_ROLES if role in header.roles}
    try:
        order = clues.chosen_order or order_of(columns.values(), clues.known_order, clues.stated.period)
        stretches = stretches_of(columns, Reading(order, clues.year, clues.stated.period, clues.every_day))
    except AmbiguousDatesError as error:
        details = {"examples": str(error)}
        finding = found(
            "ambiguous_date", column=header.name(_first(columns)), value=error.examples[0], details=details
        )
        return _unknown(body, finding)
    except MissingYearError as error:
        return _unknown(body, found("year_missing", column=header.name(_first(columns)), value=str(error)))
    if stretches is None:
        return _stated_for_all(body, clues.stated)
    headers = {
        "period_start": header.name(stretches.roles[0]),
        "period_end": header.name(stretches.roles[-1]),
    }
    findings = (*_faults(body, header, stretches), *_outside(body, stretches.starts, clues.stated))
    return _with_grain(stretches.starts, stretches.ends, clues.stated, headers, findings)


def _stated_for_all(body: Body, stated: Stated) -> RowPeriods:
    if stated.period is None:
        return _unknown(body, found("period_unknown"))
    starts, ends = (_constant(day, len(body)) for day in (stated.period.start, stated.period.end))
    return _with_grain(starts, ends, stated, {}, ())


def _unknown(body: Body, finding: Finding) -> RowPeriods:
    nothing = _constant(None, len(body))
    return RowPeriods(nothing, nothing, Grain.NONE, None, {}, (finding,))


def _with_grain(
    starts: Days, ends: Days, stated: Stated, headers: dict[str, str], findings: tuple[Finding, ...]
) -> RowPeriods:
    spans = _spans(starts, ends)
    wrong = [span for span in spans if span[1] <= span[0]]
    if wrong:
        finding = found(
            "unreadable_date", value=f"{wrong[0][0]} – {wrong[0][1] - ONE_DAY}", column=headers["period_end"]
        )
        return RowPeriods(starts, ends, Grain.NONE, None, headers, (*findings, finding))
    period = (
        Period(min(start for start, _ in spans), max(end for _, end in spans)) if spans else stated.period
    )
    return RowPeriods(starts, ends, _grain(spans), period, headers, findings)


def _grain(spans: list[tuple[date, date]]) -> Grain:
    if not spans:
        return Grain.NONE
    if all(end - start == ONE_DAY for start, end in spans):
        return Grain.DAY
    return Grain.MONTH if all(Period(start, end).is_calendar_month for start, end in spans) else Grain.RANGE


def _spans(starts: Days, ends: Days) -> list[tuple[date, date]]:
    """The distinct stretches of time in a table."""
    table = pa.table({"start": starts, "end": ends}).group_by(["start", "end"]).aggregate([])
    return [(row["start"], row["end"]) for row in table.to_pylist() if row["start"] and row["end"]]


def _faults(body: Body, header: Header, stretches: Stretches) -> tuple[Finding, ...]:
    """Cells that are no dates, and rows without one."""
    findings = []
    for role, values in zip(stretches.roles, (stretches.starts, stretches.ends), strict=False):
        mask = pc.is_null(values)
        if pc.any(mask).as_py():
            text = body.columns[header.roles[role]].text.filter(mask)[0].as_py()
            rows = body.rows.filter(mask).to_pylist()
            findings.append(found("unreadable_date", rows=rows, column=header.name(role), value=text or ""))
    return tuple(findings)


def _outside(body: Body, starts: Days, stated: Stated) -> tuple[Finding, ...]:
    if stated.period is None:
        return ()
    before = pc.less(starts, pa.scalar(stated.period.start, pa.date32()))
    after = pc.greater_equal(starts, pa.scalar(stated.period.end, pa.date32()))
    mask = pc.or_(before, after)
    if not pc.any(mask).as_py():
        return ()
    first = starts.filter(mask)[0].as_py().isoformat()
    details = {
        "start": stated.period.start.isoformat(),
        "end": stated.period.last_day.isoformat(),
        "day": first,
    }
    return (
        found("rows_outside_period", rows=body.rows.filter(mask).to_pylist(), value=first, details=details),
    )


def _first(columns: Mapping[str, Cells]) -> str:
    return next(iter(columns))


def _constant(day: date | None, count: int) -> Days:
    return pa.chunked_array([pa.repeat(pa.scalar(day, pa.date32()), count)])
