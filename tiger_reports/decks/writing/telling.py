"""What every slide of a month is told from: the report, the language, and who may read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing import words
from tiger_reports.model.card import Card, Comment, Duty
from tiger_reports.model.change import Coverage, Reference
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import Period, previous_month, same_month_last_year
from tiger_reports.model.report import Report
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text import phrase
from tiger_reports.text.catalogue import has
from tiger_reports.text.dates import compared_with, compared_with_year, date_range, month_short, month_title

CHANNEL_WIDTH = 2.8
"""Inches that a channel's name may take at 16 points."""


@dataclass(frozen=True)
class Telling:
    """A month's; a quarter or a year of the cooperation names its periods in its own way (`TigerTelling`)."""

    report: Report
    language: str
    draft: bool

    @property
    def own_words(self) -> tuple[str, ...]:
        """Where words stand that differ from those of a month's deck, the nearest first."""
        return ()

    @property
    def one_reference(self) -> bool:
        """Whether the period before is also the one a year before: then it is told once."""
        return self.previous == self.year_ago

    @property
    def family(self) -> str:
        return self.report.client.brand.font

    @property
    def period(self) -> Period:
        return self.report.period

    @property
    def previous(self) -> Period:
        return previous_month(self.period)

    @property
    def year_ago(self) -> Period:
        return same_month_last_year(self.period)

    @property
    def references(self) -> tuple[tuple[Reference, Period], ...]:
        """What every figure is held against, each period once."""
        return (Reference.PREVIOUS, self.previous), (Reference.YEAR_AGO, self.year_ago)

    @property
    def parts(self) -> tuple[Period, ...]:
        """The months that the period is made of, where it is more than one."""
        return ()

    @cached_property
    def partial_months(self) -> Mapping[Period, Coverage]:
        """Months of the series whose data cover only a part of their days."""
        report = self.report
        covered = dict(zip(report.months, report.coverages, strict=False)) | {report.period: report.coverage}
        return {month: coverage for month, coverage in covered.items() if coverage.partial}

    @property
    def stretch(self) -> str:
        """Which quarter or year it is, as the file says of itself: `2.1`; empty for a month."""
        return ""

    @property
    def title(self) -> str:
        """The report's period as kickers and footers name it."""
        return self.month(self.period)

    @property
    def short_title(self) -> str:
        """The same where there is little room."""
        return self.title

    @property
    def versus_previous(self) -> str:
        return compared_with(self.previous, self.language)

    @property
    def versus_year(self) -> str:
        return compared_with_year(self.year_ago, self.language)

    @property
    def dated(self) -> str:
        """The exact days that are compared, under the marks that slides use."""
        periods = (("AC", self.period), ("PM", self.previous), ("PY", self.year_ago))
        return " · ".join(f"{mark} = {date_range(period, self.language)}" for mark, period in periods)

    @property
    def standing_out(self) -> frozenset[Period]:
        """Months of a series that are the report's own."""
        return frozenset(self.report.months[-1:])

    @property
    def a_year_before(self) -> frozenset[Period]:
        """Months of a series that those are held against."""
        return frozenset({self.year_ago})

    @property
    def baseline(self) -> Period | None:
        """The time before the cooperation, where it is a third comparison beside the other two."""
        return None

    @property
    def groups(self) -> tuple[tuple[int, str], ...]:
        """Neighbouring months of a series that have a name together, as (count, name)."""
        return ()

    @property
    def agenda(self) -> str:
        """What the meeting is about, for the speaker; empty where there is none."""
        return ""

    @property
    def own_notes(self) -> tuple[str, ...]:
        """What a reader must know of how the periods were cut and compared."""
        return ()

    def say(self, key: str, /, **values: object) -> str:
        known = (f"{room}.{key}" for room in self.own_words)
        found = next((own for own in known if has(own, self.language)), f"decks.{key}")
        return phrase(found, self.language, **values)

    def column(self, period: Period) -> str:
        """The head of a column of figures that a period's are held against."""
        return self.month(period)

    def name(self, metric: str) -> str:
        return words.metric_name(metric, self.language)

    def lacking(self, figure: Figure) -> str:
        """`without Meta Ads` where a channel's files do not have the figure; empty where all have it."""
        if not figure.value.lacks:
            return ""
        channels = ", ".join(self.channel(key) for key in figure.value.lacks)
        return phrase("figure.without", self.language, channels=channels)

    def channel(self, key: str) -> str:
        """A channel's name for people; one that we do not know keeps its own, cut short."""
        kind = Type(16.0, bold=True, family=self.family)
        return elide(panel_name(key), CHANNEL_WIDTH, kind)

    def month(self, period: Period) -> str:
        return month_title(period, self.language)

    def tick(self, period: Period) -> str:
        """A month under a chart."""
        return month_short(period, self.language)


def present(figure: Figure | None) -> bool:
    return figure is not None and figure.value.amount is not None


def told_comment(telling: Telling, card: Card) -> Comment | None:
    """The comment that this deck may show: never an internal one; approved ones only, unless a draft."""
    comment = card.told or card.comment
    if comment is None or comment.empty or comment.internal:
        return None
    return comment if telling.draft or card.state.approved else None


def told_cards(telling: Telling) -> tuple[tuple[Card, Comment], ...]:
    pairs = ((card, told_comment(telling, card)) for card in telling.report.cards)
    return tuple((card, comment) for card, comment in pairs if comment is not None)


def shown_cards(telling: Telling) -> tuple[tuple[Card, Comment | None], ...]:
    """The cards told; in a draft also rises and drops that nobody has written on, with None: holes to see."""
    pairs = ((card, told_comment(telling, card)) for card in telling.report.cards)
    return tuple((card, comment) for card, comment in pairs if comment is not None or _hole(telling, card))


def _hole(telling: Telling, card: Card) -> bool:
    asked = card.duty in (Duty.EXPLAIN_DROP, Duty.EXPLAIN_RISE)
    return telling.draft and asked and (card.comment is None or card.comment.empty)
