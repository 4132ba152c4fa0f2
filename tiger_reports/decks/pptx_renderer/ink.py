"""Text as DrawingML: runs with a language, a size and a theme colour; nothing else decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from tiger_reports.decks.xml_text import legal

TAGS = {"en": "en-GB", "pl": "pl-PL", "cs": "cs-CZ", "ru": "ru-RU"}
EMU = 914_400
POINT = 12_700


@dataclass(frozen=True)
class Ink:
    """`colour` is a slot of the theme: tx1, bg1, tx2, accent1 ... hlink (the readable accent)."""

    size: float
    colour: str = "tx1"
    bold: bool = False
    caps: bool = False
    leads_to: str = ""  # the slide's relationship to an address outside


def emu(inches: float) -> int:
    return round(inches * EMU)


def clean(text: str) -> str:
    """`text` fit for XML: characters that XML forbids are dropped, markup is escaped."""
    return escape(legal(text), {'"': "&quot;"})


def run(text: str, ink: Ink, language: str) -> str:
    bold = ' b="1"' if ink.bold else ' b="0"'
    caps = ' cap="all"' if ink.caps else ""
    leads = f'<a:hlinkClick r:id="{ink.leads_to}"/>' if ink.leads_to else ""
    return (
        f'<a:r><a:rPr lang="{TAGS[language]}" sz="{round(ink.size * 100)}"{bold}{caps} dirty="0">'
        f'<a:solidFill><a:schemeClr val="{ink.colour}"/></a:solidFill>{leads}</a:rPr>'
        f"<a:t>{clean(text)}</a:t></a:r>"
    )


def paragraph(runs: str, *, align: str = "l", after: float = 0.0) -> str:
    """One paragraph; `after` is the space under it in inches."""
    space = f'<a:spcAft><a:spcPts val="{round(after * 7200)}"/></a:spcAft>' if after else ""
    return f'<a:p><a:pPr algn="{align}">{space}</a:pPr>{runs}</a:p>'


def words(text: str, ink: Ink, language: str, *, align: str = "l", after: float = 0.0) -> str:
    """`text` as paragraphs, one a line of its own."""
    lines = text.split("\n") or [""]
    return "".join(paragraph(run(line, ink, language), align=align, after=after) for line in lines)
