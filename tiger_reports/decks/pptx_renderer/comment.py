"""The expert's words in the right third: panel, accent bar, heading, paragraphs at the size that fits."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.comment import comment_boxes
from tiger_reports.decks.layout.fit import SIZES, paragraphs_size
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink, words
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.decks.pptx_renderer.story import paragraphs_xml
from tiger_reports.model.slide import Slide


def draw_comment(sheet: Sheet, panel: Box, slide: Slide) -> None:
    boxes = comment_boxes(panel)
    sheet.fill("comment panel", boxes.panel, "bg2")
    sheet.fill("comment bar", boxes.bar, "accent2")
    heading = words(slide.comment_heading, Ink(14, "hlink", bold=True), sheet.language)
    _place(sheet, "comment heading", 'type="body" sz="quarter" idx="11"', boxes.heading, heading)
    size = paragraphs_size(slide.comment, boxes.words, sheet.family) or SIZES[-1]
    text = paragraphs_xml(slide.comment, size, sheet.language)
    _place(sheet, "comment", 'type="body" sz="quarter" idx="12"', boxes.words, text)


def _place(sheet: Sheet, role: str, kind: str, box: Box, paragraphs: str) -> None:
    xml = shapes.placeholder(sheet.named(role), kind, paragraphs)
    sheet.drawn.append(xml.replace("<p:spPr/>", f"<p:spPr>{shapes.frame_xml(box)}</p:spPr>", 1))
