"""Text past its box and shapes off the slide, measured on the finished file, tables included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.font import POINTS
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.package.identities import PRESENTATION
from tiger_reports.decks.package.reading import NS, A, P, Package
from tiger_reports.decks.package.shapes import shape_name

EMU = 914_400
SLACK = 0.02
"""Inches of rounding that nobody sees."""
DEFAULT_SIZE = 18.0


@dataclass(frozen=True)
class Held:
    """A placeholder of a layout: its box and its text size."""

    box: Box
    size: float


def layout_faults(package: Package) -> tuple[str, ...]:
    """What a reader would see cut off; measured with the widths of the theme's font."""
    root = package.tree(PRESENTATION)
    if root is None:
        return ()
    size = root.find("p:sldSz", NS)
    edge = (
        Box(0, 0, int(size.get("cx", "0")) / EMU, int(size.get("cy", "0")) / EMU)
        if size is not None
        else Box(0, 0, 0, 0)
    )
    family = _family(package)
    return tuple(
        f"{name}: {fault}"
        for name, tree in package.parts("ppt/slides")
        for fault in _slide_faults(tree, _held(package, name), edge, family)
    )


def _family(package: Package) -> str:
    theme = package.tree("ppt/theme/theme1.xml")
    latin = theme.find(".//a:minorFont/a:latin", NS) if theme is not None else None
    return latin.get("typeface", "Calibri") if latin is not None else "Calibri"


def _held(package: Package, slide: str) -> Mapping[tuple[str, str], Held]:
    layout = next((r.target for r in package.relations.get(slide, ()) if r.kind == "slideLayout"), "")
    tree = package.tree(layout)
    found = {}
    for shape in tree.iter(f"{{{P}}}sp") if tree is not None else ():
        mark, box = shape.find("p:nvSpPr/p:nvPr/p:ph", NS), _box(shape)
        if mark is not None and box is not None:
            run = shape.find("p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr", NS)
            found[_key(mark)] = Held(
                box, int(run.get("sz", "1800")) / 100 if run is not None else DEFAULT_SIZE
            )
    return found


def _key(mark: etree._Element) -> tuple[str, str]:
    return mark.get("type", ""), mark.get("idx", "")


def _slide_faults(
    tree: etree._Element, held: Mapping[tuple[str, str], Held], edge: Box, family: str
) -> Iterator[str]:
    for shape in tree.iter(f"{{{P}}}sp", f"{{{P}}}pic", f"{{{P}}}graphicFrame"):
        name = shape_name(shape)
        mark = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        base = held.get(_key(mark)) if mark is not None else None
        box = _box(shape) or (base.box if base else None)
        if box is None:
            yield f"{name!r} has no place"
            continue
        if min(box.x, box.y) < -SLACK or box.right > edge.width + SLACK or box.bottom > edge.height + SLACK:
            yield f"{name!r} stands off the slide"
        if shape.tag == f"{{{P}}}sp":
            yield from _text_fault(shape, name, box, base.size if base else DEFAULT_SIZE, family)
        else:
            yield from _table_faults(shape, name, box, edge, family)


def _box(shape: etree._Element) -> Box | None:
    for frame in shape.iter(f"{{{A}}}xfrm", f"{{{P}}}xfrm"):
        place, extent = frame.find("a:off", NS), frame.find("a:ext", NS)
        if place is not None and extent is not None:
            numbers = (place.get("x", "0"), place.get("y", "0"), extent.get("cx", "0"), extent.get("cy", "0"))
            return Box(*(float(number) / EMU for number in numbers))
    return None


def _text_fault(shape: etree._Element, name: str, box: Box, size: float, family: str) -> Iterator[str]:
    body = shape.find("p:txBody", NS)
    if body is None:
        return
    tall = text_height(body, box.width, size, family)
    if tall > box.height + SLACK:
        yield f"{name!r}: the text is {tall:.2f} inches high in a box of {box.height:.2f}"


def text_height(body: etree._Element, width: float, size: float, family: str) -> float:
    """Height of a text in inches when it is wrapped to `width`."""
    return sum(_paragraph_height(paragraph, width, size, family) for paragraph in body.findall("a:p", NS))


def _paragraph_height(paragraph: etree._Element, width: float, size: float, family: str) -> float:
    lead, text, largest = "", "", 0.0
    for run in paragraph.findall("a:r", NS):
        look = run.find("a:rPr", NS)
        bold = look is not None and look.get("b") == "1"
        largest = max(largest, int(look.get("sz", size * 100)) / 100 if look is not None else size)
        words = run.findtext("a:t", "", NS)
        lead, text = (lead + words, text) if bold and not text else (lead, text + words)
    kind = Type(largest or size, family=family)
    after = paragraph.find("a:pPr/a:spcAft/a:spcPts", NS)
    space = int(after.get("val", "0")) / 100 / POINTS if after is not None else 0.0
    return max(len(wrap(text, width, kind, lead=lead)), 1) * kind.line + space


def _table_faults(shape: etree._Element, name: str, box: Box, edge: Box, family: str) -> Iterator[str]:
    """Rows grow with their text: the table's real height must stay on the slide and in its frame."""
    table = shape.find(".//a:tbl", NS)
    if table is None:
        return
    widths = [int(column.get("w", "0")) / EMU for column in table.findall("a:tblGrid/a:gridCol", NS)]
    heights = [_row_height(row, widths, family) for row in table.findall("a:tr", NS)]
    if sum(heights) > box.height + SLACK * len(heights) or box.y + sum(heights) > edge.height + SLACK:
        yield f"{name!r}: the rows are {sum(heights):.2f} inches high in a frame of {box.height:.2f}"


def _row_height(row: etree._Element, widths: list[float], family: str) -> float:
    tallest = int(row.get("h", "0")) / EMU
    for cell, width in zip(row.findall("a:tc", NS), widths, strict=False):
        look, body = cell.find("a:tcPr", NS), cell.find("a:txBody", NS)
        if look is None or body is None:
            continue
        pads = [int(look.get(side, "45720")) / EMU for side in ("marL", "marR", "marT", "marB")]
        text = text_height(body, width - pads[0] - pads[1], DEFAULT_SIZE, family) + pads[2] + pads[3]
        tallest = max(tallest, text)
    return tallest
