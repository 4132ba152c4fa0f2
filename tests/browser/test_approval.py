"""A lead approves an explained month; then, and only then, the client's deck can be made."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from playwright.sync_api import expect
from pptx import Presentation

from tests.browser.steps import LONG, download, press, settled
from tiger_reports.text import phrase

ADDRESS = "/deck?client=ready&month=2026-10"


def test_approval_opens_the_way_to_the_clients_deck(opened):
    page = opened(ADDRESS, "pl")
    client_deck = page.locator(".st-key-make-client button:visible")
    expect(client_deck).to_be_disabled(timeout=LONG)
    page.get_by_text(phrase("ui.deck.own_words", "pl")).click(delay=80)  # one person alone wrote them
    settled(page)
    press(page, "approve")
    expect(page.get_by_text(phrase("ui.deck.nothing_open", "pl"))).to_be_visible(timeout=LONG)
    expect(client_deck).to_be_enabled()
    sent = download(page, "make-client")
    deck = Presentation(BytesIO(Path(sent.path()).read_bytes()))
    words = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    assert any("Old creatives." in text for text in words)
    assert not any(phrase("decks.draft", "cs") in text for text in words)

    # the deck is in the client's language, is kept, and comes back byte for byte
    assert any(phrase("decks.comment.heading", "cs") in text for text in words)
    page.reload()
    settled(page)
    again = download(page, "[class*='st-key-sent-']")
    assert Path(again.path()).read_bytes() == Path(sent.path()).read_bytes()


def test_the_workbook_of_figures_is_handed_out(opened):
    page = opened(ADDRESS, "en")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=LONG)
    settled(page)
    sent = download(page, "make-appendix")
    assert sent.suggested_filename.endswith(".xlsx")
    assert Path(sent.path()).read_bytes().startswith(b"PK")
