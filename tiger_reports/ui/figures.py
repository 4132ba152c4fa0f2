"""Figures and changes as a reader of the page's language expects to see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.change import Change, Gap, Reference, Verdict
from tiger_reports.model.definition_break import Break
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Unit, Value
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import compared_with, compared_with_year, date_range, short_date
from tiger_reports.text.numbers import MISSING, metric_delta, metric_value, relative
from tiger_reports.ui.plain import line
from tiger_reports.ui.words import Words

TRIANGLES = {-1: "▼", 0: "■", 1: "▲"}


@dataclass(frozen=True)
class Figures:
    """Writes figures in one language and currency."""

    t: Words
    currency: str

    def name(self, metric: str) -> str:
        return self.t(f"metric.{metric}.name")

    def short(self, metric: str) -> str:
        return self.t(f"metric.{metric}.short")

    def value(self, metric: str, value: Value | float | None, *, short: bool = False) -> str:
        amount = value.amount if isinstance(value, Value) else value
        return metric_value(definition(metric), amount, self.t.language, self.currency, short=short)

    def bounded(self, figure: Figure) -> str:
        """The figure; one that cannot be added up stands between its bounds."""
        lower, upper = figure.value.lower, figure.value.upper
        if figure.value.amount is not None or lower is None or upper is None:
            return self.value(figure.metric, figure.value)
        ends = {"lower": self.value(figure.metric, lower), "upper": self.value(figure.metric, upper)}
        return self.t("figure.between", **ends)

    def lacking(self, value: Value) -> str:
        """`without Meta Ads` where a channel's files do not have the figure; empty where all have it."""
        channels = ", ".join(panel_name(name) for name in value.lacks)
        return self.t("figure.without", channels=channels) if channels else ""

    def final_on(self, day: date | None) -> str:
        """`final on 1 Dec 2026`; empty for a figure that is final."""
        return self.t("figure.final_on", day=short_date(day, self.t.language)) if day else ""

    def remarks(self, figure: Figure) -> str:
        """What a reader must know beside the figure: channels that lack it, and that it still grows."""
        found = (self.lacking(figure.value), self.final_on(figure.final_on))
        return " · ".join(remark for remark in found if remark)

    def broken(self, one: Break) -> str:
        """`1 May 2026, Meta Ads: the panel counts something else. Views instead of impressions`."""
        channel = panel_name(one.channel) or self.t("ui.breaks.everywhere")
        day, kind = short_date(one.day, self.t.language), self.t(f"decks.break.{one.kind}")
        said = self.t("ui.breaks.known", day=day, channel=channel, kind=kind, text=line(one.text))
        return f"{said} {self.t('ui.breaks.compared')}" if one.compared else said

    def moved(self, change: Change) -> str:
        """Percent with its sign; points for rates; a word where there is nothing to compare with."""
        if change.gap is Gap.ZERO_BASE:
            return self.t("ui.change.new")
        if change.gap is Gap.DEFINITION and change.broken_on is not None:
            return self.t("ui.change.definition", day=short_date(change.broken_on, self.t.language))
        if change.gap is not Gap.NONE or change.delta is None:
            return MISSING
        if definition(change.metric).unit is Unit.PERCENT or change.relative is None:
            return self.delta(change.metric, change.delta)
        return relative(change.relative, self.t.language)

    def delta(self, metric: str, delta: float | None) -> str:
        if delta is None:
            return MISSING
        return metric_delta(definition(metric), delta, self.t.language, self.currency)

    def versus(self, change: Change) -> str:
        """`vs May`, `vs target`; its exact days are in `days`."""
        if change.reference is Reference.PLAN:
            return self.t("compare.plan")
        with_year = change.reference is Reference.YEAR_AGO
        say = compared_with_year if with_year else compared_with
        return say(change.base_period, self.t.language)

    def days(self, change: Change) -> str:
        return date_range(change.base_period, self.t.language)


def sign(change: Change) -> int:
    if change.gap is not Gap.NONE or change.delta is None or change.verdict is Verdict.SAME:
        return 0
    return (change.delta > 0) - (change.delta < 0)
