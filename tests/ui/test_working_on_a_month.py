"""What people do on the pages changes what is stored, and only by people who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pptx import Presentation

from tests.ui.asgi import ask
from tests.ui.house import CLIENT, LEAD, SPECIALIST, open_house
from tiger_reports.model.card import Duty
from tiger_reports.model.client import Role
from tiger_reports.model.month_words import PlanItem
from tiger_reports.model.people import User
from tiger_reports.model.period import month
from tiger_reports.model.report import MonthState
from tiger_reports.services.clients import get_client
from tiger_reports.services.delivery.decks import export
from tiger_reports.services.months.comments import plan, set_plan
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.store.state import users
from tiger_reports.text import phrase
from tiger_reports.ui.commenting.saving import comment_of
from tiger_reports.ui.edge.browser import COOKIE, fingerprint
from tiger_reports.ui.edge.routes import Desk
from tiger_reports.ui.edge.tickets import Ticket, issue
from tiger_reports.ui.identity import fresh

OCTOBER = month(2026, 10)
NOW = datetime(2026, 11, 4, 9, 0, tzinfo=UTC)


def report_of(office):
    return month_report(office, local_actor(), CLIENT.id, OCTOBER)


def first_drop(office):
    return next(card for card in report_of(office).cards if card.duty is Duty.EXPLAIN_DROP)


def test_a_kind_of_cause_is_stored_when_it_is_picked(opened, home):
    at = opened("comments.py")
    office = open_house(home)
    key = first_drop(office).key
    at.button_group(key=f"{key}:cause_tag").set_value("fatigue").run()
    assert not at.exception
    assert first_drop(office).comment.cause_tag == "fatigue"
    assert first_drop(office).comment.after == first_drop(office).change.after.amount


def test_a_line_is_stored_when_its_field_is_left(opened, home):
    at = opened("comments.py")
    office = open_house(home)
    key = first_drop(office).key
    at.selectbox(key=f"{key}:owner").set_value("Specialist").run()
    at.text_input(key=f"{key}:expected").set_value("CPA under 60 zł").run()
    stored = first_drop(office).comment
    assert (stored.owner, stored.expected, stored.rev) == ("Specialist", "CPA under 60 zł", 2)


def test_the_team_and_whoever_was_named_before_are_offered_as_owners(opened, home):
    office = open_house(home)
    listed = plan(office, local_actor(), CLIENT.id, OCTOBER)
    step = PlanItem("Send the new price list", owner="Somebody at the client")
    set_plan(office, local_actor(), CLIENT.id, OCTOBER, replace(listed, items=(step,)))
    at = opened("comments.py")
    offered = at.selectbox(key=f"{first_drop(office).key}:owner").options
    assert {"Specialist", "Somebody at the client"} <= set(offered)
    assert at.selectbox(key="plan-owner-0").value == "Somebody at the client"


def test_at_most_five_figures_can_be_chosen(opened, home):
    at = opened("comments.py")
    chosen = ["spend", "clicks", "ctr", "cpc", "conversions"]
    at.button_group(key="key-figures").set_value(chosen).run()
    office = open_house(home)
    assert [figure.metric for figure in report_of(office).key_figures] == chosen
    at.text_input(key="key-figure-clicks").set_value("Fewer people came").run()
    assert report_of(office).key_figures[1].sentence == "Fewer people came"
    assert len(at.button_group(key="key-figures").options) == 5


def test_sentences_that_are_left_in_one_go_are_all_kept(opened, home):
    at = opened("comments.py")
    at.button_group(key="key-figures").set_value(["spend", "clicks", "ctr"]).run()
    for metric in ("spend", "clicks", "ctr"):
        at.text_input(key=f"key-figure-{metric}").set_value(f"What {metric} means")
    at.run()
    assert [one.sentence for one in report_of(open_house(home)).key_figures] == [
        "What spend means",
        "What clicks means",
        "What ctr means",
    ]


def test_fields_of_a_step_that_are_left_in_one_go_are_all_kept(opened, home):
    at = opened("comments.py")
    label = phrase("ui.plan.add", "en")
    next(button for button in at.button if button.label == label).click().run()
    at.text_input(key="plan-what-0").set_value("Shorten the form")
    at.selectbox(key="plan-owner-0").set_value("Specialist")
    at.run()
    (step,) = report_of(open_house(home)).plan
    assert (step.what, step.owner) == ("Shorten the form", "Specialist")


def test_a_step_is_added_to_the_plan_and_written_in_place(opened, home):
    at = opened("comments.py")
    label = phrase("ui.plan.add", "en")
    next(button for button in at.button if button.label == label).click().run()
    at.text_input(key="plan-what-0").set_value("Shorten the form").run()
    assert [item.what for item in report_of(open_house(home)).plan] == ["Shorten the form"]


def test_a_threshold_typed_with_a_comma_is_echoed_and_stored(opened, home):
    at = opened("client.py", language="pl")
    at.selectbox(key="threshold-metric").select("ctr").run()
    at.text_input(key="threshold-ctr-relative").set_value("12,5").run()
    assert "= 12,5%" in [caption.value for caption in at.caption]
    at.button(key="threshold-save").click().run()
    stored = dict(get_client(open_house(home), local_actor(), CLIENT.id).thresholds)
    assert stored["ctr"].relative == 0.125


def test_an_ambiguous_threshold_cannot_be_saved(opened):
    at = opened("client.py")
    at.selectbox(key="threshold-metric").select("impressions").run()
    at.text_input(key="threshold-impressions-absolute").set_value("10,000").run()
    assert at.button(key="threshold-save").disabled
    assert any(phrase("ui.amount.ambiguous", "en") in caption.value for caption in at.caption)


def test_a_specialist_cannot_approve_even_by_a_forged_press(opened, home):
    at = opened("deck.py", email=SPECIALIST)
    assert "approve" not in [button.key for button in at.button]
    assert report_of(open_house(home)).state is MonthState.CHECKED


def test_a_lead_cannot_approve_while_drops_are_unexplained(opened, home):
    at = opened("deck.py", email=LEAD)
    at.button(key="approve").click().run()
    assert not at.exception
    assert report_of(open_house(home)).state is MonthState.CHECKED
    assert phrase("refusal.open_items", "en") in "\n".join(e.proto.body for e in at.get("html"))


def test_a_right_that_was_taken_away_is_gone_at_the_next_press(opened, home):
    at = opened("deck.py", email=LEAD)
    office = open_house(home)
    with office.store.write() as session:
        users.save(session, User(LEAD, "Lead", Role.SPECIALIST, None))
    at.button(key="approve").click().run()
    assert "approve" not in [button.key for button in at.button]


@pytest.mark.parametrize(
    ("began", "valid_from", "lives"),
    [
        (NOW - timedelta(hours=1), None, True),
        (NOW - timedelta(hours=13), None, False),
        (NOW - timedelta(hours=2), NOW - timedelta(hours=1), False),
        (None, None, False),
    ],
)
def test_a_session_ends_with_the_working_day_or_when_it_is_called_back(began, valid_from, lives):
    assert fresh(began, NOW, valid_from) is lives


def desk(home, *, login=False):
    from starlette.applications import Starlette

    office = open_house(home)
    return office, Starlette(routes=Desk(lambda: office, login=login).routes())


def test_a_deck_is_handed_out_to_the_browser_that_asked_for_it(home, tmp_path):
    office, app = desk(home)
    made = export(office, local_actor(), CLIENT.id, OCTOBER, draft=True)
    ticket = Ticket(local_actor().email, fingerprint("mine"), CLIENT.id, "deck", made.id)
    address = issue(ticket, office.secret)
    answer = ask(app, address, {"cookie": f"{COOKIE}=mine"})
    assert answer.status == 200
    assert answer.body == made.data
    assert answer.headers["cache-control"] == "private, no-store"
    file = tmp_path / "deck.pptx"
    file.write_bytes(answer.body)
    assert len(Presentation(str(file)).slides) > 5
    assert ask(app, address, {"cookie": f"{COOKIE}=another"}).status == 403
    assert ask(app, address).status == 403


def test_a_download_is_refused_to_who_may_no_longer_see_the_client(home):
    office, app = desk(home, login=True)
    made = export(office, local_actor(), CLIENT.id, OCTOBER, draft=True)
    address = issue(Ticket(SPECIALIST, fingerprint("mine"), CLIENT.id, "deck", made.id), office.secret)
    cookie = {"cookie": f"{COOKIE}=mine"}
    assert ask(app, address, cookie).status == 200
    with office.store.write() as session:
        users.save(session, User(SPECIALIST, "Specialist", Role.SPECIALIST, frozenset()))
    assert ask(app, address, cookie).status == 403


def test_the_program_says_whether_it_is_ready(home):
    _, app = desk(home)
    assert ask(app, "/ready").text == '{"ready":true}'


def test_words_are_kept_with_the_figures_that_their_author_saw(home):
    card = first_drop(open_house(home))
    assert comment_of(card).after == card.change.after.amount
    assert comment_of(card).before == card.change.before.amount
