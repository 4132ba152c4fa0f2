"""The week between agency and client: notes on the right day, in the right words, with nothing hidden."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date
from email import policy

import pytest

from tests.services.agency_week import ANNA, STRANGER, agency
from tiger_reports.model.client_person import ClientPerson
from tiger_reports.model.contact import Contact, ContactKind
from tiger_reports.model.meeting import Decision
from tiger_reports.model.rhythm import Rhythm
from tiger_reports.model.scheduled_post import Post, PostState
from tiger_reports.model.topic import Topic, TopicKind
from tiger_reports.model.week_note import EntryKind, NoteDays, NoteKind
from tiger_reports.services import records
from tiger_reports.services.clients import get_client, save_client
from tiger_reports.services.office import local_actor
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.tiger_year import decisions
from tiger_reports.services.week import contacts, schedule, topics
from tiger_reports.services.week import notes as week
from tiger_reports.services.week.rhythm import rhythm, save_rhythm
from tiger_reports.text import LANGUAGES, phrase

WEDNESDAY = date(2026, 11, 4)
MONDAY, FRIDAY = NoteKind.MONDAY, NoteKind.FRIDAY


@pytest.fixture
def office(tmp_path):
    return agency(tmp_path / "home", WEDNESDAY)


def topic(what, *, deadline=None, kind=TopicKind.TASK, **more):
    return Topic(kind, what, date(2026, 10, 26), deadline, **more)


def noted(office, kind=MONDAY, day=WEDNESDAY):
    return week.written_note(office, ANNA, "acme", day, kind).text


def test_easter_monday_moves_the_note_to_tuesday():
    assert week.note_days("PL", date(2026, 4, 8)) == NoteDays(date(2026, 4, 7), date(2026, 4, 10))


def test_a_friday_off_moves_the_summary_to_thursday():
    assert week.note_days("PL", date(2026, 5, 1)).friday == date(2026, 4, 30)


def test_in_another_country_the_same_monday_is_a_working_day():
    assert week.note_days("RU", date(2026, 4, 8)).monday == date(2026, 4, 6)


def test_a_week_without_a_working_day_has_no_notes():
    assert week.note_days("RU", date(2026, 1, 7)) == NoteDays(None, None)


def test_the_plan_covers_five_working_days_over_a_holiday(tmp_path):
    office = agency(tmp_path / "easter", date(2026, 4, 8))
    facts = week.written_note(office, ANNA, "acme", date(2026, 4, 8), MONDAY).facts
    assert (facts.day, facts.plan_days.last_day) == (date(2026, 4, 7), date(2026, 4, 13))


def test_a_late_question_stands_first_in_mondays_note(office):
    topics.add_topic(office, ANNA, "acme", topic("Nowe zdjęcia", deadline=date(2026, 11, 5)))
    asked = topic("Kiedy rusza kampania?", kind=TopicKind.QUESTION, deadline=date(2026, 10, 30))
    topics.add_topic(office, ANNA, "acme", asked)
    text = noted(office)
    assert "1 zaległy temat:" in text
    assert "Państwa pytanie: Kiedy rusza kampania? \u2013 termin: 30.10.2026" in text
    assert text.index("Kiedy rusza kampania?") < text.index("Nowe zdjęcia")


def test_an_answered_question_is_no_longer_late(office):
    asked = topic("Kiedy?", kind=TopicKind.QUESTION, deadline=date(2026, 10, 30), answer="W środę.")
    made = topics.add_topic(office, ANNA, "acme", asked)
    (stored,) = topics.topics(office, ANNA, "acme")
    topics.close_topic(office, ANNA, "acme", stored)
    assert "Kiedy?" not in noted(office)
    assert "Zrobione (1 temat):\n• śr. 4.11.2026 \u2013 Państwa pytanie: Kiedy?" in noted(office, FRIDAY)
    assert made.id == stored.id


def test_nothing_is_called_late_before_its_day_is_over(office):
    topics.add_topic(office, ANNA, "acme", topic("Na czwartek", deadline=date(2026, 11, 5)))
    facts = week.written_note(office, ANNA, "acme", WEDNESDAY, FRIDAY).facts
    assert (facts.overdue, [entry.what for entry in facts.open]) == ((), ["Na czwartek"])


def test_only_a_friday_without_anything_late_is_under_control(office):
    calm = phrase("week_note.under_control", "pl")
    topics.add_topic(office, ANNA, "acme", topic("Raport", deadline=date(2026, 11, 9)))
    assert calm in noted(office, FRIDAY)
    topics.add_topic(office, ANNA, "acme", topic("Zaległe", deadline=date(2026, 11, 3)))
    assert calm not in noted(office, FRIDAY)


def test_friday_tells_done_open_and_next_weeks_plan(office):
    topics.add_topic(office, ANNA, "acme", topic("Zmiana logo", closed_on=date(2026, 11, 3)))
    topics.add_topic(office, ANNA, "acme", topic("Brief", owner="Ola", deadline=date(2026, 11, 12)))
    facts = week.written_note(office, ANNA, "acme", WEDNESDAY, FRIDAY).facts
    assert [entry.what for entry in facts.done] == ["Zmiana logo"]
    assert [entry.what for entry in facts.open] == ["Brief"]
    assert "Brief" in [entry.what for entry in facts.plan]
    assert "Brief (odpowiada: Ola)" in noted(office, FRIDAY)


def test_the_report_that_is_due_stands_in_the_plan(office):
    assert "pt. 6.11.2026 \u2013 raport miesięczny, październik\u00a02026" in noted(office)


def test_a_report_past_its_day_is_late_in_the_note(tmp_path):
    friday = date(2026, 11, 13)
    late = noted(agency(tmp_path / "later", friday), FRIDAY, friday)
    assert "raport miesięczny, październik\u00a02026 \u2013 termin: 6.11.2026" in late


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "śr. 2.12.2026 \u2013 spotkanie na koniec III kwartału współpracy"),
        ("cs", "schůzka na konci 3. čtvrtletí spolupráce"),
        ("ru", "встреча по итогам III квартала сотрудничества"),
    ],
)
def test_the_meeting_of_the_quarter_stands_in_the_plan(tmp_path, language, said):
    office = agency(tmp_path / "home", date(2026, 12, 1), language=language)
    assert said in noted(office, MONDAY, date(2026, 12, 1))


def test_a_post_waits_for_acceptance_and_then_goes_out(office):
    made = schedule.add_post(
        office, ANNA, "acme", Post("Karuzela", "Instagram", day=date(2026, 11, 6), text="Opis")
    )
    for state in (PostState.DRAFT, PostState.SENT):
        made = schedule.move_post(office, ANNA, "acme", _post(office), state).stored
    assert "post do akceptacji (Instagram): Karuzela" in noted(office)
    for state in (PostState.ACCEPTED, PostState.SCHEDULED):
        made = schedule.move_post(office, ANNA, "acme", _post(office), state).stored
    assert made.words.state is PostState.SCHEDULED
    assert "publikacja (Instagram): Karuzela" in noted(office)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formal", [True, False])
def test_notes_follow_the_clients_language_and_form_of_address(tmp_path, language, formal):
    office = agency(tmp_path / "home", WEDNESDAY, language=language)
    asked = topic("?!", kind=TopicKind.QUESTION, deadline=date(2026, 11, 2))
    topics.add_topic(office, ANNA, "acme", asked)
    save_client(office, ANNA, replace(get_client(office, ANNA, "acme"), formal=formal))
    address = "formal" if formal else "informal"
    for kind in NoteKind:
        text = noted(office, kind)
        assert text.startswith(phrase(f"week_note.{address}.greeting", language))
        assert text.rstrip().endswith(f"{phrase(f'week_note.{address}.regards', language)}\nAnna Example")
        assert phrase(f"week_note.{address}.question", language, what="?!") in text
        assert "{" not in text


def test_edited_words_are_kept_with_their_revisions_and_nobody_overwrites_them(office):
    note = week.written_note(office, ANNA, "acme", WEDNESDAY, MONDAY)
    mine = replace(note.record, words=replace(note.record.words, text="Moje słowa", base=note.draft))
    assert week.save_note(office, ANNA, "acme", mine).rejected is None
    assert noted(office) == "Moje słowa"
    theirs = replace(mine, words=replace(mine.words, text="Inne słowa"))
    saved = week.save_note(office, ANNA, "acme", theirs)
    assert saved.rejected.text == "Inne słowa"
    assert noted(office) == "Moje słowa"


def test_an_edited_note_says_when_its_facts_moved(office):
    note = week.written_note(office, ANNA, "acme", WEDNESDAY, MONDAY)
    words = replace(note.record.words, text="Moje", base=note.draft)
    week.save_note(office, ANNA, "acme", replace(note.record, words=words))
    assert not week.written_note(office, ANNA, "acme", WEDNESDAY, MONDAY).outdated
    topics.add_topic(office, ANNA, "acme", topic("Nowe", deadline=WEDNESDAY))
    assert week.written_note(office, ANNA, "acme", WEDNESDAY, MONDAY).outdated


def test_the_mail_opens_as_a_draft_and_reads_the_same(office):
    topics.add_topic(office, ANNA, "acme", topic("Żółta łódź, ćma", deadline=date(2026, 11, 3)))
    made = week.mail(office, ANNA, "acme", WEDNESDAY, MONDAY)
    read = email.message_from_bytes(made.data, policy=policy.default)
    assert read["X-Unsent"] == "1"
    assert read["From"] == "anna@agency.example"
    assert read["Subject"] == week.written_note(office, ANNA, "acme", WEDNESDAY, MONDAY).subject
    assert read["Date"].datetime is not None
    assert read.get_content_charset() == "utf-8"
    assert read.get_content().replace("\r\n", "\n") == noted(office)
    assert made.data.isascii()
    assert made.name.endswith(".eml")


def test_a_clients_name_cannot_add_a_header(office):
    client = replace(get_client(office, ANNA, "acme"), name="Acme\r\nBcc: everyone@example.invalid")
    save_client(office, ANNA, client)
    read = email.message_from_bytes(
        week.mail(office, ANNA, "acme", WEDNESDAY, MONDAY).data, policy=policy.default
    )
    assert read["Bcc"] is None
    assert "Acme Bcc: everyone" in read["Subject"]


def test_a_doubt_is_closed_only_with_an_owner_and_an_answer(office):
    topics.add_topic(office, ANNA, "acme", topic("Wątpliwość", kind=TopicKind.DOUBT))
    (doubt,) = topics.topics(office, ANNA, "acme")
    for words in ({}, {"owner": "Ola"}, {"answer": "Sprawdzone."}, {"owner": " ", "answer": "x"}):
        tried = replace(doubt, words=replace(doubt.words, **words))
        with pytest.raises(RefusedError, match="doubt_needs"):
            topics.close_topic(office, ANNA, "acme", tried)
    whole = replace(doubt, words=replace(doubt.words, owner="Ola", answer="Sprawdzone."))
    assert topics.close_topic(office, ANNA, "acme", whole).stored.words.closed_on == WEDNESDAY


def test_every_way_to_close_a_topic_too_early_has_words():
    for code in ("question_needs_answer", "doubt_needs_owner_and_answer", "doubt_needs_owner"):
        assert phrase(f"refusal.{code}", "cs")
    assert phrase("refusal.doubt_needs_answer", "ru")


def test_working_days_since_the_last_contact_skip_a_holiday(tmp_path):
    office = agency(tmp_path / "home", date(2026, 4, 7))
    contacts.add_contact(office, ANNA, "acme", Contact(date(2026, 4, 2), ContactKind.CALL))
    assert contacts.quiet(office, ANNA, "acme").days == 2  # Friday and Tuesday: Monday was off
    assert not contacts.quiet(office, ANNA, "acme").too_long


def test_above_the_limit_it_warns_and_the_limit_can_be_moved(office):
    contacts.add_contact(office, ANNA, "acme", Contact(date(2026, 10, 30), ContactKind.MAIL))
    quiet = contacts.quiet(office, ANNA, "acme")
    assert (quiet.days, quiet.too_long, quiet.this_week) == (3, True, False)
    kept = rhythm(office, ANNA, "acme")
    save_rhythm(office, ANNA, "acme", replace(kept, words=Rhythm(contact_limit=3)))
    assert not contacts.quiet(office, ANNA, "acme").too_long


def test_a_call_ticked_in_a_note_is_a_contact(office):
    note = week.written_note(office, ANNA, "acme", WEDNESDAY, FRIDAY)
    week.set_called(office, ANNA, "acme", note.record, called=True)
    assert contacts.quiet(office, ANNA, "acme").last == WEDNESDAY
    stored = week.written_note(office, ANNA, "acme", WEDNESDAY, FRIDAY).record
    assert stored.words.called_on == WEDNESDAY
    week.set_called(office, ANNA, "acme", stored, called=False)
    assert contacts.quiet(office, ANNA, "acme").last is None


def test_a_contact_that_is_still_to_come_is_refused(office):
    with pytest.raises(RefusedError, match="contact_in_future"):
        contacts.add_contact(office, ANNA, "acme", Contact(date(2026, 11, 5), ContactKind.CALL))


@pytest.mark.parametrize(
    "act",
    [
        lambda o, a: topics.topics(o, a, "acme"),
        lambda o, a: topics.add_topic(o, a, "acme", topic("x")),
        lambda o, a: contacts.add_contact(o, a, "acme", Contact(WEDNESDAY, ContactKind.CALL)),
        lambda o, a: contacts.quiet(o, a, "acme"),
        lambda o, a: schedule.posts(o, a, "acme"),
        lambda o, a: schedule.add_post(o, a, "acme", Post("x")),
        lambda o, a: week.mail(o, a, "acme", WEDNESDAY, MONDAY),
        lambda o, a: rhythm(o, a, "acme"),
    ],
)
def test_nobody_reaches_another_persons_client(office, act):
    with pytest.raises(NotAllowedError):
        act(office, STRANGER)


def _post(office):
    (found,) = schedule.posts(office, ANNA, "acme")
    return found


def test_a_decision_of_a_meeting_is_overdue_in_mondays_note_and_done_in_one_place(office):
    scope = (office, ANNA, "acme")
    late = records.add(*scope, Decision(2, 1, "Photos of the shop", "Client", date(2026, 10, 30)))
    records.add(*scope, Decision(2, 2, "Raise the budget", "", date(2026, 11, 5)))
    records.add(*scope, Decision(2, 2, "", "", date(2026, 11, 5)))  # nobody has worded it yet
    text = noted(office)
    assert (
        "1 zaległy temat:\n• ustalenie ze spotkania na koniec I kwartału współpracy: Photos of the shop"
        in text
    )
    assert text.index("Photos of the shop") < text.index("Raise the budget")
    facts = week.written_note(*scope, WEDNESDAY, MONDAY).facts
    assert [one.what for one in facts.plan if one.kind is EntryKind.DECISION] == ["Raise the budget"]
    decisions.finish(*scope, late)
    assert "Photos of the shop" not in noted(office)
    done = week.written_note(*scope, WEDNESDAY, FRIDAY).facts.done
    assert [(one.what, one.day) for one in done] == [("Photos of the shop", WEDNESDAY)]
    assert [one.words.done_on for one in decisions.decisions(*scope)] == [None, WEDNESDAY]


def test_a_decision_without_a_day_is_open_on_friday(office):
    records.add(office, ANNA, "acme", Decision(2, 2, "Think of a loyalty card"))
    assert "Think of a loyalty card" in noted(office, FRIDAY)
    assert "Think of a loyalty card" not in noted(office, MONDAY)


def test_nobody_finishes_a_decision_of_another_client(office):
    made = records.add(office, ANNA, "acme", Decision(2, 2, "Raise the budget"))
    with pytest.raises(NotAllowedError):
        decisions.finish(office, STRANGER, "acme", made)
    with pytest.raises(NotAllowedError):
        decisions.decisions(office, STRANGER, "acme")


@pytest.mark.parametrize(("language", "formal"), [("pl", True), ("cs", False), ("ru", True), ("en", False)])
def test_the_mail_is_addressed_to_the_chosen_person_in_the_clients_language(tmp_path, language, formal):
    office = agency(tmp_path / language, WEDNESDAY, language=language)
    save_client(office, ANNA, replace(get_client(office, ANNA, "acme"), formal=formal))
    records.add(office, ANNA, "acme", ClientPerson("Nobody yet"))
    person = records.add(office, ANNA, "acme", ClientPerson("Żaneta Příkladová", "zaneta@client.example"))
    assert week.addressees(office, ANNA, "acme") == (person,)
    made = week.mail(office, ANNA, "acme", WEDNESDAY, MONDAY, person.id)
    read = email.message_from_bytes(made.data, policy=policy.default)
    (to,) = read["To"].addresses
    assert (to.display_name, to.addr_spec) == ("Żaneta Příkladová", "zaneta@client.example")
    assert read["X-Unsent"] == "1"
    assert "Acme" in read["Subject"]
    manner = "formal" if formal else "informal"
    assert read.get_content().startswith(phrase(f"week_note.{manner}.greeting", language))
    assert made.data.isascii()


def test_without_a_choice_nobody_is_written_to_and_strangers_are_refused(office):
    made = week.mail(office, ANNA, "acme", WEDNESDAY, MONDAY)
    assert email.message_from_bytes(made.data, policy=policy.default)["To"] is None
    other = records.add(office, local_actor(), "globex", ClientPerson("X", "x@globex.example"))
    with pytest.raises(RefusedError, match="person_unknown"):
        week.mail(office, ANNA, "acme", WEDNESDAY, MONDAY, other.id)


@pytest.mark.parametrize(
    "text",
    ["a@b", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example", "A <a@b.example>", ".a@b.example"],
)
def test_what_is_no_address_of_one_person_is_refused(office, text):
    with pytest.raises(RefusedError, match="address_malformed"):
        records.add(office, ANNA, "acme", ClientPerson("A", text))
