"""Profiles and the website: each channel's own figures with both comparisons, never added to ads."""

from __future__ import annotations

from itertools import chain

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.decks.writing.titles import told
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.metric import Kind
from tiger_reports.model.slide import Slide
from tiger_reports.text import phrase

MOST = 8
"""Figures of a channel: what a client reads before the next channel begins."""
TITLED = 2
FIRST = (
    "sessions",
    "users",
    "conversions",
    "conversion_value",
    "reach",
    "views",
    "impressions",
    "video_views",
    "watch_time",
    "profile_visits",
    "follows",
    "followers",
    "engagement",
)


def own(telling: Telling) -> tuple[Slide, ...]:
    chosen = tuple((part, figures) for part in telling.report.own if (figures := _chosen(part)))
    if not chosen:
        return ()
    page = Page(telling, "own", "results")
    rows = chain.from_iterable(_rows(page, part, figures) for part, figures in chosen)
    table = Table(_columns(telling), tuple(rows), telling.say("alt.own"), "own")
    return table_slides(page, _title(page, chosen), table)


def own_figures(telling: Telling) -> tuple[Figure, ...]:
    """Every figure that the slide shows."""
    return tuple(chain.from_iterable(map(_chosen, telling.report.own)))


def _chosen(part: Part) -> tuple[Figure, ...]:
    """The figures that say most, then the others as reports list them; a price has no place here."""
    order = (*FIRST, *(key for key, entry in metrics().items() if entry.kind is Kind.SUM))
    known = (part.figures[key] for key in dict.fromkeys(order) if key in part.figures)
    return tuple(figure for figure in known if present(figure) or figure.value.lower is not None)[:MOST]


def _columns(telling: Telling) -> tuple[Column, ...]:
    change = telling.say("column.change")
    return (
        Column(telling.say("column.channel"), numeric=False, weight=1.9),
        Column(telling.say("column.metric"), numeric=False, weight=2.3),
        Column(telling.month(telling.period), weight=1.7),
        Column(telling.month(telling.previous), weight=1.2),
        Column(change, weight=1.1),
        Column(telling.month(telling.year_ago), weight=1.2),
        Column(change, weight=1.1),
    )


def _rows(page: Page, part: Part, figures: tuple[Figure, ...]) -> tuple[tuple[Cell, ...], ...]:
    name = page.telling.channel(part.name)
    return tuple(
        (
            Cell(name if place == 0 else ""),
            Cell(page.telling.name(figure.metric), bold=True),
            Cell(_value(page, figure, part.name), bold=True),
            Cell(page.before(figure.previous)),
            _change(page, figure.previous),
            Cell(page.before(figure.year_ago)),
            _change(page, figure.year_ago),
        )
        for place, figure in enumerate(figures)
    )


def _value(page: Page, figure: Figure, scope: str) -> str:
    """People of a month that no file counted as one: only between what and what."""
    if figure.value.amount is not None or figure.value.lower is None or figure.value.upper is None:
        return page.value(figure, scope)
    ends = (
        page.amount(figure.metric, end, page.telling.period, scope, kind=kind)
        for end, kind in ((figure.value.lower, "lower"), (figure.value.upper, "upper"))
    )
    lower, upper = ends
    return phrase("figure.between", page.telling.language, lower=lower, upper=upper)


def _change(page: Page, change: Change) -> Cell:
    return Cell(page.moved(change), change.verdict if change.delta is not None else Verdict.UNKNOWN)


def _title(page: Page, chosen: tuple[tuple[Part, tuple[Figure, ...]], ...]) -> str:
    """The first figure of the first channels that moved: `YouTube Studio: views 12,400 (+4.1%)`."""
    clauses = []
    for part, figures in chosen[:TITLED]:
        figure = next((one for one in figures if told(one.previous)), figures[0])
        moved = f" ({page.moved(figure.previous)})" if told(figure.previous) else ""
        name = words.within(words.title_name(figure.metric, page.telling.language))
        clauses.append(f"{page.telling.channel(part.name)}: {name} {_value(page, figure, part.name)}{moved}")
    return "; ".join(clauses)
