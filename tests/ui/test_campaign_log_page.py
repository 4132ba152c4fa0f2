"""What was done is written down on the Month page and seen beside the comments, in every language."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest

from tests.ui.house import CLIENT, open_house
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.period import month
from tiger_reports.services.months import campaign_log
from tiger_reports.services.office import local_actor
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import short_date, weekday_date

OCTOBER = month(2026, 10)
MADE = LogEntry("", date(2026, 10, 12), Action.BUDGET, "A third less", channel="meta-ads")


def markup(at):
    return unescape("\n".join(element.proto.body for element in at.get("html")))


def entries(home):
    return campaign_log.of_month(open_house(home), local_actor(), CLIENT.id, OCTOBER).entries


def field(at, kind, name):
    """A field of the form, whatever its number."""
    return next(
        one for one in at.get(kind) if one.key and one.key.startswith("log-") and one.key.endswith(name)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_is_written_on_the_month_and_seen_beside_a_comment(opened, home, language):
    at = opened("month.py", language=language, month="2026-10")
    assert phrase("ui.log.empty", language) in markup(at)
    field(at, "date_input", "-day").set_value(date(2026, 10, 12))
    field(at, "selectbox", "-action").set_value(Action.CREATIVE)
    field(at, "text_input", "-what").set_value("New [creatives](https://example.invalid)")
    next(b for b in at.button if b.label == phrase("ui.log.add", language)).click().run()
    assert not at.exception
    (kept,) = entries(home)
    assert (kept.day, kept.action, kept.what) == (
        MADE.day,
        Action.CREATIVE,
        "New [creatives](https://example.invalid)",
    )
    assert kept.what in markup(at)
    said = markup(opened("comments.py", language=language, month="2026-10"))
    assert f"{phrase('log.action.creative', language)}: {kept.what}" in said


def test_an_entry_is_changed_and_taken_back(opened, home):
    campaign_log.add(open_house(home), local_actor(), CLIENT.id, MADE)
    at = opened("month.py", month="2026-10")
    at.button(key="log-change").click().run()
    words = field(at, "text_input", "-what")
    assert words.value == "A third less"
    words.set_value("Half as much")
    next(b for b in at.button if b.label == phrase("ui.log.save", "en")).click().run()
    (kept,) = entries(home)
    assert (kept.what, kept.channel) == ("Half as much", "meta-ads")
    at.button(key="log-remove").click().run()
    assert entries(home) == ()


def test_an_entry_without_words_is_refused_with_words(opened, home):
    at = opened("month.py", month="2026-10")
    next(b for b in at.button if b.label == phrase("ui.log.add", "en")).click().run()
    assert phrase("refusal.log_without_words", "en") in markup(at)
    assert entries(home) == ()


def day_note(day, language):
    return phrase("ui.trace.day", language, day=weekday_date(day, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_of_a_day_opens_its_rows(opened, language):
    day = date(2026, 10, 21)
    at = opened("figure.py", language=language, month="2026-10", metric="clicks", day=day.isoformat())
    assert not at.exception
    assert day_note(day, language) in markup(at)
    assert f"<b>{short_date(day, language)}</b>" in markup(at)


def test_the_address_of_a_day_of_another_month_is_that_of_the_month(opened):
    day = date(2026, 9, 21)
    at = opened("figure.py", month="2026-10", metric="clicks", day=day.isoformat())
    assert not at.exception
    assert day_note(day, "en") not in markup(at)
