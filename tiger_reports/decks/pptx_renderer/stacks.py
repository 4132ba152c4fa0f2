"""Stacked columns as native charts, each part named beside the last column with what is said of it."""

from __future__ import annotations

from tiger_reports.decks.layout import stacks as layout
from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.fit import fits
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pptx_renderer.chart_series import COLOURS, Plot
from tiger_reports.decks.pptx_renderer.chart_workbook import chart_workbook
from tiger_reports.decks.pptx_renderer.chart_xml import bar_group, line_group, space_xml
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.stacks import Stack, StackPart, Stacks
from tiger_reports.text import phrase

GAP = 0.4
SWATCH = 0.14
NAME, SAID = 12.0, 11.0


def draw_stacks(sheet: Sheet, box: Box, stacks: Stacks) -> None:
    room = box.top(box.height - layout.LEGEND)
    for stack, place in zip(stacks.stacks, room.columns(max(len(stacks.stacks), 2), GAP), strict=False):
        _stack(sheet, place, stack)
    legend = Box(box.x, box.bottom - layout.LEGEND + 0.1, box.width, layout.LEGEND - 0.1)
    size = fits(stacks.legend, legend, sizes=(10.0, 9.0, 8.0), family=sheet.family).size
    sheet.write("legend", legend, stacks.legend, Ink(size))


def _stack(sheet: Sheet, box: Box, stack: Stack) -> None:
    boxes = layout.stack_boxes(box, stack)
    title = elide(stack.title, boxes.heading.width, Type(13.0, bold=True, family=sheet.family))
    sheet.write(f"{stack.name} heading", boxes.heading, title, Ink(13, "tx2", bold=True))
    series = _series(stack, boxes.chart.height - layout.TOP - layout.NAMES, sheet.language)
    plot = _plot(stack, series, boxes.chart, sheet)
    bars, totals = list(enumerate(series[:-1])), [(len(series) - 1, series[-1])]
    book = chart_workbook(plot.categories, series, stack.number_format)
    xml = space_xml(plot, bar_group(plot, bars) + line_group(plot, totals))
    sheet.chart(stack.name, boxes.chart, xml, book, stack.alt)
    _write(sheet, f"{stack.name} whole", boxes.whole, stack.beside, "")
    for number, (part, place) in enumerate(zip(stack.parts, boxes.words, strict=True)):
        colour = COLOURS[series[number].role]
        sheet.fill(f"{stack.name} sign {number + 1}", Box(place.x, place.y + 0.05, SWATCH, SWATCH), colour)
        _write(sheet, f"{stack.name} part {number + 1}", place.beside(SWATCH + 0.1), part.name, part.beside)


def _write(sheet: Sheet, role: str, box: Box, name: str, said: str) -> None:
    bold = Type(NAME, bold=True, family=sheet.family)
    sheet.write(role, box.top(bold.line), elide(name, box.width, bold), Ink(NAME, "tx2", bold=True))
    if said:
        kind = Type(SAID, family=sheet.family)
        below = box.below(bold.line).top(kind.line)
        sheet.write(f"{role} said", below, elide(said, box.width, kind), Ink(SAID))


def _series(stack: Stack, room: float, language: str) -> tuple[Series, ...]:
    """A series a part, and the line that is not seen and carries the totals."""
    tall = [layout.heights(stack, at, room) for at in range(len(stack.categories))]
    parts = tuple(
        Series(part.name, part.values, role, _labels(part, [one[at] for one in tall]))
        for at, (part, role) in enumerate(zip(stack.parts, layout.roles(stack), strict=True))
    )
    sums = tuple(sum(part.values[at] or 0.0 for part in stack.parts) for at in range(len(stack.categories)))
    return *parts, Series(phrase("picture.series_label", language), sums, Role.HIDDEN, stack.totals)


def _labels(part: StackPart, tall: list[float]) -> tuple[str, ...]:
    return tuple(
        label if height >= layout.LEAST else "" for label, height in zip(part.labels, tall, strict=True)
    )


def _plot(stack: Stack, series: tuple[Series, ...], place: Box, sheet: Sheet) -> Plot:
    high = max(value or 0.0 for value in series[-1].values) or 1.0
    room = place.height - layout.NAMES
    width = place.width / len(stack.categories) * 0.96
    kind = Type(10.0, family=sheet.family)
    return Plot(
        categories=tuple(elide(name, width, kind) for name in stack.categories),
        series=series,
        number_format=stack.number_format,
        low=0.0,
        high=high * room / (room - layout.TOP),
        inner=(0.0, 0.0, 1.0, room / place.height),
        language=sheet.language,
        stacked=True,
        gap=45,
        faint=layout.pale(stack),
        labels=11.0,
    )
