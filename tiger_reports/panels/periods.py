"""When each row happened: its half-open days, the grain of the table, and the days that it covers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from tiger_reports.model.fact import Grain
from tiger_reports.model.finding import Finding
from tiger_reports.model.period import Period, shift_months
from tiger_reports.panels.codes import found
from tiger_reports.panels.days import AmbiguousDatesError, DayColumn, MissingYearError, order_of, read_days
from tiger_reports.panels.definition import DAY_ROLES
from tiger_reports.panels.header import Header
from tiger_reports.panels.options import DateOrder
from tiger_reports.panels.preamble import Stated
from tiger_reports.panels.sheet import Body, Column

ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(days=7)
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


def row_periods(body: Body, header: Header, clues: Clues) -> RowPeriods:
    """The days of each row from its own columns, else those that the file states for all."""
    columns = {role: header.roles[role] for role in DAY_ROLES if role in header.roles}
    try:
        order = clues.chosen_order or order_of(
            [body.columns[at] for at in columns.values()], clues.known_order, clues.stated.period
        )
        read = {
            role: read_days(body.columns[at], order, clues.year, months=role == "month") for role, at in columns.items()
        }
    except AmbiguousDatesError as error:
        name = header.name(next(iter(columns)))
        return _unknown(body, found("ambiguous_date", column=name, value=error.examples[0], details={"examples": str(error)}))
    except MissingYearError:
        name = header.name(next(iter(columns)))
        return _unknown(body, found("year_missing", column=name, value=_first_text(body, header, columns)))
    pair = _pair(read, clues.stated)
    if pair is None:
        return _stated_for_all(body, clues.stated)
    starts, ends, used = pair
    faults = _faults(body, header, {role: read[role] for role in used})
    headers = dict.fromkeys(("period_start", "period_end"), header.name(used[0])) | _end_header(header, used)
    return _with_grain(starts, ends, clues.stated, headers, (*faults, *_outside(body, starts, clues.stated)))


def _pair(read: dict[str, DayColumn], stated: Stated) -> tuple[Days, Days, tuple[str, ...]] | None:
    """Starts and ends by the most exact columns that there are."""
    if "day" in read:
        return read["day"].values, _shift(read["day"].values, ONE_DAY), ("day",)
    if "starts" in read and "ends" in read:
        return read["starts"].values, _shift(read["ends"].values, ONE_DAY), ("starts", "ends")
    if "week" in read:
        return read["week"].values, _shift(read["week"].values, ONE_WEEK), ("week",)
    if "month" in read:
        first = _each_day(read["month"].values, lambda day: day.replace(day=1))
        return first, _each_day(first, lambda day: shift_months(day, 1)), ("month",)
    if "segment_start" in read:
        return _stretches(read["segment_start"].values, stated)
    return None


def _stretches(starts: Days, stated: Stated) -> tuple[Days, Days, tuple[str, ...]] | None:
    """First days of stretches whose length is not written: the whole report, months or days.

    One value that is the report's own first day says nothing about days: it stands on every row.
    """
    days = sorted(day for day in pc.unique(starts).to_pylist() if day)
    if not days or stated.period is None or (days == [stated.period.start] and stated.period.days > 1):
        return None
    if all(day.day == 1 or day == stated.period.start for day in days) and len(days) > 1:
        last = stated.period.end
        return starts, _each_day(starts, lambda day: min(shift_months(day.replace(day=1), 1), last)), ("segment_start",)
    return starts, _shift(starts, ONE_DAY), ("segment_start",)


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
        finding = found("unreadable_date", value=f"{wrong[0][0]} – {wrong[0][1] - ONE_DAY}", column=headers["period_end"])
        return RowPeriods(starts, ends, Grain.NONE, None, headers, (*findings, finding))
    period = Period(min(start for start, _ in spans), max(end for _, end in spans)) if spans else stated.period
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


def _faults(body: Body, header: Header, read: dict[str, DayColumn]) -> tuple[Finding, ...]:
    """Cells that are no dates, and rows without one."""
    findings = []
    for role, column in read.items():
        mask = pc.is_null(column.values)
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
    details = {"start": stated.period.start.isoformat(), "end": stated.period.last_day.isoformat(), "day": first}
    return (found("rows_outside_period", rows=body.rows.filter(mask).to_pylist(), value=first, details=details),)


def _end_header(header: Header, used: tuple[str, ...]) -> dict[str, str]:
    return {"period_end": header.name("ends")} if "ends" in used else {}


def _first_text(body: Body, header: Header, columns: dict[str, int]) -> str:  # noqa: ARG001
    texts = body.columns[next(iter(columns.values()))].text
    return next((text for text in texts.slice(0, 10).to_pylist() if text), "")


def _shift(days: Days, by: timedelta) -> Days:
    moved = pc.add(days.cast(pa.int32()), pa.scalar(by.days, pa.int32()))
    return moved.cast(pa.date32())


def _each_day(days: Days, change: Callable[[date], date]) -> Days:
    distinct = [day for day in pc.unique(days).to_pylist() if day]
    changed = pa.array([change(day) for day in distinct], pa.date32())
    at = pc.index_in(days, value_set=pa.array(distinct, pa.date32()))
    return pa.chunked_array([changed.take(chunk) for chunk in at.chunks], pa.date32())


def _constant(day: date | None, count: int) -> Days:
    return pa.chunked_array([pa.repeat(pa.scalar(day, pa.date32()), count)])
