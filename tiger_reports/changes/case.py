"""One change with all that is known beside it, and the ways to say what a hypothesis rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tiger_reports.metrics.registry import metric
from tiger_reports.model.campaign_log import Action
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Change, Lever, Verdict
from tiger_reports.model.definition_break import Break
from tiger_reports.model.hypothesis import DataVerdict, Hypothesis

WEIGHTY = 0.2
"""Share of a change from which a part of it counts as agreeing with a hypothesis."""
STEADY = 0.05
"""Relative change below which a figure counts as unmoved."""


@dataclass(frozen=True)
class Known:
    """`figures`: the other metrics of the scope in the same comparison; `other`: the second comparison.

    `channels`: the same by channel, for figures that cannot be added up, such as frequency.
    `final_on`: first day on which the figure grows no more, None where it is final.
    """

    figures: Mapping[str, Change] = field(default_factory=dict)
    other: Change | None = None
    channels: Mapping[str, Mapping[str, Change]] = field(default_factory=dict)
    breaks: tuple[Break, ...] = ()
    final_on: date | None = None


@dataclass(frozen=True)
class Case:
    """`delta` is the change's difference, which is not zero."""

    change: Change
    delta: float
    evidence: Evidence
    known: Known

    @property
    def worse(self) -> bool:
        return self.change.verdict is Verdict.WORSE

    def figure(self, *keys: str) -> Change | None:
        """The first of the metrics that the scope has."""
        return next((self.known.figures[key] for key in keys if key in self.known.figures), None)

    def where_most(self) -> Mapping[str, Change]:
        """Figures of the channel with the largest effect along the change."""
        along = [part for part in self.evidence.channels if part.effect / self.delta > 0]
        most = max(along, key=lambda part: abs(part.effect), default=None)
        return self.known.channels.get(most.scope.channel, {}) if most and most.scope else {}

    def lever(self, *keys: str) -> Lever | None:
        return next((one for one in self.evidence.levers if one.metric in keys), None)

    def weighs(self, effect: float) -> bool:
        """Whether an effect makes much of the change, in its direction."""
        return effect / self.delta >= WEIGHTY

    def effect(self, amount: float) -> Mapping[str, str]:
        return {"of": self.change.metric, "effect": repr(amount)}


def said(cause: str, verdict: DataVerdict, reason: str, **details: str) -> Hypothesis:
    return Hypothesis(cause, verdict, reason, details)


def no_data(cause: str, reason: str, **details: str) -> Hypothesis:
    return said(cause, DataVerdict.NO_DATA, reason, **details)


def moved(change: Change, name: str = "metric") -> Mapping[str, str]:
    """The figure with both its values, as details of a reason."""
    before, after = repr(change.before.amount), repr(change.after.amount)
    return {name: change.metric, f"{name}_before": before, f"{name}_after": after}


def by_lever(case: Case, cause: str, keys: tuple[str, ...]) -> Hypothesis | None:
    """The verdict of a factor of the figure's chain; None where it is none, or the files lack it."""
    if case.change.metric in keys:
        return said(cause, DataVerdict.KEPT, "itself", **moved(case.change))
    lever = case.lever(*keys)
    if lever is None:
        return None
    verdict = DataVerdict.KEPT if case.weighs(lever.effect) else DataVerdict.REJECTED
    sides = {"metric_before": repr(lever.before), "metric_after": repr(lever.after)}
    return said(cause, verdict, "lever", metric=lever.metric, **sides, **case.effect(lever.effect))


def logged(case: Case, cause: str, *actions: Action) -> Hypothesis | None:
    """Kept where the campaign log tells of such a thing in one of the two periods; the last one is named."""
    found = [entry for entry in case.evidence.events if entry.action in actions]
    if not found:
        return None
    last = max(found, key=lambda entry: entry.day)
    return said(cause, DataVerdict.KEPT, "logged", day=last.day.isoformat(), what=last.what)


def counts_conversions(key: str) -> bool:
    return metric(key).settles_late
