"""What was achieved and what comes next, with the targets that the strategic matrix sets for it."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.writing.cards import card_slides
from tiger_reports.decks.writing.comments import with_comment
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.figure import Figure
from tiger_reports.model.slide import Slide
from tiger_reports.model.target import Target
from tiger_reports.model.tiger_year import QUARTERS_A_YEAR
from tiger_reports.text import phrase
from tiger_reports.text.dates import date_range
from tiger_reports.text.numbers import MISSING
from tiger_reports.text.periods import quarter_name


def achieved(telling: TigerTelling) -> tuple[Slide, ...]:
    """What was noted as achieved and what comes next, beside the next quarter's targets if it has any."""
    meeting = telling.report.meeting
    words = {"achieved": meeting.meeting.achieved, "plans": meeting.plans} if meeting else {}
    told = {key: text for key, text in words.items() if text.strip()}
    if not told:
        return ()
    page = Page(telling, "achieved", "results")
    if telling.report.ahead:
        return _with_targets(page, told, telling)
    cards = tuple(_card(telling, key, text) for key, text in told.items())
    return card_slides(telling, "achieved", "results", telling.say("title.achieved"), page, StoryCards(cards))


def _card(telling: TigerTelling, key: str, text: str) -> StoryCard:
    verdict = Verdict.BETTER if key == "achieved" else Verdict.NEUTRAL
    return StoryCard(phrase(f"record.meeting.{key}", telling.language), "", _lines(text), verdict)


def _with_targets(page: Page, told: dict[str, str], telling: TigerTelling) -> tuple[Slide, ...]:
    """The words beside what this quarter reached of the same figures and what the next one has to reach."""
    rows = tuple(_row(page, target) for target in telling.report.ahead)
    heads = (
        Column(phrase("pace.goal", telling.language), numeric=False, weight=3.2),
        Column(telling.month(telling.period), weight=1.6),
        Column(phrase("pace.target", telling.language), weight=1.6),
        Column(telling.say("column.days"), numeric=False, weight=2.4),
    )
    table = Table(heads, rows, telling.say("alt.agenda", name=telling.say("kicker.achieved")), "plans")
    title = telling.say("title.plans", quarter=_next(telling), n=page.count("targets", len(rows)))
    comment = tuple(one for key, text in told.items() for one in _led(telling, key, text))
    slide = page.slide(title, table, comment=comment)
    return with_comment(telling, replace(slide, comment_heading=telling.say("kicker.achieved")))


def _led(telling: Telling, key: str, text: str) -> tuple[Paragraph, ...]:
    """The lines of a text, the first one after its name."""
    first, *rest = _lines(text)
    return replace(first, lead=f"{phrase(f'record.meeting.{key}', telling.language)}:"), *rest


def _lines(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _next(telling: TigerTelling) -> str:
    now = telling.report.now
    year, number = (now.year, now.number + 1) if now.number < QUARTERS_A_YEAR else (now.year + 1, 1)
    return quarter_name(year, number, telling.language)


def _row(page: Page, target: Target) -> tuple[Cell, ...]:
    telling, where = page.telling, target.channel or "all"
    name = telling.name(target.metric)
    subject = f"{name} · {telling.channel(target.channel)}" if target.channel else name
    figure = _figure(telling, target)
    now = figure.value.amount if figure else None
    return (
        Cell(f"{subject}: {target.goal}" if target.goal else subject, bold=True),
        Cell(page.amount(target.metric, now, telling.period, where) if now is not None else MISSING),
        Cell(page.amount(target.metric, target.value, target.period, where, kind="target"), bold=True),
        Cell(date_range(target.days, telling.language)),
    )


def _figure(telling: Telling, target: Target) -> Figure | None:
    """What the quarter itself reached of the figure."""
    if not target.channel:
        return telling.report.figure(target.metric)
    parts = (*telling.report.channels, *telling.report.own)
    return next((p.figures.get(target.metric) for p in parts if p.channel == target.channel), None)
