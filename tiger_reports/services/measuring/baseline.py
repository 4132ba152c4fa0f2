"""How much of the year before the cooperation is stored: it has to be exported while the panels keep it."""

from __future__ import annotations

from itertools import pairwise

from tiger_reports.metrics.held import held_days, holds, retention
from tiger_reports.metrics.survey import survey
from tiger_reports.model.baseline import ChannelBaseline
from tiger_reports.model.client import Actor
from tiger_reports.model.period import Period
from tiger_reports.model.tiger_year import MONTHS_A_YEAR, baseline, boundary
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.store.state import imports


def channels(office: Office, actor: Actor, client_id: str) -> tuple[ChannelBaseline, ...]:
    """The baseline of every channel that the client has an account or an import of, by channel."""
    client = seen_client(office, actor, client_id)
    with office.store.read() as session:
        records = imports.listed(session, client_id)
    whole = baseline(client.start)
    stated = {record.upload.id: record.upload.period for record in records if record.upload.period}
    days = held_days(survey(office.store.facts.scan(client_id), whole), whole, stated)
    known = {panel for panel, _ in client.accounts} | {record.upload.panel for record in records} | set(days)
    months = _months(whole)
    return tuple(
        ChannelBaseline(
            channel,
            months,
            tuple(holds(days.get(channel, frozenset()), month) for month in months),
            retention(channel),
        )
        for channel in sorted(known)
    )


def _months(whole: Period) -> tuple[Period, ...]:
    """The twelve months of the cooperation's own calendar: from the day of the month on which it began."""
    start = whole.end
    edges = [boundary(start, at - MONTHS_A_YEAR) for at in range(MONTHS_A_YEAR + 1)]
    return tuple(Period(first, end) for first, end in pairwise(edges))
