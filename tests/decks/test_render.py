"""The finished file: native, clean, readable, and the same every time."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pptx
import pytest
from pptx.util import Inches

from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.decks.writing.choice import ROWS
from tiger_reports.model.report import MonthReport
from tiger_reports.text import LANGUAGES

from .reports import (
    NAVY,
    VIOLET,
    clicks_only_report,
    hostile_report,
    partial_report,
    whole_report,
    wordy_report,
)

REPORTS = (whole_report, partial_report, clicks_only_report, hostile_report, wordy_report)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f00050001ff"
    "89993d1d0000000049454e44ae426082"
)


def made(report: MonthReport, language: str = "en", *, draft: bool = False, logo: bytes = b"") -> bytes:
    return render(monthly_deck(report, language, draft=draft), report.client.brand, logo)


def slide_parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {
            n: package.read(n).decode()
            for n in package.namelist()
            if re.fullmatch(r"ppt/slides/[^/]+\.xml", n)
        }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", REPORTS)
@pytest.mark.parametrize("brand", [NAVY, VIOLET], ids=["navy", "violet"])
def test_every_deck_is_clean_and_no_text_leaves_its_box(make, language, brand):
    report = make(language)
    data = made(replace(report, client=replace(report.client, brand=brand)), language, logo=PIXEL)
    assert deck_faults(data) == ()


def test_the_same_deck_gives_the_same_bytes():
    assert made(whole_report(), logo=PIXEL) == made(whole_report(), logo=PIXEL)


def test_charts_and_tables_are_native_and_hold_the_reports_numbers():
    report = whole_report()
    deck = pptx.Presentation(BytesIO(made(report)))
    shapes = {shape.name: shape for slide in deck.slides for shape in slide.shapes}
    chart = shapes["main_result.months conversions"].chart
    series = report.figure("conversions").series
    assert list(chart.plots[0].series[0].values) == [value.amount for value in series]
    table = shapes["kpis.kpis"].table
    assert len(table.rows) == ROWS + 1
    assert sum(shape.has_chart for shape in shapes.values()) == 23


def test_the_slides_are_wide_and_the_title_is_read_first():
    deck = pptx.Presentation(BytesIO(made(whole_report())))
    assert (deck.slide_width, deck.slide_height) == (Inches(13.333), Inches(7.5))
    for slide in deck.slides:
        assert slide.shapes[0] == slide.shapes.title
        assert slide.shapes.title.text_frame.text


def test_only_colours_of_the_theme_are_used():
    with zipfile.ZipFile(BytesIO(made(whole_report(), draft=True))) as package:
        own = [
            n for n in package.namelist() if n.startswith(("ppt/slides/", "ppt/charts/", "ppt/slideLayouts/"))
        ]
        assert not [n for n in own if b"srgbClr" in package.read(n)]


def test_every_run_knows_its_language():
    for name, xml in slide_parts(made(whole_report("cs"), "cs")).items():
        runs = re.findall(r"<a:r><a:rPr[^>]*>", xml)
        assert runs, name
        assert all('lang="cs-CZ"' in run for run in runs), name


def test_a_draft_says_so_on_every_slide_and_a_client_deck_nowhere():
    drafts = slide_parts(made(whole_report("pl"), "pl", draft=True))
    assert all("SZKIC – bez akceptacji" in xml for xml in drafts.values())
    assert not any("SZKIC" in xml for xml in slide_parts(made(whole_report("pl"), "pl")).values())


def test_scorecards_lead_to_their_slides():
    deck = pptx.Presentation(BytesIO(made(whole_report())))
    summary = deck.slides[1]
    target = {
        s.name: s.click_action.target_slide for s in summary.shapes if s.name.startswith("summary.card")
    }
    assert target["summary.card conversions"].shapes.title.text_frame.text.startswith("Conversions: 1,508")
    assert target["summary.card spend"].shapes[0].name == "cost.title"


def test_notes_hold_what_to_say_and_where_figures_come_from():
    deck = pptx.Presentation(BytesIO(made(whole_report())))
    notes = deck.slides[1].notes_slide.notes_text_frame.text
    assert "Talking points" in notes
    assert "campaigns-october.csv" in notes
    assert "1,204 rows" in notes


def test_shape_names_are_stable_and_unique_on_their_slide():
    deck = pptx.Presentation(BytesIO(made(whole_report())))
    for slide in deck.slides:
        names = [shape.name for shape in slide.shapes]
        assert len(names) == len(set(names))
        key = names[0].partition(".")[0]
        assert all(name.startswith(f"{key}.") for name in names)


def test_the_core_properties_come_from_the_deck():
    deck = pptx.Presentation(BytesIO(made(whole_report())))
    core = deck.core_properties
    assert (core.title, core.author) == ("Demo Bikes: monthly report, October\u00a02026", "Specialist One")
    assert f"{core.created:%Y-%m-%d}" == "2026-11-03"


def test_a_logo_stands_on_every_slide_but_once_in_the_file():
    data = made(whole_report(), logo=PIXEL)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert len([name for name in package.namelist() if name.startswith("ppt/media/")]) == 1
    assert all("<p:pic>" in xml for xml in slide_parts(data).values())


def test_sections_follow_the_story():
    with zipfile.ZipFile(BytesIO(made(whole_report()))) as package:
        names = re.findall(r'section name="([^"]+)"', package.read("ppt/presentation.xml").decode())
    assert names == ["Summary", "Results", "What moved and why", "What we did", "What comes next", "Appendix"]


def test_hostile_names_stay_names():
    data = made(hostile_report())
    xml = "".join(slide_parts(data).values())
    assert "&lt;b&gt;żółć&lt;/b&gt;" in xml
    assert "=cmd|&quot;/c calc&quot;!A1" in xml or '=cmd|"/c calc"!A1' in xml
    assert "\x07" not in xml
