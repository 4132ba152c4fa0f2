"""Shapes as PresentationML strings: named, placed, coloured by the theme, marked decorative or described."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.pptx_renderer.ink import clean, emu

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
HAIRLINE = 6_350


@dataclass(frozen=True)
class Named:
    """`alt` empty means that the shape only decorates; `link` is the relationship of a slide to jump to."""

    id: int
    name: str
    alt: str = ""
    link: str = ""

    def xml(self, *, speaks: bool = False) -> str:
        """The non-visual properties; a shape that `speaks` for itself (text) is not decorative."""
        alt = f' descr="{clean(self.alt)}"' if self.alt else ""
        jump = f'<a:hlinkClick r:id="{self.link}" action="ppaction://hlinksldjump"/>' if self.link else ""
        rest = jump + ("" if self.alt or speaks or self.link else DECORATIVE)
        return f'<p:cNvPr id="{self.id}" name="{clean(self.name)}"{alt}>{rest}</p:cNvPr>'


def frame_xml(box: Box, tag: str = "a") -> str:
    return (
        f'<{tag}:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{max(emu(box.width), 0)}" cy="{max(emu(box.height), 0)}"/></{tag}:xfrm>'
    )


def solid(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"


def outline(colour: str, width: int = HAIRLINE) -> str:
    return f'<a:ln w="{width}">{solid(colour)}</a:ln>' if colour else "<a:ln><a:noFill/></a:ln>"


def body(paragraphs: str, *, anchor: str = "t", wrap: bool = True, pad: float = 0.0) -> str:
    inset = emu(pad)
    return (
        f'<p:txBody><a:bodyPr wrap="{"square" if wrap else "none"}" lIns="{inset}" tIns="0" '
        f'rIns="{inset}" bIns="0" '
        f'anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody>'
    )


def text_box(named: Named, box: Box, paragraphs: str, *, anchor: str = "t") -> str:
    return (
        f'<p:sp><p:nvSpPr>{named.xml(speaks=True)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{frame_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"{body(paragraphs, anchor=anchor)}</p:sp>"
    )


def placeholder(named: Named, kind: str, paragraphs: str, *, anchor: str = "t") -> str:
    """A shape bound to the layout's placeholder by `kind`, such as `type="title"`."""
    return (
        f'<p:sp><p:nvSpPr>{named.xml(speaks=True)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/>{body(paragraphs, anchor=anchor)}</p:sp>"
    )


def shape(named: Named, box: Box, preset: str, fill: str, *, line: str = "", flip: bool = False) -> str:
    """A preset shape without text: rect, triangle, ellipse, roundRect; `flip` turns it upside down."""
    frame = frame_xml(box).replace("<a:xfrm>", '<a:xfrm flipV="1">') if flip else frame_xml(box)
    return (
        f"<p:sp><p:nvSpPr>{named.xml()}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame}"
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{solid(fill)}{outline(line)}</p:spPr></p:sp>'
    )


def polyline(named: Named, box: Box, lines: tuple[tuple[tuple[float, float], ...], ...], colour: str) -> str:
    """Open lines through points given in inches from the slide's corner."""
    path = "".join(_strokes(line, box) for line in lines)
    return (
        f"<p:sp><p:nvSpPr>{named.xml()}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame_xml(box)}"
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(box.width)}" h="{emu(box.height)}" fill="none">{path}</a:path>'
        "</a:pathLst></a:custGeom>"
        f'<a:noFill/><a:ln w="22225" cap="rnd">{solid(colour)}<a:round/></a:ln></p:spPr></p:sp>'
    )


def polygon(named: Named, box: Box, points: tuple[tuple[float, float], ...], fill: str) -> str:
    """A closed shape; points in shares of the box."""
    spots = [(emu(box.width * x), emu(box.height * y)) for x, y in points]
    first, *rest = [f'<a:pt x="{x}" y="{y}"/>' for x, y in spots]
    path = (
        f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{spot}</a:lnTo>" for spot in rest) + "<a:close/>"
    )
    return (
        f'<p:sp><p:nvSpPr>{named.xml()}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{frame_xml(box)}'
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(box.width)}" h="{emu(box.height)}">{path}</a:path></a:pathLst></a:custGeom>'
        f"{solid(fill)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def picture(named: Named, box: Box, relation: str) -> str:
    return (
        f'<p:pic><p:nvPicPr>{named.xml()}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        "</a:stretch></p:blipFill>"
        f'<p:spPr>{frame_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def graphic_frame(named: Named, box: Box, uri: str, content: str) -> str:
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named.xml()}<p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{frame_xml(box, "p")}<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
        f"</p:graphicFrame>"
    )


def _strokes(line: tuple[tuple[float, float], ...], box: Box) -> str:
    spots = [f'<a:pt x="{emu(x - box.x)}" y="{emu(y - box.y)}"/>' for x, y in line]
    return f"<a:moveTo>{spots[0]}</a:moveTo>" + "".join(f"<a:lnTo>{spot}</a:lnTo>" for spot in spots[1:])
