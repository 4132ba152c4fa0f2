"""What another budget may bring, by how this client's results moved with this client's spend.

The slope is that of ln(results / results a year before) on ln(spend / spend a year before), month by month:
the season falls out. It is the median of the slopes between all pairs of months, with the interval of Sen
(1968) at 90 %. Nothing is said where spend hardly moved, or where the interval is too wide to be of use; and
no budget is told that lies further from this year's than months of it have lain from theirs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from scipy.stats import theilslopes

from tiger_reports.metrics.registry import metric
from tiger_reports.model.metric import Good, Kind
from tiger_reports.model.outlook import Scenario, Scenarios
from tiger_reports.model.period import Period
from tiger_reports.model.report import Figure
from tiger_reports.model.tiger_report import MonthBeside

FEWEST = 8
"""Months that stand on both sides."""
STEPS = (0.2, 0.1)
"""Changes of the budget that are told, the larger where months have moved as far."""
WIDEST = 1.5
"""Percent of results between the ends of the interval, for one percent of spend."""
CONFIDENCE = 0.9


def scenarios(
    figures: Iterable[Figure], months: tuple[Period, ...], beside: tuple[MonthBeside, ...]
) -> tuple[Scenarios, ...]:
    """For every counted result that the months can carry it for."""
    known = {one.metric: one for one in figures}
    spend = known.get("spend")
    if spend is None or not spend.value.amount:
        return ()
    results = (one for one in known.values() if _is_result(one))
    return tuple(made for one in results if (made := _scenarios(spend, one, months, beside)) is not None)


def _is_result(figure: Figure) -> bool:
    entry = metric(figure.metric)
    return entry.kind is Kind.SUM and entry.good is Good.UP and bool(figure.value.amount)


def _scenarios(
    spend: Figure, result: Figure, months: tuple[Period, ...], beside: tuple[MonthBeside, ...]
) -> Scenarios | None:
    moved = tuple(_moved(spend, result, months, beside))
    if len(moved) < FEWEST:
        return None
    by_spend, by_result = zip(*moved, strict=True)
    step = next((one for one in STEPS if max(by_spend) - min(by_spend) >= math.log1p(one)), None)
    if step is None:
        return None
    _, _, low, high = theilslopes(by_result, by_spend, CONFIDENCE)
    if not math.isfinite(high - low) or high - low > WIDEST or high <= 0:
        return None
    slopes = (max(float(low), 0.0), float(high))
    now, budget = result.value.amount or 0.0, spend.value.amount or 0.0
    columns = tuple(_column(change, budget, now, slopes) for change in (-step, 0.0, step))
    return Scenarios(result.metric, *slopes, len(moved), columns)


def _moved(
    spend: Figure, result: Figure, months: tuple[Period, ...], beside: tuple[MonthBeside, ...]
) -> Iterable[tuple[float, float]]:
    """Logarithms of spend and of results, each by the same month of the year before."""
    held = [dict(zip(months, one.series, strict=True)) for one in (spend, result)]
    for one in beside:
        if not one.whole or one.before is None:
            continue
        pairs = [(each[one.month].amount, each[one.before].amount) for each in held]
        if all(now and before and now > 0 and before > 0 for now, before in pairs):
            yield tuple(math.log(now / before) for now, before in pairs)  # type: ignore[misc, operator]


def _column(change: float, budget: float, now: float, slopes: tuple[float, float]) -> Scenario:
    ends = sorted(now * (1 + change) ** slope for slope in slopes)
    return Scenario(change, budget * (1 + change), ends[0], ends[1])
