"""The three to five figures that the specialist chose, each with its sentence of meaning."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import GAP, HEADING, PAD
from tiger_reports.decks.layout.wrap import Type
from tiger_reports.decks.slides.summary import arrows
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page, versus_year
from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.decks.writing.titles import opened, told
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.figure import Figure
from tiger_reports.model.month_words import KeyFigure
from tiger_reports.model.slide import Slide
from tiger_reports.text.numbers import NBSP

MOST = 5
IN_TITLE = 4


def key_figures(telling: Telling) -> tuple[Slide, ...]:
    chosen = tuple(
        (key, figure)
        for key in telling.report.key_figures[:MOST]
        if (figure := telling.report.figure(key.metric)) is not None and present(figure)
    )
    if not chosen:
        return ()
    page = Page(telling, "key_figures", "summary")
    width = WIDE.body.columns(len(chosen), GAP)[0].width - 2 * PAD
    cards = tuple(_card(page, key, figure, width) for key, figure in chosen)
    return (page.slide(_title(page, chosen), StoryCards(cards, most=MOST)),)


def _card(page: Page, key: KeyFigure, figure: Figure, width: float) -> StoryCard:
    telling = page.telling
    verdict = figure.previous.verdict
    return StoryCard(
        heading=_name(telling, figure.metric, width),
        figures="",
        paragraphs=(Paragraph(key.sentence.strip()),),
        verdict=Verdict.NEUTRAL if verdict is Verdict.UNKNOWN else verdict,
        value=page.headline(figure),
        deltas=arrows(page, figure, (telling.say("mark.previous"), telling.say("mark.year_ago"))),
    )


def _name(telling: Telling, metric: str, width: float) -> str:
    """On one line, so that the figures of all cards stand in one row."""
    name, kind = telling.name(metric), Type(HEADING, bold=True, family=telling.family)
    return name if kind.width(name) <= width else words.title_name(metric, telling.language)


def _title(page: Page, chosen: tuple[tuple[KeyFigure, Figure], ...]) -> str:
    """Changes on a year ago, which the summary's title tells only of the first; else the figures."""
    telling, figures = page.telling, tuple(figure for _, figure in chosen[:IN_TITLE])
    names = tuple(words.within(words.title_name(figure.metric, telling.language)) for figure in figures)
    if all(told(figure.year_ago) for figure in figures):
        moves = (f"{name}{NBSP}{page.moved(f.year_ago)}" for name, f in zip(names, figures, strict=True))
        return opened(f"{versus_year(telling)}: {', '.join(moves)}")
    return opened("; ".join(f"{name}: {page.headline(f)}" for name, f in zip(names, figures, strict=True)))
