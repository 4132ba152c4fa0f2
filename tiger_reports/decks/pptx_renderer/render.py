"""A deck becomes a .pptx: the same deck, brand and logo give the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from itertools import groupby

import pptx
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.slide import CT_Slide
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.patches import list_sections, package_bytes
from tiger_reports.decks.pptx_renderer import layouts
from tiger_reports.decks.pptx_renderer.figures_part import add_figures
from tiger_reports.decks.pptx_renderer.notes import add_notes
from tiger_reports.decks.pptx_renderer.sheet import Images, Sheet
from tiger_reports.decks.pptx_renderer.slides import draw_slide
from tiger_reports.decks.pptx_renderer.starter import starter
from tiger_reports.model.client import Brand
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.slide import Deck, Slide


def render(deck: Deck, brand: Brand, logo: bytes = b"") -> bytes:
    """Draw `deck` in the brand's colours and font; `logo` is a PNG or JPEG, or empty.

    Raises what the picture library raises for a logo that is no picture.
    """
    presentation = pptx.Presentation(BytesIO(starter(brand)))
    parts = {
        slide.key: _empty_slide(presentation, number, slide) for number, slide in enumerate(deck.slides, 1)
    }
    charts: list[str] = []
    images: Images = {}
    for slide in deck.slides:
        sheet = Sheet(parts[slide.key], slide.key, deck.language, brand.font, WIDE, charts, images, parts)
        draw_slide(sheet, slide, deck, logo)
        _finish(sheet)
    _notes(presentation, deck, parts)
    _sections(presentation, deck)
    _properties(presentation, deck)
    add_figures(presentation.part.package, deck)
    return package_bytes(presentation.part.package)


def _empty_slide(presentation: Presentation, number: int, slide: Slide) -> SlidePart:
    package = presentation.part.package
    part = SlidePart(PackURI(f"/ppt/slides/slide{number}.xml"), CT.PML_SLIDE, package, CT_Slide.new())
    part.relate_to(presentation.slide_layouts[_layout(slide)].part, RT.SLIDE_LAYOUT)
    listed = presentation.slides._sldIdLst  # noqa: SLF001  (no public way to add a finished part)
    listed.add_sldId(presentation.part.relate_to(part, RT.SLIDE))
    return part


def _layout(slide: Slide) -> int:
    if any(isinstance(exhibit, Cover) for exhibit in slide.exhibits):
        return layouts.TITLE
    return layouts.CHART_COMMENT if slide.comment else layouts.FREE


def _finish(sheet: Sheet) -> None:
    """All shapes parsed at once: many small edits of a tree cost far more."""
    xml = (
        f"<p:sld {layouts.NAMESPACES}><p:cSld>"
        f"<p:spTree>{layouts.GROUP}{''.join(sheet.drawn)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
    sheet.part._element = parse_xml(xml.encode())  # noqa: SLF001


def _notes(presentation: Presentation, deck: Deck, parts: dict[str, SlidePart]) -> None:
    master = presentation.part.notes_master_part
    noted = (slide for slide in deck.slides if slide.notes)
    for number, slide in enumerate(noted, start=1):
        add_notes(parts[slide.key], master, number, slide.notes, deck.language)


def _sections(presentation: Presentation, deck: Deck) -> None:
    listed = presentation.slides._sldIdLst.sldId_lst  # noqa: SLF001
    pairs = zip((slide.section for slide in deck.slides), (entry.id for entry in listed), strict=True)
    groups = groupby(pairs, key=lambda pair: pair[0])
    list_sections(presentation, tuple((name, tuple(id_ for _, id_ in pairs)) for name, pairs in groups))


def _properties(presentation: Presentation, deck: Deck) -> None:
    """Core properties from the deck's own, never from the clock."""
    known = dict(deck.properties)
    core = presentation.core_properties
    core.title = deck.title
    core.author = known.get("author", "")
    core.language = deck.language
    core.subject = deck.footer
    core.revision = 1
    if known.get("created"):
        core.created = core.modified = datetime.fromisoformat(known["created"])
