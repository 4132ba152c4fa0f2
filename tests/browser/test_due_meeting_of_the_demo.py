"""A lead opens the demo client whose meeting is due, does what is left to do, and takes the deck along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import running
from tests.browser.steps import LONG, download, press, settled
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.services.demo.agency import load_demo
from tiger_reports.services.office import open_office
from tiger_reports.store.home import Settings
from tiger_reports.text import phrase

DUE = "berlin"
"""The client whose meeting is due on the demo's day; one client alone loads in a third of the time."""
CLIENT_DECK = ".st-key-make-client button:visible"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("demo-house")
    office = open_office(Settings(home=home))
    load_demo(office, lambda _name, _done, _of: None, only={DUE})
    office.reader.close()
    with running(home, tmp_path_factory.mktemp("demo-server") / "app.log") as address:
        yield address


def said(key: str) -> str:
    return phrase(key, "en")


def prepare(page: Page, within: str) -> None:
    """From the place that names the meeting to its Quarter page."""
    page.locator(within).get_by_role("link", name=said("ui.year.prepare")).first.click()
    expect(page).to_have_url(re.compile(r"/quarter\?.*quarter=2"), timeout=LONG)
    expect(page.locator(".tr-agenda")).to_be_visible(timeout=LONG)
    settled(page)


def to_deck(page: Page) -> None:
    page.get_by_role("tab", name=said("ui.quarter.part_deck"), exact=True).click()
    expect(page.locator(CLIENT_DECK)).to_be_visible(timeout=LONG)
    settled(page)


def test_from_start_to_the_deck_of_the_meeting_that_is_due(opened):
    page = opened("/", "en")
    chip = page.locator(f".st-key-board-{DUE} .tr-chip", has_text=f", {said('ui.year.meeting_due')}")
    expect(chip).to_be_visible(timeout=LONG)
    settled(page)
    prepare(page, f".st-key-board-{DUE}")

    # the client wants one of the ideas
    ideas = page.locator(".tr-chip", has_text=said("record.activity.stage_proposed"))
    expect(ideas).to_have_count(3, timeout=LONG)
    page.get_by_role("button", name=said("ui.proposals.to_accepted")).first.click(delay=80)
    expect(ideas).to_have_count(2, timeout=LONG)
    settled(page)

    # October is written and read, and waits for the lead alone
    to_deck(page)
    expect(page.locator(CLIENT_DECK)).to_be_disabled()
    waiting = page.locator("[class*='st-key-open-'][class*='month_not_approved']")
    expect(waiting).to_be_visible(timeout=LONG)
    waiting.get_by_role("link", name=said("ui.deck.go")).click()
    expect(page).to_have_url(re.compile(r"/deck\?.*month=2026-10"), timeout=LONG)
    expect(page.locator(".st-key-approve button:visible")).to_be_enabled(timeout=LONG)
    settled(page)
    press(page, "approve")
    expect(page.get_by_text(said("ui.deck.nothing_open"))).to_be_visible(timeout=LONG)
    settled(page)

    # back to the meeting: its deck may go out now
    prepare(page, "[data-testid=stMain]")
    to_deck(page)
    expect(page.locator(CLIENT_DECK)).to_be_enabled(timeout=LONG)
    sent = download(page, "make-client")
    assert deck_faults(Path(sent.path()).read_bytes()) == ()
    assert said("decks.draft").split(" ")[0] not in sent.suggested_filename

    # and the meeting is due no more
    start = opened("/", "en", beside=page)
    expect(start.locator(f".st-key-board-{DUE}")).to_be_visible(timeout=LONG)
    settled(start)
    expect(start.locator(".tr-chip", has_text=f", {said('ui.year.meeting_due')}")).to_have_count(0)
