"""Reach and engagement by channel: small multiples on one scale, the same order of channels in each row."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.chart_series import months_chart, titled
from tiger_reports.decks.monthly.comments import comments_on
from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.monthly.telling import Telling, present
from tiger_reports.decks.monthly.titles import brief
from tiger_reports.model.report import Figure, Part
from tiger_reports.model.slide import ColumnChart, Panels, Slide

WIDTHS = ("reach", "impressions", "views")
DEPTHS = ("er_impressions", "link_ctr", "ctr", "vtr")
ACROSS = 4
GAP = 0.28


def attention(telling: Telling) -> tuple[Slide, ...]:
    """One slide for every four channels; nothing where no channel has a figure of either sort."""
    metrics = tuple(m for m in (_first(telling, WIDTHS), _first(telling, DEPTHS)) if m)
    parts = _ordered(telling, metrics)
    portions = [parts[start : start + ACROSS] for start in range(0, len(parts), ACROSS)]
    return tuple(
        _slide(telling, metrics, portion, "reach" if number == 1 else f"reach-p{number}")
        for number, portion in enumerate(portions, start=1)
    )


def _first(telling: Telling, wanted: tuple[str, ...]) -> str:
    """The metric that most channels have; of equals the first wanted."""
    counts = {m: sum(present(part.figures.get(m)) for part in telling.report.channels) for m in wanted}
    best = max(wanted, key=lambda m: counts[m])
    return best if counts[best] else ""


def _ordered(telling: Telling, metrics: tuple[str, ...]) -> tuple[Part, ...]:
    """Channels by spend, so that the order stays the same all year."""
    known = [p for p in telling.report.channels if any(present(p.figures.get(m)) for m in metrics)]
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
    charts = tuple(_chart(page, part.figures[metric], part, width) for part in parts if _drawn(part, metric))
    return Panels(charts, columns=len(parts), one_scale=True, title=titled(page, words.metric(metric)))


def _drawn(part: Part, metric: str) -> bool:
    return present(part.figures.get(metric))


def _chart(page: Page, figure: Figure, part: Part, width: float) -> ColumnChart:
    chart = months_chart(page, figure, width, name=f"months {figure.metric} {part.name}", scope=part.name)
    return _renamed(chart, part.name)


def _renamed(chart: ColumnChart, title: str) -> ColumnChart:
    from dataclasses import replace

    return replace(chart, title=title, alt=f"{title}. {chart.alt}")


def _title(page: Page, figures: tuple[Figure, ...], parts: tuple[Part, ...], metrics: tuple[str, ...]) -> str:
    """The account's own figures where they exist; else the largest channel's."""
    if figures:
        return "; ".join(brief(page, figure) for figure in figures)
    part = next(p for p in parts if any(_drawn(p, m) for m in metrics))
    own = [part.figures[m] for m in metrics if _drawn(part, m)]
    told = "; ".join(f"{page.telling.name(f.metric)}: {page.headline(f, part.name)}" for f in own)
    return f"{part.name}: {told}"
