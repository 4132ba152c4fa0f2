"""Half-written words live through a reload; two people at one card lose nothing."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.steps import LONG, control, field, settled, wait_until
from tests.ui.house import open_house
from tiger_reports.model.card import Comment
from tiger_reports.model.period import month
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import Office, local_actor
from tiger_reports.text import phrase

ADDRESS = "/comments?client=sample&month=2026-10"


def first_card(page: Page) -> str:
    """Key of the card that stands open, once its field is there."""
    area = page.locator("textarea").first
    expect(area).to_be_visible(timeout=LONG)
    settled(page)
    return str(area.get_attribute("id")).rsplit(":", 1)[0]


def saved(page: Page, language: str = "en") -> None:
    word = phrase("ui.autosave.saved", language, when="", who="").split()[0]
    expect(page.locator("output").first).to_contain_text(word, timeout=LONG)


def test_a_reload_keeps_a_text_that_was_not_saved_yet(opened):
    page = opened(ADDRESS)
    key = first_card(page)
    page.context.set_offline(True)  # the server does not hear of it
    field(page, key, "cause").fill("Half a sentence that nobody has sav")
    page.wait_for_function("() => Object.keys(localStorage).some(name => name.startsWith('tiger:'))")
    page.context.set_offline(False)
    page.reload()
    first_card(page)
    expect(field(page, key, "cause")).to_have_value("Half a sentence that nobody has sav", timeout=LONG)
    saved(page)
    field(page, key, "cause").fill("")
    field(page, key, "cause").blur()
    expect(page.locator("output").first).to_contain_text(" ", timeout=LONG)


def test_what_was_typed_is_stored_without_pressing_anything(opened):
    page = opened(ADDRESS)
    key = first_card(page)
    field(page, key, "solution").fill("New creatives every ten days")
    expect(page.locator("output").nth(1)).to_contain_text(
        phrase("ui.autosave.saved", "en", when="", who="").split()[0], timeout=LONG
    )
    other = opened(ADDRESS)
    first_card(other)
    expect(field(other, key, "solution")).to_have_value("New creatives every ten days", timeout=LONG)


def test_a_page_that_is_left_at_once_takes_all_words_along(opened):
    """The second text is sent while the first one's redraw is under way: a page left then used to lose it."""
    page = opened(ADDRESS)
    key = first_card(page)
    texts = {"cause": "Words before a hasty leave", "solution": "More words before a hasty leave"}
    for name, text in texts.items():
        field(page, key, name).fill(text)
    page.get_by_test_id("stSidebarNav").get_by_text(phrase("ui.page.deck.title", "en"), exact=True).click()
    expect(page).to_have_url(re.compile("/deck\\?"), timeout=LONG)
    settled(page)
    other = opened(ADDRESS)  # another browser holds no draft of its own
    first_card(other)
    for name, text in texts.items():
        expect(field(other, key, name)).to_have_value(text, timeout=LONG)


def test_a_redraw_leaves_alone_what_is_being_typed(opened, house):
    """The pill redraws the card while the line below it is written: a value set again would wipe it out."""
    page = opened(ADDRESS)
    key = first_card(page)
    line, office = control(page, key, "evidence"), open_house(house)
    for word, cause in (("seen in the log", "offer"), ("told by the shop", "fatigue")):
        expect(line).to_be_visible(timeout=LONG)
        settled(page)
        page.get_by_role("radiogroup").get_by_text(phrase(f"cause.{cause}", "en")).first.click()
        line.fill("")
        line.press_sequentially(word, delay=60)
        line.blur()
        wait_until(lambda: written(office, key).evidence == word)  # noqa: B023
        assert written(office, key).cause_tag == cause


def written(office: Office, key: str) -> Comment:
    """What is stored of a card's words."""
    report = month_report(office, local_actor(), "sample", month(2026, 10))
    return next((card.comment for card in report.cards if card.key == key and card.comment), Comment(key))


def test_two_people_at_one_field_keep_both_texts(opened):
    one, two = opened(ADDRESS), opened(ADDRESS)
    key = first_card(one)
    first_card(two)
    field(one, key, "cause").fill("What the first one wrote")
    saved(one)
    field(two, key, "cause").fill("What the second one wrote")
    mine = two.get_by_text(phrase("ui.comments.mine", "en"))
    expect(mine).to_be_visible(timeout=LONG)
    expect(two.locator(".tr-both", has_text="What the first one wrote")).to_be_visible()
    expect(two.locator(".tr-both", has_text="What the second one wrote")).to_be_visible()
    two.get_by_role("button", name=phrase("ui.comments.merge", "en")).click(delay=80)
    expect(mine).to_have_count(0, timeout=LONG)
    value = field(two, key, "cause").input_value()
    assert "What the first one wrote" in value
    assert "What the second one wrote" in value
    one.reload()
    first_card(one)
    expect(field(one, key, "cause")).to_have_value(value, timeout=LONG)


def test_two_people_at_two_fields_disturb_nobody(opened):
    one, two = opened(ADDRESS), opened(ADDRESS)
    key = first_card(one)
    first_card(two)
    field(one, key, "cause").fill("Only the cause")
    saved(one)
    field(two, key, "solution").fill("Only the solution")
    word = phrase("ui.autosave.saved", "en", when="", who="").split()[0]
    expect(two.locator("output").nth(1)).to_contain_text(word, timeout=LONG)
    expect(field(two, key, "cause")).to_have_value("Only the cause", timeout=LONG)
    expect(two.get_by_text(phrase("ui.comments.mine", "en"))).to_have_count(0)
