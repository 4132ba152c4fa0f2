"""A quarter's report as a deck: the common frame, and what its agenda adds where somebody wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tiger_reports.decks.quarter import agenda
from tiger_reports.decks.quarter.audience import audience
from tiger_reports.decks.quarter.control import control
from tiger_reports.decks.quarter.decisions import decisions, timeline
from tiger_reports.decks.quarter.goals import goals
from tiger_reports.decks.quarter.matrix import matrix
from tiger_reports.decks.quarter.onboarding import onboarding
from tiger_reports.decks.quarter.plans import achieved
from tiger_reports.decks.quarter.proposals import channels, choice, proposals
from tiger_reports.decks.quarter.returns import standard_returns
from tiger_reports.decks.slides import moves
from tiger_reports.decks.slides.activities import activities
from tiger_reports.decks.slides.attention import attention
from tiger_reports.decks.slides.before_now import before_now
from tiger_reports.decks.slides.by_channel import by_channel
from tiger_reports.decks.slides.campaigns import campaigns
from tiger_reports.decks.slides.content import content
from tiger_reports.decks.slides.cost import cost
from tiger_reports.decks.slides.data_notes import data_notes
from tiger_reports.decks.slides.definitions import definitions
from tiger_reports.decks.slides.kpis import kpis
from tiger_reports.decks.slides.month_by_month import month_by_month
from tiger_reports.decks.slides.own import own
from tiger_reports.decks.slides.promises import promises
from tiger_reports.decks.slides.sources import sources
from tiger_reports.decks.slides.summary import summary
from tiger_reports.decks.slides.tiger_cover import cover
from tiger_reports.decks.writing.assembly import deck_of
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.model.tiger_year import FIRST_YEAR


def opening_now(telling: TigerTelling) -> tuple[Slide, ...]:
    """The start line against now, once: at the end of the first quarter of all."""
    return before_now(telling) if telling.report.now.year == FIRST_YEAR else ()


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
    content,
    moves.rises,
    moves.drops,
    promises,
)
AGENDAS: Mapping[int, tuple[Maker, ...]] = {
    1: (onboarding, agenda.problems, opening_now, audience, achieved, activities),
    2: (achieved, activities, standard_returns, proposals, matrix, choice),
    3: (achieved, activities, control, agenda.questions, channels, matrix, choice),
}
"""What each quarter's meeting is about, beside the results: closing the opening, new ideas, a check-up."""
CLOSE: tuple[Maker, ...] = (decisions, timeline)
APPENDIX: tuple[Maker, ...] = (definitions, sources, data_notes)
LAST: tuple[Maker, ...] = (cover, summary, month_by_month, moves.rises, moves.drops, promises)
"""The last quarter in five messages behind its cover: the annual deck tells the rest."""


def quarter_deck(report: TigerReport, language: str, *, draft: bool) -> Deck:
    """All slides that the quarter has content for; months' comments stand in it only as approved."""
    asked = AGENDAS.get(report.now.number)
    catalogue = LAST if asked is None else (*FRAME, *asked, *CLOSE, *APPENDIX)
    return deck_of(TigerTelling(report, language, draft), catalogue, "quarter")
