"""Every page opens in every language for every role, and says what it is."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest

from tests.ui.house import LEAD, SPECIALIST, STRANGER, open_house
from tiger_reports.model.period import month
from tiger_reports.services.months import campaign_log
from tiger_reports.services.office import local_actor
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import month_title, short_date

OCTOBER = month(2026, 10)
PAGES = (
    "start.py",
    "board.py",
    "week.py",
    "import_files.py",
    "month.py",
    "figure.py",
    "comments.py",
    "deck.py",
    "quarter.py",
    "year.py",
    "onboarding.py",
    "client.py",
)
PEOPLE = ("", LEAD, SPECIALIST)


def markup(at) -> str:
    return "\n".join(element.proto.body for element in at.get("html"))


def open_box(at, key):
    """Open what is drawn only when it is opened."""
    at.session_state[key] = True
    at.run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", PAGES)
def test_every_page_opens_in_every_language(opened, file, language):
    at = opened(file, language=language)
    assert not at.exception
    assert "<h1>" in markup(at)


@pytest.mark.parametrize("email", PEOPLE)
@pytest.mark.parametrize("file", PAGES)
def test_every_page_opens_for_every_role(opened, file, email):
    at = opened(file, email=email)
    assert not at.exception
    assert "<h1>" in markup(at)


@pytest.mark.parametrize("file", ["start.py"])
def test_somebody_whom_we_do_not_know_sees_nothing(opened, file):
    at = opened(file, email=STRANGER)
    assert not at.exception
    assert phrase("ui.frame.no_access_title", "en") in markup(at)
    assert "Sample Client" not in markup(at)


def test_a_specialist_sees_only_their_own_clients(opened):
    at = opened("month.py", email=SPECIALIST)
    choices = next(box for box in at.selectbox if box.label == phrase("ui.word.client", "en"))
    assert len(choices.options) == 1


def test_an_address_that_names_another_client_is_not_followed(opened):
    at = opened("start.py", email=SPECIALIST, client="other")
    assert at.query_params["client"] == "sample"


def test_only_a_lead_can_approve(opened):
    labels = [button.key for button in opened("deck.py", email=SPECIALIST).button]
    assert "approve" not in labels
    assert "approve" in [button.key for button in opened("deck.py", email=LEAD).button]


def test_the_client_deck_waits_until_nothing_is_open(opened):
    at = opened("deck.py")
    assert at.button(key="make-client").disabled
    assert not at.button(key="make-draft").disabled


def test_the_language_changes_every_word_at_once(opened):
    at = opened("month.py", language="en")
    picker = next(box for box in at.selectbox if box.label == phrase("ui.word.language", "en"))
    picker.select("pl").run()
    assert phrase("ui.word.client", "pl") in [box.label for box in at.selectbox]
    assert phrase("ui.month.sources", "pl") in markup(at)


def test_another_month_is_shown_and_said_in_the_address(opened):
    at = opened("month.py")
    picker = next(box for box in at.selectbox if box.label == phrase("ui.word.month", "en"))
    picker.select("2026-09").run()
    assert at.query_params["month"] == "2026-09"
    assert "September" in markup(at)


def test_a_client_without_data_gets_a_friendly_word(opened):
    at = opened("comments.py", client="other")
    assert not at.exception
    assert phrase("ui.frame.no_month_title", "en") in markup(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_without_figures_invites_files_and_still_holds_log_plan_and_steps(opened, home, language):
    at = opened("month.py", language=language, client="other")
    assert not at.exception
    said = unescape(markup(at))
    assert phrase("ui.month.awaited_title", language, month=month_title(OCTOBER, language)) in said
    for title in ("ui.log.title", "ui.plan.title", "ui.month_steps.title"):
        assert phrase(title, language) in said
    next(
        one for one in at.text_input if one.key and one.key.startswith("log-") and one.key.endswith("-what")
    ).set_value("Campaigns set up")
    next(b for b in at.button if b.label == phrase("ui.log.add", language)).click().run()
    assert not at.exception
    (kept,) = campaign_log.of_month(open_house(home), local_actor(), "other", OCTOBER).entries
    assert kept.what == "Campaigns set up"


def test_the_month_says_the_exact_days_that_it_is_compared_with(opened):
    said = markup(opened("month.py")).replace("\u00a0", " ")
    assert "1 Oct 2026 – 31 Oct 2026, compared with 1 Sep 2026 – 30 Sep 2026" in said
    assert "1 Oct 2025 – 31 Oct 2025" in said


def test_each_chart_has_a_name_for_those_who_do_not_see_it(opened):
    for file in ("month.py", "comments.py", "deck.py"):
        at = opened(file)
        for chart in at.get("vega_lite_chart"):
            assert chart.proto.alt, file


@pytest.mark.parametrize("language", LANGUAGES)
def test_scorecards_and_cards_say_when_a_figure_is_final(opened, language):
    day = short_date(date(2026, 12, 1), language)
    assert phrase("figure.final_on", language, day=day) in markup(opened("month.py", language=language))
    assert phrase("ui.comments.not_final", language, day=day) in markup(
        opened("comments.py", language=language)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_client_page_says_how_much_of_the_year_before_is_stored(opened, language):
    """The house has data from September 2025 on, the cooperation began in March of that year: none is in."""
    said = markup(opened("client.py", language=language))
    assert phrase("ui.baseline.count", language, channel="Meta Ads", n=0) in said
    assert unescape(phrase("ui.baseline.warning", language)) in unescape(said)
    assert phrase("ui.baseline.reach_breakdowns", language, months=13) in unescape(said)
