"""A quarter's report as a deck: the common frame, and what its agenda adds where somebody wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tiger_reports.decks.quarter import agenda
from tiger_reports.decks.quarter.goals import goals
from tiger_reports.decks.quarter.proposals import channels, choice, proposals
from tiger_reports.decks.slides import moves
from tiger_reports.decks.slides.activities import activities
from tiger_reports.decks.slides.attention import attention
from tiger_reports.decks.slides.by_channel import by_channel
from tiger_reports.decks.slides.campaigns import campaigns
from tiger_reports.decks.slides.cost import cost
from tiger_reports.decks.slides.definitions import definitions
from tiger_reports.decks.slides.kpis import kpis
from tiger_reports.decks.slides.month_by_month import month_by_month
from tiger_reports.decks.slides.own import own
from tiger_reports.decks.slides.promises import promises
from tiger_reports.decks.slides.sources import data_notes, sources
from tiger_reports.decks.slides.summary import summary
from tiger_reports.decks.slides.tiger_cover import cover
from tiger_reports.decks.writing.assembly import deck_of
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.model.tiger_report import TigerReport

Maker = Callable[[TigerTelling], tuple[Slide, ...]]
FRAME: tuple[Maker, ...] = (
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
    promises,
)
AGENDAS: Mapping[int, tuple[Maker, ...]] = {
    1: (agenda.problems, agenda.achieved, activities),
    2: (agenda.achieved, activities, proposals, choice),
    3: (agenda.achieved, activities, agenda.questions, channels, choice),
}
"""What each quarter's meeting is about, beside the results: closing the opening, new ideas, a check-up."""
APPENDIX: tuple[Maker, ...] = (agenda.agreed, definitions, sources, data_notes)
LAST: tuple[Maker, ...] = (cover, summary, month_by_month, moves.rises, moves.drops, promises)
"""The last quarter in five messages behind its cover: the annual deck tells the rest."""


def quarter_deck(report: TigerReport, language: str, *, draft: bool) -> Deck:
    """All slides that the quarter has content for; months' comments stand in it only as approved."""
    asked = AGENDAS.get(report.now.number)
    catalogue = LAST if asked is None else (*FRAME, *asked, *APPENDIX)
    return deck_of(TigerTelling(report, language, draft), catalogue, "quarter")
