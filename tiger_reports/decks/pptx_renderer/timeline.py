"""Steps of a plan as native bars over common months, with the gates that come before them."""

from __future__ import annotations

from tiger_reports.decks.layout import timeline as layout
from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.timeline import Timeline

LINE = 0.01
DIAMOND = 0.2


def draw_timeline(sheet: Sheet, box: Box, timeline: Timeline) -> None:
    rows = layout.rows(timeline, box, sheet.family)
    bottom = rows[-1].row.bottom
    _months(sheet, box, timeline, bottom)
    for number, (one, row) in enumerate(zip(timeline.bars, rows, strict=True), start=1):
        sheet.fill(f"line {number}", row.row.top(LINE), "accent3")
        sheet.write(f"step {number}", row.name, one.name, Ink(layout.NAME, "tx2", bold=True))
        sheet.write(f"days {number}", row.note, one.note, Ink(layout.NOTE))
        named = sheet.named(f"bar {number}", f"{one.name}: {one.note}")
        sheet.drawn.append(shapes.shape(named, row.bar, "roundRect", "accent1"))
        if one.gate:
            spot = Box(row.bar.x - DIAMOND / 2, row.bar.y + 0.03, DIAMOND, DIAMOND)
            sheet.fill(f"gate mark {number}", spot, "accent2", preset="diamond")
            sheet.write(f"gate {number}", row.gate, f"◆ {one.gate}", Ink(layout.NOTE))
    legend = Box(box.x, min(bottom + 0.08, box.bottom - layout.LEGEND + 0.08), box.width, 0.22)
    sheet.write("legend", legend, timeline.legend, Ink(10))


def _months(sheet: Sheet, box: Box, timeline: Timeline, bottom: float) -> None:
    """A name over each month's first day, a line under it down all rows."""
    edges = [*(day for day, _ in timeline.ticks), timeline.end]
    for number, (day, name) in enumerate(timeline.ticks, start=1):
        left, right = layout.at(timeline, box, day), layout.at(timeline, box, edges[number])
        place = Box(left, box.y, right - left, layout.HEAD)
        sheet.fill(f"month line {number}", Box(left, box.y, LINE, bottom - box.y), "accent3")
        sheet.write(f"month {number}", place.inset(0.05, 0.04), name, Ink(10, "tx2", bold=True), anchor="ctr")
