"""The theme part: the brand's colours and font, and plain effects, so that nothing casts a shadow."""

from __future__ import annotations

from tiger_reports.decks.pptx_renderer.colours import Palette
from tiger_reports.decks.pptx_renderer.ink import clean

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="6350">{PLAIN}</a:ln>'
EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(palette: Palette, font: str) -> str:
    colours = "".join(f'<a:{slot}><a:srgbClr val="{palette.theme[slot]}"/></a:{slot}>' for slot in SLOTS)
    face = f'<a:latin typeface="{clean(font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Tiger Reports">'
        f'<a:themeElements><a:clrScheme name="Brand">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Brand"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Plain"><a:fillStyleLst>{PLAIN * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
