"""Several charts on common months: under each other, or small multiples on one scale."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.pptx_renderer.columns import draw_columns, extent
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.columns import Panels

GAP = 0.28
TITLE = 0.32


def draw_panels(sheet: Sheet, box: Box, panels: Panels) -> None:
    room = box
    if panels.title:
        sheet.write(f"row {panels.title}", box.top(TITLE), panels.title, Ink(12, "hlink", bold=True))
        room = box.below(TITLE)
    scale = extent(*panels.charts) if panels.one_scale else None
    for chart, place in zip(panels.charts, room.cells(len(panels.charts), panels.columns, GAP), strict=True):
        draw_columns(sheet, place, chart, scale)
