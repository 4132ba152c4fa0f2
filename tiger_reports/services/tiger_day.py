"""Where a client's cooperation stands today, and the meeting that comes next."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import Meeting, Standing
from tiger_reports.model.log import DeckKind
from tiger_reports.model.tiger_year import month_on, quarter_on, year_on
from tiger_reports.services.office import Office
from tiger_reports.store.state import decks
from tiger_reports.year.meetings import DAYS_BEFORE, meetings

DAYS_A_WEEK = 7


def standing(office: Office, client: Client) -> Standing | None:
    """Tiger Year, quarter, month and week of today; None before the cooperation has begun."""
    today = office.today(client)
    if today < client.start:
        return None
    quarter = quarter_on(client.start, today)
    return Standing(
        year=year_on(client.start, today),
        quarter=quarter,
        month=month_on(client.start, today),
        week=(today - client.start).days // DAYS_A_WEEK + 1,
        days_left=(quarter.period.end - today).days,
    )


def next_meeting(office: Office, client: Client) -> Meeting | None:
    """The meeting of the first quarter that is not over and whose deck did not go out."""
    today = office.today(client)
    stands = standing(office, client)
    years = stands.year.number + 1 if stands else 1
    with office.store.read() as session:
        made = decks.listed(session, client.id)
    told = {deck.period for deck in made if deck.kind is DeckKind.QUARTER and not deck.draft}
    planned = meetings(client.start, years, client.country, DAYS_BEFORE)
    found = (replace(one, done=one.quarter.period in told) for one in planned)
    return next((one for one in found if not one.done and one.quarter.period.end > today), None)
