"""Year and Quarter as a lead uses them: the way, before and now, the story, and decks that are kept."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.ui.house import CLIENT, LEAD, OTHER, SPECIALIST, open_house
from tests.ui.test_record_pages import markup, scope
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.log import DeckKind
from tiger_reports.model.meeting import Meeting
from tiger_reports.model.period import month, months_of
from tiger_reports.model.record import Record
from tiger_reports.model.report import MonthState
from tiger_reports.model.year_plan import Pick
from tiger_reports.services import records
from tiger_reports.services.delivery import decks, tiger_decks
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.services.tiger_year.explanations import explanation_of
from tiger_reports.services.tiger_year.figures import asked_quarter, quarter_report
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import month_title, short_date
from tiger_reports.text.periods import compared_with, year_name

PARTS = {"year": ("track", "now", "story", "deck"), "quarter": ("meeting", "figures", "deck")}
EVERY_PART = [(page, part) for page, parts in PARTS.items() for part in parts]
YEAR, NUMBER = 2, 2  # 17 Jun to 16 Sep 2026: all of it is in the house's data
BOSS = Actor(LEAD, "Lead", Role.LEAD)
CLERK = Actor(SPECIALIST, "Specialist", Role.SPECIALIST, frozenset({CLIENT.id}))


def look(at, page, part, language="en"):
    """Look at one part of a page, as a click on its tab does."""
    key = f"{page}-part-{PARTS[page][0]}-{language}"
    at.session_state[key] = phrase(f"ui.{page}.part_{part}", language)
    at.run()
    assert not at.exception
    return markup(at)


def second_quarter(opened, part, **person):
    at = opened("quarter.py", **person)
    at.session_state[f"quarter-year-{CLIENT.id}"] = YEAR
    at.session_state[f"quarter-{CLIENT.id}"] = NUMBER
    at.run()
    look(at, "quarter", part, person.get("language", "en"))
    return at


def approved(home):
    """Every month of the quarter as its lead left it."""
    office, actor, client_id = scope(home)
    period = quarter_report(office, actor, client_id, NUMBER, YEAR).period
    with office.store.write() as session:
        for one in months_of(period):
            reach(session, client_id, one.month_key, MonthState.APPROVED, by=LEAD, at=office.now())


def slides_told(said):
    """How many slides the preview says that it has."""
    return int(re.search(rf"{phrase('ui.deck.slides', 'en')} \((\d+)\)", said)[1])


def asked(home):
    return asked_quarter(*scope(home), NUMBER, YEAR)


# --- every part, for everybody


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "part"), EVERY_PART)
def test_every_part_opens_in_every_language(opened, page, part, language):
    assert look(opened(f"{page}.py", language=language), page, part, language)


@pytest.mark.parametrize("email", [LEAD, SPECIALIST])
@pytest.mark.parametrize(("page", "part"), EVERY_PART)
def test_every_part_opens_for_every_role(opened, page, part, email):
    assert look(opened(f"{page}.py", email=email), page, part)


@pytest.mark.parametrize(
    ("page", "part"), [one for one in EVERY_PART if one[1] in ("now", "figures", "deck")]
)
def test_a_client_without_figures_gets_a_friendly_word(opened, page, part):
    at = opened(f"{page}.py", client=OTHER.id)
    assert phrase("refusal.no_data_in_period", "en") in look(at, page, part)


# --- the way


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_shows_both_years_today_and_how_much_of_the_year_before_is_stored(opened, language):
    said = markup(opened("year.py", language=language))
    assert year_name(1, language) in said
    assert year_name(2, language) in said
    assert phrase("ui.year.today", language) in said
    assert phrase("ui.year.baseline", language, n=0) in said
    assert phrase("ui.baseline.reach_breakdowns", language, months=13) in said


def test_the_way_says_the_same_in_a_table(opened, home):
    records.save(*scope(home), Record("2-2", Meeting(held_on=CLIENT.today)))
    rows = markup(opened("year.py")).split("<table>")[1]
    for state in ("missed", "done", "ahead"):
        assert phrase(f"ui.year.meeting_{state}", "en") in rows
    assert phrase("ui.state.checked", "en") in rows


def test_a_meeting_that_was_held_says_when(opened, home):
    records.save(*scope(home), Record(f"{YEAR}-{NUMBER}", Meeting(held_on=CLIENT.today)))
    said = markup(second_quarter(opened, "meeting"))
    assert phrase("ui.quarter.held_on", "en", day=short_date(CLIENT.today, "en")) in said


# --- before and now


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_a_quarter_name_what_they_are_held_against(opened, home, language):
    report = quarter_report(*scope(home), NUMBER, YEAR)
    said = markup(second_quarter(opened, "figures", language=language))
    assert compared_with(report.previous, language) in said
    assert compared_with(report.year_ago, language) in said


def test_a_comparison_of_fewer_months_says_how_many(opened):
    """The house's data begin in September 2025: of the first year's second quarter nothing is known."""
    said = look(opened("year.py"), "year", "now")
    assert "of 12 months)" in said
    assert "→" in said


# --- the story


def test_a_candidate_is_told_in_the_clients_language_and_only_once(opened, home):
    at = opened("year.py")
    look(at, "year", "story")
    at.button(key="pick-0").click().run()
    assert not at.exception
    (pick,) = records.listed(*scope(home), Pick)
    name = phrase(f"metric.{pick.words.metric}.name", CLIENT.language)
    assert pick.words.title.startswith(f"{name}: ")
    assert pick.words.first is not None
    assert pick.words.last is not None
    assert "pick-0" not in [button.key for button in at.button]
    assert phrase("ui.year.picked", "en") in markup(at)


# --- decks


def test_a_deck_of_the_quarter_waits_for_its_months_and_leads_to_each(opened):
    at = second_quarter(opened, "deck")
    assert at.button(key="make-client").disabled
    said = " ".join(one.value for one in at.markdown)
    for number in (6, 7, 8, 9):
        subject = month_title(month(2026, number), "en")
        assert phrase("open.month_not_approved", "en", subject=subject) in said
    links = [link.proto.query_string for link in at.get("page_link")]
    assert any("month=2026-06" in query for query in links)


def test_a_lead_lets_the_deck_out_and_it_is_kept_byte_for_byte(opened, home):
    approved(home)
    at = second_quarter(opened, "deck", email=LEAD)
    assert not at.button(key="make-client").disabled
    out = tiger_decks.export(open_house(home), BOSS, CLIENT.id, asked(home))
    (made,) = decks.sent(*scope(home), DeckKind.QUARTER)
    assert not made.draft
    kept = decks.sent_file(*scope(home), made.id)
    assert (kept.data, kept.sha256, kept.name) == (out.data, made.sha256, made.file)
    said = " ".join(one.value for one in second_quarter(opened, "deck", email=LEAD).markdown)
    assert phrase("ui.deck.version", "en", version=made.version) in said


def test_a_specialist_makes_drafts_but_lets_nothing_out(opened, home):
    approved(home)
    office = open_house(home)
    with pytest.raises(NotAllowedError, match="lead_only"):
        tiger_decks.export(office, CLERK, CLIENT.id, asked(home))
    assert decks.sent(*scope(home)) == ()
    at = second_quarter(opened, "deck", email=SPECIALIST)
    assert at.button(key="make-client").disabled
    assert phrase("ui.deck.lead_lets_out", "en") in " ".join(one.value for one in at.caption)
    assert not at.button(key="make-draft").disabled
    tiger_decks.export(office, CLERK, CLIENT.id, asked(home), draft=True)
    assert [one.draft for one in decks.sent(*scope(home), DeckKind.QUARTER)] == [True]


def test_the_meeting_is_done_once_its_deck_went_out(opened, home):
    approved(home)
    tiger_decks.export(*scope(home), asked(home))
    said = markup(second_quarter(opened, "meeting"))
    assert phrase("ui.year.meeting_done", "en") in said


def test_decks_of_other_kinds_stand_on_their_own_pages(home):
    tiger_decks.export(*scope(home), asked(home), draft=True)
    assert decks.sent(*scope(home), DeckKind.YEAR) == ()
    assert len(decks.sent(*scope(home), DeckKind.QUARTER)) == len(decks.sent(*scope(home))) == 1


def test_the_appendix_of_the_annual_deck_is_previewed_when_it_is_wanted(opened):
    at = opened("year.py")
    look(at, "year", "deck")
    few = slides_told(markup(at))
    at.toggle(key="with-appendix").set_value(True).run()
    assert not at.exception
    assert slides_told(markup(at)) > few


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_quarter_offers_one_deck_with_the_annual_report(opened, language):
    at = opened("quarter.py", language=language)
    at.session_state[f"quarter-year-{CLIENT.id}"] = 1
    at.session_state[f"quarter-{CLIENT.id}"] = 4
    at.run()
    said = look(at, "quarter", "deck", language)
    assert phrase("ui.year.deck_year_end", language) in said
    assert phrase("ui.year.year_end_lead", language) in said
    assert at.toggle(key="with-appendix")
    shown = " ".join(one.value for one in at.markdown).replace("\\", "")
    assert phrase("open.proposal_without_timeline", language) in shown


# --- drops

DROPPED = 3
"""The third quarter of the second year: it is not over, and the house's data fall in it."""


