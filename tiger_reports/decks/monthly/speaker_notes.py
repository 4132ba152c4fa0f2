"""What the speaker needs: talking points first, then where the figures come from."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.decks.monthly.comments import sentence
from tiger_reports.decks.monthly.source_line import source_line
from tiger_reports.decks.monthly.sources import file_name, imported_at
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.model.report import Source
from tiger_reports.model.row_ranges import ranges_text
from tiger_reports.model.slide import (
    Cell,
    Exhibit,
    Paragraph,
    Scorecards,
    Slide,
    StoryCards,
    Table,
    VarianceBars,
)
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.numbers import MISSING, number

MOST = 4
"""Cards or rows that are said aloud, files and ranges of rows that are named: the others can be read."""
READ_ONLY = ("cover", "definitions", "sources", "data_notes")


def speaker_notes(telling: Telling, slide: Slide) -> str:
    points = (slide.title, *_points(slide))
    lines = [telling.say("speaker.points"), *(f"• {point}" for point in points)]
    if telling.report.notes.sources and not slide.key.startswith(("cover", "done", "plan")):
        lines += ["", telling.say("speaker.sources"), *(f"• {source}" for source in _sources(telling, slide))]
    return "\n".join(lines)


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


def _said(exhibit: Exhibit) -> Iterator[str]:
    """The figures of an exhibit as a person would say them."""
    match exhibit:
        case Scorecards():
            for card in exhibit.cards[:MOST]:
                moves = ", ".join(f"{d.text} {d.versus}" for d in card.deltas)
                yield f"{card.name}: {card.value} ({moves})"
        case StoryCards():
            for story in exhibit.cards:
                told = " ".join(sentence(_paragraph(one)) for one in story.paragraphs)
                yield f"{story.heading}. {told} {story.evidence}".rstrip()
        case VarianceBars():
            yield from _channels(exhibit)
        case Table():
            yield from [text for row in exhibit.rows if (text := _row(exhibit, row))][:MOST]


def _row(table: Table, row: tuple[Cell, ...]) -> str:
    """`CPC; October 2026: 1.39; ...`: what the row is about, then its first cells under their headings."""
    pairs = zip(table.columns[1:], row[1:], strict=True)
    told = [f"{column.header}: {cell.text}" for column, cell in pairs if cell.text not in ("", MISSING)]
    return "; ".join((row[0].text, *told[:MOST])) if told else ""


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
