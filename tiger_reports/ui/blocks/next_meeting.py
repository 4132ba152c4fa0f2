"""The meeting that comes next, how it stands with it, and the way to prepare it."""

from __future__ import annotations

from datetime import date

from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import Meeting, MeetingState
from tiger_reports.model.period import Period
from tiger_reports.text.dates import short_date
from tiger_reports.text.periods import quarter_name, quarter_title
from tiger_reports.ui.blocks.links import link
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, note
from tiger_reports.ui.selection import quarter_address
from tiger_reports.ui.words import Words

NEAR = frozenset({MeetingState.SOON, MeetingState.DUE})
"""When a meeting is there to be prepared."""


def is_near(meeting: Meeting | None, today: date) -> bool:
    return meeting is not None and meeting.state(today) in NEAR


def meeting_chip(meeting: Meeting, today: date, t: Words) -> str:
    state, day = meeting.state(today), short_date(meeting.due, t.language)
    quarter = quarter_name(meeting.quarter.year, meeting.quarter.number, t.language)
    said = t("ui.meeting.chip", quarter=quarter, day=day, state=t(f"ui.year.meeting_{state}"))
    return chip(said, "warn" if state is MeetingState.DUE else "neutral")


def meeting_link(client: Client, month: Period | None, meeting: Meeting, t: Words) -> None:
    link("quarter", t("ui.year.prepare"), quarter_address(client, month, meeting.quarter))


def next_meeting(visit: Visit, meeting: Meeting) -> None:
    """A note above a page's parts, with the link."""
    t, state = visit.t, meeting.state(visit.office.today(visit.client))
    quarter, day = quarter_title(meeting.quarter, t.language), short_date(meeting.due, t.language)
    said = t("ui.cooperation.meeting", quarter=quarter, day=day)
    tone = "worse" if state is MeetingState.MISSED else "warn"
    note(f"{said} ({t(f'ui.year.meeting_{state}')})", tone)
    meeting_link(visit.client, visit.month, meeting, t)
