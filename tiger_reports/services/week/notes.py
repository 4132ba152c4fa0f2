"""A client's week: the days of its notes, what they tell, and the words that go out. Nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.client_person import ClientPerson
from tiger_reports.model.period import Period
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.week_note import Note, NoteDays, NoteKind, WrittenNote
from tiger_reports.services import records
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import LOCAL_EMAIL, Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.week.facts import week_facts
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.year.draft_mail import draft_mail
from tiger_reports.year.week_note import Voice, draft, subject
from tiger_reports.year.workdays import working_days_in

WORKING_WEEK = 5
THURSDAY = 3


@dataclass(frozen=True)
class Mail:
    """A file to open in a mail program."""

    name: str
    data: bytes


def week_of(day: date) -> Period:
    """Monday to Friday of the week that holds `day`."""
    monday = day - timedelta(day.weekday())
    return Period(monday, monday + timedelta(WORKING_WEEK))


def note_days(country: str, day: date) -> NoteDays:
    """A Monday or Friday off moves to the next or the previous working day of the week."""
    days = working_days_in(country, week_of(day))
    return NoteDays(days[0], days[-1]) if days else NoteDays(None, None)


def kind_for(day: date) -> NoteKind:
    """The note that is nearer: from Thursday on Friday's."""
    return NoteKind.FRIDAY if day.weekday() >= THURSDAY else NoteKind.MONDAY


def written_note(office: Office, actor: Actor, client_id: str, day: date, kind: NoteKind) -> WrittenNote:
    """The note of the week that holds `day`, in the client's language."""
    client = seen_client(office, actor, client_id)
    facts = week_facts(office, client, _day_of(client, day, kind), week_of(day), kind)
    record = _record(office, client, day, kind)
    own = draft(facts, Voice(client.language, client.formal), actor.name)
    return WrittenNote(facts, subject(facts, client.name, client.language), own, record)


def save_note(office: Office, actor: Actor, client_id: str, mine: Record[Note]) -> SavedRecord[Note]:
    """Keep edited words with the revision that was read; those of a lost race are kept too."""
    return records.save(office, actor, client_id, mine)


def set_called(
    office: Office, actor: Actor, client_id: str, note: Record[Note], *, called: bool
) -> SavedRecord[Note]:
    """Tick that the short phone call of the week was made; it counts as a contact of today."""
    today = office.today(seen_client(office, actor, client_id))
    words = replace(note.words, called_on=today if called else None)
    return save_note(office, actor, client_id, replace(note, words=words))


def addressees(office: Office, actor: Actor, client_id: str) -> tuple[Record[ClientPerson], ...]:
    """People of the client that have an address."""
    return tuple(one for one in records.listed(office, actor, client_id, ClientPerson) if one.words.email)


def mail(office: Office, actor: Actor, client_id: str, day: date, kind: NoteKind, person: str = "") -> Mail:
    """The note as a draft for a mail program; `person` is the id of the one it goes to, if anybody is chosen.

    Raise RefusedError for somebody whom the client does not have.
    """
    known = {one.id: one.words for one in addressees(office, actor, client_id)}
    if person and person not in known:
        raise RefusedError("person_unknown")
    note = written_note(office, actor, client_id, day, kind)
    sender = "" if actor.email == LOCAL_EMAIL else actor.email
    to = known.get(person)
    data = draft_mail(note.subject, note.text, sender=sender, to=to, at=office.now())
    return Mail(f"{note.facts.day.isoformat()} {client_id} {kind}.eml", data)


def _day_of(client: Client, day: date, kind: NoteKind) -> date:
    """The working day of the note; in a week without one, the Monday or Friday itself."""
    due, week = note_days(client.country, day), week_of(day)
    return (due.monday or week.start) if kind is NoteKind.MONDAY else (due.friday or week.last_day)


def _record(office: Office, client: Client, day: date, kind: NoteKind) -> Record[Note]:
    """One a week and kind, whichever day its holidays move it to."""
    note_id = f"{week_of(day).start.isoformat()}:{kind}"
    with office.store.read() as session:
        return records_of(Note).get(session, client.id, note_id) or Record(note_id, Note())