def drop_record(home, metric="conversions"):
    office, actor, client_id = scope(home)
    report = quarter_report(office, actor, client_id, DROPPED, YEAR)
    change = next(one.change for one in report.explained if one.change.metric == metric)
    return explanation_of(office, BOSS, client_id, asked_quarter(*scope(home), DROPPED, YEAR), change)


def dropped_quarter(opened, **person):
    at = opened("quarter.py", at="figures", year=str(YEAR), quarter=str(DROPPED), **person)
    assert not at.exception
    return at


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drop_that_no_month_explains_asks_the_lead_for_words(opened, language):
    said = markup(dropped_quarter(opened, language=language))
    for key in ("ui.drops.title", "ui.drops.open"):
        assert phrase(key, language) in said, key


def test_a_specialist_reads_what_the_lead_wrote_and_has_no_field_for_it(opened, home):
    record = drop_record(home)
    words = replace(record.words, cause="The shop was closed", solution="It opens in June")
    records.save(open_house(home), BOSS, CLIENT.id, replace(record, words=words))
    at = dropped_quarter(opened, email=SPECIALIST)
    said = markup(at)
    assert "The shop was closed" in said
    assert phrase("ui.drops.by_lead", "en") in said
    assert phrase("ui.drops.lead_only", "en") in [caption.value for caption in at.caption]


def test_words_on_figures_that_moved_are_confirmed_with_one_click(opened, home):
    record = drop_record(home)
    words = replace(record.words, cause="The shop was closed", solution="It opens in June", after=1.0)
    records.save(open_house(home), BOSS, CLIENT.id, replace(record, words=words))
    at = dropped_quarter(opened)
    assert phrase("ui.drops.moved", "en") in markup(at)
    at.button(key=f"drop-{record.id}-holds").click().run()
    assert not at.exception
    assert phrase("ui.drops.moved", "en") not in markup(at)
    assert drop_record(home).words.after == record.words.after


def test_what_is_open_leads_to_the_drops_of_the_very_quarter(opened):
    at = opened("quarter.py", at="deck", year=str(YEAR), quarter=str(DROPPED))
    assert not at.exception
    text = phrase("open.drop_unexplained", "en", subject=phrase("metric.conversions.name", "en"))
    assert any(text in one.value.replace("\\", "") for one in at.markdown)
    assert any(button.key == "make-appendix" for button in at.button)
