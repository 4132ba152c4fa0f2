"""A column of dates as date32, with the order of day and month settled by the whole file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from tiger_reports.model.period import Period
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.date_text import MONTHS, Parts, parts_of
from tiger_reports.panels.options import DateOrder
from tiger_reports.panels.sheet import Cells

EXCEL_EPOCH = date(1899, 12, 30)
LEAP_YEAR, YEAR_LENGTH = 2024, 366
EXCEL_DAYS = range(30_000, 80_000)  # 1982 to 2119


class AmbiguousDatesError(ValueError):
    """Nothing tells which number is the month. `examples` are two of the dates."""

    def __init__(self, examples: tuple[str, ...]) -> None:
        super().__init__(", ".join(examples))
        self.examples = examples


class MissingYearError(ValueError):
    """Dates without a year, and nobody said which; the message is one of them."""


def order_of(columns: Iterable[Cells], known: DateOrder | None, stated: Period | None) -> DateOrder | None:
    """The order of day and month for all date columns together; None where none is needed.

    The file's own numbers come first, then the period that it states, then what is `known` of the panel.
    Raises AmbiguousDatesError.
    """
    texts = {text for cells in columns for text in distinct(cells)}
    open_dates = {text: parts for text in texts if (parts := parts_of(text)) and parts.unordered}
    orders = _proven(open_dates.values())
    if len(orders) > 1:
        raise AmbiguousDatesError(_examples(open_dates))
    if orders or all(parts.first == parts.second for parts in open_dates.values()):
        return next(iter(orders), None)
    order = _fitting(open_dates.values(), stated) or known
    if order is None:
        raise AmbiguousDatesError(_examples(open_dates))
    return order


def read_days(cells: Cells, order: DateOrder | None, year: int | None) -> Column:
    """The column as date32, null where a text is no date. Raises MissingYearError."""
    if cells.day is None:
        try:
            return cells.text.cast(pa.date32())
        except pa.ArrowInvalid:
            pass
    texts = distinct(cells)
    if any((parts := parts_of(text)) and parts.year is None for text in texts):
        return _without_years(cells, year)
    return by_distinct(cells, {text: _day(text, order) for text in texts})


def by_distinct(cells: Cells, days: Mapping[str, date | None]) -> Column:
    """Look each text of a column up; typed date cells stay what they are."""
    found = pa.array(list(days.values()), pa.date32())
    at = pc.index_in(cells.text, value_set=pa.array(list(days), pa.string()))
    values = pa.chunked_array([found.take(chunk) for chunk in at.chunks], pa.date32())
    return values if cells.day is None else pc.coalesce(cells.day, values)


def _day(text: str, order: DateOrder | None) -> date | None:
    parts = parts_of(text)
    if parts:
        return parts.day(order)
    if text.isdigit() and int(text) in EXCEL_DAYS:
        return EXCEL_EPOCH + timedelta(days=int(text))
    return None


def _without_years(cells: Cells, year: int | None) -> Column:
    """Dates such as `February 28`: `year` is that of the newest row; the file may cross New Year."""
    if year is None:
        raise MissingYearError(next(filter(None, cells.text.to_pylist()), ""))
    parts = [parts_of(text) if text else None for text in cells.text.to_pylist()]
    newest_first = _falls([part for part in parts if part])
    days: list[date | None] = []
    last: tuple[int, int] | None = None
    for part in parts if newest_first else reversed(parts):
        if part and last and (part.second, part.first) > last:
            year -= 1
        last = (part.second, part.first) if part else last
        days.append(part.day(None, year) if part else None)
    return pa.chunked_array([pa.array(days if newest_first else days[::-1], pa.date32())])


def _falls(parts: list[Parts]) -> bool:
    """Whether dates without a year run backwards: the direction in which the steps are shorter."""
    days = [part.day(None, LEAP_YEAR) for part in parts]
    steps = [(after - before).days for before, after in pairwise(day for day in days if day)]
    return sum(-step % YEAR_LENGTH for step in steps) < sum(step % YEAR_LENGTH for step in steps)


def distinct(cells: Cells) -> list[str]:
    typed = cells.day is not None
    texts = pc.if_else(pc.is_valid(cells.day), None, cells.text) if typed else cells.text
    return [text for text in pc.unique(texts).to_pylist() if text and text.strip()]


def _proven(dates: Iterable[Parts]) -> set[DateOrder]:
    listed = list(dates)
    month_first = any(parts.second > MONTHS for parts in listed)
    day_first = any(parts.first > MONTHS for parts in listed)
    return {order for order, proven in zip(DateOrder, (day_first, month_first), strict=True) if proven}


def _fitting(dates: Iterable[Parts], stated: Period | None) -> DateOrder | None:
    if stated is None:
        return None
    listed = list(dates)
    fit = [
        order for order in DateOrder if all((day := parts.day(order)) and day in stated for parts in listed)
    ]
    return fit[0] if len(fit) == 1 else None


def _examples(dates: Mapping[str, Parts]) -> tuple[str, ...]:
    return tuple(sorted(dates))[:2]
