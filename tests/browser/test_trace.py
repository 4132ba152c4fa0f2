"""A click on a figure leads to its rows, and the rows can be taken along."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.steps import LONG, press, settled


def test_a_click_on_a_scorecard_leads_to_the_rows_of_its_files(opened):
    page = opened("/month?client=sample&month=2026-10", "pl")
    page.locator(".tr-card-value a.tr-trace").first.click()
    expect(page).to_have_url(re.compile(r"/figure\?.*metric=spend"), timeout=LONG)
    expect(page.locator(".tr-figure")).to_contain_text("zł", timeout=LONG)
    expect(page.locator(".tr-table", has_text="meta-ads.csv").first).to_be_visible()
    settled(page)
    page.locator(".st-key-trace-rows summary").click()
    settled(page)
    with page.expect_download(timeout=LONG) as download:
        press(page, "trace-download")
    sheet = load_workbook(BytesIO(Path(download.value.path()).read_bytes())).worksheets[0]
    assert sheet.max_row == 1 + 2 * 2 * 31  # two campaigns, two channels, each day
