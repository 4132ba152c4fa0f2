"""A note is edited, kept, and handed out as a mail that opens as a draft."""

from __future__ import annotations

import email
from email import policy
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.steps import LONG, download, settled


def test_edited_words_live_through_a_reload_and_leave_as_a_mail(opened):
    page = opened("/week?client=ready")
    area = page.locator("textarea[id^='note-ready']")
    expect(area).to_be_visible(timeout=LONG)
    settled(page)
    area.fill("Žluťoučký kůň: plán na tento týden.")
    area.blur()
    expect(page.get_by_test_id("stCode").first).to_contain_text("Žluťoučký kůň", timeout=LONG)
    page.reload()
    expect(area).to_have_value("Žluťoučký kůň: plán na tento týden.", timeout=LONG)
    settled(page)
    sent = download(page, "note-mail")
    assert sent.suggested_filename.endswith(".eml")
    mail = email.message_from_bytes(Path(sent.path()).read_bytes(), policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail.get_content().strip() == "Žluťoučký kůň: plán na tento týden."
