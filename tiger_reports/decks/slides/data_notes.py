"""Appendix: what a reader must know of the data, what was accepted, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.files import file_name
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.definition_break import Break
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.period import month_of, parse_month
from tiger_reports.model.restated import Decision
from tiger_reports.model.slide import Slide
from tiger_reports.model.sources import Compared, Comparison
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range, period_title, short_date
from tiger_reports.text.findings import describe
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import exact, exact_percent, metric_value, money
from tiger_reports.text.sources import origin_words

TOLD = ("rate_missing", "zone_differs", "conversions_beside")
"""Findings that a reader of the deck has to know, although nobody had to accept them."""
FIGURES = 4
"""Moved figures named in one note."""


def data_notes(telling: Telling) -> tuple[Slide, ...]:
    """What a reader must know of the data: silent channels, sources that disagree, accepted findings.

    Each with who decided it, and the reason.
    """
    rows = tuple(
        row
        for group in (
            (_missing(telling, channel) for channel in telling.report.notes.missing_channels),
            (
                _chosen(telling, pair, one)
                for pair in telling.report.notes.comparisons
                for one in pair.differing
            ),
            (_note(text) for text in (*telling.own_notes, *_unfinished(telling))),
            _money(telling),
            (_broken(telling, one) for one in telling.report.breaks),
            (_footnote(telling, decision) for decision in telling.report.notes.footnotes),
            (_waived(telling, waiver) for waiver in telling.report.notes.waivers),
            _overridden(telling),
        )
        for row in group
    )
    if not rows:
        return ()
    page = Page(telling, "data_notes", "appendix")
    columns = (
        Column(telling.say("column.note"), numeric=False, weight=4.6),
        Column(telling.say("column.accepted"), numeric=False, weight=2.0),
        Column(telling.say("column.reason"), numeric=False, weight=3.8),
    )
    table = Table(columns, rows, telling.say("alt.data_notes"), "data notes")
    return table_slides(page, telling.say("title.data_notes", n=page.count("notes", len(rows))), table)


def _missing(telling: Telling, channel: str) -> tuple[Cell, ...]:
    return _note(telling.say("notes.missing", channel=channel))


def _note(text: str) -> tuple[Cell, ...]:
    """What the data say of themselves: nobody accepted it, nobody had to."""
    return Cell(text, bold=True), Cell("–"), Cell("–")


def _unfinished(telling: Telling) -> Iterator[str]:
    """Figures that still grow, and days that were cut off by their export."""
    report, language = telling.report, telling.language
    growing = [
        figure for figure in report.figures if figure.final_on and words.metric(figure.metric).headline
    ]
    for day in sorted({figure.final_on for figure in growing if figure.final_on}):
        names = (words.metric_short(f.metric, language) for f in growing if f.final_on == day)
        first = short_date(report.young_from or report.period.start, language)
        listed, last = ", ".join(names), short_date(day, language)
        yield telling.say("notes.not_final", first=first, metrics=listed, day=last)
    for channel, day in report.notes.partial_days:
        yield telling.say("notes.partial_day", channel=panel_name(channel), day=short_date(day, language))


def _money(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    """Rates with their source, money that has none, and the agency's margin."""
    notes, language = telling.report.notes, telling.language
    for rate in notes.rates:
        days, figure = date_range(rate.days, language), exact(rate.rate, language)
        subject = telling.say("notes.rate", base=rate.base, rate=figure, quote=rate.quote, days=days)
        yield Cell(subject, bold=True), Cell(rate.who or "–"), Cell(rate.source)
    told_of = (finding for finding in notes.notes if finding.code in TOLD)
    for told in dict.fromkeys(describe(finding, language) for finding in told_of):
        yield Cell(told.title, bold=True), Cell("–"), Cell(told.why)
    if notes.margin is not None:
        yield _note(_margin(telling, notes.margin))


