"""The next year as a range: how far months of this year lay from the same months of the year before.

A month is only held against the same month of the year before, so the season does not count as growth. The
range spans the middle half of these ratios and always holds "no change": growth of a first year need not
go on. For a part of the months that is not over yet, see `filled` of `Outlook`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import quantiles

from tiger_reports.metrics.registry import metric
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Good, Kind
from tiger_reports.model.outlook import Outlook
from tiger_reports.model.period import Period
from tiger_reports.model.tiger_report import MonthBeside
from tiger_reports.model.tiger_year import MONTHS_A_YEAR

FEWEST = 6
"""Months that must stand on both sides for quartiles to mean anything."""
FEWEST_RUNNING = 9
"""The same while the year still runs."""

Pairs = tuple[tuple[float, float], ...]
"""A month's figure and that of the same month of the year before; both over zero."""


def outlooks(
    figures: Iterable[Figure], months: tuple[Period, ...], beside: tuple[MonthBeside, ...], *, over: bool
) -> tuple[Outlook, ...]:
    """Of every figure that is better one way and has enough months; `months` are those of each series.

    `over`: every day of the year is known.
    """
    known = (one for one in figures if metric(one.metric).good in (Good.UP, Good.DOWN))
    return tuple(made for one in known if (made := _outlook(one, months, beside, over=over)) is not None)


def whole_year(
    figure: Figure, months: tuple[Period, ...], beside: tuple[MonthBeside, ...], *, over: bool
) -> float | None:
    """The figure of all twelve months: while the year runs, the others have their share of the year before.

    None where too few months are known for that, or the year before is not whole.
    """
    if over or metric(figure.metric).kind is not Kind.SUM:
        return figure.value.amount
    pairs, held = _pairs(figure, months, beside), _held(figure, months)
    before = [held.get(one.before) if one.before else None for one in beside]
    known = [amount for amount in before if amount is not None]
    if len(pairs) < FEWEST_RUNNING or len(known) < MONTHS_A_YEAR:
        return None
    return sum(amount for amount, _ in pairs) * sum(known) / sum(amount for _, amount in pairs)


def _outlook(
    figure: Figure, months: tuple[Period, ...], beside: tuple[MonthBeside, ...], *, over: bool
) -> Outlook | None:
    pairs, entry = _pairs(figure, months, beside), metric(figure.metric)
    now = whole_year(figure, months, beside, over=over)
    few = len(pairs) < (FEWEST if over else FEWEST_RUNNING)
    if entry.kind is Kind.NON_ADDITIVE or few or now is None or now <= 0:
        return None
    weak, _, strong = quantiles([after / before for after, before in pairs], n=4, method="inclusive")
    low, high = now * min(1.0, weak), now * max(1.0, strong)
    filled = entry.kind is Kind.SUM and not over
    return Outlook(figure.metric, now, low, high, weak, strong, len(pairs), filled)


def _pairs(figure: Figure, months: tuple[Period, ...], beside: tuple[MonthBeside, ...]) -> Pairs:
    """Months known in full on both sides."""
    held = _held(figure, months)
    found = ((held.get(one.month), held.get(one.before)) for one in beside if one.whole and one.before)
    return tuple((now, before) for now, before in found if now and before and now > 0 and before > 0)


def _held(figure: Figure, months: tuple[Period, ...]) -> Mapping[Period, float | None]:
    return {month: value.amount for month, value in zip(months, figure.series, strict=True)}
