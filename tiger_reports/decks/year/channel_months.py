"""The main result of every channel over both years: small multiples on one scale."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.writing.chart_series import drawable, months_chart
from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.exhibits.columns import Panels
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.slide import Slide

FEWEST, MOST = 2, 6
COLUMNS = 3
"""Charts side by side; two and four channels stand in two columns."""


def channel_months(telling: TigerTelling) -> tuple[Slide, ...]:
    """The largest channels first; left out where only one has months to see."""
    main = main_result(telling)
    parts = _largest_first(telling, main) if main else ()
    if main is None or len(parts) < FEWEST:
        return ()
    page = Page(telling, "channel_months", "results")
    columns = FEWEST if len(parts) in (FEWEST, FEWEST**2) else COLUMNS
    width = WIDE.body.width / columns - 0.2
    charts = tuple(
        replace(
            months_chart(page, part.figures[main.metric], width, name=f"months {part.name}", scope=part.name),
            title=_named(telling, part),
        )
        for part in parts
    )
    title = telling.say("legend.channel_months", name=telling.name(main.metric))
    panels = Panels(charts, columns, one_scale=True, title=title)
    return (page.slide(_title(page, main, parts), panels),)


def _largest_first(telling: TigerTelling, main: Figure) -> tuple[Part, ...]:
    known = [part for part in telling.report.channels if drawable(part.figures.get(main.metric))]
    ranked = sorted(known, key=lambda part: -(part.figures[main.metric].value.amount or 0.0))
    return tuple(ranked[:MOST])


def _named(telling: TigerTelling, part: Part) -> str:
    name = telling.channel(part.name)
    return telling.say("channel_new", name=name) if part.channel in telling.report.new_channels else name


def _title(page: Page, main: Figure, parts: tuple[Part, ...]) -> str:
    """The largest channels with what each brought in the year."""
    telling = page.telling
    names = "; ".join(
        f"{telling.channel(part.name)}: {page.value(part.figures[main.metric], part.name)}"
        for part in parts[:FEWEST]
    )
    return f"{telling.name(main.metric)}, {telling.say('by_channel')}: {names}"
