"""Which days each row stands for, from the time columns that a file has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tiger_reports.model.period import Period, month_of, overlap
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.date_range import range_of
from tiger_reports.panels.date_text import month_of_text, parts_of
from tiger_reports.panels.days import by_distinct, distinct, read_days
from tiger_reports.panels.months import is_weekday
from tiger_reports.panels.options import DateOrder
from tiger_reports.panels.sheet import Cells

NTH_DAY = re.compile(r"\d{4}")
ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(days=7)
MONTH_LENGTHS = frozenset(range(28, 32))


@dataclass(frozen=True)
class Reading:
    """How the dates of one table are read; `stated` are the days of the whole report.

    `every_day`: no day of it is left out, so that days a week or a month apart stand for weeks or months.
    """

    order: DateOrder | None
    year: int | None
    stated: Period | None
    every_day: bool = False


@dataclass(frozen=True)
class Stretches:
    """Half-open days by row (date32), and the columns that gave them."""

    starts: Column
    ends: Column
    roles: tuple[str, ...]


def stretches_of(columns: Mapping[str, Cells], reading: Reading) -> Stretches | None:
    """By the finest column that says something; None where only the whole report has days.

    `Reporting starts` and `ends` beside a month column repeat the month, or the whole report: then the
    month is the finer one. A column without a single date says nothing.
    """
    between = _between(columns, reading)
    finer = (
        _days(columns, reading),
        _nth_days(columns, reading),
        _weeks_or_months(columns, reading),
        _first_days(columns, reading),
    )
    chosen = next((found for found in finer if found and _says_more(found, between)), None)
    return chosen or between


def _days(columns: Mapping[str, Cells], reading: Reading) -> Stretches | None:
    if "day" not in columns or _are_weekdays(columns["day"]):
        return None
    starts = read_days(columns["day"], reading.order, reading.year)
    whole = _unit_of(starts) if reading.every_day else None
    if whole is None:
        return Stretches(starts, _shift(starts, ONE_DAY), ("day",))
    return Stretches(
        each_day(starts, lambda day: _clipped(whole(day), reading).start),
        each_day(starts, lambda day: _clipped(whole(day), reading).end),
        ("day",),
    )


def _are_weekdays(cells: Cells) -> bool:
    """`Monday`, `Tuesday` … under `Day`: parts of the week, and no dates."""
    texts = distinct(cells)
    return bool(texts) and all(map(is_weekday, texts))


def _unit_of(starts: Column) -> Callable[[date], Period] | None:
    """The week or month that each point of a series stands for; None for days."""
    days = sorted(day for day in pc.unique(starts).to_pylist() if day)
    steps = {(after - before).days for before, after in pairwise(days)}
    if steps == {ONE_WEEK.days}:
        return _week
    return month_of if steps and steps <= MONTH_LENGTHS and all(day.day == 1 for day in days[1:]) else None


def _clipped(period: Period, reading: Reading) -> Period:
    return (overlap(period, reading.stated) if reading.stated else None) or period


def _nth_days(columns: Mapping[str, Cells], reading: Reading) -> Stretches | None:
    """Days counted from the report's first one: `0000`. Without that day they are no dates."""
    if "nth_day" not in columns or reading.stated is None:
        return None
    first, cells = reading.stated.start, columns["nth_day"]
    days = {text: first + timedelta(int(text)) for text in distinct(cells) if NTH_DAY.fullmatch(text)}
    starts = by_distinct(cells, days)
    return Stretches(starts, _shift(starts, ONE_DAY), ("nth_day",))


def _between(columns: Mapping[str, Cells], reading: Reading) -> Stretches | None:
    if not {"starts", "ends"} <= columns.keys():
        return None
    starts, last = (read_days(columns[role], reading.order, reading.year) for role in ("starts", "ends"))
    return Stretches(starts, _shift(last, ONE_DAY), ("starts", "ends"))


def _weeks_or_months(columns: Mapping[str, Cells], reading: Reading) -> Stretches | None:
    """A cell may hold the first day, the month's name, or the range `2026-04-01 - 2026-04-30`."""
    if "week" in columns:
        return _named(columns["week"], "week", _week, reading)
    return _named(columns["month"], "month", month_of, reading) if "month" in columns else None


def _named(cells: Cells, role: str, whole: Callable[[date], Period], reading: Reading) -> Stretches:
    texts = {text: _period_of(text, whole, reading) for text in distinct(cells)}
    starts = by_distinct(cells, {text: period.start if period else None for text, period in texts.items()})
    ends = by_distinct(cells, {text: period.end if period else None for text, period in texts.items()})
    if cells.day is not None:  # a typed date is the first day of its week or month
        ends = each_day(starts, lambda day: whole(day).end) if not texts else ends
    return Stretches(starts, ends, (role,))


def _period_of(text: str, whole: Callable[[date], Period], reading: Reading) -> Period | None:
    parts = parts_of(text)
    first = parts.day(reading.order) if parts else month_of_text(text)
    period = whole(first) if first else range_of(text, reading.order)
    return overlap(period, reading.stated) if period and reading.stated else period


def _first_days(columns: Mapping[str, Cells], reading: Reading) -> Stretches | None:
    """First days of stretches whose length is not written: months or days.

    One value that is the report's own first day says nothing: it stands on every row.
    """
    if "segment_start" not in columns:
        return None
    starts = read_days(columns["segment_start"], reading.order, reading.year)
    days = {day for day in pc.unique(starts).to_pylist() if day}
    stated = reading.stated
    if len(days) <= 1 and (stated is None or stated.days > 1):
        return None
    if len(days) > 1 and all(day.day == 1 or (stated and day == stated.start) for day in days):
        ends = each_day(
            starts, lambda day: min(month_of(day).end, stated.end) if stated else month_of(day).end
        )
        return Stretches(starts, ends, ("segment_start",))
    return Stretches(starts, _shift(starts, ONE_DAY), ("segment_start",))


def _says_more(finer: Stretches, between: Stretches | None) -> bool:
    if finer.starts.null_count == len(finer.starts):
        return between is None
    return between is None or finer.roles == ("day",) or len(pc.unique(between.starts)) == 1


def _week(first: date) -> Period:
    return Period(first, first + ONE_WEEK)


def _shift(days: Column, by: timedelta) -> Column:
    return pc.add(days.cast(pa.int32()), pa.scalar(by.days, pa.int32())).cast(pa.date32())


def each_day(days: Column, change: Callable[[date], date]) -> Column:
    """A change of dates made once for each distinct one."""
    known = [day for day in pc.unique(days).to_pylist() if day]
    changed = pa.array([change(day) for day in known], pa.date32())
    at = pc.index_in(days, value_set=pa.array(known, pa.date32()))
    return pa.chunked_array([changed.take(chunk) for chunk in at.chunks], pa.date32())
