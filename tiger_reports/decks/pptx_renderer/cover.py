"""The first slide, on the brand's dark ground."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, elide, wrap
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink, words
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.cover import Cover

LEFT, WIDTH = 0.9, 8.6
TITLE_SIZES = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
TITLE = Box(LEFT, 2.75, WIDTH, 1.35)
CLIENT = Box(LEFT, 2.15, WIDTH, 0.5)
LINES = Box(LEFT, 4.65, WIDTH, 2.0)
LOGO = Box(LEFT, 0.75, 2.3, 0.9)


def draw_cover(sheet: Sheet, cover: Cover) -> None:
    """Title first in the tree; the client's name stands over it."""
    size = next((s for s in TITLE_SIZES if _fits(cover.subtitle, s, sheet.family)), TITLE_SIZES[-1])
    title = words(cover.subtitle, Ink(size, "bg1", bold=True), sheet.language)
    sheet.drawn.append(shapes.placeholder(sheet.named("title"), 'type="ctrTitle"', title, anchor="ctr"))
    kind = Type(22.0, bold=True, family=sheet.family)
    client = elide(cover.client, CLIENT.width, kind)
    name = words(client, Ink(22, "bg1", bold=True), sheet.language)
    sheet.drawn.append(shapes.placeholder(sheet.named("client"), 'type="subTitle" idx="1"', name, anchor="b"))
    text = "\n".join(elide(line, LINES.width, Type(14.0, family=sheet.family)) for line in cover.lines)
    lines = words(text, Ink(14, "bg1"), sheet.language, after=0.08)
    sheet.drawn.append(shapes.text_box(sheet.named("lines"), LINES, lines))


def draw_cover_logo(sheet: Sheet, relation: str, size: tuple[int, int], alt: str) -> None:
    """The logo on a white plate: whatever its colours, it stands on the ground it was drawn for."""
    scale = min(LOGO.width / size[0], LOGO.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    sheet.fill("logo plate", Box(LOGO.x, LOGO.y, width + 0.36, height + 0.3), "bg1")
    placed = Box(LOGO.x + 0.18, LOGO.y + 0.15, width, height)
    sheet.drawn.append(shapes.picture(sheet.named("logo", alt), placed, relation))


def _fits(text: str, size: float, family: str) -> bool:
    kind = Type(size, bold=True, family=family)
    return len(wrap(text, TITLE.width, kind)) * kind.line <= TITLE.height
