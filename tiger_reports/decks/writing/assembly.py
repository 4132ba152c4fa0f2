"""The slides of a catalogue that a report has content for, with their links, notes and source lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from tiger_reports.decks.writing.source_line import source_line
from tiger_reports.decks.writing.speaker_notes import speaker_notes
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.slide import Deck, Slide

Told = TypeVar("Told", bound=Telling)


def deck_of(telling: Told, catalogue: tuple[Callable[[Told], tuple[Slide, ...]], ...], kind: str) -> Deck:
    """All slides that the report has content for."""
    return deck_from(telling, tuple(slide for maker in catalogue for slide in maker(telling)), kind)


def deck_from(telling: Telling, made: tuple[Slide, ...], kind: str) -> Deck:
    """Slides that were written, with links among them; what the file says of itself is in `properties`."""
    keys = {slide.key for slide in made}
    client = telling.report.client.name
    return Deck(
        title=telling.say("deck.title", client=client, month=telling.title),
        language=telling.language,
        slides=tuple(_finished(telling, slide, keys) for slide in made),
        footer=f"{client} · {telling.title}",
        draft=telling.say("draft") if telling.draft else "",
        properties=_properties(telling, kind),
    )


def kept(deck: Deck, slides: tuple[Slide, ...]) -> Deck:
    """The deck with only these slides, and links only to what is left."""
    keys = {slide.key for slide in slides}
    return replace(deck, slides=tuple(_with_links(slide, keys) for slide in slides))


def _finished(telling: Telling, slide: Slide, keys: set[str]) -> Slide:
    noted = replace(_with_links(slide, keys), notes=speaker_notes(telling, slide))
    return noted if slide.key == "cover" else replace(noted, source=source_line(telling, slide))


def _with_links(slide: Slide, keys: set[str]) -> Slide:
    return replace(
        slide, exhibits=tuple(_linked(e, keys) if isinstance(e, Scorecards) else e for e in slide.exhibits)
    )


def _linked(cards: Scorecards, keys: set[str]) -> Scorecards:
    """Links only to slides that this deck has."""
    kept = tuple(
        replace(card, links_to=card.links_to if card.links_to in keys else "") for card in cards.cards
    )
    return replace(cards, cards=kept)


def _properties(telling: Telling, kind: str) -> tuple[tuple[str, str], ...]:
    report = telling.report
    return (
        ("client", report.client.id),
        ("month", report.period.key),
        ("version", str(report.notes.version)),
        ("created", report.today.isoformat()),
        ("author", report.specialist),
        ("kind", kind),
        ("stretch", telling.stretch),
        ("start", report.client.start.isoformat() if telling.stretch else ""),
        ("state", "draft" if telling.draft else "client"),
    )
