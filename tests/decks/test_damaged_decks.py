"""Decks broken on purpose, one fault each: the checks must see every one, and be silent on the good deck."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render

from .reports import NAVY, whole_report

Parts = list[tuple[str, bytes]]
SLIDE, CHART, PRESENTATION = "ppt/slides/slide6.xml", "ppt/charts/chart1.xml", "ppt/presentation.xml"
POSTS = "ppt/slides/_rels/slide12.xml.rels"
TABLE, RELS = "ppt/slides/slide4.xml", "ppt/slides/_rels/slide6.xml.rels"


@cache
def good() -> bytes:
    return render(monthly_deck(whole_report(), "en", draft=False), NAVY)


def changed(name: str, old: str, new: str, count: int = 1) -> Callable[[Parts], Parts]:
    """Replace a pattern in one part; a damage that changes nothing is an error of the test."""

    def damage(parts: Parts) -> Parts:
        found = dict(parts)
        text = found[name].decode()
        broken = re.sub(old, new, text, count=count)
        assert broken != text, f"{old} is not in {name}"
        return [(part, broken.encode() if part == name else blob) for part, blob in parts]

    return damage


def without(name: str) -> Callable[[Parts], Parts]:
    return lambda parts: [(part, blob) for part, blob in parts if part != name]


def twice(name: str) -> Callable[[Parts], Parts]:
    return lambda parts: [*parts, (name, dict(parts)[name])]


def cut_off(name: str) -> Callable[[Parts], Parts]:
    return lambda parts: [(part, blob[: len(blob) // 2] if part == name else blob) for part, blob in parts]


def other_cell(parts: Parts) -> Parts:
    name = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
    book = load_workbook(BytesIO(dict(parts)[name]))
    book.active["B3"] = 999_999
    stream = BytesIO()
    book.save(stream)
    return [(part, stream.getvalue() if part == name else blob) for part, blob in parts]


def not_a_workbook(parts: Parts) -> Parts:
    return [(n, b"no workbook" if n.endswith("Sheet1.xlsx") else blob) for n, blob in parts]


def added(name: str, blob: bytes) -> Callable[[Parts], Parts]:
    return lambda parts: [*parts, (name, blob)]


DAMAGES: dict[str, Callable[[Parts], Parts]] = {
    "zip entry twice": twice(SLIDE),
    "content types missing": without("[Content_Types].xml"),
    "content type without a part": without("ppt/notesSlides/notesSlide3.xml"),
    "part without a content type": added("ppt/media/image9.webp", b"x"),
    "slide not listed": changed(PRESENTATION, r"<p:sldId [^>]*/>", ""),
    "slide listed twice": changed(
        PRESENTATION, r'(<p:sldId [^>]*r:id=")[^"]*("/>)(<p:sldId [^>]*r:id=")([^"]*)', r"\1\4\2\3\4"
    ),
    "slide id twice": changed(PRESENTATION, r'id="257"', 'id="256"'),
    "slide id too small": changed(PRESENTATION, r'id="256"', 'id="12"'),
    "children out of order": changed(
        PRESENTATION, r"(<p:sldMasterIdLst>.*?</p:sldMasterIdLst>)(.*)(<p:sldSz[^>]*/>)", r"\3\1\2"
    ),
    "unknown element": changed(PRESENTATION, r"<p:sldSz", "<p:sldSize/><p:sldSz"),
    "notes master not listed": changed(PRESENTATION, r"<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""),
    "section names an unknown slide": changed(
        PRESENTATION, r'<p14:sldId id="256"/>', '<p14:sldId id="999"/>'
    ),
    "slide in no section": changed(PRESENTATION, r'<p14:sldId id="256"/>', ""),
    "layout id twice": changed("ppt/slideMasters/slideMaster1.xml", r'id="2147483650"', 'id="2147483649"'),
    "relationship target missing": changed(
        RELS, r'Target="\.\./charts/[^"]*"', 'Target="../charts/none.xml"'
    ),
    "link to another host": changed(POSTS, r"https://www\.x\.com", "https://x.com.example"),
    "link without encryption": changed(POSTS, r"https://www\.x\.com", "http://www.x.com"),
    "picture from outside": changed(POSTS, r"relationships/hyperlink", "relationships/image"),
    "relationship id unknown": changed(RELS, r'Id="rId2"', 'Id="rId33"'),
    "relationship id twice": changed(RELS, r'Id="rId2"', 'Id="rId1"'),
    "shape id twice": changed(SLIDE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),
    "extent with decimals": changed(SLIDE, r'cx="(\d+)"', r'cx="\1.5"'),
    "negative extent": changed(SLIDE, r'cx="(\d{4,})"', r'cx="-\1"'),
    "colour of four digits": changed("ppt/theme/theme1.xml", r'srgbClr val="\w{6}"', 'srgbClr val="ABCD"'),
    "text without a paragraph": changed(
        SLIDE, r"<a:lstStyle/><a:p>.*?</a:p></p:txBody>", "<a:lstStyle/></p:txBody>"
    ),
    "short table row": changed(TABLE, r"<a:tc>.*?</a:tc>", ""),
    "extra column in the grid": changed(TABLE, r"(<a:tblGrid>)", r'\1<a:gridCol w="100"/>'),
    "empty placeholder": changed(SLIDE, r"(<p:ph type=\"title\"/>.*?<a:t>)[^<]*", r"\1"),
    "chart without alternative text": changed(SLIDE, r'(<p:graphicFrame>.*?) descr="[^"]*"', r"\1"),
    "negative axis id": changed(CHART, "50010", "-2068027336", 0),
    "axis id without an axis": changed(
        CHART, r'<c:axId val="50020"/></c:barChart>', '<c:axId val="7"/></c:barChart>'
    ),
    "series index twice": changed(
        "ppt/charts/chart2.xml", r'<c:idx val="1"/><c:order', '<c:idx val="0"/><c:order'
    ),
    "point beyond the count": changed(
        CHART, r'(<c:numCache>.*?)<c:ptCount val="13"/>', r'\1<c:ptCount val="5"/>'
    ),
    "drawn value differs from the workbook": changed(CHART, r"(<c:numCache>.*?<c:v>)[^<]*", r"\g<1>7"),
    "workbook differs from the chart": other_cell,
    "workbook unreadable": not_a_workbook,
    "workbook missing": without("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"),
    "cut-off XML": cut_off(SLIDE),
    "presentation missing": without(PRESENTATION),
    "text past its box": changed(SLIDE, r"(<p:ph type=\"title\"/>.*?<a:t>)", r"\1" + "long words " * 60),
    "shape off the slide": changed(SLIDE, r'(<p:graphicFrame>.*?<a:off x=")\d+', r"\g<1>9999999"),
    "table higher than its frame": changed(TABLE, r"(<a:tc>.*?<a:t>)", r"\1" + "long words " * 90),
}


def damaged(damage: Callable[[Parts], Parts]) -> bytes:
    with zipfile.ZipFile(BytesIO(good())) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    stream = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as package:
        warnings.simplefilter("ignore", UserWarning)  # two entries of one name are meant
        for name, blob in damage(parts):
            package.writestr(name, blob)
    return stream.getvalue()


def test_the_good_deck_has_no_fault():
    assert deck_faults(good()) == ()


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_deck_is_caught(name):
    data = damaged(DAMAGES[name])
    faults = deck_faults(data)
    assert faults, name


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 cut off"])
def test_what_is_no_zip_is_a_fault_and_never_an_error(data):
    assert deck_faults(data)


def test_a_truncated_file_is_caught():
    assert deck_faults(good()[:-2000])
