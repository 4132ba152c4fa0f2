"""The master, the five layouts and the notes master of our own starter template.

Placeholders have fixed numbers: 10 chart or table, 11 comment heading, 12 comment, 19 kicker, 20 source,
21 footer, 22 slide number. A slide fills those that it needs; none is left empty.
"""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.comment import comment_boxes
from tiger_reports.decks.layout.frame import Frame
from tiger_reports.decks.pptx_renderer import cover, shapes
from tiger_reports.decks.pptx_renderer.ink import emu
from tiger_reports.decks.pptx_renderer.shapes import Named

NAMES = ("Title", "Free", "Chart + Comment", "Table", "Section")
TITLE, FREE, CHART_COMMENT, TABLE, SECTION = range(5)
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
NUMBER = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/>'
    "<a:t>‹#›</a:t></a:fld></a:p>"
)


def held(id_: int, name: str, kind: str, box: Box, style: tuple[float, str, bool], text: str = "") -> str:
    """One placeholder of a layout: `style` is size, colour, weight."""
    size, colour, bold = style
    level = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{"r" if "sldNum" in kind else "l"}"><a:lnSpc>'
        '<a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{round(size * 100)}" '
        f'b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        "</a:defRPr></a:lvl1pPr>"
    )
    words = text or f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{name}</a:t></a:r></a:p>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        "</p:cNvSpPr><p:nvPr>"
        f"<p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{shapes.frame_xml(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" '
        'wrap="square" '
        'lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level}</a:lstStyle>{words}</p:txBody></p:sp>"
    )


def _common(frame: Frame) -> tuple[str, ...]:
    return (
        held(2, "Title", 'type="title"', frame.title, (26, "tx2", True)),
        held(3, "Kicker", 'type="body" sz="quarter" idx="19"', frame.kicker, (12, "hlink", True)),
        held(4, "Source", 'type="body" sz="quarter" idx="20"', frame.source, (9, "tx1", False)),
        held(5, "Footer", 'type="ftr" sz="quarter" idx="21"', frame.footer, (9, "tx1", False)),
        held(
            6, "Slide number", 'type="sldNum" sz="quarter" idx="22"', frame.number, (9, "tx1", False), NUMBER
        ),
        shapes.shape(Named(7, "Band"), frame.band, "rect", "accent2"),
    )


def _free(frame: Frame) -> tuple[str, ...]:
    return _common(frame)


def _chart_comment(frame: Frame) -> tuple[str, ...]:
    boxes = comment_boxes(frame.comment)
    return (
        *_common(frame),
        held(8, "Chart or table", 'sz="half" idx="10"', frame.exhibit, (12, "tx1", False)),
        held(9, "Comment heading", 'type="body" sz="quarter" idx="11"', boxes.heading, (14, "hlink", True)),
        held(10, "Comment", 'type="body" sz="quarter" idx="12"', boxes.words, (14, "tx1", False)),
    )


def _table(frame: Frame) -> tuple[str, ...]:
    return (*_common(frame), held(8, "Chart or table", 'idx="10"', frame.body, (12, "tx1", False)))


def _title(frame: Frame) -> tuple[str, ...]:
    number = held(
        6, "Slide number", 'type="sldNum" sz="quarter" idx="22"', frame.number, (9, "bg1", False), NUMBER
    )
    return (
        *_dark(frame),
        held(2, "Title", 'type="ctrTitle"', cover.TITLE, (44, "bg1", True)),
        held(3, "Client", 'type="subTitle" idx="1"', cover.CLIENT, (22, "bg1", True)),
        number,
    )


def _section(frame: Frame) -> tuple[str, ...]:
    return (*_dark(frame), held(2, "Title", 'type="title"', cover.TITLE, (40, "bg1", True)))


def _dark(frame: Frame) -> tuple[str, ...]:
    """The brand's ground: three slanted stripes at the right edge, and a short rule under the title."""
    ground = shapes.shape(Named(20, "Ground"), Box(0, 0, frame.width, frame.height), "rect", "accent1")
    stripes = tuple(
        shapes.polygon(
            Named(21 + number, f"Stripe {number + 1}"),
            Box(frame.width - right - width, 0, width, frame.height),
            ((slant, 0), (1, 0), (1 - slant, 1), (0, 1)),
            colour,
        )
        for number, (right, width, slant, colour) in enumerate(
            ((2.55, 1.5, 0.82, "accent6"), (1.15, 2.1, 0.6, "accent2"), (0.0, 1.85, 0.68, "accent2"))
        )
    )
    rule = shapes.shape(Named(30, "Rule"), Box(cover.LEFT, 4.28, 1.3, 0.07), "rect", "accent2")
    return (ground, *stripes, rule)


def layouts(frame: Frame) -> tuple[str, ...]:
    """The five layout parts in the order of `NAMES`."""
    makers = (_title, _free, _chart_comment, _table, _section)
    kinds = (' type="title"', ' type="titleOnly"', "", "", ' type="secHead"')
    return tuple(
        f'<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{name}"><p:spTree>{GROUP}'
        f"{''.join(maker(frame))}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        for maker, name, kind in zip(makers, NAMES, kinds, strict=True)
    )


def master(frame: Frame) -> str:
    body = held(3, "Text", 'type="body" idx="1"', frame.body, (14, "tx1", False))
    title = held(2, "Title", 'type="title"', frame.title, (26, "tx2", True))
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(len(NAMES)))
    level = (
        '<a:lvl1pPr><a:defRPr sz="{size}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+m{face}-lt"/><a:ea typeface="+m{face}-ea"/><a:cs '
        'typeface="+m{face}-cs"/></a:defRPr></a:lvl1pPr>'
    )
    styles = (
        f"<p:titleStyle>{level.format(size=2600, face='j')}</p:titleStyle>"
        f"<p:bodyStyle>{level.format(size=1400, face='n')}</p:bodyStyle>"
        f"<p:otherStyle>{level.format(size=1400, face='n')}</p:otherStyle>"
    )
    return (
        f'<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}{title}{body}</p:spTree></p:cSld>"
        f"{COLOUR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{styles}</p:txStyles></p:sldMaster>"
    )


COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{shapes.frame_xml(Box(0.75, 1.0, 6.0, 3.375))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>'
        "</p:spPr></p:sp>"
    )
    words = held(3, "Notes", 'type="body" sz="quarter" idx="3"', Box(0.75, 4.8, 6.0, 4.4), (12, "tx1", False))
    return (
        f'<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/>'
        "</a:solidFill>"
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}{image}{words}</p:spTree></p:cSld>{COLOUR_MAP}</p:notesMaster>"
    )


TEXT_STYLE = (
    '<p:defaultTextStyle><a:lvl1pPr algn="l"><a:defRPr sz="1400" kern="1200"><a:solidFill>'
    '<a:schemeClr val="tx1"/>'
    '</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
    "</a:lvl1pPr></p:defaultTextStyle>"
)


def slide_size(frame: Frame) -> str:
    """The sizes of slide and notes, and the font of text outside placeholders, in the order of the schema."""
    size = f'<p:sldSz cx="{emu(frame.width)}" cy="{emu(frame.height)}"/>'
    return f'{size}<p:notesSz cx="6858000" cy="9144000"/>{TEXT_STYLE}'
