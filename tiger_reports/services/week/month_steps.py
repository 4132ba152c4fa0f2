"""The checklist of a client's month: who did which step when. The deck prints what was done."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.model.client import Actor
from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.period import Period
from tiger_reports.model.revised import Listed, SavedList
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reopen
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.week.rhythm import rhythm_of
from tiger_reports.store.state import month_lists
from tiger_reports.year.month_checklist import checklist, done_steps


def month_steps(office: Office, actor: Actor, client_id: str, month: Period) -> Listed[MonthStep]:
    """Every step of the month, done or not, with the revision to hand back."""
    client = seen_client(office, actor, client_id)
    with office.store.read() as session:
        stored = month_lists.steps.get(session, client_id, month.month_key)
    return replace(stored, items=checklist(stored.items, rhythm_of(office, client).steps))


def set_month_steps(
    office: Office, actor: Actor, client_id: str, month: Period, mine: Listed[MonthStep]
) -> SavedList[MonthStep]:
    """Save the list; what was done stands in the deck, so an approval falls away when that changes."""
    client = seen_client(office, actor, client_id)
    if any(step.done_on is not None and step.done_on > office.today(client) for step in mine.items):
        raise RefusedError("done_in_future")
    with office.store.write() as session:
        before = month_lists.steps.get(session, client_id, month.month_key)
        if done_steps(before.items) != done_steps(mine.items):
            reopen(session, client_id, month.month_key, by=actor.email, at=office.now())
        signed = replace(mine, author=actor.email)
        return month_lists.steps.save(session, client_id, month.month_key, signed, at=office.now())
