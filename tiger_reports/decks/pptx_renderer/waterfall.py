"""A waterfall as a native chart: stacked columns on a support that is not seen, labels over their ends."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.cascade import columns
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pptx_renderer.chart_series import Plot
from tiger_reports.decks.pptx_renderer.chart_workbook import chart_workbook
from tiger_reports.decks.pptx_renderer.chart_xml import bar_group, line_group, space_xml
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.picture import Waterfall
from tiger_reports.model.exhibits.role import Role
from tiger_reports.text import phrase

HEADING, NAMES, LABELS = 0.32, 0.27, 0.27
"""Inches for the title, for the names under the columns and for a label over the highest one."""
NAME_SIZES = (11.0, 10.0, 9.0, 8.0)


def draw_waterfall(sheet: Sheet, box: Box, shown: Waterfall) -> None:
    title = elide(shown.title, box.width, Type(13.0, bold=True, family=sheet.family))
    sheet.write(f"{shown.name} heading", box.top(HEADING), title, Ink(13, "tx2", bold=True))
    place = box.below(HEADING)
    plot = _plot(sheet, place, shown)
    bars, labels = list(enumerate(plot.series[:-1])), [(len(plot.series) - 1, plot.series[-1])]
    book = chart_workbook(plot.categories, plot.series, shown.number_format)
    xml = space_xml(plot, bar_group(plot, bars) + line_group(plot, labels))
    sheet.chart(shown.name, place, xml, book, shown.alt)


def _plot(sheet: Sheet, place: Box, shown: Waterfall) -> Plot:
    series = _series(shown, sheet.language)
    tops, unders = series[-1].values, series[2].values
    low, high = min(0.0, *(v or 0.0 for v in (*unders, *tops))), max(0.0, *(v or 0.0 for v in tops))
    supports = series[0].values
    low = min(low, *((s or 0.0) + (u or 0.0) for s, u in zip(supports, unders, strict=True)))
    room = max(place.height - NAMES, 0.3)
    pad = (high - low or 1.0) * LABELS / max(room - LABELS, 0.2)
    width = place.width / len(shown.steps) * 0.94
    names = [step.name for step in shown.steps]
    size = next(
        (s for s in NAME_SIZES if all(Type(s, family=sheet.family).width(name) <= width for name in names)),
        NAME_SIZES[-1],
    )
    return Plot(
        categories=tuple(elide(name, width, Type(size, family=sheet.family)) for name in names),
        series=series,
        number_format=shown.number_format,
        low=low,
        high=high + pad,
        inner=(0.0, 0.0, 1.0, room / place.height),
        language=sheet.language,
        stacked=True,
        gap=40,
        names=size,
    )


def _series(shown: Waterfall, language: str) -> tuple[Series, ...]:
    """Support, what is over zero, what is under it, and the line that carries the labels."""
    stacks, roles = columns(shown.steps), tuple(step.role for step in shown.steps)
    names = [phrase(f"picture.series_{name}", language) for name in ("support", "over", "under", "label")]
    labels = tuple(step.label for step in shown.steps)
    return (
        Series(names[0], tuple(one.support for one in stacks), Role.HIDDEN),
        Series(names[1], tuple(one.over for one in stacks), Role.NEUTRAL, roles=roles),
        Series(names[2], tuple(one.under for one in stacks), Role.NEUTRAL, roles=roles),
        Series(names[3], tuple(one.top for one in stacks), Role.HIDDEN, labels, roles),
    )
