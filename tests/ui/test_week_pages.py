"""The Week page and the lead's Board: what is late is said, what may not be is refused, words are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.ui.house import CLIENT, LEAD, SPECIALIST, TODAY, open_house
from tests.ui.test_pages import markup
from tiger_reports.model.contact import Contact, ContactKind
from tiger_reports.model.meeting import Decision
from tiger_reports.model.period import month_of
from tiger_reports.model.scheduled_post import Post
from tiger_reports.model.topic import Topic, TopicKind
from tiger_reports.model.week_note import NoteKind
from tiger_reports.services import records
from tiger_reports.services.office import local_actor
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.services.tiger_year import decisions
from tiger_reports.services.week import contacts, schedule, topics
from tiger_reports.services.week.month_steps import month_steps
from tiger_reports.services.week.rhythm import rhythm
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import short_date
from tiger_reports.ui.edge.parcels import parcel
from tiger_reports.ui.edge.tickets import Ticket
from tiger_reports.ui.places import place

LATE = Topic(TopicKind.QUESTION, "When does it start?", date(2026, 10, 26), date(2026, 10, 30))
DOUBT = Topic(TopicKind.DOUBT, "The ads show what is sold out", date(2026, 11, 2))
ACTOR = local_actor()


@pytest.fixture
def office(home):
    return open_house(home)


def add(office, topic):
    return topics.add_topic(office, ACTOR, CLIENT.id, topic)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_late_topic_is_told_in_every_language(office, opened, language):
    add(office, LATE)
    at = opened("week.py", language=language)
    assert not at.exception
    assert phrase("ui.week.late_topics", language, n=1) in markup(at)
    day = short_date(LATE.deadline, language)
    late = next(box.label for box in at.expander if "When does it start" in box.label)
    assert late.startswith(f":red[■ {phrase('ui.topic.overdue', language, day=day)}]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_to_copy_stays_in_the_clients_language(office, opened, language):
    add(office, LATE)
    at = opened("week.py", language=language)
    assert phrase("week_note.overdue", CLIENT.language, n=1) in at.code[0].value
    assert "When does it start?" in at.code[0].value


def test_a_doubt_is_not_closed_without_owner_and_answer(office, opened):
    made = add(office, DOUBT)
    at = opened("week.py")
    at.button(key=f"{made.id}-1-close").click().run()
    assert phrase("refusal.doubt_needs_owner_and_answer", "en") in markup(at)
    at.text_area(key=f"{made.id}-1-answer").set_value("The feed is mended.")
    at.selectbox(key=f"{made.id}-1-owner").set_value("Specialist")
    at.button(key=f"{made.id}-1-close").click().run()
    assert not at.exception
    (stored,) = topics.topics(office, ACTOR, CLIENT.id)
    assert stored.words.closed_on == TODAY
    assert (stored.words.owner, stored.words.answer) == ("Specialist", "The feed is mended.")


def test_a_topic_is_added_on_the_page(office, opened):
    at = opened("week.py")
    at.text_input(key="topic-new-0-what").set_value("Photos for December")
    at.date_input(key="topic-new-0-deadline").set_value(date(2026, 11, 6))
    next(b for b in at.button if b.label == phrase("ui.topic.add", "en")).click().run()
    assert not at.exception
    (stored,) = topics.topics(office, ACTOR, CLIENT.id)
    assert (stored.words.what, stored.words.deadline) == ("Photos for December", date(2026, 11, 6))


def test_a_refused_topic_keeps_what_was_typed(opened):
    at = opened("week.py")
    at.text_input(key="topic-new-0-what").set_value("Photos")
    at.date_input(key="topic-new-0-deadline").set_value(date(2026, 10, 1))
    next(b for b in at.button if b.label == phrase("ui.topic.add", "en")).click().run()
    assert phrase("refusal.deadline_before_received", "en") in markup(at)
    assert at.text_input(key="topic-new-0-what").value == "Photos"


def test_a_contact_is_noted_on_the_page(office, opened):
    at = opened("week.py")
    at.text_input(key="contact-new-0-note").set_value("Plan of the week")
    next(b for b in at.button if b.label == phrase("ui.contact.add", "en")).click().run()
    assert not at.exception
    (stored,) = contacts.contacts(office, ACTOR, CLIENT.id)
    assert (stored.words.on, stored.words.note) == (TODAY, "Plan of the week")
    assert phrase("ui.contact.never", "en") not in markup(at)


def test_somebody_who_saved_meanwhile_is_not_overwritten(office, opened):
    made = add(office, DOUBT)
    at = opened("week.py")
    (stored,) = topics.topics(office, ACTOR, CLIENT.id)
    topics.save_topic(
        office, ACTOR, CLIENT.id, replace(stored, words=replace(stored.words, what="Their words"))
    )
    at.text_input(key=f"{made.id}-1-what").set_value("My words")
    at.button(key=f"{made.id}-1-save").click().run()
    assert phrase("refusal.topic_changed", "en") in markup(at)
    assert phrase("ui.week.not_taken", "en", text="My words") in markup(at)
    assert topics.topics(office, ACTOR, CLIENT.id)[0].words.what == "Their words"


def test_scheduling_waits_for_the_acceptance(office, opened):
    made = schedule.add_post(office, ACTOR, CLIENT.id, Post("Carousel", day=date(2026, 12, 1)))
    at = opened("week.py")
    waits = at.button(key=f"post-{made.id}-waits")
    assert waits.disabled
    assert waits.help == phrase("refusal.post_not_accepted", "en")
    for state in ("draft", "sent", "accepted", "scheduled"):
        at.button(key=f"post-{made.id}-{state}").click().run()
    (stored,) = schedule.posts(office, ACTOR, CLIENT.id)
    assert stored.words.state == "scheduled"


def test_a_step_is_ticked_with_todays_date(office, opened):
    at = opened("week.py")
    month = month_of(TODAY)
    at.checkbox(key=f"step-{month.month_key}-0-0-done").check().run()
    assert not at.exception
    listed = month_steps(office, ACTOR, CLIENT.id, month)
    assert listed.items[0].done_on == TODAY


def test_the_call_of_a_friday_is_ticked_and_counts_as_contact(office, opened):
    at = opened("week.py")
    at.segmented_control(key=f"note-kind-{CLIENT.id}").set_value(NoteKind.FRIDAY).run()
    at.checkbox(key="note-called-2026-11-02:friday").check().run()
    assert not at.exception
    assert contacts.quiet(office, ACTOR, CLIENT.id).last == TODAY


def test_settings_are_this_clients_own(office, opened):
    at = opened("week.py")
    key = f"rhythm-{CLIENT.id}-0"
    at.number_input(key=f"{key}-contact_limit").set_value(4)
    at.text_area(key=f"{key}-steps").set_value("Newsletter\n\nNewsletter\nLanding page")
    at.button(key=f"{key}-save").click().run()
    assert not at.exception
    words = rhythm(office, ACTOR, CLIENT.id).words
    assert (words.contact_limit, words.steps) == (4, ("Newsletter", "Landing page"))
    assert rhythm(office, ACTOR, "other").words.steps == ()


def test_the_mail_is_handed_out_only_for_a_client_of_ones_own(office):
    ticket = Ticket(ACTOR.email, "", CLIENT.id, "note", "2026-11-04:monday", "en")
    found = parcel(office, ACTOR, ticket)
    assert found.name.endswith(".eml")
    assert b"X-Unsent: 1" in found.data
    stranger = replace(ACTOR, clients=frozenset({"other"}))
    with pytest.raises(NotAllowedError):
        parcel(office, stranger, ticket)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_says_periods_meeting_and_silence(office, opened, language):
    contacts.add_contact(office, ACTOR, "other", Contact(TODAY, ContactKind.CALL))
    at = opened("board.py", language=language)
    assert not at.exception
    said = markup(at)
    assert phrase("ui.board.quarter", language, year=2) in said
    assert short_date(date(2026, 12, 2), language) in said  # next meeting
    silent = phrase("ui.board.unheard", language, n=1, names="")
    assert silent in said
    assert phrase("ui.times.none", language) in said


def test_the_board_stands_in_due_order_and_leads_on(office, opened):
    add(office, replace(LATE, deadline=date(2026, 11, 2)))
    at = opened("board.py")
    said = markup(at)
    assert said.index("Sample Client") < said.index("Other Client")
    assert phrase("ui.start.late", "en", n=2) in said


def test_a_specialist_sees_their_own_clients_on_the_board(opened):
    assert "Other Client" in markup(opened("board.py", email=LEAD))
    at = opened("board.py", email=SPECIALIST)
    assert "Other Client" not in markup(at)
    assert "Sample Client" in markup(at)


def test_week_and_board_stand_in_the_menu():
    assert place("week").path.exists()
    assert place("board").path.exists()


def test_a_late_decision_of_a_meeting_is_a_topic_with_its_origin(office, opened):
    made = records.add(
        office, ACTOR, CLIENT.id, Decision(1, 2, "Photos of the shop", "Client", date(2026, 10, 30))
    )
    add(office, replace(LATE, deadline=date(2026, 10, 29)))
    at = opened("week.py")
    assert phrase("ui.week.late_topics", "en", n=2) in markup(at)
    late = [box.label for box in at.expander if box.label.startswith(":red")]
    assert ["When does it start" in late[0], "Photos of the shop" in late[1]] == [True, True]
    origin = phrase("decision.origin", "en", quarter="Quarter II of the cooperation")
    assert origin in [one.value for one in at.caption]
    at.button(key=f"decision-{made.id}-close").click().run()
    assert not at.exception
    (stored,) = decisions.decisions(office, ACTOR, CLIENT.id)
    assert stored.words.done_on == TODAY
    assert "Photos of the shop" not in " ".join(box.label for box in at.expander)
