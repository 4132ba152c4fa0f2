"""The cards of a month: its judged figures with this month's words and those of the month before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tiger_reports.commentary.cards import Moved, Written, cards
from tiger_reports.commentary.sentence import Voice
from tiger_reports.model.card import Card, Comment
from tiger_reports.model.figure import Figure
from tiger_reports.model.report import MonthState
from tiger_reports.services.months.evidence import Witness
from tiger_reports.services.months.kept import MonthKept


@dataclass(frozen=True)
class LastMonth:
    """Last month's comments as they were typed, and as their reader saw them."""

    typed: tuple[Comment, ...]
    read: tuple[Comment, ...]


def month_cards(
    figures: tuple[Figure, ...], kept: MonthKept, last: LastMonth, witness: Witness, voice: Voice
) -> tuple[Card, ...]:
    """Each with the day on which its figure is final, and last month's words as they were read."""
    frozen = kept.status.state is MonthState.EXPORTED
    written = Written(by_card(kept.comments), by_card(last.typed), frozen)
    found = cards(_moved(figures), witness.evidence, written, voice)
    return _dated(_remembering(found, by_card(last.read)), figures)


def by_card(comments: Iterable[Comment]) -> Mapping[str, Comment]:
    return {one.card: one for one in comments}


def _moved(figures: Iterable[Figure]) -> list[Moved]:
    """Figures whose changes were judged: those that a client is shown, nothing finer."""
    judged = (figure for figure in figures if figure.previous.judgement is not None)
    return [Moved(figure.previous, figure.year_ago, figure.planned) for figure in judged]


def _remembering(found: tuple[Card, ...], read: Mapping[str, Comment]) -> tuple[Card, ...]:
    return tuple(
        replace(card, last_month=read.get(card.last_month.card)) if card.last_month else card
        for card in found
    )


def _dated(found: tuple[Card, ...], figures: tuple[Figure, ...]) -> tuple[Card, ...]:
    days = {figure.metric: figure.final_on for figure in figures}
    return tuple(replace(card, final_on=days.get(card.metric)) for card in found)
