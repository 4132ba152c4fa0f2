"""What a week's note tells: what is late, what was done, what is open, and what comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tiger_reports.model.client import Client
from tiger_reports.model.meeting import Decision
from tiger_reports.model.period import Period, month_of, parse_month, previous_month
from tiger_reports.model.report import MonthState
from tiger_reports.model.scheduled_post import AGREED, Post, PostState
from tiger_reports.model.topic import Topic
from tiger_reports.model.week_note import Entry, EntryKind, NoteKind, WeekFacts
from tiger_reports.services.cooperation import next_meeting
from tiger_reports.services.office import Office
from tiger_reports.services.tiger_year.decisions import decisions_of
from tiger_reports.services.week.rhythm import rhythm_of
from tiger_reports.services.week.schedule import accept_by, posts_of
from tiger_reports.services.week.topics import topics_of
from tiger_reports.store.state import month_lists, pauses, reports
from tiger_reports.year.workdays import working_day

PLANNED = 5
"""Working days that Monday's plan covers."""


def week_facts(office: Office, client: Client, day: date, week: Period, kind: NoteKind) -> WeekFacts:
    """The facts of one note, due on the working day `day`; nothing is late that is not late today."""
    days = _plan_days(client, day, week, kind)
    topics = [record.words for record in topics_of(office, client)]
    decided = [record.words for record in decisions_of(office, client)]
    promised = tuple(_promises(office, client, topics, decided))
    coming = (*promised, *_meeting(office, client))
    seen = min(day, office.today(client))
    late = sorted((one for one in promised if one.day and one.day < seen), key=_when)
    plan = sorted((one for one in coming if one.day and one.day in days), key=_when)
    if kind is NoteKind.MONDAY:
        return WeekFacts(kind, day, week, days, tuple(late), tuple(plan))
    waiting = [_topic(one, one.deadline) for one in topics if one.open and not one.overdue(seen)]
    waiting += [_decision(one, one.due) for one in decided if one.open and not one.overdue(seen)]
    done = sorted(_done(office, client, (topics, decided), week), key=_when)
    return WeekFacts(kind, day, week, days, tuple(late), tuple(plan), tuple(done), tuple(waiting))


def _plan_days(client: Client, day: date, week: Period, kind: NoteKind) -> Period:
    """From a Monday's note the next five working days; from a Friday's the next week."""
    if kind is NoteKind.FRIDAY:
        return Period(week.start + timedelta(7), week.end + timedelta(7))
    return Period(day, working_day(client.country, day, PLANNED) + timedelta(1))


def _promises(
    office: Office, client: Client, topics: list[Topic], decided: list[Decision]
) -> Iterator[Entry]:
    """Everything with a day by which it should be done, and is not."""
    yield from (_topic(one, one.deadline) for one in topics if one.open and one.deadline)
    yield from (_decision(one, one.due) for one in decided if one.open and one.due)
    for record in posts_of(office, client):
        yield from _post(client, record.words)
    yield from _report(office, client)


def _post(client: Client, post: Post) -> Iterator[Entry]:
    """A post that waits for the client's word, or one that goes out."""
    if post.state is PostState.SENT:
        yield Entry(EntryKind.ACCEPTANCE, accept_by(client, post), post.title, channel=post.channel)
    elif post.state in AGREED and post.state is not PostState.PUBLISHED:
        yield Entry(EntryKind.POST, post.day, post.title, channel=post.channel)


def _report(office: Office, client: Client) -> Iterator[Entry]:
    """The report that is due now, until it went out."""
    month = previous_month(month_of(office.today(client)))
    with office.store.read() as session:
        state = reports.get(session, client.id, month.month_key).state
        paused = any(pause.holds(month) for pause in pauses.of_client(session, client.id))
    if state is not MonthState.EXPORTED and month.end > client.start and not paused:
        due = working_day(client.country, month.end, rhythm_of(office, client).report_day)
        yield Entry(EntryKind.REPORT, due, period=month)


def _meeting(office: Office, client: Client) -> Iterator[Entry]:
    found = next_meeting(office, client)
    if found is not None:
        yield Entry(EntryKind.MEETING, found.due, quarter=found.quarter.number)


def _done(
    office: Office, client: Client, finished: tuple[list[Topic], list[Decision]], week: Period
) -> Iterator[Entry]:
    """What was finished in the week, the weekend after it included."""
    days, (topics, decided) = Period(week.start, week.start + timedelta(7)), finished
    yield from (_topic(one, one.closed_on) for one in topics if one.closed_on and one.closed_on in days)
    yield from (_decision(one, one.done_on) for one in decided if one.done_on and one.done_on in days)
    for post in (record.words for record in posts_of(office, client)):
        out = next((move.on for move in post.moves if move.to is PostState.PUBLISHED), None)
        if out is not None and out in days:
            yield Entry(EntryKind.POST, out, post.title, channel=post.channel)
    with office.store.read() as session:
        sent = reports.of_client(session, client.id)
        lists = [month_lists.steps.get(session, client.id, month) for month in _months(days)]
    for status in sent:
        if status.exported_at is not None and (out := _local(client, status.exported_at)) in days:
            yield Entry(EntryKind.REPORT, out, period=parse_month(status.month))
    for step in (step for listed in lists for step in listed.items):
        if step.done_on is not None and step.done_on in days:
            yield Entry(EntryKind.STEP, step.done_on, step.what, step.owner, step=step.key)


def _topic(topic: Topic, day: date | None) -> Entry:
    return Entry(EntryKind(topic.kind), day, topic.what, topic.owner)


def _decision(one: Decision, day: date | None) -> Entry:
    return Entry(EntryKind.DECISION, day, one.what, one.owner, quarter=one.quarter)


def _when(entry: Entry) -> tuple[date, str]:
    return entry.day or date.max, entry.what


def _local(client: Client, at: datetime) -> date:
    return at.astimezone(ZoneInfo(client.timezone)).date()


def _months(days: Period) -> tuple[str, ...]:
    return tuple(dict.fromkeys((month_of(days.start).month_key, month_of(days.last_day).month_key)))
