"""Reach and engagement by channel: small multiples on one scale, the same order of channels in each row."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.chart_series import drawable, months_chart, titled
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.decks.writing.titles import brief, opened
from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.slide import Slide

WIDTHS = ("reach", "impressions", "views")
DEPTHS = ("er_impressions", "ctr", "link_ctr", "vtr")
ACROSS = 5
GAP = 0.28


def attention(telling: Telling) -> tuple[Slide, ...]:
    """One slide for every five channels, evenly filled; none where no channel has a figure."""
    metrics = tuple(m for m in (_first(telling, WIDTHS), _first(telling, DEPTHS)) if m)
    parts = _ordered(telling, metrics)
    slides = -(-len(parts) // ACROSS)
    size = -(-len(parts) // slides) if slides else 1
    portions = [parts[start : start + size] for start in range(0, len(parts), size)]
    return tuple(
        _slide(telling, metrics, portion, "reach" if number == 1 else f"reach-p{number}")
        for number, portion in enumerate(portions, start=1)
    )


def _first(telling: Telling, wanted: tuple[str, ...]) -> str:
    """The first metric that half of the channels have; else the one that most have."""
    parts = telling.report.channels
    counts = {m: sum(_drawn(part, m) for part in parts) for m in wanted}
    half = next((m for m in wanted if counts[m] * 2 >= len(parts)), max(wanted, key=lambda m: counts[m]))
    return half if counts[half] else ""


def _ordered(telling: Telling, metrics: tuple[str, ...]) -> tuple[Part, ...]:
    """Channels by spend, so that the order stays the same all year."""
    known = [p for p in telling.report.channels if any(_drawn(p, m) for m in metrics)]
    return tuple(sorted(known, key=lambda part: -_spend(part)))


def _spend(part: Part) -> float:
    figure = part.figures.get("spend")
    return (figure.value.amount or 0.0) if figure else 0.0


def _slide(telling: Telling, metrics: tuple[str, ...], parts: tuple[Part, ...], key: str) -> Slide:
    page = Page(telling, key, "results")
    width = (WIDE.body.width - GAP * (len(parts) - 1)) / len(parts)
    rows = tuple(_row(page, metric, parts, width) for metric in metrics)
    shown = tuple(f for m in metrics if (f := telling.report.figure(m)) is not None and present(f))
    return page.slide(_title(page, shown, parts, metrics), *rows)


def _row(page: Page, metric: str, parts: tuple[Part, ...], width: float) -> Panels:
    charts = tuple(_chart(page, metric, part, width) for part in parts)
    return Panels(charts, columns=len(parts), one_scale=True, title=titled(page, words.metric(metric)))


def _drawn(part: Part, metric: str) -> bool:
    figure = part.figures.get(metric)
    return present(figure) and drawable(figure)


def _chart(page: Page, metric: str, part: Part, width: float) -> ColumnChart:
    """A channel's chart; without data an empty one that says so, so that the rows stay aligned."""
    name, title = f"months {metric} {part.name}", page.telling.channel(part.name)
    if not _drawn(part, metric):
        return ColumnChart(name, title, (), (), "General", title, subtitle=page.telling.say("no_data"))
    chart = months_chart(page, part.figures[metric], width, name=name, scope=part.name)
    return replace(chart, title=title, alt=f"{title}. {chart.alt}")


def _title(page: Page, figures: tuple[Figure, ...], parts: tuple[Part, ...], metrics: tuple[str, ...]) -> str:
    """The account's own figures where they exist; else the largest channel's."""
    if figures:
        return opened("; ".join(brief(page, figure) for figure in figures))
    part = next(p for p in parts if any(_drawn(p, m) for m in metrics))
    own = [part.figures[m] for m in metrics if _drawn(part, m)]
    told = "; ".join(f"{page.telling.name(f.metric)}: {page.headline(f, part.name)}" for f in own)
    return f"{page.telling.channel(part.name)}: {told}"
