"""Pauses, restarts, meetings and the standard cycle of a client."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tiger_reports.model.client import Actor, Client, Role
from tiger_reports.model.cooperation import MeetingState
from tiger_reports.model.meeting import Meeting as Notes
from tiger_reports.model.record import Record
from tiger_reports.services import cooperation, records
from tiger_reports.services.clients import add_client, get_client, save_client
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.week.board import board
from tiger_reports.store.settings import Settings

START = date(2026, 3, 17)
ME = local_actor()


@pytest.fixture
def shop(tmp_path):
    office = open_office(Settings(home=tmp_path / "home"))
    for name in ("shop", "cafe"):
        add_client(office, ME, Client(name, name, START, "PLN", "pl", today=date(2026, 11, 4)))
    return office


def test_the_board_knows_the_week_month_and_quarter_of_today(shop):
    stands = cooperation.standing(get_client(shop, ME, "shop"), date(2026, 11, 4))
    assert (stands.year.number, stands.quarter.number, stands.month.number, stands.week) == (1, 3, 8, 34)
    assert stands.days_left == 43
    assert cooperation.standing(get_client(shop, ME, "shop"), date(2026, 3, 16)) is None


def test_a_pause_is_kept_with_who_and_why_and_ends_with_a_restart(shop):
    made = cooperation.pause(shop, ME, "shop", date(2026, 8, 1), "No budget until October")
    assert cooperation.pauses(shop, ME, "shop") == (made,)
    cooperation.restart(shop, ME, "shop", made.id, date(2026, 10, 5))
    (held,) = cooperation.pauses(shop, ME, "shop")
    assert (held.start, held.end) == (date(2026, 8, 1), date(2026, 10, 5))
    assert get_client(shop, ME, "shop").start == START
    assert cooperation.starts(shop, ME, "shop") == ()


def test_a_restart_may_begin_a_new_count_and_the_move_is_logged(shop):
    made = cooperation.pause(shop, ME, "shop", date(2026, 8, 1), "Break")
    cooperation.restart(shop, ME, "shop", made.id, date(2026, 10, 5), new_count=True)
    assert get_client(shop, ME, "shop").start == date(2026, 10, 5)
    (moved,) = cooperation.starts(shop, ME, "shop")
    assert (moved.before, moved.after, moved.who) == (START, date(2026, 10, 5), ME.email)


@pytest.mark.parametrize(
    ("first", "end", "reason", "code"),
    [
        (date(2026, 8, 1), None, " ", "reason_missing"),
        (date(2026, 3, 1), None, "before the start", "pause_malformed"),
        (date(2026, 8, 1), date(2026, 8, 1), "no day", "pause_malformed"),
        (date(2026, 6, 1), None, "on top of another", "pause_overlaps"),
    ],
)
def test_a_pause_that_cannot_be_is_refused(shop, first, end, reason, code):
    cooperation.pause(shop, ME, "shop", date(2026, 7, 1), "Holidays", date(2026, 7, 15))
    with pytest.raises(RefusedError) as refused:
        cooperation.pause(shop, ME, "shop", first, reason, end)
    assert refused.value.code == code


def test_meetings_have_the_days_that_the_client_wants(shop):
    first = cooperation.meetings(shop, ME, "shop")[0]
    assert first.due == date(2026, 6, 2)  # a Tuesday, 14 days before 16 June
    cooperation.set_meeting_days(shop, ME, "shop", 12)
    assert cooperation.meetings(shop, ME, "shop")[0].due == date(2026, 6, 3)  # 4 June: Corpus Christi
    assert cooperation.meetings(shop, ME, "cafe")[0].due == date(2026, 6, 2)
    assert cooperation.next_meeting(shop, get_client(shop, ME, "shop")).quarter.number == 3


def test_a_meeting_is_done_once_its_notes_name_a_day_that_has_come(shop):
    client = get_client(shop, ME, "shop")
    records.save(shop, ME, "shop", Record("1-3", Notes(held_on=date(2026, 11, 5))))
    assert cooperation.next_meeting(shop, client).quarter.number == 3
    planned = records.one(shop, ME, "shop", "1-3", Notes())
    records.save(shop, ME, "shop", replace(planned, words=Notes(held_on=date(2026, 11, 4))))
    assert cooperation.next_meeting(shop, client).quarter.number == 4


def test_a_meeting_that_is_due_brings_its_client_to_the_front(shop):
    assert [row.client.id for row in board(shop, ME)] == ["cafe", "shop"]
    cooperation.set_meeting_days(shop, ME, "shop", 43)
    first = board(shop, ME)[0]
    assert (first.client.id, first.meeting.state(first.today)) == ("shop", MeetingState.DUE)


def test_an_activity_switched_off_for_one_client_stays_on_for_the_other(shop):
    cooperation.switch(shop, ME, "shop", "friday_summary", on=False)
    of = {name: {a.key: a.on for a in cooperation.cycle(shop, ME, name)} for name in ("shop", "cafe")}
    assert (of["shop"]["friday_summary"], of["cafe"]["friday_summary"]) == (False, True)
    cooperation.switch(shop, ME, "shop", "friday_summary", on=True)
    assert all(one.on for one in cooperation.cycle(shop, ME, "shop"))


def test_the_board_has_the_quarter_and_the_meeting_and_waits_for_nothing_of_a_paused_month(shop):
    first = {row.client.id: row for row in board(shop, ME)}
    assert (first["shop"].standing.quarter.number, first["shop"].paused) == (3, False)
    assert first["shop"].meeting.due == date(2026, 12, 2)
    cooperation.pause(shop, ME, "cafe", date(2026, 9, 20), "Break")
    rows = board(shop, ME)
    assert [(row.client.id, row.paused) for row in rows] == [("shop", False), ("cafe", True)]


def test_nobody_pauses_a_client_that_is_not_theirs(shop):
    other = Actor("x@agency.example", "X", Role.SPECIALIST, frozenset({"cafe"}))
    with pytest.raises(NotAllowedError):
        cooperation.pause(shop, other, "shop", date(2026, 8, 1), "Break")
    with pytest.raises(NotAllowedError):
        cooperation.switch(shop, other, "shop", "friday_summary", on=False)


def test_a_moved_start_is_logged_with_who_and_both_days(shop):
    client = get_client(shop, ME, "shop")
    save_client(shop, ME, replace(client, start=date(2026, 4, 1)))
    (moved,) = cooperation.starts(shop, ME, "shop")
    assert (moved.before, moved.after) == (START, date(2026, 4, 1))
