"""The appendix' sheets as lines of cells, from the same report as the slides."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.decks.workbook_cells import Line, Number, figure, percent_change
from tiger_reports.decks.workbook_columns import Columns, dated, unit_of
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.comments import card_subject, cause_words, expected_words
from tiger_reports.decks.writing.files import file_name, imported_at
from tiger_reports.decks.writing.telling import Telling, told_cards
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.change import Reference
from tiger_reports.model.figure import Figure, Part
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range


def metric_lines(telling: Telling) -> Iterable[Line]:
    columns = Columns(telling)
    yield columns.head(telling.say("column.metric"))
    for entry in telling.report.figures:
        yield columns.line(entry)


def key_figure_lines(telling: Telling) -> Iterable[Line]:
    columns = Columns(telling)
    first = columns.head(telling.say("column.metric"))
    yield Line((*first.cells, telling.say("workbook.sentence")), bold=True)
    for key in telling.report.key_figures:
        entry = telling.report.figure(key.metric)
        if entry is not None:
            line = columns.line(entry)
            yield Line((*line.cells, key.sentence))


def month_lines(telling: Telling) -> Iterable[Line]:
    """One column a month, oldest first."""
    yield _month_heads(telling)
    yield from _by_month(telling, telling.report.figures)


def all_month_lines(telling: Telling) -> Iterable[Line]:
    """The same of all channels together, then of each, and of each profile."""
    yield _month_heads(telling, telling.say("column.channel"))
    yield from _by_month(telling, telling.report.figures, telling.say("workbook.together"))
    for part in (*telling.report.channels, *telling.report.own):
        yield from _by_month(telling, part.figures.values(), panel_name(part.name))


def _month_heads(telling: Telling, *first: str) -> Line:
    titles = (telling.month(month) for month in telling.report.months)
    return Line((*first, telling.say("column.metric"), telling.say("workbook.unit"), *titles), bold=True)


def _by_month(telling: Telling, figures: Iterable[Figure], *first: str) -> Iterable[Line]:
    for entry in figures:
        metric = words.metric(entry.metric)
        series = (figure(metric, value.amount) for value in entry.series)
        yield Line((*first, telling.name(entry.metric), unit_of(telling, metric.unit), *series))


def channel_lines(telling: Telling) -> Iterable[Line]:
    yield from _by_channel(telling, telling.report.channels)


def own_lines(telling: Telling) -> Iterable[Line]:
    """Profiles and websites, each for itself."""
    yield from _by_channel(telling, telling.report.own)


def _by_channel(telling: Telling, parts: Iterable[Part]) -> Iterable[Line]:
    columns = Columns(telling)
    yield columns.head(telling.say("column.channel"), telling.say("column.metric"))
    for part in parts:
        yield from (columns.line(entry, panel_name(part.name)) for entry in part.figures.values())


def campaign_lines(telling: Telling) -> Iterable[Line]:
    columns = Columns(telling)
    yield columns.head(*(telling.say(f"column.{key}") for key in ("campaign", "channel", "metric")))
    for part in telling.report.campaigns:
        place = part.name, panel_name(part.channel)
        yield from (columns.line(entry, *place) for entry in part.figures.values())


def comment_lines(telling: Telling) -> Iterable[Line]:
    keys = ("column.metric", "workbook.reference", "workbook.before", "workbook.after", "workbook.relative")
    words_ = ("comment.cause", "comment.solution", "comment.expected")
    yield Line(tuple(telling.say(key) for key in (*keys, *words_)), bold=True)
    for card, comment in told_cards(telling):
        change, metric = card.change, words.metric(card.metric)
        yield Line(
            (
                card_subject(telling, card),
                _reference(telling, change.reference),
                figure(metric, change.before.amount),
                figure(metric, change.after.amount),
                percent_change(change.relative),
                cause_words(telling, comment),
                comment.solution,
                expected_words(telling, comment),
            )
        )


def _reference(telling: Telling, reference: Reference) -> str:
    if reference is Reference.PLAN:
        return telling.say("column.target")
    return telling.month(telling.previous if reference is Reference.PREVIOUS else telling.year_ago)


def explained_lines(telling: TigerTelling) -> Iterable[Line]:
    """Rises and drops of a quarter or a year with the approved words of its months, one line each."""
    keys = ("metric", "reference", "before", "after", "relative", "said_of")
    heads = (telling.say("column.metric"), *(telling.say(f"workbook.{key}") for key in keys[1:]))
    words_ = ("comment.cause", "comment.solution", "comment.expected")
    yield Line((*heads, *(telling.say(key) for key in words_)), bold=True)
    for one in telling.report.explained:
        change, metric = one.change, words.metric(one.change.metric)
        moved = (
            telling.name(change.metric),
            dated(telling, change.base_period),
            figure(metric, change.before.amount),
            figure(metric, change.after.amount),
            percent_change(change.relative),
        )
        if not one.words and one.told is None:
            yield Line(moved)
        if one.told is not None:
            yield Line((*moved, telling.short_title, one.told.cause.strip(), one.told.solution.strip()))
        for month, comment in one.words:
            said = cause_words(telling, comment), comment.solution, expected_words(telling, comment)
            yield Line((*moved, telling.month(month), *said))


def source_lines(telling: Telling) -> Iterable[Line]:
    notes = telling.report.notes
    keys = ("panel", "file", "days", "rows", "imported")
    yield Line(tuple(telling.say(f"column.{key}") for key in keys), bold=True)
    for source in notes.sources:
        yield Line(
            (
                panel_name(source.panel),
                file_name(source.file),
                date_range(source.period, telling.language) if source.period else None,
                Number(source.rows),
                imported_at(telling, source),
            )
        )
    yield Line(())
    counts = (
        ("checks_run", notes.checks_run),
        ("checks_passed", notes.checks_passed),
        ("version", notes.version),
    )
    for key, count in counts:
        yield Line((telling.say(f"workbook.{key}"), Number(count)))
    for note in telling.own_notes:
        yield Line((note,))
    for waiver in notes.waivers:
        yield Line((words.finding_title(waiver.finding, telling.language), waiver.name, waiver.reason))
