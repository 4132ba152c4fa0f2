"""Rates and margins are typed on the Client page and told on the Month page, in every language."""

from __future__ import annotations

from decimal import Decimal
from html import unescape

import pytest

from tests.ui.house import CLIENT, open_house
from tiger_reports.services.clients import get_client
from tiger_reports.services.measuring import rates
from tiger_reports.services.office import local_actor
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.numbers import exact_percent


def markup(at):
    return unescape("\n".join(element.proto.body for element in at.get("html")))


def press(at, label):
    next(button for button in at.button if button.label == label).click().run()


def type_rate(at, base="eur", rate="4,265", source="NBP 30.10.2026"):
    for name, text in (("base", base), ("rate", rate), ("source", source)):
        at.text_input(key=f"new-rate-{name}").set_value(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rate_is_written_down_with_all_its_digits(opened, home, language):
    at = opened("client.py", language=language, month="2026-10")
    type_rate(at)
    press(at, phrase("ui.money.add", language))
    assert not at.exception
    (kept,) = rates.listed(open_house(home), local_actor(), CLIENT.id)
    assert (kept.base, kept.quote, kept.rate) == ("EUR", "PLN", Decimal("4.265"))
    assert any("NBP" in text.value for text in at.markdown)


def test_a_rate_without_a_source_is_refused_with_words(opened, home):
    at = opened("client.py")
    type_rate(at, source="")
    press(at, phrase("ui.money.add", "en"))
    assert phrase("refusal.rate_without_source", "en") in markup(at)
    assert rates.listed(open_house(home), local_actor(), CLIENT.id) == ()


def test_a_rate_is_taken_back(opened, home):
    at = opened("client.py")
    type_rate(at)
    press(at, phrase("ui.money.add", "en"))
    (kept,) = rates.listed(open_house(home), local_actor(), CLIENT.id)
    at.button(key=f"rate-{kept.id}").click().run()
    assert rates.listed(open_house(home), local_actor(), CLIENT.id) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_margin_is_typed_and_the_month_says_gross_or_net(opened, home, language):
    at = opened("client.py", language=language)
    at.text_input(key="new-margin-percent").set_value("12,5 %")
    at.text_input(key="new-margin-since").set_value("2026-01")
    press(at, phrase("ui.money.margin_add", language))
    client = get_client(open_house(home), local_actor(), CLIENT.id)
    assert [str(margin.percent) for margin in client.margins] == ["12.5"]
    assert phrase("ui.money.net_note", language) in markup(opened("month.py", language=language))
    at = opened("client.py", language=language)
    at.toggle(key=f"gross-{client.rev}").set_value(True).run()
    said = markup(opened("month.py", language=language))
    assert phrase("ui.money.net_note", language) not in said
    assert exact_percent(Decimal("12.5"), language) in said
    assert phrase("ui.money.gross", language) in said


def test_a_margin_of_no_month_is_refused(opened, home):
    at = opened("client.py")
    at.text_input(key="new-margin-percent").set_value("10")
    at.text_input(key="new-margin-since").set_value("soon")
    press(at, phrase("ui.money.margin_add", "en"))
    assert phrase("refusal.margin_malformed", "en") in markup(at)
    assert get_client(open_house(home), local_actor(), CLIENT.id).margins == ()
