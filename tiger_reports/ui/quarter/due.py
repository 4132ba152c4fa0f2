"""When the meeting is due, and how it stands with it."""

from __future__ import annotations

from tiger_reports.model.cooperation import MeetingState
from tiger_reports.services.tiger_year.track import track
from tiger_reports.text.dates import short_date
from tiger_reports.ui.markup import note
from tiger_reports.ui.quarter.talk import Talk

TONES = {
    MeetingState.AHEAD: "neutral",
    MeetingState.SOON: "warn",
    MeetingState.DUE: "warn",
    MeetingState.MISSED: "worse",
    MeetingState.DONE: "better",
}


def due(talk: Talk) -> None:
    """Nothing for a quarter that ends in a pause, and for one of a year that has not begun."""
    t = talk.t
    held = track(*talk.visit.scope).meeting(talk.year, talk.quarter)
    if held is None:
        return
    if held.held_on is not None:
        note(t("ui.quarter.held_on", day=short_date(held.held_on, t.language)), "better")
        return
    day = short_date(held.meeting.due, t.language)
    note(t("ui.quarter.due", day=day, state=t(f"ui.year.meeting_{held.state}")), TONES[held.state])
