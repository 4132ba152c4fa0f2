"""One figure against another of the same metric and scope."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.change import Change, Coverage, Gap, Reference, Scope, Verdict
from tiger_reports.model.metric import Good, Metric, Value
from tiger_reports.model.period import Period

STILL = 0.0005
"""Relative changes below this read as 0.0 % and are no change."""


@dataclass(frozen=True)
class Side:
    """A figure of one period; without `coverage` the period is taken as whole."""

    period: Period
    value: Value
    coverage: Coverage | None = None

    @property
    def partial(self) -> bool:
        return self.coverage is not None and self.coverage.partial


def compare(metric: Metric, scope: Scope, reference: Reference, after: Side, before: Side) -> Change:
    """How `after` moved against `before`; `gap` says why there is no percent.

    A partial period is compared with nothing: neither a difference nor a percent. On a zero base there
    is a difference and no percent.
    """
    gap = _gap(after, before)
    delta = relative = None
    now, then = after.value.amount, before.value.amount
    if now is not None and then is not None and gap in (Gap.NONE, Gap.ZERO_BASE):
        delta = now - then
        relative = None if gap is Gap.ZERO_BASE else delta / abs(then) if then else 0.0
    return Change(
        metric=metric.key,
        scope=scope,
        reference=reference,
        period=after.period,
        base_period=before.period,
        after=after.value,
        before=before.value,
        delta=delta,
        relative=relative,
        verdict=verdict(metric, delta, relative),
        gap=gap,
    )


def _gap(after: Side, before: Side) -> Gap:
    if after.value.amount is None:
        return Gap.MISSING
    if before.value.amount is None:
        return Gap.NO_BASE
    if after.partial or before.partial:
        return Gap.PARTIAL
    return Gap.ZERO_BASE if before.value.amount == 0 and after.value.amount != 0 else Gap.NONE


def verdict(metric: Metric, delta: float | None, relative: float | None) -> Verdict:
    """Whether a move of the metric is good for the client."""
    if delta is None:
        return Verdict.UNKNOWN
    if relative is not None and abs(relative) < STILL:
        return Verdict.SAME
    if metric.good in (Good.NEUTRAL, Good.CONTEXT):
        return Verdict.NEUTRAL
    return Verdict.BETTER if (delta > 0) is (metric.good is Good.UP) else Verdict.WORSE
