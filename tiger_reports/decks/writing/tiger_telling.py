"""What the slides of a quarter or a year are told from: the periods of the cooperation by their own names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import format_date

from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.change import Reference
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import Period
from tiger_reports.model.stretch import Stretch
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.model.tiger_year import MONTHS_A_QUARTER, MONTHS_A_YEAR, QUARTERS_A_YEAR
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text import phrase
from tiger_reports.text.dates import date_range, month_short, period_title, short_date
from tiger_reports.text.periods import compared_with, quarter_short, stretch_name, stretch_title

FIRST_TICK = {"en": "d MMM yy", "pl": "d.MM.yy", "cs": "d.M.yy", "ru": "dd.MM.yy"}


@dataclass(frozen=True)
class TigerTelling(Telling):
    report: TigerReport

    @property
    def own_words(self) -> tuple[str, ...]:
        """A year's deck speaks like a quarter's, but for its own words."""
        quarter = ("decks.quarter",)
        return ("decks.year", *quarter) if self.report.now.kind is DeckKind.YEAR else quarter

    @property
    def stretch(self) -> str:
        return f"{self.report.now.year}.{self.report.now.number}"

    @property
    def told_on(self) -> date:
        """The day whose state is told: that of a meeting that was held, else today."""
        held = self.report.meeting.told_on if self.report.meeting else None
        return held or self.report.today

    @property
    def previous(self) -> Period:
        return self.report.previous.period

    @property
    def year_ago(self) -> Period:
        return self.report.year_ago.period

    @property
    def references(self) -> tuple[tuple[Reference, Period], ...]:
        return tuple((reference, stretch.period) for reference, stretch in self.report.references)

    @property
    def parts(self) -> tuple[Period, ...]:
        return self.report.now.months

    @property
    def title(self) -> str:
        return stretch_title(self.report.now, self.language)

    @property
    def short_title(self) -> str:
        return stretch_name(self.report.now, self.language)

    @property
    def versus_previous(self) -> str:
        return compared_with(self.report.previous, self.language)

    @property
    def versus_year(self) -> str:
        return compared_with(self.report.year_ago, self.language)

    @property
    def dated(self) -> str:
        """The days of every stretch that is compared; their number where not all are equally long."""
        report = self.report
        named = {"AC": report.now, self.say("mark.code"): report.previous, "PY": report.year_ago}
        if self.one_reference:
            named = {"AC": report.now, "PY": report.year_ago}
        if report.baseline.period != report.year_ago.period:
            named["BC"] = report.baseline
        lengths = {one.period.days for one in named.values()}
        counted = {report.previous: Reference.PREVIOUS, report.year_ago: Reference.YEAR_AGO}
        told = (
            f"{mark} = {self._days(one, lengths)}{self._counted(counted.get(one, Reference.BASELINE))}"
            for mark, one in named.items()
        )
        return " · ".join(told)

    @property
    def standing_out(self) -> frozenset[Period]:
        return frozenset(self.report.now.months)

    @property
    def a_year_before(self) -> frozenset[Period]:
        return frozenset(self.report.year_ago.months)

    @property
    def baseline(self) -> Period | None:
        before = self.report.baseline.period
        known = any(f.baseline and f.baseline.before.amount is not None for f in self.report.figures)
        return before if known and before not in (self.year_ago, self.previous) else None

    @property
    def groups(self) -> tuple[tuple[int, str], ...]:
        """The quarters of the months shown, the time before the cooperation as one."""
        names = [self._group(back) for back in range(len(self.report.months))]
        return tuple((len(tuple(same)), name) for name, same in groupby(reversed(names)))

    @property
    def agenda(self) -> str:
        """The quarter's own; the opening is closed only once, in the first Tiger Year."""
        now = self.report.now
        if now.kind is DeckKind.YEAR or (now.number == 1 and now.year > 1):
            return ""
        return phrase(f"agenda.lead_{now.number}", self.language)

    @property
    def own_notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._notes()))

    def month(self, period: Period) -> str:
        """A stretch by its name; a month by its name too, or by its days where it is none of the calendar."""
        report = self.report
        for one in (report.now, report.previous, report.year_ago, report.baseline):
            if one.period == period:
                return stretch_name(one, self.language)
        return period_title(period, self.language)

    def tick(self, period: Period) -> str:
        if period.is_calendar_month:
            return month_short(period, self.language)
        return format_date(period.start, FIRST_TICK[self.language], locale=self.language)

    def column(self, period: Period) -> str:
        """With the number of months that are compared, where they are not all."""
        report = self.report
        held = ((report.previous, Reference.PREVIOUS), (report.year_ago, Reference.YEAR_AGO))
        found = next((name for one, name in held if one.period == period), Reference.BASELINE)
        return f"{self.month(period)}{self._counted(found)}"

    def _days(self, stretch: Stretch, lengths: set[int]) -> str:
        dates = date_range(stretch.period, self.language)
        before = f", {self.say('before')}" if stretch.before_cooperation else ""
        length = f", {self.say('days', n=stretch.period.days)}" if len(lengths) > 1 else ""
        return f"{dates}{before}{length}"

    def _counted(self, reference: Reference) -> str:
        """How many months a comparison rests on, where they are not all."""
        counted = self.report.months_of(reference)
        return f", {self.say('counted', months=counted.days, of=counted.of)}" if counted else ""

    def _group(self, back: int) -> str:
        """The name of the quarter that holds the month `back` months before the last one."""
        now = self.report.now
        quarter = QUARTERS_A_YEAR if now.kind is DeckKind.YEAR else now.number
        last = (now.year - 1) * MONTHS_A_YEAR + quarter * MONTHS_A_QUARTER - 1
        year, month = divmod(last - back, MONTHS_A_YEAR)
        return quarter_short(year + 1, month // MONTHS_A_QUARTER + 1, self.language)

    def _notes(self) -> Iterator[str]:
        report, language = self.report, self.language
        if report.rule.whole_months:
            names = ", ".join(panel_name(key) for key in report.rule.channels)
            yield self.say("notes.rule", channels=names, start=short_date(report.client.start, language))
        for reference, counted in report.compared:
            stretch = {
                Reference.PREVIOUS: report.previous,
                Reference.YEAR_AGO: report.year_ago,
                Reference.BASELINE: report.baseline,
            }[reference]
            if reference is not Reference.BASELINE or stretch != report.year_ago:
                versus = compared_with(stretch, language)
                yield self.say(
                    "notes.compared_months", versus=opened(versus), months=counted.days, of=counted.of
                )
        for pause in report.pauses:
            first = short_date(pause.start, language)
            yield self.say("notes.pause", first=first, reason=pause.reason)
        for feast in report.feasts:
            yield self.say(
                "notes.easter",
                day=short_date(feast.day, language),
                month=self.month(feast.month),
                beside=self.month(feast.beside),
            )
        for channel in report.new_channels:
            yield self.say("notes.new_channel", channel=panel_name(channel))
