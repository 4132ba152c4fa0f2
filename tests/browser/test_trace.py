"""A click on a figure leads to its rows, and the rows can be taken along."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.steps import LONG, download, settled


def test_a_click_on_a_scorecard_leads_to_the_rows_of_its_files(opened):
    page = opened("/month?client=sample&month=2026-10", "pl")
    page.locator(".tr-card-value a.tr-trace").first.click()
    expect(page).to_have_url(re.compile(r"/figure\?.*metric=spend"), timeout=LONG)
    expect(page.locator(".tr-figure")).to_contain_text("zł", timeout=LONG)
    expect(page.locator(".tr-table", has_text="meta-ads.csv").first).to_be_visible()
    settled(page)
    page.locator(".st-key-trace-rows summary").click()
    settled(page)
    sent = download(page, "trace-download")
    sheet = load_workbook(BytesIO(Path(sent.path()).read_bytes())).worksheets[0]
    assert sheet.max_row == 1 + 2 * 2 * 31  # two campaigns, two channels, each day


def test_a_click_on_a_bar_of_the_evidence_leads_to_its_rows(opened):
    page = opened("/comments?client=sample&month=2026-10", "pl")
    settled(page)
    bar = page.get_by_test_id("stVegaLiteChart").first.locator("path[aria-label^='CTR']")
    expect(bar).to_be_visible(timeout=LONG)
    bar.click(delay=50)
    expect(page).to_have_url(re.compile(r"/figure\?client=sample&month=2026-10&metric="), timeout=LONG)
    expect(page.locator(".tr-figure")).to_be_visible(timeout=LONG)


def test_the_table_beside_the_days_leads_to_a_days_rows_from_the_keyboard(opened):
    page = opened("/comments?client=sample&month=2026-10", "en")
    settled(page)
    days = page.locator("details", has=page.locator("a[href*='day=2026-10-21']")).last
    days.locator("summary").focus()
    page.keyboard.press("Enter")
    link = days.locator("a[href*='day=2026-10-21']").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/figure\?.*day=2026-10-21"), timeout=LONG)
    expect(page.get_by_text("The rows of Wed")).to_be_visible(timeout=LONG)