def _broken(telling: Telling, one: Break) -> tuple[Cell, ...]:
    kind = telling.say(f"break.{one.kind}")
    channel = f"{panel_name(one.channel)}: " if one.channel else ""
    text = f"{one.text} ({telling.say('notes.compared')})" if one.compared else one.text
    subject = f"{channel}{kind}, {short_date(one.day, telling.language)}"
    return Cell(subject, bold=True), Cell(one.who or "–"), Cell(text)


def _margin(telling: Telling, margin: Decimal) -> str:
    report, language = telling.report, telling.language
    spend = report.figure("spend")
    if report.notes.net_spend is None or spend is None:
        return telling.say("notes.net")
    net, gross = (
        money(amount, report.client.currency, language)
        for amount in (report.notes.net_spend, spend.value.amount)
    )
    return telling.say("notes.gross", net=net, percent=exact_percent(margin, language), gross=gross)


def _footnote(telling: Telling, decision: Decision) -> tuple[Cell, ...]:
    """What moved in a month whose report stays as it was sent."""
    language, currency = telling.language, telling.report.client.currency
    own = [moved for moved in decision.figures if moved.period.month_key == decision.month]
    known = [moved for moved in own if words.metric(moved.metric).headline] or own or list(decision.figures)
    figures = (
        telling.say(
            "notes.moved",
            metric=words.metric_short(moved.metric, language),
            before=metric_value(words.metric(moved.metric), moved.before, language, currency),
            after=metric_value(words.metric(moved.metric), moved.after, language, currency),
        )
        for moved in known[:FIGURES]
    )
    month = telling.month(parse_month(decision.month))
    when = short_date(decision.at.astimezone(ZoneInfo(telling.report.client.timezone)).date(), language)
    subject = telling.say("notes.footnote", month=month, figures="; ".join(figures))
    return Cell(subject, bold=True), Cell(f"{decision.who}, {when}"), Cell(decision.reason or "–")


def _chosen(telling: Telling, pair: Comparison, one: Compared) -> tuple[Cell, ...]:
    """Two amounts of one figure: which counts, who said so and why; a draft may show that nobody did."""
    language, currency = telling.language, telling.report.client.currency
    choice = pair.choice if pair.settled else None
    told = telling.say(
        "notes.chosen" if choice else "notes.open",
        channel=telling.channel(pair.channel),
        measure=measure_name(one.measure, language),
        first=measure_amount(one.measure, one.first, currency, language),
        second=measure_amount(one.measure, one.second, currency, language),
        source=origin_words(pair.first, language),
        other=origin_words(pair.second, language),
    )
    if telling.parts and pair.days is not None:
        told = f"{period_title(month_of(pair.days.start), language)}: {told}"
    if choice is None:
        return Cell(told, bold=True), Cell("–"), Cell("–")
    return Cell(told, bold=True), Cell(_signed(telling, choice.name, choice.at)), Cell(choice.reason)


def _signed(telling: Telling, name: str, at: datetime) -> str:
    """Who, and on which day of the client's."""
    day = at.astimezone(ZoneInfo(telling.report.client.timezone)).date()
    return f"{name}, {short_date(day, telling.language)}"


def _waived(telling: Telling, waiver: Waiver) -> tuple[Cell, ...]:
    what = words.finding_title(waiver.finding, telling.language)
    where = file_name(waiver.finding.file)
    subject = f"{what} ({where})" if where else what
    return (
        Cell(subject, bold=True),
        Cell(_signed(telling, waiver.name, waiver.at)),
        Cell(waiver.reason.strip()),
    )


def _overridden(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    """That a lead let the report out although words were missing: never silently."""
    override = telling.report.override
    if override is not None:
        items = ", ".join(dict.fromkeys(telling.name(item.subject) for item in override.items))
        subject = telling.say("notes.override", items=items)
        signed = _signed(telling, override.name, override.at)
        yield Cell(subject, bold=True), Cell(signed), Cell(override.reason)
