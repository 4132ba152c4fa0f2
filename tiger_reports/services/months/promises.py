"""The promise ledger of a client: what was proposed, whether it was done, what the figure did after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tiger_reports.commentary.promises import promises
from tiger_reports.model.client import Actor
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.period import Period, month_of, parse_month
from tiger_reports.model.promise import Followed, Outcome, Promise, PromiseStatus
from tiger_reports.services.guard import seen_client
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reopen
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import audit, comments
from tiger_reports.store.state import promises as outcomes

SHORTEST_REASON = 3


def ledger(office: Office, actor: Actor, client_id: str) -> tuple[Promise, ...]:
    """Every promise of the client, oldest first."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        said = comments.promised(session, client_id)
        return promises(said, outcomes.of_client(session, client_id))


def settle(office: Office, actor: Actor, client_id: str, outcome: Outcome) -> Outcome:
    """Say what became of a promise; `outcome.rev` is the one that was read, a dropped one needs a reason.

    The report that tells of it loses its approval: what was approved is what is sent.
    """
    found = next((one for one in ledger(office, actor, client_id) if one.card == outcome.card), None)
    if found is None:
        raise RefusedError("promise_unknown", {"card": outcome.card})
    if outcome.status is PromiseStatus.DROPPED and len(outcome.reason.strip()) < SHORTEST_REASON:
        raise RefusedError("reason_missing")
    now, after = office.now(), month_of(parse_month(found.month).end).month_key
    signed = replace(outcome, reason=outcome.reason.strip(), author=actor.shown)
    with office.store.write() as session:
        stored, took = outcomes.save(session, client_id, signed, at=now)
        if not took:
            raise RefusedError("promise_changed", {"who": stored.author})
        reopen(session, client_id, after, by=actor.email, at=now)
        what = f"promise.{outcome.status}"
        entry = AuditEntry(now, actor.email, what, client_id, outcome.card, found.status, signed.reason)
        audit.record(session, entry)
    return stored


def followed_from(
    office: Office, actor: Actor, client_id: str, months: Iterable[Period]
) -> tuple[Followed, ...]:
    """The promises made in `months`, each measured in the month after its own; oldest first."""
    made = {one.month for one in ledger(office, actor, client_id)}
    later = (month_of(month.end) for month in months if month.month_key in made)
    reports = (month_report(office, actor, client_id, month) for month in later)
    return tuple(one for report in reports for one in report.followed)
