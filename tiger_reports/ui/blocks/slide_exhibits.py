"""What stands in the body of a slide: charts with the deck's colours, tables, cards, the cover."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.exhibits.matrix import Matrix
from tiger_reports.model.exhibits.milestones import Milestones
from tiger_reports.model.exhibits.picture import Board, Contributions, DayChart, Picture, Waterfall
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.exhibits.stacks import Stacks
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.exhibits.timeline import Timeline
from tiger_reports.model.exhibits.variance import VarianceBars
from tiger_reports.model.slide import Exhibit
from tiger_reports.ui.blocks.chart import chart
from tiger_reports.ui.blocks.scorecards import scorecards
from tiger_reports.ui.blocks.slide_matrix import matrix_markup
from tiger_reports.ui.blocks.slide_timeline import timeline_markup
from tiger_reports.ui.blocks.slide_words import cover_markup, stories_markup
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.charts import contributions, daily, waterfall
from tiger_reports.ui.charts.columns import Frame, column_chart
from tiger_reports.ui.charts.contributions import contribution_bars
from tiger_reports.ui.charts.daily import daily_chart
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.charts.milestones import milestones_chart
from tiger_reports.ui.charts.stacks import stack_chart
from tiger_reports.ui.charts.variance import height, variance_bars
from tiger_reports.ui.charts.waterfall import waterfall_chart
from tiger_reports.ui.markup import draw
from tiger_reports.ui.plain import html

CHART_HEIGHT, PANEL_HEIGHT = 330, 170
ALONE = Frame()


def exhibits(shown: tuple[Exhibit, ...], look: Look, key: str) -> None:
    for place, one in enumerate(shown):
        _exhibit(one, look, f"{key}-{place}")


def _exhibit(shown: Exhibit, look: Look, key: str) -> None:  # noqa: C901  (a line an exhibit)
    match shown:
        case Cover():
            draw(cover_markup(shown))
        case Scorecards():
            scorecards(shown)
        case Table():
            table(shown)
        case ColumnChart():
            _columns(shown, look, key, CHART_HEIGHT, ALONE)
        case Panels():
            _panels(shown, look, key)
        case VarianceBars():
            _variance(shown, look, key)
        case StoryCards():
            draw(stories_markup(shown))
        case Board():
            _board(shown, look, key)
        case Timeline():
            draw(timeline_markup(shown))
        case Matrix():
            draw(matrix_markup(shown))
        case Stacks():
            _stacks(shown, look, key)
        case Milestones():
            _milestones(shown, look, key)


def _columns(shown: ColumnChart, look: Look, key: str, pixels: int, frame: Frame) -> None:
    dashed = f"- - - {shown.reference_label}" if shown.reference_label and shown.reference is None else ""
    told = " · ".join(filter(None, (shown.subtitle, dashed)))
    below = f"<span>{html(told)}</span>" if told else ""
    draw(f'<p class="tr-chart-title"><b>{html(shown.title)}</b> {below}</p>')
    chart(column_chart(shown, look, frame), shown.alt, key=f"chart-{key}", height=pixels, themed=False)


def _panels(shown: Panels, look: Look, key: str) -> None:
    if shown.title:
        draw(f'<p class="tr-chart-title"><b>{html(shown.title)}</b></p>')
    columns = st.columns(shown.columns, gap="medium")
    pixels = PANEL_HEIGHT if len(shown.charts) > shown.columns else CHART_HEIGHT - 90
    frame = Frame(_most(shown) if shown.one_scale else None, sparse=shown.columns > 1)
    for place, one in enumerate(shown.charts):
        with columns[place % shown.columns]:
            _columns(one, look, f"{key}-{place}", pixels, frame)


def _most(shown: Panels) -> float | None:
    """The largest value of all charts: their common scale."""
    values = [v for one in shown.charts for series in one.series for v in series.values if v is not None]
    return max(values, default=None)


def _stacks(shown: Stacks, look: Look, key: str) -> None:
    """Every stack with its words beside it, the upper part first as in the picture."""
    for place, column in enumerate(st.columns(len(shown.stacks), gap="medium")):
        one = shown.stacks[place]
        with column:
            draw(f'<p class="tr-chart-title"><b>{html(one.title)}</b> <span>{html(one.beside)}</span></p>')
            spec = stack_chart(one, look)
            chart(spec, one.alt, key=f"chart-{key}-{place}", height=CHART_HEIGHT, themed=False)
            said = (f"<b>{html(part.name)}</b> {html(part.beside)}" for part in reversed(one.parts))
            draw(f'<ul class="tr-marks">{"".join(f"<li>{words}</li>" for words in said)}</ul>')
    draw(f'<p class="tr-legend">{html(shown.legend)}</p>')


def _milestones(shown: Milestones, look: Look, key: str) -> None:
    draw(f'<p class="tr-chart-title"><b>{html(shown.chart.title)}</b></p>')
    spec = milestones_chart(shown, look)
    chart(spec, shown.chart.alt, key=f"chart-{key}", height=CHART_HEIGHT, themed=False)


def _variance(shown: VarianceBars, look: Look, key: str) -> None:
    pixels = max(height(shown), CHART_HEIGHT)
    spec = variance_bars(shown, look, pixels)
    chart(spec, shown.alt, key=f"chart-{key}", height=pixels, themed=False)
    draw(f'<p class="tr-legend">{html(shown.legend)}</p>')


def _board(shown: Board, look: Look, key: str) -> None:
    if shown.top:
        columns = st.columns(len(shown.top), gap="medium")
        for place, one in enumerate(shown.top):
            with columns[place]:
                _picture(one, look, f"{key}-{place}")
    if shown.bottom is not None:
        _picture(shown.bottom, look, f"{key}-days")


def _picture(shown: Picture, look: Look, key: str) -> None:
    draw(f'<p class="tr-chart-title"><b>{html(shown.title)}</b></p>')
    match shown:
        case Waterfall():
            spec, pixels, legend = waterfall_chart(shown, look), waterfall.HEIGHT, ""
        case Contributions():
            spec, pixels = contribution_bars(shown, look), contributions.height(shown)
            legend = " ".join(filter(None, (shown.basis, shown.legend)))
        case DayChart():
            spec, pixels = daily_chart(shown, look), daily.HEIGHT
            legend = " ".join((shown.legend, *(f"{one.sign} {one.text}." for one in shown.marks)))
    chart(spec, shown.alt, key=f"chart-{key}", height=pixels, themed=False)
    if legend:
        draw(f'<p class="tr-legend">{html(legend)}</p>')
