"""Goals for the next Tiger Year as ranges: what the year's months let one expect, and what is aimed for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tiger_reports.decks.writing.comments import with_comment
from tiger_reports.decks.writing.main_result import cost_of_result, main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.outlook import Outlook
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.model.year_plan import Aim
from tiger_reports.text.numbers import MISSING, relative

MOST = 6
BESIDES = ("conversion_value", "roas", "leads", "cpl")


def next_goals(telling: TigerTelling) -> tuple[Slide, ...]:
    """Left out where too few months stand beside those of the year before and nobody typed an aim."""
    keys = tuple(_keys(telling))
    if not keys:
        return ()
    page = Page(telling, "next_goals", "next")
    columns = [("figure", 2.6), ("this_year", 2.1), ("next_year", 3.0)]
    if _aims(telling):
        columns.append(("aim", 3.0))
    heads = tuple(
        Column(telling.say(f"column.{name}"), numeric=name != "figure", weight=wide) for name, wide in columns
    )
    rows = tuple(_row(page, telling, key) for key in keys)
    table = Table(heads, rows, telling.say("alt.next_goals"), "goals")
    slide = page.slide(_title(page, telling, keys), table, comment=tuple(_assumptions(telling, page, keys)))
    return with_comment(telling, replace(slide, comment_heading=telling.say("comment.assumptions")))


def _keys(telling: TigerTelling) -> Iterator[str]:
    """Metrics with an aim first, then goals of the matrix, the main result and what it costs."""
    main, cost = main_result(telling), cost_of_result(telling)
    known = {one.metric for one in telling.report.outlooks}
    wanted = (
        *(one.metric for one in _aims(telling)),
        *(one.metric for one in (main, cost) if one),
        *telling.report.goals,
        *BESIDES,
    )
    aimed = {one.metric for one in _aims(telling)}
    yield from [key for key in dict.fromkeys(wanted) if key in known or key in aimed][:MOST]


def _aims(telling: TigerTelling) -> tuple[Aim, ...]:
    closing = telling.report.closing
    aims = (one.words for one in closing.aims) if closing else ()
    return tuple(one for one in aims if one.metric and (one.low is not None or one.high is not None))


def _outlook(telling: TigerTelling, key: str) -> Outlook | None:
    return next((one for one in telling.report.outlooks if one.metric == key), None)


def _row(page: Page, telling: TigerTelling, key: str) -> tuple[Cell, ...]:
    found, aims = _outlook(telling, key), _aims(telling)
    figure = telling.report.figure(key)
    cells = [Cell(telling.name(key), bold=True), Cell(page.value(figure) if figure else MISSING)]
    told = f"{_between(page, found)}\n({_moves(page, found)})" if found else MISSING
    cells.append(Cell(told))
    if aims:
        aim = next((one for one in aims if one.metric == key), None)
        cells.append(Cell(_aimed(page, aim) if aim else MISSING, bold=True))
    return tuple(cells)


def _between(page: Page, one: Outlook) -> str:
    ends = ((one.low, "outlook_low"), (one.high, "outlook_high"))
    period = page.telling.period
    low, high = (page.amount(one.metric, value, period, kind=kind, short=True) for value, kind in ends)
    return page.telling.say("range", low=low, high=high)


def _moves(page: Page, one: Outlook) -> str:
    """The ends of the range as changes of this year's figure."""
    texts = []
    for value, kind in ((one.low, "outlook_down"), (one.high, "outlook_up")):
        share = value / one.now - 1
        text = relative(share, page.telling.language)
        texts.append(page.note(Shown(one.metric, "all", page.telling.period.key, share, text, kind)))
    return page.telling.say("range", low=texts[0], high=texts[1])


def _aimed(page: Page, aim: Aim) -> str:
    period = page.telling.period
    ends = [
        page.amount(aim.metric, value, period, kind=kind)
        for value, kind in ((aim.low, "aim_low"), (aim.high, "aim_high"))
        if value is not None
    ]
    if len(ends) > 1 and ends[0] != ends[1]:
        return page.telling.say("range", low=ends[0], high=ends[1])
    if aim.high is None:
        return page.telling.say("range_from", low=ends[0])
    return page.telling.say("range_to", high=ends[0]) if aim.low is None else ends[0]


def _assumptions(telling: TigerTelling, page: Page, keys: tuple[str, ...]) -> Iterator[Paragraph]:
    known = [one for key in keys if (one := _outlook(telling, key)) is not None]
    if known:
        pairs = page.count("goal_months", min(one.pairs for one in known))
        yield Paragraph(telling.say("outlook.how", n=pairs))
        yield Paragraph(telling.say("outlook.same"))
    if any(one.filled for one in known):
        yield Paragraph(telling.say("outlook.filled"))
    for aim in _aims(telling):
        if aim.words.strip():
            yield Paragraph(aim.words.strip(), f"{telling.name(aim.metric)}:")


def _title(page: Page, telling: TigerTelling, keys: tuple[str, ...]) -> str:
    """The range of the first figure that has one, else what is aimed for."""
    found = next((one for key in keys if (one := _outlook(telling, key)) is not None), None)
    if found is not None:
        return telling.say("title.next_goals", name=telling.name(found.metric), range=_between(page, found))
    aim = _aims(telling)[0]
    return telling.say("title.next_aim", name=telling.name(aim.metric), range=_aimed(page, aim))
