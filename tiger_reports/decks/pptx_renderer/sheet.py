"""One slide while it is drawn: shapes in reading order, their numbers and names, and what they relate to."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.image import ImagePart
from pptx.parts.slide import SlidePart

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.frame import Frame
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink, words
from tiger_reports.decks.pptx_renderer.shapes import Named

CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
Images = dict[bytes, tuple[ImagePart, tuple[int, int]]]
"""Pictures that the deck holds already, with their sizes in pixels."""


@dataclass
class Sheet:
    """`charts` counts charts over the whole deck, whose part names are unique; `images` are those put in."""

    part: SlidePart
    key: str
    language: str
    family: str
    frame: Frame
    charts: list[str]
    images: Images
    slides: dict[str, SlidePart] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)
    last_id: int = 1

    def named(self, role: str, alt: str = "", link: str = "") -> Named:
        """A shape's number and its stable name: the slide's key, then what the shape is."""
        self.last_id += 1
        return Named(self.last_id, f"{self.key}.{role}", alt, self._jump(link))

    def write(self, role: str, box: Box, text: str, ink: Ink, *, align: str = "l", anchor: str = "t") -> None:
        paragraphs = words(text, ink, self.language, align=align)
        self.drawn.append(shapes.text_box(self.named(role), box, paragraphs, anchor=anchor))

    def fill(self, role: str, box: Box, colour: str, *, preset: str = "rect", flip: bool = False) -> None:
        self.drawn.append(shapes.shape(self.named(role), box, preset, colour, flip=flip))

    def chart(self, role: str, box: Box, xml: bytes, workbook: bytes, alt: str) -> None:
        """A native chart; its only relationship, `rId1`, is the workbook behind it."""
        number = len(self.charts) + 1
        package = self.part.package
        part = ChartPart.load(PackURI(f"/ppt/charts/chart{number}.xml"), CT.DML_CHART, package, xml)
        book = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
        part.relate_to(EmbeddedXlsxPart(book, CT.SML_SHEET, package, workbook), RT.PACKAGE)
        relation = self.part.relate_to(part, RT.CHART)
        self.charts.append(relation)
        content = f'<c:chart xmlns:c="{CHART_URI}" r:id="{relation}"/>'
        self.drawn.append(shapes.graphic_frame(self.named(role, alt), box, CHART_URI, content))

    def image(self, data: bytes) -> tuple[str, tuple[int, int]]:
        """Relationship of a picture's part, one for all slides that show it, and its size in pixels."""
        if data not in self.images:
            made = self.part.package.get_or_add_image_part(BytesIO(data))
            self.images[data] = (made, made.image.size)
        part, size = self.images[data]
        return self.part.relate_to(part, RT.IMAGE), size

    def picture(self, role: str, box: Box, data: bytes, alt: str) -> None:
        """A PNG or JPEG as large as `box` allows, at its left edge, its sides in proportion."""
        relation, (wide, tall) = self.image(data)
        scale = min(box.width / wide, box.height / tall)
        placed = Box(box.x, box.y, wide * scale, tall * scale)
        self.drawn.append(shapes.picture(self.named(role, alt), placed, relation))

    def outside(self, address: str) -> str:
        """The relationship to an address that a text leads to."""
        return self.part.relate_to(address, RT.HYPERLINK, is_external=True)

    def _jump(self, key: str) -> str:
        target = self.slides.get(key)
        return self.part.relate_to(target, RT.SLIDE) if target is not None else ""
