"""The three to five figures that the specialist chose, each with its sentence of meaning."""

from __future__ import annotations

from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.monthly.summary import arrows
from tiger_reports.decks.monthly.telling import Telling, present
from tiger_reports.model.change import Verdict
from tiger_reports.model.report import Figure, KeyFigure
from tiger_reports.model.slide import Paragraph, Slide, StoryCard, StoryCards

MOST = 5
IN_TITLE = 3


def key_figures(telling: Telling) -> tuple[Slide, ...]:
    chosen = tuple(
        (key, figure)
        for key in telling.report.key_figures[:MOST]
        if (figure := telling.report.figure(key.metric)) is not None and present(figure)
    )
    if not chosen:
        return ()
    page = Page(telling, "key_figures", "summary")
    cards = tuple(_card(page, key, figure) for key, figure in chosen)
    return (page.slide(_title(page, chosen), StoryCards(cards, most=MOST)),)


def _card(page: Page, key: KeyFigure, figure: Figure) -> StoryCard:
    telling = page.telling
    verdict = figure.previous.verdict
    return StoryCard(
        heading=telling.name(figure.metric),
        figures="",
        paragraphs=(Paragraph(key.sentence.strip()),),
        verdict=Verdict.NEUTRAL if verdict is Verdict.UNKNOWN else verdict,
        value=page.headline(figure),
        deltas=arrows(page, figure, (telling.say("mark.previous"), telling.say("mark.year_ago"))),
    )


def _title(page: Page, chosen: tuple[tuple[KeyFigure, Figure], ...]) -> str:
    figures = "; ".join(
        f"{page.telling.name(figure.metric)}: {page.headline(figure)}" for _, figure in chosen[:IN_TITLE]
    )
    return page.telling.say("title.key_figures", figures=figures)
