"""How often a client hears from us: its limits and its own steps of a month."""

from __future__ import annotations

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.rhythm import Rhythm
from tiger_reports.services import records
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state.record_kinds import records_of

ONE = "rhythm"
"""Id of the one record that a client has."""
MOST_DAYS = 20
"""There are at most 23 working days in a month."""


def rhythm(office: Office, actor: Actor, client_id: str) -> Record[Rhythm]:
    return rhythm_record(office, seen_client(office, actor, client_id))


def rhythm_record(office: Office, client: Client) -> Record[Rhythm]:
    """The same without asking who asks; the defaults where nobody chose anything."""
    with office.store.read() as session:
        return records_of(Rhythm).get(session, client.id, ONE) or Record(ONE, Rhythm())


def rhythm_of(office: Office, client: Client) -> Rhythm:
    return rhythm_record(office, client).words


def save_rhythm(office: Office, actor: Actor, client_id: str, mine: Record[Rhythm]) -> SavedRecord[Rhythm]:
    seen_client(office, actor, client_id)
    if not 1 <= mine.words.report_day <= MOST_DAYS or not 0 <= mine.words.contact_limit <= MOST_DAYS:
        raise RefusedError("days_out_of_range", {"most": MOST_DAYS})
    return records.save(office, actor, client_id, mine)
