"""The way of a client's cooperation: quarters, months, meetings and reports of every year that has begun."""

from __future__ import annotations

from datetime import date

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.cooperation import Meeting
from tiger_reports.model.period import months_of
from tiger_reports.model.tiger_track import Track, TrackedMeeting, YearTrack
from tiger_reports.model.tiger_year import (
    MONTHS_A_YEAR,
    QUARTERS_A_YEAR,
    TigerPeriod,
    months,
    quarters,
    tiger_year,
)
from tiger_reports.services.cooperation import meetings_of, pauses_of, standing
from tiger_reports.services.guard import seen_client
from tiger_reports.services.measuring.baseline import channels
from tiger_reports.services.office import Office
from tiger_reports.services.tiger_year.records import meeting as notes_of
from tiger_reports.store.state import reports


def track(office: Office, actor: Actor, client_id: str) -> Track:
    client = seen_client(office, actor, client_id)
    today = office.today(client)
    stands = standing(client, today)
    held = tuple(_tracked(office, actor, client, one, today) for one in meetings_of(office, client))
    years = range(1, (stands.year.number if stands else 1) + 1)
    return Track(
        today=today,
        years=tuple(_year(office, client, number, held) for number in years),
        pauses=pauses_of(office, client),
        baseline=channels(office, actor, client_id),
    )


def _year(office: Office, client: Client, number: int, held: tuple[TrackedMeeting, ...]) -> YearTrack:
    period = tiger_year(client.start, number)
    before = number - 1
    with office.store.read() as session:
        states = tuple(
            (month, reports.get(session, client.id, month.month_key).state) for month in months_of(period)
        )
    return YearTrack(
        year=TigerPeriod(number, number, period),
        quarters=quarters(client.start, number)[before * QUARTERS_A_YEAR :],
        months=months(client.start, number)[before * MONTHS_A_YEAR :],
        meetings=tuple(one for one in held if one.meeting.quarter.year == number),
        reports=states,
    )


def _tracked(office: Office, actor: Actor, client: Client, one: Meeting, today: date) -> TrackedMeeting:
    quarter = one.quarter
    held_on = notes_of(office, actor, client.id, quarter.year, quarter.number).words.held_on
    return TrackedMeeting(one, one.state(today), held_on)
