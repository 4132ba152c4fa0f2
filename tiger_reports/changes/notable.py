"""Which changes are material: large as a share, large as an amount, and not made of a handful."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from tiger_reports.metrics.registry import metric, metrics
from tiger_reports.metrics.values import MONEY
from tiger_reports.model.change import Change, Gap, Verdict
from tiger_reports.model.client import Threshold
from tiger_reports.model.metric import Kind, Metric, Unit

ORDER = (Verdict.WORSE, Verdict.BETTER, Verdict.NEUTRAL, Verdict.SAME, Verdict.UNKNOWN)


@cache
def defaults() -> Mapping[str, Threshold]:
    """Thresholds of every metric as `thresholds.toml` has them."""
    tables = tomllib.loads((files(__package__) / "thresholds.toml").read_text("utf-8"))
    by_unit, by_metric = tables["units"], tables["metrics"]
    unknown = set(by_metric) - set(metrics())
    if unknown:
        raise ValueError(f"thresholds.toml: no such metric: {', '.join(sorted(unknown))}")
    return {key: Threshold(**by_metric.get(key, by_unit[entry.unit])) for key, entry in metrics().items()}


def thresholds(own: Iterable[tuple[str, Threshold]] = ()) -> Mapping[str, Threshold]:
    """The defaults with a client's own in their place."""
    return {**defaults(), **dict(own)}


def judge(change: Change, limits: Mapping[str, Threshold], spend: float | None = None) -> Change:
    """The change with `notable` set where it is material; `standing` looks closer at headline figures."""
    notable = material(change, limits[change.metric], spend)
    return change if notable is change.notable else replace(change, notable=notable)


def ranked(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Worsenings first, then improvements, then the rest; the larger share first."""
    return tuple(sorted(changes, key=lambda change: (ORDER.index(change.verdict), -_share(change))))


def material(change: Change, limit: Threshold, spend: float | None = None) -> bool:
    """Whether the change passes every threshold; `spend` is the larger of the two periods' whole spend."""
    if change.delta is None or change.gap not in (Gap.NONE, Gap.ZERO_BASE) or change.delta == 0:
        return False
    entry = metric(change.metric)
    worth = _worth(entry, change)
    return (
        _share(change) >= limit.relative
        and abs(change.delta) >= limit.absolute
        and _volume(entry, change) >= limit.volume
        and (worth is None or spend is None or worth >= limit.of_spend * spend)
    )


def _share(change: Change) -> float:
    return math.inf if change.relative is None else abs(change.relative)


def _volume(entry: Metric, change: Change) -> float:
    sides = (change.after, change.before)
    sizes = (side.denominator if entry.kind is Kind.RATIO else side.amount for side in sides)
    return max(abs(size or 0.0) for size in sizes)


def _worth(entry: Metric, change: Change) -> float | None:
    """The change in money: of a price, over as many as the larger side bought; None where it is not money."""
    if change.delta is None:
        return None
    if entry.kind is Kind.SUM and entry.unit is Unit.MONEY:
        return abs(change.delta)
    if entry.kind is Kind.RATIO and entry.numerator in MONEY:
        return abs(change.delta) * _volume(entry, change) / entry.factor
    return None
