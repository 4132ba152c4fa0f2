"""What the comment page asks for, shows beside it, and how a month gets out although words are missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.ui.house import CLIENT, LEAD, SPECIALIST, TODAY, explain, open_house
from tests.ui.test_pages import markup
from tiger_reports.model.card import CardState, Comment, Confidence, Duty
from tiger_reports.model.client import Actor
from tiger_reports.model.period import month
from tiger_reports.model.promise import PromiseStatus
from tiger_reports.model.report import MonthState
from tiger_reports.services.months.comments import save_comment
from tiger_reports.services.months.promises import ledger
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.text import LANGUAGES, phrase

OCTOBER = month(2026, 10)


def report_of(office, period=OCTOBER):
    return month_report(office, local_actor(), CLIENT.id, period)


def first_drop(office):
    return next(card for card in report_of(office).cards if card.duty is Duty.EXPLAIN_DROP)


def stored(office):
    return first_drop(office).comment


def keys(at, kind):
    return {element.key.rsplit(":", 1)[-1] for element in getattr(at, kind) if element.key}


@pytest.fixture
def office(home):
    return open_house(home)


def test_every_field_of_a_drop_is_stored_when_it_is_left(opened, office):
    at, key = opened("comments.py"), first_drop(office).key
    at.button_group(key=f"{key}:action").set_value("test").run()
    at.text_input(key=f"{key}:evidence").set_value("Report of 3 October").run()
    at.selectbox(key=f"{key}:expected_metric").set_value("cpc").run()
    at.button_group(key=f"{key}:expected_way").set_value("down").run()
    at.text_input(key=f"{key}:expected_size").set_value("12,5").run()
    at.button_group(key=f"{key}:confidence").set_value("sure").run()
    said = stored(office)
    assert (said.action, said.evidence, said.confidence) == ("test", "Report of 3 October", Confidence.SURE)
    assert (said.expected_metric, said.expected_way, said.expected_size) == ("cpc", "down", 0.125)
    at.text_input(key=f"{key}:expected_size").set_value("a lot").run()
    assert phrase("ui.comments.size_unclear", "en") in markup(at)
    assert stored(office).expected_size == 0.125


def test_an_open_cause_asks_for_a_check_and_hides_what_it_does_not_need(opened, office):
    at, key = opened("comments.py"), first_drop(office).key
    assert {"opinion", "no_solution"} <= keys(at, "toggle")
    at.button_group(key=f"{key}:confidence").set_value("open").run()
    assert stored(office).confidence is Confidence.OPEN
    assert not {"opinion", "no_solution"} & keys(at, "toggle")
    assert {"check", "owner", "due"} <= set(first_drop(office).missing)
    assert not [one for one in at.button_group if one.key == f"{key}:action"]


def test_a_cause_that_the_data_reject_opens_a_line_for_the_reason(opened, office):
    card = first_drop(office)
    verdicts = {one.cause: one.verdict for one in card.evidence.hypotheses}
    assert verdicts["auction"] == "rejected"
    at = opened("comments.py")
    assert "despite" not in keys(at, "text_input")
    at.button_group(key=f"{card.key}:cause_tag").set_value("platform").run()
    at.text_input(key=f"{card.key}:despite").set_value("The panel changed its auction on the 12th.").run()
    assert stored(office).despite == "The panel changed its auction on the 12th."
    assert "despite" not in first_drop(office).missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_hypotheses_stand_beside_the_form_with_their_verdicts(opened, language):
    said = markup(opened("comments.py", language=language))
    assert phrase("hypothesis.name.competitor", language) in said
    assert phrase("hypothesis.reason.outside", language) in said
    assert phrase("hypothesis.verdict.rejected", language) in said


def test_a_second_person_reads_and_the_author_cannot(opened, office):
    explain(office, CLIENT.id, OCTOBER)
    key = first_drop(office).key
    labels = {"at": key}
    assert f"{key}:review" not in [one.key for one in opened("comments.py", **labels).button]
    at = opened("comments.py", email=SPECIALIST, **labels)
    at.session_state[f"card-{key}"] = True
    at.run()
    at.button(key=f"{key}:review").click().run()
    assert first_drop(office).state is CardState.REVIEWED
    assert stored(office).reviewed_by == "Specialist"


def test_one_person_alone_ticks_their_own_words_before_approving(opened, office):
    explain(office, CLIENT.id, OCTOBER)
    at = opened("deck.py")
    at.button(key="approve").click().run()
    assert report_of(office).state is MonthState.COMMENTED
    at.checkbox(key="own-words").check().run()
    at.button(key="approve").click().run()
    assert report_of(office).state is MonthState.APPROVED
    assert "own-words" not in [one.key for one in opened("deck.py", email=LEAD).checkbox]


def test_a_lead_lets_a_month_out_by_name_and_reason(opened, office):
    explain(office, CLIENT.id, OCTOBER)
    person = Actor(SPECIALIST, "Specialist")
    save_comment(office, person, CLIENT.id, replace(stored(office), solution=""))
    at = opened("deck.py")
    at.button(key="make-override").click().run()
    assert report_of(office).override is None
    at.text_input(key="override-name").set_value("Ann Lead").run()
    at.text_input(key="override-reason").set_value("The board meets today.").run()
    at.button(key="make-override").click().run()
    found = report_of(office).override
    assert (found.name, found.reason) == ("Ann Lead", "The board meets today.")
    said = phrase("ui.deck.overridden", "en", name="Ann Lead", reason="The board meets today.")
    assert said in markup(at)
    assert "make-override" not in [one.key for one in opened("deck.py", email=SPECIALIST).button]


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_that_a_comment_calls_wrong_are_told_where_data_are_loaded(opened, office, language):
    card = first_drop(office)
    wrong = Comment(card.key, "data_error", "The pixel fired twice.")
    save_comment(office, local_actor(), CLIENT.id, wrong)
    assert "The pixel fired twice." in markup(opened("import_files.py", language=language, month="2026-10"))
    told = phrase("ui.start.doubted", language, metrics=phrase(f"metric.{card.metric}.name", language))
    assert told in markup(opened("start.py", language=language))


def test_last_months_promises_are_settled_on_the_page(opened, office):
    september = Comment(
        "2026-09:cpa:all", "offer", "Said in September.", "Shorten the form.", owner="Ann", due=TODAY
    )
    save_comment(office, local_actor(), CLIENT.id, september)
    at = opened("comments.py")
    assert "Shorten the form." in markup(at)
    key = "promise-2026-09:cpa:all"
    at.button_group(key=key).set_value("dropped").run()
    assert ledger(office, local_actor(), CLIENT.id)[0].status is PromiseStatus.OPEN
    at.text_input(key="promise-reason-2026-09:cpa:all").set_value("The client said no.").run()
    (kept,) = ledger(office, local_actor(), CLIENT.id)
    assert (kept.status, kept.outcome.reason) == (PromiseStatus.DROPPED, "The client said no.")
    at.button_group(key=key).set_value("done").run()
    assert ledger(office, local_actor(), CLIENT.id)[0].status is PromiseStatus.DONE


def test_words_that_stand_out_no_more_are_shown_apart(opened, office):
    gone = Comment("2026-10:reach:all", "season", "Flagged once, kept for good.", due=date(2026, 11, 1))
    save_comment(office, local_actor(), CLIENT.id, gone)
    assert "Flagged once, kept for good." in markup(opened("comments.py"))
