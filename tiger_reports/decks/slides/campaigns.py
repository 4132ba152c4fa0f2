"""What worked and what cost most: campaigns with the most results, and the dearest ones."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.table import PAD_X, TEXT
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.main_result import COSTS, RESULTS, main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.model.change import Scope, Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.figure import Part
from tiger_reports.model.slide import Slide

TOP, BOTTOM = 5, 2
NAME_WEIGHT, CHANNEL_WEIGHT = 4.0, 1.4
NAME_LINES = 2
TITLE_NAME = 5.0
"""Inches that a campaign's name may take in a title."""


def campaigns(telling: Telling) -> tuple[Slide, ...]:
    metric = _metric(telling)
    known = tuple(part for part in telling.report.campaigns if present(part.figures.get(metric)))
    if not known:
        return ()
    page = Page(telling, "campaigns", "results")
    top, bottom = _chosen(known, metric)
    rows = tuple(_row(page, part, metric) for part in top)
    if bottom:
        heads = (telling.say("campaigns.top"), telling.say("campaigns.bottom"))
        dear = tuple(_row(page, part, metric) for part in bottom)
        rows = (_heading(heads[0]), *rows, _heading(heads[1]), *dear)
    table = Table(_columns(telling, metric), rows, telling.say("alt.campaigns"), "campaigns")
    return (page.slide(_title(page, top, bottom, metric), table),)


def _metric(telling: Telling) -> str:
    """The main result; where campaigns lack it, the first result that they have."""
    main = main_result(telling)
    wanted = (main.metric, *RESULTS) if main else RESULTS
    parts = telling.report.campaigns
    return next((m for m in wanted if any(present(p.figures.get(m)) for p in parts)), "impressions")


def _chosen(parts: tuple[Part, ...], metric: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The five with the most results, and of the others the two whose result cost most."""
    ranked = sorted(parts, key=lambda part: -_amount(part, metric))
    rest = [part for part in ranked[TOP:] if _amount(part, COSTS[metric]) > 0]
    dearest = sorted(rest, key=lambda part: -_amount(part, COSTS[metric]))[:BOTTOM]
    return tuple(ranked[:TOP]), tuple(dearest)


def _amount(part: Part, metric: str) -> float:
    figure = part.figures.get(metric)
    return (figure.value.amount or 0.0) if figure else 0.0


def _columns(telling: Telling, metric: str) -> tuple[Column, ...]:
    return (
        Column(telling.say("column.campaign"), numeric=False, weight=NAME_WEIGHT),
        Column(telling.say("column.channel"), numeric=False, weight=CHANNEL_WEIGHT),
        Column(telling.name("spend"), weight=1.2),
        Column(telling.name(metric), weight=1.2),
        Column(telling.say("column.change_previous"), weight=1.2),
        Column(telling.name(COSTS[metric]), weight=1.4),
        Column(telling.say("column.change_previous"), weight=1.2),
    )


def _row(page: Page, part: Part, metric: str) -> tuple[Cell, ...]:
    weights = NAME_WEIGHT + CHANNEL_WEIGHT + 6.2
    width = WIDE.body.width / weights
    family = page.telling.family
    name = elide(part.name, width * NAME_WEIGHT - 2 * PAD_X, Type(TEXT, bold=True, family=family), NAME_LINES)
    channel = page.telling.channel(part.channel) if part.channel else ""
    scope = Scope(part.channel, part.name).key
    cost = COSTS[metric]
    return (
        Cell(name, bold=True),
        Cell(channel),
        _value(page, part, "spend", scope),
        _value(page, part, metric, scope, bold=True),
        _change(page, part, metric),
        _value(page, part, cost, scope),
        _change(page, part, cost),
    )


def _value(page: Page, part: Part, metric: str, scope: str, *, bold: bool = False) -> Cell:
    figure = part.figures.get(metric)
    amount = figure.value.amount if figure else None
    return Cell(page.amount(metric, amount, page.telling.period, scope), bold=bold)


def _change(page: Page, part: Part, metric: str) -> Cell:
    figure = part.figures.get(metric)
    if figure is None:
        return Cell("–", Verdict.UNKNOWN)
    return Cell(page.moved(figure.previous), figure.previous.verdict)


def _heading(text: str) -> tuple[Cell, ...]:
    return (Cell(text, Verdict.NEUTRAL, bold=True), *(Cell("") for _ in range(6)))


def _title(page: Page, top: tuple[Part, ...], bottom: tuple[Part, ...], metric: str) -> str:
    telling = page.telling
    best = top[0]
    text = telling.say(
        "title.best_campaign",
        name=_short(telling, best),
        metric=words.title_name(metric, telling.language),
        value=_value(page, best, metric, Scope(best.channel, best.name).key).text,
    )
    if bottom:
        dear = bottom[0]
        text += "; " + telling.say(
            "title.dearest_campaign",
            name=_short(telling, dear),
            metric=words.within(words.title_name(COSTS[metric], telling.language)),
            value=_value(page, dear, COSTS[metric], Scope(dear.channel, dear.name).key).text,
        )
    return text if bottom else text + _fallen(page, top, metric)


def _fallen(page: Page, parts: tuple[Part, ...], metric: str) -> str:
    """The campaign that lost most, where there are too few to tell of dear ones."""
    moves = [(part.figures[metric].previous.delta or 0.0, part) for part in parts]
    amount, worst = min(moves, key=lambda move: move[0])
    if amount >= 0:
        return ""
    change = page.delta(worst.figures[metric].previous)
    return "; " + page.telling.say("title.fallen_campaign", name=_short(page.telling, worst), amount=change)


def _short(telling: Telling, part: Part) -> str:
    return elide(part.name, TITLE_NAME, Type(22.0, bold=True, family=telling.family))
