"""Month shows profiles and the website in a section of their own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.store.frames import frame_of
from tests.ui.house import DAYS, open_house, store
from tests.ui.test_pages import markup
from tiger_reports.text import LANGUAGES, phrase


def website(client: str, home) -> None:
    """Fourteen months of sessions and users, stored figure by figure."""
    days = [DAYS.start + timedelta(days=at) for at in range(DAYS.days)]
    rows = [
        {"period_start": day, "period_end": day + timedelta(days=1), "figure": figure, figure: amount}
        for day in days
        for figure, amount in (("sessions", 50.0), ("users", 40.0))
    ]
    store(open_house(home), client, "ga4", frame_of(rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_stands_below_the_ads(home, opened, language):
    website("sample", home)
    at = opened("month.py", language=language)
    assert not at.exception
    said = markup(at)
    assert phrase("ui.month.own", language) in said
    assert "Google Analytics 4" in said
    ads = said[: said.index(phrase("ui.month.own", language))]
    assert "Google Analytics 4" not in ads


def test_people_stand_between_their_bounds(home, opened):
    website("sample", home)
    assert "40 to 1,240" in markup(opened("month.py"))


@pytest.mark.parametrize("file", ["start.py", "month.py", "comments.py", "deck.py"])
def test_a_client_with_nothing_but_a_website_opens_on_every_page(home, opened, file):
    website("other", home)
    at = opened(file, client="other")
    assert not at.exception
    if file == "month.py":
        assert phrase("ui.month.own", "en") in markup(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_without_ads_has_no_empty_parts(home, opened, language):
    website("other", home)
    at = opened("month.py", client="other", language=language)
    assert phrase("ui.month.own", language) in markup(at)
    assert phrase("ui.sources.title", language) not in markup(at)
    assert not at.get("button_group")


def test_without_them_there_is_no_such_section(opened):
    assert phrase("ui.month.own", "en") not in markup(opened("month.py"))
