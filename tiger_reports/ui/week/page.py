"""The parts of the week, each in its tab; what is late is said above them."""

from __future__ import annotations

import streamlit as st

from tiger_reports.services.cooperation import next_meeting as upcoming
from tiger_reports.services.cooperation import standing
from tiger_reports.services.tiger_year.decisions import decisions
from tiger_reports.services.week.contacts import quiet as silence
from tiger_reports.services.week.topics import topics as stored_topics
from tiger_reports.text.dates import short_date
from tiger_reports.ui.blocks.next_meeting import is_near, next_meeting
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import head, note
from tiger_reports.ui.week.contacts import contacts
from tiger_reports.ui.week.note import week_note
from tiger_reports.ui.week.posts import posts
from tiger_reports.ui.week.rhythm import rhythm
from tiger_reports.ui.week.steps import steps
from tiger_reports.ui.week.topics import topics

PARTS = {
    "note": week_note,
    "topics": topics,
    "contacts": contacts,
    "posts": posts,
    "steps": steps,
    "rhythm": rhythm,
}


def week_page(visit: Visit) -> None:
    t, today = visit.t, visit.office.today(visit.client)
    stands = standing(visit.client, today)
    title = t("ui.week.title", n=stands.week) if stands else t("ui.week.not_begun")
    head(visit.client.name, title, t("ui.week.lead", day=short_date(today, t.language)))
    late = sum(record.words.overdue(today) for record in stored_topics(*visit.scope))
    late += sum(record.words.overdue(today) for record in decisions(*visit.scope))
    if late:
        note(t("ui.week.late_topics", n=late), "worse")
    _quiet(visit)
    meeting = upcoming(visit.office, visit.client)
    if meeting and is_near(meeting, today):
        next_meeting(visit, meeting)
    tabs = st.tabs([t(f"ui.week.part_{name}") for name in PARTS])
    for tab, part in zip(tabs, PARTS.values(), strict=True):
        with tab:
            part(visit)


def _quiet(visit: Visit) -> None:
    t, found = visit.t, silence(*visit.scope)
    if found.last is None:
        note(t("ui.contact.never"), "warn")
    elif found.too_long:
        last = short_date(found.last, t.language)
        note(t("ui.contact.too_long", n=found.days, last=last, limit=found.limit), "warn")
