"""What the speaker needs: talking points first, then where the figures come from."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.sources import file_name, imported_at
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.model.slide import Exhibit, Paragraph, Scorecards, Slide, StoryCards, Table, VarianceBars
from tiger_reports.text.numbers import number

MOST = 4
"""Cards or rows that are said aloud; the others can be read."""
READ_ONLY = ("cover", "definitions", "sources", "data_notes")


def speaker_notes(telling: Telling, slide: Slide) -> str:
    points = (slide.title, *_points(slide))
    lines = [telling.say("speaker.points"), *(f"• {point}" for point in points)]
    files = telling.report.notes.sources
    if files and not slide.key.startswith(("cover", "plan")):
        lines += ["", telling.say("speaker.sources")]
        lines += [f"• {_source(telling, number_)}" for number_ in range(len(files))]
    return "\n".join(lines)


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
                told = " ".join(_paragraph(one) for one in story.paragraphs)
                yield " ".join(part for part in (f"{story.heading}: {told}", story.evidence) if part)
        case VarianceBars():
            yield from _channels(exhibit)
        case Table():
            rows = (tuple(cell.text for cell in row if cell.text) for row in exhibit.rows)
            yield from [", ".join(row) for row in rows if len(row) > 1][:MOST]


def _channels(bars: VarianceBars) -> Iterator[str]:
    """Each row's level and, in brackets, its changes."""
    level, *changes = (panel.series[-1].labels for panel in bars.panels)
    for at, name in enumerate(bars.categories):
        moves = ", ".join(labels[at] for labels in changes if labels[at])
        yield f"{name}: {level[at]} ({moves})" if moves else f"{name}: {level[at]}"


def _paragraph(one: Paragraph) -> str:
    return f"{one.lead} {one.text}".strip().replace("\n", "; ")


def _source(telling: Telling, index: int) -> str:
    source = telling.report.notes.sources[index]
    return telling.say(
        "speaker.source",
        panel=words.panel_name(source.panel),
        file=file_name(source.file),
        imported=imported_at(telling, source),
        rows=number(source.rows, telling.language),
        n=source.rows,
    )
