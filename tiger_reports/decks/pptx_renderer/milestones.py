"""A curve under numbered flags: each stands over its day, a thin line leads down to the curve."""

from __future__ import annotations

from tiger_reports.decks.layout import flags as layout
from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.pptx_renderer.columns import HEADING, NAMES, draw_columns
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.milestones import Milestones


def draw_milestones(sheet: Sheet, box: Box, shown: Milestones) -> None:
    """The title of the chart over the flags, the flags over its months."""
    strip = layout.strip_height(shown.flags, box.width)
    plot = Box(box.x, box.y + HEADING + strip, box.width, box.height - HEADING - strip - NAMES)
    placed = layout.flag_boxes(shown.flags, plot)
    for number, one in enumerate(placed, start=1):
        sheet.fill(f"flag line {number}", one.line, "accent3")
    for number, one in enumerate(placed, start=1):
        sheet.fill(f"flag {number}", one.box, "accent1", preset="ellipse")
        sheet.write(
            f"flag sign {number}", one.box, one.sign, Ink(11, "bg1", bold=True), align="ctr", anchor="ctr"
        )
    draw_columns(sheet, box, shown.chart, over=strip)
