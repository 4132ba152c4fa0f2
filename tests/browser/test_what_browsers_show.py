"""What only a browser shows: no broken policy, no outside request, both themes, no wide page on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import LONG, settled
from tiger_reports.text import phrase

PLACES = ("start", "board", "week", "import", "month", "figure", "comments", "deck", "client")


def watch(page: Page) -> list[str]:
    """Everything that the browser complains of, and every request that leaves the machine."""
    seen: list[str] = []
    page.on("console", lambda m: seen.append(m.text) if "Content Security Policy" in m.text else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda r: seen.append(r.url) if _outside(r.url) else None)
    return seen


def _outside(url: str) -> bool:
    return not url.startswith(("http://localhost", "ws://localhost", "data:", "blob:"))


@pytest.mark.parametrize("slug", PLACES)
def test_a_page_obeys_its_own_policy_and_calls_nobody(opened, slug):
    page = opened("/")
    seen = watch(page)
    page.goto(page.url.split("/")[0] + "//" + page.url.split("/")[2] + f"/{slug}?client=sample&month=2026-10")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=LONG)
    settled(page)
    assert seen == []


def test_the_answer_carries_the_headers_of_a_careful_program(opened):
    page = opened("/")
    answer = page.request.get(page.url)
    headers = answer.headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe-eval'" not in headers["content-security-policy"].replace("'wasm-unsafe-eval'", "")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_diagnostic_addresses_are_closed_and_readiness_is_told(opened):
    page = opened("/")
    base = "/".join(page.url.split("/")[:3])
    assert page.request.get(f"{base}/_stcore/metrics").status == 404
    assert page.request.get(f"{base}/_stcore/agent/openapi.json").status == 404
    assert page.request.get(f"{base}/ready").json() == {"ready": True}


def test_a_forged_download_address_gives_nothing(opened):
    page = opened("/")
    base = "/".join(page.url.split("/")[:3])
    answer = page.request.get(f"{base}/files/forged.token")
    assert answer.status == 403
    assert "no-store" in answer.headers["cache-control"]


def test_the_language_is_remembered_for_the_next_visit(opened):
    page = opened("/start", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text(phrase("ui.start.title", "en"), timeout=LONG)
    page.get_by_test_id("stSidebar").get_by_test_id("stSelectbox").nth(2).locator("input").click()
    page.get_by_role("option", name="Čeština").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(phrase("ui.start.title", "cs"), timeout=LONG)
    expect(page.locator("html")).to_have_attribute("lang", "cs")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(phrase("ui.start.title", "cs"), timeout=LONG)


def test_a_name_from_outside_loads_no_picture_and_opens_no_tag(opened):
    page = opened("/month?client=sample&month=2026-10")
    seen = watch(page)
    settled(page)
    page.get_by_text(phrase("ui.word.show_data", "en")).last.click()
    expect(page.get_by_text("![x](https://example.invalid/p.png) <b>|Autumn|</b>").first).to_be_visible(
        timeout=LONG
    )
    assert seen == []


@pytest.mark.parametrize("slug", PLACES)
def test_a_narrow_screen_never_scrolls_sideways(opened, slug):
    page = opened(f"/{slug}?client=sample&month=2026-10")
    page.set_viewport_size({"width": 420, "height": 900})
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=LONG)
    settled(page)
    wide = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    assert wide <= 1
