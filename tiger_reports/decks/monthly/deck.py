"""A month's report as a deck."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.monthly.catalogue import CATALOGUE
from tiger_reports.decks.monthly.source_line import source_line
from tiger_reports.decks.monthly.speaker_notes import speaker_notes
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.model.report import MonthReport
from tiger_reports.model.slide import Deck, Scorecards, Slide


def monthly_deck(report: MonthReport, language: str, *, draft: bool) -> Deck:
    """All slides that the report has content for.

    A client deck (`draft` false) holds approved comments only; a draft holds every comment that is not
    internal, and carries its mark on every slide.
    """
    telling = Telling(report, language, draft)
    made = tuple(slide for maker in CATALOGUE for slide in maker(telling))
    keys = {slide.key for slide in made}
    slides = tuple(_finished(telling, slide, keys) for slide in made)
    month = telling.month(report.period)
    return Deck(
        title=telling.say("deck.title", client=report.client.name, month=month),
        language=language,
        slides=slides,
        footer=f"{report.client.name} · {month}",
        draft=telling.say("draft") if draft else "",
        properties=_properties(report, draft=draft),
    )


def _finished(telling: Telling, slide: Slide, keys: set[str]) -> Slide:
    linked = replace(
        slide, exhibits=tuple(_linked(e, keys) if isinstance(e, Scorecards) else e for e in slide.exhibits)
    )
    noted = replace(linked, notes=speaker_notes(telling, slide))
    return noted if slide.key == "cover" else replace(noted, source=source_line(telling, slide))


def _linked(cards: Scorecards, keys: set[str]) -> Scorecards:
    """Links only to slides that this deck has."""
    kept = tuple(
        replace(card, links_to=card.links_to if card.links_to in keys else "") for card in cards.cards
    )
    return replace(cards, cards=kept)


def _properties(report: MonthReport, *, draft: bool) -> tuple[tuple[str, str], ...]:
    return (
        ("client", report.client.id),
        ("month", report.period.month_key),
        ("version", str(report.notes.version)),
        ("created", report.today.isoformat()),
        ("author", report.specialist),
        ("kind", "monthly"),
        ("state", "draft" if draft else "client"),
    )
