"""Candidates for a year's successes: record months, large improvements, targets reached. People choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Change, Scope, Verdict
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Good
from tiger_reports.model.period import Period
from tiger_reports.model.tiger_report import Success, SuccessKind

FEWEST = 3
"""A record needs at least this many whole months to be one."""
ORDER = tuple(SuccessKind)


def successes(
    figures: Iterable[Figure], shown: tuple[Period, ...], whole: frozenset[Period], now: Period
) -> tuple[Success, ...]:
    """Candidates in the order in which they are worth telling: the largest share first within a kind.

    `shown` are the months of every series, `whole` those known in full: a partial month is no record.
    """
    known = tuple(figure for figure in figures if metric(figure.metric).good in (Good.UP, Good.DOWN))
    found = [
        candidate
        for figure in known
        for made in (_record(figure, shown, whole, now), _improvement(figure), _target(figure, now))
        for candidate in made
    ]
    return tuple(
        sorted(found, key=lambda one: (-abs(one.relative or 0.0), ORDER.index(one.kind), one.metric))
    )


def _record(
    figure: Figure, shown: tuple[Period, ...], whole: frozenset[Period], now: Period
) -> Iterator[Success]:
    """The best of all whole months, if it lies in this year; held against the best of the others."""
    sign = 1 if metric(figure.metric).good is Good.UP else -1
    known = [
        (sign * value.amount, month)
        for month, value in zip(shown[-len(figure.series) :], figure.series, strict=True)
        if value.amount is not None and month in whole
    ]
    if len(known) < FEWEST:
        return
    (best, month), (second, other) = sorted(known, reverse=True)[:2]
    if month.start in now and best > second:
        share = (best - second) / abs(second) if second else None
        yield Success(
            SuccessKind.RECORD, figure.metric, Scope(), month, sign * best, sign * second, other, share
        )


def _improvement(figure: Figure) -> Iterator[Success]:
    """Against the year before; in the first year that is the time before the cooperation."""
    change: Change = figure.year_ago
    amount = change.after.amount
    if change.verdict is Verdict.BETTER and change.notable and amount is not None:
        yield Success(
            SuccessKind.IMPROVEMENT,
            figure.metric,
            change.scope,
            change.period,
            amount,
            change.before.amount,
            change.base_period,
            change.relative,
        )


def _target(figure: Figure, now: Period) -> Iterator[Success]:
    value, target = figure.value.amount, figure.target
    if value is None or target is None:
        return
    reached = value >= target if metric(figure.metric).good is Good.UP else value <= target
    if reached:
        share = (value - target) / abs(target) if target else None
        yield Success(SuccessKind.TARGET, figure.metric, Scope(), now, value, target, None, share)
