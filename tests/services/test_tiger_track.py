"""The way of a cooperation: what is due, what was done, and what nobody has done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tiger_reports.model.client import Actor, Client, Role
from tiger_reports.model.cooperation import MeetingState
from tiger_reports.model.meeting import Meeting
from tiger_reports.model.period import month
from tiger_reports.model.record import Record
from tiger_reports.model.report import MonthState
from tiger_reports.services import cooperation, records
from tiger_reports.services.clients import add_client
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.services.tiger_year.track import track
from tiger_reports.store.settings import Settings

ME = local_actor()
SHOP = Client("shop", "Shop", date(2025, 9, 1), "PLN", "pl", today=date(2026, 11, 17))


@pytest.fixture
def shop(tmp_path):
    office = open_office(Settings(home=tmp_path / "home"))
    add_client(office, ME, SHOP)
    return office


def states(shown):
    return [one.state for year in shown.years for one in year.meetings]


def test_meetings_are_missed_due_or_ahead_by_their_days(shop):
    missed, due, ahead = MeetingState.MISSED, MeetingState.DUE, MeetingState.AHEAD
    shown = track(shop, ME, "shop")
    assert states(shown) == [missed] * 4 + [due] + [ahead] * 3
    assert shown.next_meeting == shown.meeting(2, 1)
    assert shown.next_meeting.meeting.due == date(2026, 11, 16)


def test_a_meeting_comes_soon_two_weeks_before_its_day(tmp_path):
    office = open_office(Settings(home=tmp_path / "home"))
    add_client(office, ME, replace(SHOP, today=date(2026, 11, 2)))
    assert track(office, ME, "shop").meeting(2, 1).state is MeetingState.SOON
    add_client(office, ME, replace(SHOP, id="later", today=date(2026, 11, 1)))
    assert track(office, ME, "later").meeting(2, 1).state is MeetingState.AHEAD


def test_a_meeting_is_done_once_its_notes_say_when_it_was_held(shop):
    records.save(shop, ME, "shop", Record("2-1", Meeting(held_on=date(2026, 11, 16))))
    held = track(shop, ME, "shop").meeting(2, 1)
    assert (held.state, held.held_on) == (MeetingState.DONE, date(2026, 11, 16))


def test_a_meeting_that_is_written_down_for_tomorrow_is_not_done_yet(shop):
    records.save(shop, ME, "shop", Record("2-1", Meeting(held_on=date(2026, 11, 18))))
    assert track(shop, ME, "shop").meeting(2, 1).state is MeetingState.DUE


def test_when_all_meetings_were_missed_the_last_one_is_the_next_to_hold(shop):
    for number in (1, 2, 3, 4):
        records.save(shop, ME, "shop", Record(f"2-{number}", Meeting(held_on=date(2026, 11, 16))))
    assert track(shop, ME, "shop").next_meeting == track(shop, ME, "shop").meeting(1, 4)


def test_a_quarter_that_ends_in_a_pause_has_no_meeting_and_the_pause_is_shown(shop):
    made = cooperation.pause(shop, ME, "shop", date(2026, 2, 20), "Winter", date(2026, 3, 10))
    shown = track(shop, ME, "shop")
    assert shown.meeting(1, 2) is None
    assert shown.pauses == (made,)


def test_years_stand_with_their_quarters_months_and_reports(shop):
    with shop.store.write() as session:
        reach(session, "shop", "2026-09", MonthState.LOADED, by="", at=shop.now())
    first, second = track(shop, ME, "shop").years
    assert [len(one) for one in (first.quarters, first.months, first.reports)] == [4, 12, 12]
    assert first.quarters[-1].period.end == second.quarters[0].period.start == date(2026, 9, 1)
    assert dict(second.reports)[month(2026, 9)] is MonthState.LOADED
    assert dict(second.reports)[month(2026, 10)] is MonthState.NO_DATA


def test_nobody_sees_the_way_of_a_client_that_is_not_theirs(shop):
    with pytest.raises(NotAllowedError):
        track(shop, Actor("x@agency.example", "X", Role.SPECIALIST, frozenset()), "shop")
