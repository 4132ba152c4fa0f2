"""The next year as a range: how far months of this year lay from the same months of the year before.

A month is only held against the same month of the year before, so the season does not count as growth. The
range spans the middle half of these ratios and always holds "no change": growth of a first year need not
go on. For a part of the months that is not over yet, see `filled` of `Outlook`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import quantiles

from tiger_reports.metrics.registry import metric
from tiger_reports.model.metric import Good, Kind
from tiger_reports.model.outlook import Outlook
from tiger_reports.model.period import Period
from tiger_reports.model.report import Figure
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


def _outlook(
    figure: Figure, months: tuple[Period, ...], beside: tuple[MonthBeside, ...], *, over: bool
) -> Outlook | None:
    pairs = tuple(_pairs(_held(figure, months), (one for one in beside if one.whole)))
    entry = metric(figure.metric)
    filled = entry.kind is Kind.SUM and not over
    if entry.kind is Kind.NON_ADDITIVE or len(pairs) < (FEWEST if over else FEWEST_RUNNING):
        return None
    now = _filled(figure, pairs, months, beside) if filled else figure.value.amount
    if now is None or now <= 0:
        return None
    weak, _, strong = quantiles([after / before for after, before in pairs], n=4, method="inclusive")
    low, high = now * min(1.0, weak), now * max(1.0, strong)
    return Outlook(figure.metric, now, low, high, weak, strong, len(pairs), filled)


def _filled(
    figure: Figure, pairs: Pairs, months: tuple[Period, ...], beside: tuple[MonthBeside, ...]
) -> float | None:
    """The year as if its other months had their share of the year before; None where that is not whole."""
    held = _held(figure, months)
    before = [held.get(one.before) if one.before else None for one in beside]
    known = [amount for amount in before if amount is not None]
    if len(known) < MONTHS_A_YEAR:
        return None
    share = sum(amount for _, amount in pairs) / sum(known)
    return sum(amount for amount, _ in pairs) / share if share else None


def _held(figure: Figure, months: tuple[Period, ...]) -> Mapping[Period, float | None]:
    return {month: value.amount for month, value in zip(months, figure.series, strict=True)}


def _pairs(
    held: Mapping[Period, float | None], beside: Iterable[MonthBeside]
) -> Iterator[tuple[float, float]]:
    for one in beside:
        now, before = held.get(one.month), held.get(one.before) if one.before else None
        if now and before and now > 0 and before > 0:
            yield now, before
