"""The lead's board: due order, Tiger periods, silence, and times of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.services.agency_week import ANNA, STRANGER, agency
from tests.ui.house import CLIENT, build, open_house
from tiger_reports.model.client import Client, Role
from tiger_reports.model.contact import Contact, ContactKind
from tiger_reports.model.month_step import STANDARD, MonthStep
from tiger_reports.model.month_words import KeyFigure
from tiger_reports.model.people import User
from tiger_reports.model.period import parse_month
from tiger_reports.model.report import MonthState
from tiger_reports.model.revised import Listed
from tiger_reports.model.rhythm import Rhythm
from tiger_reports.model.topic import Topic, TopicKind
from tiger_reports.model.turnaround import Turnaround
from tiger_reports.services.clients import add_client, get_client
from tiger_reports.services.months.reports import build_report
from tiger_reports.services.office import local_actor
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.week import contacts, topics, turnarounds
from tiger_reports.services.week.board import board
from tiger_reports.services.week.lead_board import DueKind, lead_board
from tiger_reports.services.week.month_steps import month_steps, set_month_steps
from tiger_reports.services.week.rhythm import rhythm, save_rhythm
from tiger_reports.store.state import month_lists, reports, users
from tiger_reports.year.month_checklist import checklist, done_steps
from tiger_reports.year.turnaround import EVERYBODY, month_times

TODAY = date(2026, 11, 4)
OCTOBER = parse_month("2026-10")
LEAD = local_actor()


@pytest.fixture
def office(tmp_path):
    return agency(tmp_path / "home", TODAY)


def house(home):
    """One client with figures of October."""
    build(home)
    return open_house(home)


def task(deadline):
    return Topic(TopicKind.TASK, "x", date(2026, 10, 1), deadline)


def test_three_clients_stand_in_the_order_in_which_something_is_due(office):
    add_client(office, LEAD, Client("late", "Late", date(2026, 1, 1), "PLN", "pl", today=TODAY))
    topics.add_topic(office, LEAD, "late", task(date(2026, 11, 3)))
    topics.add_topic(office, LEAD, "globex", task(date(2026, 11, 5)))
    rows = lead_board(office, LEAD)
    assert [row.client.id for row in rows] == ["late", "globex", "acme"]
    assert [row.due[0].kind for row in rows] == [DueKind.TOPIC, DueKind.TOPIC, DueKind.REPORT]
    assert rows[0].late_topics == 1


def test_a_report_that_went_out_is_not_due(tmp_path):
    office = house(tmp_path)
    before = next(row for row in lead_board(office, LEAD) if row.client.id == CLIENT.id)
    with office.store.write() as session:
        reach(session, CLIENT.id, OCTOBER.month_key, MonthState.EXPORTED, by="x", at=office.now())
    after = next(row for row in lead_board(office, LEAD) if row.client.id == CLIENT.id)
    assert DueKind.REPORT in [due.kind for due in before.due]
    assert DueKind.REPORT not in [due.kind for due in after.due]


def test_periods_are_counted_from_the_start_of_the_cooperation(office):
    row = lead_board(office, LEAD)[0]
    assert row.stands is not None
    assert (row.stands.year.number, row.stands.quarter.number, row.stands.month.number) == (2, 3, 8)
    assert row.stands.quarter.period.start == date(2026, 9, 17)
    assert row.stands.days_left == (date(2026, 12, 17) - TODAY).days
    assert row.stands.week == (TODAY - date(2025, 3, 17)).days // 7 + 1
    assert row.meeting is not None
    assert row.meeting.due == date(2026, 12, 2)  # 14 days before the 16th


def test_before_the_cooperation_begins_nothing_is_counted(office):
    add_client(office, LEAD, Client("soon", "Soon", date(2027, 1, 4), "PLN", "pl", today=TODAY))
    row = next(row for row in lead_board(office, LEAD) if row.client.id == "soon")
    assert row.stands is None
    assert DueKind.REPORT not in [due.kind for due in row.due]


def test_the_board_shows_who_heard_nothing_this_week(office):
    contacts.add_contact(office, LEAD, "globex", Contact(date(2026, 11, 2), ContactKind.CALL))
    contacts.add_contact(office, LEAD, "acme", Contact(date(2026, 11, 1), ContactKind.MAIL))
    heard = {row.client.id: row.quiet.this_week for row in lead_board(office, LEAD)}
    assert heard == {"acme": False, "globex": True}


def test_nobody_sees_another_persons_client_on_the_board(office):
    assert [row.client.id for row in lead_board(office, ANNA)] == ["acme"]
    assert lead_board(office, STRANGER) == ()


@pytest.mark.parametrize(("number", "due"), [(5, date(2026, 5, 8)), (1, date(2026, 5, 4))])
def test_a_report_is_due_on_the_clients_own_working_day(tmp_path, number, due):
    office = agency(tmp_path / "may", date(2026, 5, 11))  # 1 and 3 May are off in Poland
    kept = rhythm(office, ANNA, "acme")
    save_rhythm(office, ANNA, "acme", replace(kept, words=Rhythm(report_day=number)))
    (row,) = board(office, ANNA)
    assert (row.due, row.days_left) == (due, (due - date(2026, 5, 11)).days)


@pytest.mark.parametrize("words", [Rhythm(report_day=0), Rhythm(report_day=99), Rhythm(contact_limit=-1)])
def test_a_rhythm_that_cannot_be_is_refused(office, words):
    with pytest.raises(RefusedError, match="days_out_of_range"):
        save_rhythm(office, ANNA, "acme", replace(rhythm(office, ANNA, "acme"), words=words))


def test_the_checklist_has_the_four_steps_and_the_clients_own(office):
    kept = rhythm(office, ANNA, "acme")
    save_rhythm(office, ANNA, "acme", replace(kept, words=Rhythm(steps=("Newsletter",))))
    listed = month_steps(office, ANNA, "acme", OCTOBER)
    assert [step.key or step.what for step in listed.items] == [*STANDARD, "Newsletter"]
    other = month_steps(office, LEAD, "globex", OCTOBER)
    assert [step.key for step in other.items] == list(STANDARD)


def test_a_step_that_the_client_no_longer_has_stays_where_it_was_done():
    done = MonthStep(what="Newsletter", done_on=TODAY)
    assert checklist((done, MonthStep(what="Dropped")), ())[len(STANDARD) :] == (done,)


def test_done_steps_reach_the_report_in_their_order(office):
    listed = month_steps(office, ANNA, "acme", OCTOBER)
    days = {"posts": date(2026, 10, 20), "set_up": date(2026, 10, 21), "optimise": date(2026, 10, 20)}
    items = tuple(replace(step, done_on=days.get(step.key)) for step in listed.items)
    set_month_steps(office, ANNA, "acme", OCTOBER, replace(listed, items=items))
    with office.store.read() as session:
        client = build_report(office, get_client(office, ANNA, "acme"), OCTOBER, "pl")
        stored = month_lists.steps.get(session, "acme", OCTOBER.month_key)
    assert [step.key for step in client.done] == ["posts", "optimise", "set_up"]
    assert client.done == done_steps(stored.items)


def test_a_step_done_after_the_approval_takes_it_back_and_an_owner_alone_does_not(office):
    with office.store.write() as session:
        reach(session, "acme", OCTOBER.month_key, MonthState.APPROVED, by="x", at=office.now())
    listed = month_steps(office, ANNA, "acme", OCTOBER)
    named = replace(listed, items=(replace(listed.items[0], owner="Ola"), *listed.items[1:]))
    set_month_steps(office, ANNA, "acme", OCTOBER, named)
    assert _state(office) is MonthState.APPROVED
    listed = month_steps(office, ANNA, "acme", OCTOBER)
    done = replace(listed, items=(replace(listed.items[0], done_on=TODAY), *listed.items[1:]))
    set_month_steps(office, ANNA, "acme", OCTOBER, done)
    assert _state(office) is MonthState.CHECKED


def test_a_step_cannot_be_done_tomorrow(office):
    listed = month_steps(office, ANNA, "acme", OCTOBER)
    ahead = (replace(listed.items[0], done_on=TODAY + timedelta(1)), *listed.items[1:])
    with pytest.raises(RefusedError, match="done_in_future"):
        set_month_steps(office, ANNA, "acme", OCTOBER, replace(listed, items=ahead))
    with pytest.raises(NotAllowedError):
        month_steps(office, STRANGER, "acme", OCTOBER)


def test_times_are_medians_by_month_for_everybody_and_each_specialist():
    loaded = datetime(2026, 11, 2, 8, tzinfo=UTC)
    september = parse_month("2026-09")
    made = [
        Turnaround("a", "A", OCTOBER, "Anna", loaded, loaded + timedelta(days=1)),
        Turnaround("b", "B", OCTOBER, "Anna", loaded, loaded + timedelta(days=3)),
        Turnaround("c", "C", OCTOBER, "Ola", loaded, loaded + timedelta(days=8)),
        Turnaround("a", "A", september, "Ola", loaded, loaded + timedelta(days=4)),
    ]
    found = {(one.month, one.specialist): (one.reports, one.median.days) for one in month_times(made)}
    assert found[OCTOBER, EVERYBODY] == (3, 3)
    assert found[OCTOBER, "Anna"] == (2, 2)
    assert found[OCTOBER, "Ola"] == (1, 8)
    assert found[september, EVERYBODY] == (1, 4)
    assert month_times(made)[0].month == september


def test_the_time_runs_from_the_first_load_after_the_month_to_the_export(tmp_path):
    from tests.ui.house import CLIENT, build, open_house

    build(tmp_path)
    office = open_house(tmp_path)
    with office.store.write() as session:
        users.save(
            session, User("anna@agency.example", "Anna Example", Role.SPECIALIST, frozenset({CLIENT.id}))
        )
        chosen = Listed((KeyFigure("spend", "x"),), author="anna@agency.example")
        month_lists.key_figures.save(session, CLIENT.id, OCTOBER.month_key, chosen, at=office.now())
        out = office.now() + timedelta(days=2)
        reach(session, CLIENT.id, OCTOBER.month_key, MonthState.EXPORTED, by="x", at=out)
    found = [one for one in turnarounds.turnarounds(office, LEAD) if one.month == OCTOBER]
    assert len(found) == 1
    assert found[0].specialist == "Anna Example"
    assert timedelta(days=2) <= found[0].took < timedelta(days=2, minutes=30)
    assert turnarounds.turnarounds(office, STRANGER) == ()


def _client(office):
    from tiger_reports.services.clients import get_client

    return get_client(office, ANNA, "acme")


def _state(office):
    with office.store.read() as session:
        return reports.get(session, "acme", OCTOBER.month_key).state
