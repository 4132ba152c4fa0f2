"""How a verdict looks: a colour of the theme, and a triangle that turns with the sign."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink, paragraph, run
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.words import Delta

FILLS = {Verdict.BETTER: "accent4", Verdict.WORSE: "accent5"}
TRIANGLE = 0.13


def fill_of(verdict: Verdict) -> str:
    return FILLS.get(verdict, "accent6")


def text_of(verdict: Verdict) -> str:
    """Text is green or red only for better or worse; all else is plain."""
    return FILLS.get(verdict, "tx1")


def draw_delta(sheet: Sheet, role: str, box: Box, delta: Delta, size: float = 12.0) -> None:
    """Triangle, signed change, and what it is measured from, on one line."""
    middle = box.y + box.height / 2
    mark = Box(box.x, middle - TRIANGLE / 2, TRIANGLE, TRIANGLE)
    if delta.sign:
        sheet.fill(f"{role} mark", mark, fill_of(delta.verdict), preset="triangle", flip=delta.sign < 0)
    elif delta.verdict is not Verdict.UNKNOWN:
        sheet.fill(f"{role} mark", Box(box.x, middle - 0.02, TRIANGLE, 0.04), "accent6")
    told = delta.verdict is not Verdict.UNKNOWN
    strong = run(f"{delta.text}  ", Ink(size, text_of(delta.verdict), bold=told), sheet.language)
    versus = run(delta.versus, Ink(size - 1), sheet.language)
    words = paragraph(strong + versus)
    sheet.drawn.append(shapes.text_box(sheet.named(role), box.beside(0.21), words, anchor="ctr"))
