"""A slide in the making: it writes figures as text and remembers each one that it has shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.wrap import Type
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.change import Change, Gap, Verdict
from tiger_reports.model.exhibits.words import Delta, Paragraph
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Kind, Metric, Unit
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Exhibit, Shown, Slide
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import (
    MILLION,
    MISSING,
    NBSP,
    metric_delta,
    metric_value,
    money,
    number,
    percent,
    points,
    relative,
    signed,
)

ALL = "all"
KICKER = 12.0
HUNDRED = 100


@dataclass
class Page:
    """`shown` grows as strings are written; `slide` closes the page."""

    telling: Telling
    key: str
    section: str
    shown: list[Shown] = field(default_factory=list)

    def amount(
        self,
        metric: str,
        value: float | None,
        period: Period,
        scope: str = ALL,
        *,
        short: bool = False,
        kind: str = "value",
    ) -> str:
        """A figure in its unit; sums of money without hundredths, missing as a dash."""
        entry, language = words.metric(metric), self.telling.language
        currency = self.telling.report.client.currency
        if value is None:
            return MISSING
        if summed_money(entry):
            text = money(value, currency, language, 0)
        elif counted_whole(entry, value) and not (short and abs(value) >= MILLION):
            text = number(value, language)
        else:
            text = metric_value(entry, value, language, currency, short=short)
        return self.note(Shown(metric, scope, period.key, value, text, kind))

    def value(self, figure: Figure, scope: str = ALL) -> str:
        return self.amount(figure.metric, figure.value.amount, self.telling.period, scope)

    def headline(self, figure: Figure, scope: str = ALL) -> str:
        """The figure for large type: millions of a count are written short."""
        return self.amount(figure.metric, figure.value.amount, self.telling.period, scope, short=True)

    def compared(self, figure: Figure, change: Change) -> str:
        """The figure that a change leads to: of the months that are compared, where they are not all."""
        if change.months is None:
            return self.headline(figure)
        after = change.after.amount
        return self.amount(figure.metric, after, change.period, change.scope.key, short=True, kind="compared")

    def compared_amount(self, figure: Figure) -> float | None:
        """The figure's amount that stands beside the one of the period before."""
        return figure.previous.after.amount if figure.previous.months else figure.value.amount

    def before(self, change: Change) -> str:
        """What a change begins with: of the months that are compared, where they are not all."""
        amount, kind = change.before.amount, "compared" if change.months else "value"
        return self.amount(change.metric, amount, change.base_period, change.scope.key, kind=kind)

    def moved(self, change: Change, *, brief: bool = False) -> str:
        """The change as a reader expects it: percent with its sign, points for rates, a word where none.

        `brief`: across a changed definition only the sign that the line below explains, and the day.
        """
        language, unit = self.telling.language, words.metric(change.metric).unit
        if change.gap is Gap.DEFINITION and change.broken_on is not None:
            day = short_date(change.broken_on, language)
            return f"† {day}" if brief else self.telling.say("definition", day=day)
        if change.gap is not Gap.NONE:
            return self.telling.say("new") if change.gap is Gap.ZERO_BASE else MISSING
        if unit is Unit.PERCENT and change.delta is not None:
            return self.delta(change)
        if change.relative is None:
            return MISSING
        return self._changed(change, "relative", change.relative, relative(change.relative, language))

    def moved_by(self, change: Change) -> str:
        """The same without its sign, for titles that say `up` or `down`."""
        language, metric = self.telling.language, words.metric(change.metric)
        if metric.unit is Unit.PERCENT and change.delta is not None:
            text = points(abs(change.delta), language, max(metric.decimals, 1))
            return self._changed(change, "delta", change.delta, text)
        assert change.relative is not None, "asked only of changes that have a percent"
        return self._changed(change, "relative", change.relative, percent(abs(change.relative), language))

    def delta(self, change: Change) -> str:
        """The difference in the metric's own unit with its sign."""
        if change.delta is None:
            return MISSING
        return self._changed(change, "delta", change.delta, self.difference(change, change.delta))

    def difference(self, change: Change, amount: float) -> str:
        """A part of a change, or all of it, with its sign; as exact as the figures that it stands between."""
        metric, language = words.metric(change.metric), self.telling.language
        currency = self.telling.report.client.currency
        if counted_whole(metric, change.after.amount, change.before.amount):
            return signed(number(amount, language), round(amount))
        if summed_money(metric):
            return signed(money(amount, currency, language, 0), round(amount))
        return metric_delta(metric, amount, language, currency)

    def count(self, what: str, number: int) -> int:
        self.note(Shown(what, ALL, self.telling.period.key, number, str(number), "count"))
        return number

    def arrow(self, change: Change, versus: str) -> Delta:
        return Delta(self.moved(change, brief=True), versus, change.verdict, sign_of(change))

    def note(self, shown: Shown) -> str:
        if shown not in self.shown:
            self.shown.append(shown)
        return shown.text

    def slide(self, title: str, *exhibits: Exhibit, comment: tuple[Paragraph, ...] = ()) -> Slide:
        telling = self.telling
        kind, _, number = self.key.partition("-")
        more = f" ({number.lstrip('p')})" if number else ""
        return Slide(
            key=self.key,
            title=title,
            kicker=self._kicker(f"{telling.say(f'kicker.{kind}')}{more}"),
            exhibits=exhibits,
            comment_heading=telling.say("comment.heading") if comment else "",
            comment=comment,
            shown=tuple(self.shown),
            section=telling.say(f"section.{self.section}"),
        )

    def _kicker(self, subject: str) -> str:
        """The period and what the slide is about; if long, without the dates, which every footer has."""
        long, short = (f"{name} · {subject}" for name in (self.telling.title, self.telling.short_title))
        kind = Type(KICKER, bold=True, family=self.telling.family)
        return long if kind.width(long.upper()) <= WIDE.kicker.width else short

    def _changed(self, change: Change, kind: str, value: float, text: str) -> str:
        scope, base = change.scope.key, change.base_period.key
        return self.note(Shown(change.metric, scope, change.period.key, value, text, kind, base))


def counted_whole(metric: Metric, *amounts: float | None) -> bool:
    """Whether parts of one (shared conversions) no longer matter: from a hundred on."""
    known = [abs(amount) for amount in amounts if amount is not None]
    return metric.unit is Unit.COUNT and max(known, default=0.0) >= HUNDRED


def summed_money(metric: Metric) -> bool:
    """Money of a whole month: hundredths of it are noise, those of a price are not."""
    return metric.unit is Unit.MONEY and metric.kind is Kind.SUM


def sign_of(change: Change) -> int:
    if change.gap is not Gap.NONE or change.delta is None or change.verdict is Verdict.SAME:
        return 0
    return (change.delta > 0) - (change.delta < 0)


def versus_previous(telling: Telling) -> str:
    return _bound(telling.versus_previous)


def versus_year(telling: Telling) -> str:
    return _bound(telling.versus_year)


def _bound(text: str) -> str:
    """No line ends between a preposition and its month."""
    return NBSP.join(text.rsplit(" ", 1))
