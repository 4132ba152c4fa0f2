"""What stands on every content slide: title first, then kicker, source, footer, number, draft mark, logo."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.fit import fits
from tiger_reports.decks.layout.frame import ONE_LINE, Frame
from tiger_reports.decks.layout.wrap import Type, elide, wrap
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import TAGS, Ink, run, words
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.slide import Deck, Slide

TITLE_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0)
SOURCE_SIZES = (9.0, 8.0, 7.0)


def title_size(text: str, box: Box, family: str) -> float:
    """The largest size at which a bold title stays inside its box."""
    for size in TITLE_SIZES:
        kind = Type(size, bold=True, family=family)
        if len(wrap(text, box.width, kind)) * kind.line <= box.height:
            return size
    return TITLE_SIZES[-1]


def frame_for(sheet: Sheet, slide: Slide) -> Frame:
    """The body moves up under a title of one line."""
    kind = Type(TITLE_SIZES[0], bold=True, family=sheet.family)
    one = len(wrap(slide.title, sheet.frame.title.width, kind)) == 1
    return replace(sheet.frame, title_height=ONE_LINE) if one else sheet.frame


def draw_frame(sheet: Sheet, slide: Slide) -> None:
    """Placeholders of the layout filled in reading order."""
    language, frame = sheet.language, sheet.frame
    size = title_size(slide.title, frame.title, sheet.family)
    _fill(sheet, "title", 'type="title"', words(slide.title, Ink(size, "tx2", bold=True), language))
    kicker = words(slide.kicker, Ink(12, "hlink", bold=True, caps=True), language)
    _fill(sheet, "kicker", 'type="body" sz="quarter" idx="19"', kicker)


def draw_feet(sheet: Sheet, slide: Slide, deck: Deck) -> None:
    """Source line, footer and slide number: read after the exhibit."""
    language = sheet.language
    if slide.source:
        size = fits(slide.source, sheet.frame.source, sizes=SOURCE_SIZES, family=sheet.family).size
        _fill(sheet, "source", 'type="body" sz="quarter" idx="20"', words(slide.source, Ink(size), language))
    footer = elide(deck.footer, sheet.frame.footer.width, Type(9.0, family=sheet.family))
    _fill(sheet, "footer", 'type="ftr" sz="quarter" idx="21"', words(footer, Ink(9), language))
    number = (
        f'<a:p><a:pPr algn="r"/><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="{TAGS[language]}" sz="900"/><a:t>‹#›</a:t></a:fld></a:p>'
    )
    _fill(sheet, "number", 'type="sldNum" sz="quarter" idx="22"', number)


def draw_draft(sheet: Sheet, mark: str) -> None:
    """The mark of a deck that nobody has approved: framed, at the top, on every slide."""
    if not mark:
        return
    kind = Type(11.0, bold=True, family=sheet.family)
    width = kind.width(mark) + 0.3
    room = sheet.frame.draft
    box = Box(room.right - width, room.y, width, room.height)
    paragraphs = f'<a:p><a:pPr algn="ctr"/>{run(mark, Ink(11, "accent5", bold=True), sheet.language)}</a:p>'
    xml = shapes.text_box(sheet.named("draft"), box, paragraphs, anchor="ctr")
    line = shapes.outline("accent5", 15_875)
    sheet.drawn.append(xml.replace("<a:noFill/></p:spPr>", f"{shapes.solid('bg1')}{line}</p:spPr>", 1))


def draw_logo(sheet: Sheet, box: Box, relation: str, size: tuple[int, int], alt: str) -> None:
    """The picture as large as the box allows, at its right edge, its sides in proportion."""
    scale = min(box.width / size[0], box.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    placed = Box(box.right - width, box.y + (box.height - height) / 2, width, height)
    sheet.drawn.append(shapes.picture(sheet.named("logo", alt), placed, relation))


def _fill(sheet: Sheet, role: str, kind: str, paragraphs: str) -> None:
    sheet.drawn.append(shapes.placeholder(sheet.named(role), kind, paragraphs))
