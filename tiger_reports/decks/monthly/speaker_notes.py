"""What the speaker needs: talking points first, then where the figures come from."""

from __future__ import annotations

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.sources import file_name, imported_at
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.model.slide import Slide, StoryCards
from tiger_reports.text.numbers import number


def speaker_notes(telling: Telling, slide: Slide) -> str:
    points = (slide.title, *_words(slide))
    lines = [telling.say("speaker.points"), *(f"• {point}" for point in points)]
    files = telling.report.notes.sources
    if files and not slide.key.startswith(("cover", "plan")):
        lines += ["", telling.say("speaker.sources")]
        lines += [f"• {_source(telling, number_)}" for number_ in range(len(files))]
    return "\n".join(lines)


def _words(slide: Slide) -> tuple[str, ...]:
    own = tuple(f"{p.lead} {p.text}".strip() for p in slide.comment)
    cards = tuple(
        f"{card.heading}: {' '.join(f'{p.lead} {p.text}'.strip() for p in card.paragraphs)}"
        for exhibit in slide.exhibits
        if isinstance(exhibit, StoryCards)
        for card in exhibit.cards
    )
    return own + cards


def _source(telling: Telling, index: int) -> str:
    source = telling.report.notes.sources[index]
    return telling.say(
        "speaker.source",
        panel=words.panel_name(source.panel, telling.language),
        file=file_name(source.file),
        imported=imported_at(telling, source),
        rows=number(source.rows, telling.language),
        n=source.rows,
    )
