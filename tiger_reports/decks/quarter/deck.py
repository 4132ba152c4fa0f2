"""A quarter's report as a deck: the common frame, and what its agenda adds where somebody wrote it."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.decks.monthly.attention import attention
from tiger_reports.decks.monthly.by_channel import by_channel
from tiger_reports.decks.monthly.campaigns import campaigns
from tiger_reports.decks.monthly.cost import cost
from tiger_reports.decks.monthly.deck import deck_of
from tiger_reports.decks.monthly.definitions import definitions
from tiger_reports.decks.monthly.kpis import kpis
from tiger_reports.decks.monthly.month_by_month import month_by_month
from tiger_reports.decks.monthly.own import own
from tiger_reports.decks.monthly.sources import data_notes, sources
from tiger_reports.decks.monthly.summary import summary
from tiger_reports.decks.quarter import agenda, moves
from tiger_reports.decks.quarter.cover import cover
from tiger_reports.decks.quarter.goals import goals
from tiger_reports.decks.quarter.telling import TigerTelling
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.model.tiger_report import TigerReport

CATALOGUE: tuple[Callable[[TigerTelling], tuple[Slide, ...]], ...] = (
    cover,
    summary,
    goals,
    kpis,
    month_by_month,
    by_channel,
    cost,
    attention,
    campaigns,
    own,
    moves.rises,
    moves.drops,
    agenda.promises,
    agenda.problems,
    agenda.activities,
    agenda.proposals,
    agenda.questions,
    agenda.decisions,
    agenda.timeline,
    definitions,
    sources,
    data_notes,
)


def quarter_deck(report: TigerReport, language: str, *, draft: bool) -> Deck:
    """All slides that the quarter has content for; months' comments stand in it only as approved."""
    return deck_of(TigerTelling(report, language, draft), CATALOGUE, "quarter")
