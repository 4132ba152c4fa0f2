"""The count above the cards follows the words that are typed below it, without a reload."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from tests.browser.steps import LONG, field, settled
from tests.ui.house import TODAY, fill, open_house
from tiger_reports.model.card import Comment
from tiger_reports.model.client import Client
from tiger_reports.model.period import month
from tiger_reports.services.clients import add_client
from tiger_reports.services.comments import save_comment
from tiger_reports.services.months import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.text import phrase

WRITTEN = Client("written", "Client in writing", date(2025, 3, 17), "PLN", "pl", today=TODAY)


def test_the_last_words_of_a_drop_change_the_banner_at_once(house, opened):
    office, actor = open_house(house), local_actor()
    add_client(office, actor, WRITTEN)
    fill(office, WRITTEN.id)
    cards = [one for one in month_report(office, actor, WRITTEN.id, month(2026, 10)).cards if one.blocking]
    card = cards[0]
    words = Comment(
        card=card.key,
        cause_tag="creative",
        cause="Old creatives.",
        evidence="Frequency in the panel",
        owner="Demo Specialist",
        due=date(2026, 11, 20),
        before=card.change.before.amount,
        after=card.change.after.amount,
    )
    assert save_comment(office, actor, WRITTEN.id, words).rejected is None

    def banner(count):
        if not count:
            return phrase("ui.comments.all_explained", "en")
        return phrase("ui.comments.blocking", "en", n=count)

    page = opened("/comments?client=written&month=2026-10")
    expect(page.get_by_text(banner(len(cards)))).to_be_visible(timeout=LONG)
    settled(page)
    field(page, card.key, "solution").fill("New creatives every ten days")
    expect(page.get_by_text(banner(len(cards) - 1))).to_be_visible(timeout=LONG)
    expect(field(page, card.key, "solution")).to_have_value("New creatives every ten days")
