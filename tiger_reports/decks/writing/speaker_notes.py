"""What the speaker needs: talking points first, then where the figures come from."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.decks.pictures.days import log_words
from tiger_reports.decks.writing.comments import sentence
from tiger_reports.decks.writing.files import file_name, imported_at
from tiger_reports.decks.writing.source_line import source_line
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.data_notes import Source
from tiger_reports.model.exhibits.matrix import Matrix
from tiger_reports.model.exhibits.picture import Board, Contributions, DayChart, Picture, Waterfall
from tiger_reports.model.exhibits.scorecard import Scorecard, Scorecards
from tiger_reports.model.exhibits.stacks import Stacks
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.table import Cell, Table
from tiger_reports.model.exhibits.timeline import Timeline
from tiger_reports.model.exhibits.variance import VarianceBars
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.row_ranges import ranges_text
from tiger_reports.model.slide import Exhibit, Slide
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING, number

MOST = 4
"""Cards or rows that are said aloud, files and ranges of rows that are named: the others can be read."""
MOST_DONE = 10
"""Entries of the campaign log."""
TELLS_DONE = ("summary", "picture")
READ_ONLY = ("cover", "definitions", "sources", "data_notes")


def speaker_notes(telling: Telling, slide: Slide) -> str:
    opening = (telling.agenda,) if telling.agenda and slide.key == "cover" else ()
    points = (slide.title, *opening, *_points(slide))
    lines = [telling.say("speaker.points"), *(f"• {point}" for point in points)]
    if slide.key.partition("-")[0] in TELLS_DONE:
        lines += _done(telling)
    if telling.report.notes.sources and not slide.key.startswith(("cover", "done", "plan")):
        lines += ["", telling.say("speaker.sources"), *(f"• {source}" for source in _sources(telling, slide))]
    return "\n".join(lines)


def _done(telling: Telling) -> list[str]:
    """The month's campaign log, for whoever is asked what the agency did."""
    log = telling.report.log
    if not log:
        return []
    told = [
        f"• {short_date(one.day, telling.language)}: {log_words(one, telling.language, reasons=False)}"
        for one in log[:MOST_DONE]
    ]
    more = len(log) - MOST_DONE
    rest = [f"• {telling.say('speaker.more_done', n=more)}"] if more > 0 else []
    return ["", telling.say("speaker.done"), *told, *rest]


def _sources(telling: Telling, slide: Slide) -> Iterator[str]:
    """Under the summary all of every file; under other slides the line that stands on them; then its rows."""
    files = telling.report.notes.sources
    if slide.key == "summary":
        yield from (_source(telling, source) for source in files)
    else:
        yield source_line(telling, slide)
    counted = [source for source in files if source.counted]
    for source in counted[:MOST]:
        rows = ranges_text(source.counted, MOST)
        yield telling.say("speaker.rows", file=file_name(source.file), rows=rows)
    if len(counted) > MOST:
        yield telling.say("speaker.more_files", n=len(counted) - MOST)


def _points(slide: Slide) -> Iterator[str]:
    if slide.key.partition("-")[0] in READ_ONLY:
        return
    for exhibit in slide.exhibits:
        yield from _said(exhibit)
    yield from (_paragraph(one) for one in slide.comment)


def _said(exhibit: Exhibit) -> Iterator[str]:  # noqa: C901  (a line an exhibit)
    """The figures of an exhibit as a person would say them."""
    match exhibit:
        case Scorecards():
            yield from (_scorecard(card) for card in exhibit.cards[:MOST])
        case StoryCards():
            yield from (_story(story) for story in exhibit.cards)
        case Board():
            yield from (said for picture in exhibit.pictures for said in _pictured(picture))
        case VarianceBars():
            yield from _channels(exhibit)
        case Stacks():
            yield from (
                f"{stack.title}, {part.name}: {part.beside}"
                for stack in exhibit.stacks
                for part in stack.parts
            )
        case Timeline():
            yield from (": ".join(filter(None, (bar.name, bar.note, bar.gate))) for bar in exhibit.bars)
        case Matrix():
            yield from (": ".join(filter(None, (one.name, one.note))) for one in exhibit.placed)
        case Table():
            yield from [text for row in exhibit.rows if (text := _row(exhibit, row))][:MOST]


def _scorecard(card: Scorecard) -> str:
    moves = ", ".join(f"{d.text} {d.versus}" for d in card.deltas)
    return f"{card.name}: {card.value} ({moves})"


def _story(story: StoryCard) -> str:
    told = " ".join(sentence(_paragraph(one)) for one in story.paragraphs)
    return f"{story.heading}. {told} {story.evidence}".rstrip()


def _row(table: Table, row: tuple[Cell, ...]) -> str:
    """`CPC; October 2026: 1.39; ...`: what the row is about, then its first cells under their headings."""
    pairs = zip(table.columns[1:], row[1:], strict=True)
    told = [f"{column.header}: {cell.text}" for column, cell in pairs if cell.text not in ("", MISSING)]
    return "; ".join((row[0].text, *told[:MOST])) if told else ""


def _pictured(picture: Picture) -> Iterator[str]:
    """Factors and parts with their amounts; of the days what happened on them."""
    match picture:
        case Waterfall():
            yield f"{picture.title}: " + ", ".join(f"{one.name} {one.label}" for one in picture.steps)
        case Contributions():
            yield f"{picture.title}: " + ", ".join(f"{one.name} {one.label}" for one in picture.rows[:MOST])
        case DayChart():
            yield from (f"{picture.categories[one.at]}. {one.text}" for one in picture.marks)


def _channels(bars: VarianceBars) -> Iterator[str]:
    """Each row's level and, in brackets, its changes."""
    level, *changes = bars.panels
    for at, name in enumerate(bars.categories):
        pairs = ((panel.series[-1].labels[at], panel.title.lstrip("Δ ")) for panel in changes)
        moves = ", ".join(f"{label} {versus}" for label, versus in pairs if label)
        now = f"{name}: {level.series[-1].labels[at]}"
        yield f"{now} ({moves})" if moves else now


def _paragraph(one: Paragraph) -> str:
    lead = f"{one.lead.rstrip(':')}: " if one.lead else ""
    return lead + one.text.replace("\n", "; ")


def _source(telling: Telling, source: Source) -> str:
    return telling.say(
        "speaker.source",
        panel=panel_name(source.panel),
        file=file_name(source.file),
        imported=imported_at(telling, source),
        rows=number(source.rows, telling.language),
        n=source.rows,
    )
