"""A specialist finishes a month's comments without a mouse: tabs, arrows, space and typing."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.steps import LONG, field, settled
from tests.ui.house import TODAY, fill, open_house
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.card import CardState, Confidence
from tiger_reports.model.client import Client, Threshold
from tiger_reports.model.period import month
from tiger_reports.model.report import MonthState
from tiger_reports.services.clients import add_client
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.text import phrase

OCTOBER = month(2026, 10)
NEVER = Threshold(relative=1e9, absolute=1e12)
ASKED = ("cpa", "conversion_value")
KEYS = Client(
    "keys",
    "Keyboard Client",
    date(2025, 3, 17),
    "PLN",
    "en",
    today=TODAY,
    thresholds=tuple((key, NEVER) for key in metrics() if key not in ASKED),
)
FIRST, SECOND = (f"2026-10:{key}:all" for key in ASKED)
MOST_TABS = 90
PATIENCE = 30


@pytest.fixture
def report(house):
    """A client of whose figures two ask for words, and its report as it is stored now."""
    office = open_house(house)
    add_client(office, local_actor(), KEYS)
    fill(office, KEYS.id)
    return lambda: month_report(office, local_actor(), KEYS.id, OCTOBER)


def test_a_month_is_commented_with_the_keyboard_alone(opened, report):
    page = opened(f"/comments?client={KEYS.id}&month=2026-10&at={FIRST}")
    expect(field(page, FIRST, "cause")).to_be_visible(timeout=LONG)
    settled(page)

    pick(page, FIRST, "cause_tag", phrase("cause.offer", "en"))
    write(page, field(page, FIRST, "cause"), "The shop asked for a phone number from 1 October on.")
    pick(page, FIRST, "confidence", phrase("confidence.sure", "en"))
    write(page, control(page, FIRST, "evidence"), "Changelog of the shop")
    pick(page, FIRST, "action", phrase("action.test", "en"))
    write(page, field(page, FIRST, "solution"), "The form without a phone number.")
    write(page, control(page, FIRST, "owner"), "Ann Specialist", end="Enter")
    type_day(page, FIRST, "12112026")
    write(page, control(page, FIRST, "expected"), "A conversion costs what it cost in September")
    pick(page, FIRST, "expected_way", phrase("way.down", "en"))
    write(page, control(page, FIRST, "expected_size"), "12.5")

    tab_to(page, page.locator(f".st-key-{slug(f'card-{SECOND}')} summary").first)
    page.keyboard.press("Enter")
    expect(field(page, SECOND, "cause")).to_be_visible(timeout=LONG)
    write(page, field(page, SECOND, "cause"), "Fewer orders; nobody knows yet what keeps buyers away.")
    pick(page, SECOND, "confidence", phrase("confidence.open", "en"))
    expect(page.get_by_text(phrase("ui.comments.check", "en"), exact=True)).to_be_visible(timeout=LONG)
    write(page, field(page, SECOND, "solution"), "Recordings of twenty visits to the basket.")
    write(page, control(page, SECOND, "owner"), "Ann Specialist", end="Enter")
    type_day(page, SECOND, "09112026")

    for name in ("spend", "clicks", "conversions"):
        press_pill(page, "key-figures", phrase(f"metric.{name}.short", "en"))
        sentence = page.locator(f".st-key-key-figure-{name} input")
        expect(sentence).to_be_visible(timeout=LONG)
        settled(page)
    for name in ("spend", "clicks", "conversions"):
        write(page, page.locator(f".st-key-key-figure-{name} input"), f"What {name} means.")

    wait_for(lambda: report().state is MonthState.COMMENTED, report)
    one, two = (next(card for card in report().cards if card.key == key) for key in (FIRST, SECOND))
    assert (one.state, two.state) == (CardState.CHECKED, CardState.CHECKED)
    assert (one.comment.owner, one.comment.due) == ("Ann Specialist", date(2026, 11, 12))
    assert (one.comment.action, one.comment.expected_way, one.comment.expected_size) == (
        "test",
        "down",
        0.125,
    )
    assert (two.comment.confidence, two.comment.due) == (Confidence.OPEN, date(2026, 11, 9))


def slug(key: str) -> str:
    """A key as Streamlit writes it into a class."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", key)


def control(page: Page, card: str, name: str) -> Locator:
    return page.locator(f".st-key-{slug(f'{card}:{name}')} input").first


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there, or within it: the order must lead to everything."""
    expect(target).to_be_visible(timeout=LONG)
    settled(page)
    for _ in range(MOST_TABS):
        if target.evaluate("one => one.contains(one.getRootNode().activeElement)"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{MOST_TABS} tabs do not reach {target}")


def write(page: Page, target: Locator, text: str, *, end: str = "Tab") -> None:
    tab_to(page, target)
    page.keyboard.type(text)
    page.keyboard.press(end)
    settled(page)


def pick(page: Page, card: str, name: str, word: str) -> None:
    press_pill(page, f"{card}:{name}", word)


def press_pill(page: Page, key: str, word: str) -> None:
    """Tab into a group of pills, go through it by arrows, choose with space."""
    group = (
        page.locator(f".st-key-{slug(key)}").locator("[role=radiogroup], [role=toolbar], [role=group]").first
    )
    tab_to(page, group)
    pills = group.get_by_role("button").or_(group.get_by_role("radio"))
    expect(pills.filter(has_text=word).first).to_be_visible(timeout=LONG)
    for _ in range(2 * pills.count()):  # a save that ends meanwhile may swallow a press
        if page.evaluate("document.activeElement.innerText").strip() == word:
            break
        page.keyboard.press("ArrowRight")
        settled(page)
    else:
        raise AssertionError(f"arrows do not reach {word}")
    page.keyboard.press("Space")
    settled(page)


def type_day(page: Page, card: str, digits: str) -> None:
    """The parts of a date follow each other while one types."""
    tab_to(page, page.locator(f".st-key-{slug(f'{card}:due')}").get_by_role("spinbutton").first)
    page.keyboard.type(digits)
    page.keyboard.press("Tab")
    settled(page)


def wait_for(done, report) -> None:
    """Words are saved while one goes on; the last of them a moment later."""
    end = time.monotonic() + PATIENCE
    while not done():
        missing = {card.key: card.missing for card in report().cards}
        assert time.monotonic() < end, f"{report().state}: {missing}"
        time.sleep(0.5)
