"""A specialist's way through a month, in Polish and in English: files, findings, charts, words, deck."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from tests.browser.steps import LONG, SAMPLES, chart_text, download, field, go, press, settled, upload
from tiger_reports.text import phrase

FILES = SAMPLES / "files"
DAYS = ("2024-09_2026-07", "2026-08", "2026-09")
"""What the history of a client's Meta account comes in."""
STORIES = {
    "pl": ("warsaw/meta_campaigns-by-day_{}_pl_synthetic.csv", "październik"),
    "en": ("berlin/meta_campaigns-by-day_{}_de_synthetic.csv", "October"),
}


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_month_goes_from_files_to_a_deck(opened, language):
    name, month = STORIES[language]
    history, october = [FILES / name.format(days) for days in DAYS], name.format("2026-10")
    page = opened(f"/import?client=shop-{language}", language)
    expect(page.locator("html")).to_have_attribute("lang", language)

    # a file that must not be believed, and good ones
    upload(page, SAMPLES / "checks/total_differs/bad.csv", *history, FILES / october, language=language)
    bad = page.locator("[class*='st-key-staged-']", has_text="bad.csv")
    expect(bad.locator("[class*='st-key-store-'] button")).to_be_disabled()
    expect(bad.get_by_text(phrase("ui.import.fix", language)).first).to_be_visible()
    bad.locator("[class*='st-key-discard-'] button").click()
    expect(bad).to_have_count(0, timeout=LONG)
    press(page, "store-all")
    expect(page.get_by_text(phrase("ui.import.nothing_waiting", language))).to_be_visible(timeout=LONG)
    expect(page.get_by_role("cell", name=october.split("/")[1])).to_be_visible()

    # figures and charts in the reader's language
    go(page, "month", language)
    expect(page.get_by_role("heading", level=1)).to_contain_text(month, timeout=LONG)
    expect(page.locator(".tr-card").nth(3)).to_be_visible(timeout=LONG)
    assert "26" in chart_text(page)

    # words for the first drop
    go(page, "comments", language)
    card = page.locator("[class*='st-key-card-']").first
    expect(card).to_be_visible(timeout=LONG)
    area = page.locator("textarea").first
    expect(area).to_be_visible(timeout=LONG)
    key = str(area.get_attribute("id")).rsplit(":", 1)[0]
    page.get_by_role("radiogroup").get_by_text(phrase("cause.fatigue", language)).first.click()
    settled(page)
    field(page, key, "cause").fill("Nowe kreacje, żółć i jaźń.")
    field(page, key, "solution").fill("Wymiana kreacji co dziesięć dni.")
    field(page, key, "solution").blur()
    saved = phrase("ui.autosave.saved", language, when="", who="").split()[0]
    for place in (0, 1):
        expect(card.locator("output").nth(place)).to_contain_text(saved, timeout=LONG)

    # the deck shows the words, refuses to be final, and comes as a draft
    go(page, "deck", language)
    expect(page.locator(".st-key-make-client button:visible")).to_be_disabled(timeout=LONG)
    sent = download(page, "make-draft")
    assert sent.suggested_filename.endswith(".pptx")
    deck = Presentation(BytesIO(Path(sent.path()).read_bytes()))
    words = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    assert any("żółć" in text for text in words)
    assert any("co dziesięć dni" in text for text in words)
    assert any(phrase("decks.draft", language) in text for text in words)
