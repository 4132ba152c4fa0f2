"""A lead sees that a quarter's meeting is due, prepares it, and takes its deck along."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.steps import LONG, download, press, settled
from tiger_reports.text import phrase

ADDRESS = "/year?client=meeting"


def tab(page: Page, part: str) -> None:
    """Another part of the page, by its tab."""
    page.get_by_role("tab", name=phrase(f"ui.quarter.part_{part}", "pl"), exact=True).click()
    settled(page)


def test_a_meeting_that_is_due_is_prepared_and_its_deck_taken_along(opened):
    page = opened(ADDRESS, "pl")
    due = page.locator(".tr-note", has_text=phrase("ui.year.meeting_due", "pl"))
    expect(due).to_be_visible(timeout=LONG)
    settled(page)
    page.get_by_role("link", name=phrase("ui.year.prepare", "pl")).click()
    expect(page).to_have_url(re.compile(r"/quarter\?.*quarter=3"), timeout=LONG)
    expect(page.locator(".tr-note", has_text=phrase("ui.year.meeting_due", "pl"))).to_be_visible(timeout=LONG)
    settled(page)

    # what was decided is written down and saved
    press(page, "add-Decision")
    settled(page)
    what = page.locator("[class*='st-key-decision-'] input[type=text]").first
    what.fill("Two posts more a week")
    what.press("Enter")
    settled(page)

    # the figures of the quarter, then its deck
    tab(page, "figures")
    expect(page.locator(".tr-cards li").first).to_be_visible(timeout=LONG)
    tab(page, "deck")
    expect(page.get_by_text(phrase("ui.deck.nothing_open", "pl"))).to_be_visible(timeout=LONG)
    sent = download(page, "make-client")
    made = Path(sent.path()).read_bytes()
    deck = Presentation(BytesIO(made))
    words = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    quarter = phrase("tiger.quarter", "pl", quarter=phrase("tiger.numeral.3", "pl"))
    assert any(quarter in text for text in words)
    assert not any(phrase("decks.draft", "pl") in text for text in words)

    # it is kept, comes back byte for byte, and the meeting is done
    page.reload()
    settled(page)
    tab(page, "deck")
    again = download(page, "[class*='st-key-sent-']")
    assert Path(again.path()).read_bytes() == made
    expect(page.locator(".tr-note", has_text=phrase("ui.year.meeting_done", "pl"))).to_be_visible(
        timeout=LONG
    )
    tab(page, "meeting")
    expect(page.locator("[class*='st-key-decision-'] input[type=text]").first).to_have_value(
        "Two posts more a week", timeout=LONG
    )


def test_the_parts_of_the_year_are_reached_by_keyboard(opened):
    page = opened(ADDRESS, "en")
    first = page.get_by_role("tab", name=phrase("ui.year.part_track", "en"), exact=True)
    expect(first).to_be_visible(timeout=LONG)
    settled(page)
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    second = page.get_by_role("tab", name=phrase("ui.year.part_now", "en"), exact=True)
    expect(second).to_have_attribute("aria-selected", "true", timeout=LONG)
    expect(page.locator(".tr-cards li").first).to_be_visible(timeout=LONG)
