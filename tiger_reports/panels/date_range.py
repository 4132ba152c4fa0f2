"""A line that says which days a report covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tiger_reports.model.period import Period
from tiger_reports.panels.date_text import MONTHS, Parts, parts_of
from tiger_reports.panels.fold import clean
from tiger_reports.panels.options import DateOrder

SEPARATOR = re.compile(r"\s*[-–—]\s*|\s+(?:to|do|по|до|bis|a|al|à|au|až|–)\s+")
IN_BRACKETS = re.compile(r"\(([^()]*\d{4})\)\s*$")
IN_NAME = re.compile(r"(?<!\d)(\d{4}([.\-]?)\d\d\2\d\d)\s?(?:-|–|_|to)\s?(\d{4}\2\d\d\2\d\d)(?!\d)")
ONE_DAY = timedelta(days=1)


def range_of(text: str, order: DateOrder | None = None) -> Period | None:
    """The days of `July 8, 2025 - July 31, 2025` and its like; a single date is a range of one day."""
    line = clean(text).strip(' "')
    pairs = ((line[: cut.start()], line[cut.end() :]) for cut in SEPARATOR.finditer(line))
    for left, right in pairs:
        period = _between(parts_of(left), parts_of(right), order)
        if period:
            return period
    return _between(parts_of(line), parts_of(line), order)


def range_in_title(text: str, order: DateOrder | None = None) -> Period | None:
    """The range in brackets at the end of a title: `Ad report (Oct 25, 2016-Oct 31, 2016)`."""
    inside = IN_BRACKETS.search(clean(text).strip('"'))
    return range_of(inside[1], order) if inside else None


def range_in_name(name: str) -> Period | None:
    """The first range in a file's name: `Card(2026.02.05-2026.02.10)`, `… 2026-10-01 to 2026-10-02`."""
    found = IN_NAME.search(name)
    return _between(parts_of(found[1]), parts_of(found[3]), None) if found else None


def _between(first: Parts | None, last: Parts | None, order: DateOrder | None) -> Period | None:
    if first is None or last is None or last.year is None:
        return None
    known = order or _order_of((first, last))
    start, end = first.day(known, last.year), last.day(known)
    return period_of_days(start, end) if start and end else None


def _order_of(dates: tuple[Parts, ...]) -> DateOrder | None:
    """The order that a number above twelve gives away."""
    if any(parts.unordered and parts.second > MONTHS for parts in dates):
        return DateOrder.MONTH_FIRST
    if any(parts.unordered and parts.first > MONTHS for parts in dates):
        return DateOrder.DAY_FIRST
    return None


def period_of_days(first: date, last: date) -> Period | None:
    """The half-open period from `first` to `last`, both inside; None where they are the wrong way round."""
    return Period(first, last + ONE_DAY) if first <= last else None
