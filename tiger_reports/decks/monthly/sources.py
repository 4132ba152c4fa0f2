"""Appendix: the files that the figures rest on, the checks they passed, what was accepted and by whom."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath
from zoneinfo import ZoneInfo

from babel.dates import format_time

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.table import PAD_X, TEXT
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.monthly.tables import table_slides
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.model.report import Source, Waiver
from tiger_reports.model.slide import Cell, Column, Slide, Table
from tiger_reports.model.sources import Compared, Comparison
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range, short_date
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import number
from tiger_reports.text.sources import origin_words

WEIGHTS = (1.8, 4.4, 2.6, 1.0, 2.4)
FILE_LINES = 2


def sources(telling: Telling) -> tuple[Slide, ...]:
    notes = telling.report.notes
    if not notes.sources:
        return ()
    page = Page(telling, "sources", "appendix")
    keys = ("panel", "file", "days", "rows", "imported")
    columns = tuple(
        Column(telling.say(f"column.{key}"), numeric=key == "rows", weight=weight)
        for key, weight in zip(keys, WEIGHTS, strict=True)
    )
    rows = tuple(_row(telling, source) for source in notes.sources)
    table = Table(columns, rows, telling.say("alt.sources"), "sources")
    title = telling.say(
        "title.sources",
        n=page.count("files", len(notes.sources)),
        passed=page.count("checks_passed", notes.checks_passed),
        run=page.count("checks_run", notes.checks_run),
    )
    return table_slides(page, title, table)


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
            (_waived(telling, waiver) for waiver in telling.report.notes.waivers),
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


def file_name(path: str) -> str:
    """The bare name of a file: no folder of ours or of the specialist's leaves the house."""
    return PureWindowsPath(PurePosixPath(path).name).name


def imported_at(telling: Telling, source: Source) -> str:
    """Import time in the client's zone."""
    local = source.imported_at.astimezone(ZoneInfo(telling.report.client.timezone))
    clock = format_time(local.time(), "HH:mm", locale=telling.language)
    return f"{short_date(local.date(), telling.language)}, {clock}"


def _row(telling: Telling, source: Source) -> tuple[Cell, ...]:
    width = WIDE.body.width * WEIGHTS[1] / sum(WEIGHTS) - 2 * PAD_X
    name = elide(file_name(source.file), width, Type(TEXT, family=telling.family), FILE_LINES)
    days = date_range(source.period, telling.language) if source.period else "–"
    return (
        Cell(panel_name(source.panel), bold=True),
        Cell(name),
        Cell(days),
        Cell(number(source.rows, telling.language)),
        Cell(imported_at(telling, source)),
    )


def _missing(telling: Telling, channel: str) -> tuple[Cell, ...]:
    return Cell(telling.say("notes.missing", channel=channel), bold=True), Cell("–"), Cell("–")


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
