"""Pages for everybody: what axe finds on each page, light and dark, beyond what Streamlit itself brings."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.steps import LONG, settled

PLACES = (
    "start",
    "board",
    "week",
    "import",
    "month",
    "figure",
    "comments",
    "deck",
    "client",
    "onboarding",
    "quarter",
    "quarter-figures",
    "quarter-deck",
    "year",
    "year-now",
    "year-story",
    "year-deck",
)
ASKED = {"figure": "&metric=spend"}
STREAMLITS_OWN = frozenset({"presentation-role-conflict"})
"""The drop zone of the file uploader: `role="presentation"` on an element with a name."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("slug", PLACES)
def test_axe_finds_nothing_of_ours(opened, slug, scheme):
    place, _, part = slug.partition("-")
    page = opened(f"/{place}?client=sample&month=2026-10&at={part}{ASKED.get(slug, '')}")
    page.emulate_media(color_scheme=scheme)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=LONG)
    settled(page)
    expect(page.locator("textarea:not([id])")).to_have_count(0, timeout=LONG)  # fields that are not alive yet
    found = Axe().run(page).response["violations"]
    told = {
        f"{one['id']}: {node['target']} {node['html'][:150]} {node.get('failureSummary', '')[:200]}"
        for one in found
        if one["id"] not in STREAMLITS_OWN
        for node in one["nodes"]
    }
    assert told == set()
