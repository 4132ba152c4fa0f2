"""The appendix' sheets as lines of cells, from the same report as the slides."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.decks.workbook_cells import Content, Line, Number, figure, percent_change
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.comments import card_subject, cause_words, expected_words
from tiger_reports.decks.writing.files import file_name, imported_at
from tiger_reports.decks.writing.telling import Telling, told_cards
from tiger_reports.model.change import Change, Reference
from tiger_reports.model.metric import Unit
from tiger_reports.model.report import Figure, Part
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range, month_title


def _head(telling: Telling, *first: str) -> Line:
    months = (telling.period, telling.previous, telling.year_ago)
    now, previous, year_ago = (telling.month(period) for period in months)
    change = telling.say("workbook.delta"), telling.say("workbook.relative")
    return Line((*first, telling.say("workbook.unit"), now, previous, *change, year_ago, *change), bold=True)


def _figure(telling: Telling, entry: Figure, *first: str) -> Line:
    metric = words.metric(entry.metric)
    return Line(
        (
            *first,
            telling.name(entry.metric),
            _unit(telling, metric.unit),
            figure(metric, entry.value.amount),
            *_change(entry.previous),
            *_change(entry.year_ago),
        )
    )


def _change(change: Change) -> tuple[Content, ...]:
    metric = words.metric(change.metric)
    return figure(metric, change.before.amount), figure(metric, change.delta), percent_change(change.relative)


def _unit(telling: Telling, unit: Unit) -> str:
    return {Unit.MONEY: telling.report.client.currency, Unit.PERCENT: "%", Unit.FACTOR: "×"}.get(unit, "")


def metric_lines(telling: Telling) -> Iterable[Line]:
    yield _head(telling, telling.say("column.metric"))
    for entry in telling.report.figures:
        yield _figure(telling, entry)


def key_figure_lines(telling: Telling) -> Iterable[Line]:
    head = _head(telling, telling.say("column.metric"))
    yield Line((*head.cells, telling.say("workbook.sentence")), bold=True)
    for key in telling.report.key_figures:
        entry = telling.report.figure(key.metric)
        if entry is not None:
            line = _figure(telling, entry)
            yield Line((*line.cells, key.sentence))


def month_lines(telling: Telling) -> Iterable[Line]:
    """One column a month, oldest first."""
    months = telling.report.months
    titles = (month_title(month, telling.language) for month in months)
    yield Line((telling.say("column.metric"), telling.say("workbook.unit"), *titles), bold=True)
    for entry in telling.report.figures:
        metric = words.metric(entry.metric)
        series = (figure(metric, value.amount) for value in entry.series)
        yield Line((telling.name(entry.metric), _unit(telling, metric.unit), *series))


def channel_lines(telling: Telling) -> Iterable[Line]:
    yield _head(telling, telling.say("column.channel"), telling.say("column.metric"))
    for part in telling.report.channels:
        yield from _part(telling, part, panel_name(part.name))


def campaign_lines(telling: Telling) -> Iterable[Line]:
    columns = (telling.say(f"column.{key}") for key in ("campaign", "channel", "metric"))
    yield _head(telling, *columns)
    for part in telling.report.campaigns:
        yield from _part(telling, part, part.name, panel_name(part.channel))


def _part(telling: Telling, part: Part, *first: str) -> Iterable[Line]:
    return (_figure(telling, entry, *first) for entry in part.figures.values())


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
    for waiver in notes.waivers:
        yield Line((words.finding_title(waiver.finding, telling.language), waiver.name, waiver.reason))
