"""Where sources of one figure disagree: a person chooses which one counts, with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tiger_reports.model.client import Actor
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthState
from tiger_reports.model.sources import Choice, Comparison, Origin
from tiger_reports.services.guard import seen_client
from tiger_reports.services.importing.intake import SHORTEST_REASON
from tiger_reports.services.measuring.measure import measure, measure_with
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import audit, choices

Place = tuple[str, str]
"""Channel and account."""


def offered(comparisons: Iterable[Comparison], place: Place) -> tuple[Origin, ...]:
    """Sources of an account that a person may choose from: those that can be held against each other."""
    pairs = [pair for pair in comparisons if (pair.channel, pair.account) == place and not pair.attribute]
    return tuple(dict.fromkeys(one for pair in pairs for one in (pair.first, pair.second)))


def choose_source(  # noqa: PLR0913, PLR0917  (an account's month, a source and a reason)
    office: Office, actor: Actor, client_id: str, month: Period, place: Place, origin_key: str, reason: str
) -> Choice:
    """Let one source of the account count for the month; raise RefusedError for none such, or no reason.

    The amounts that differ are kept with the choice: when one of them moves, somebody has to look again.
    """
    client = seen_client(office, actor, client_id)
    if len(reason.strip()) < SHORTEST_REASON:
        raise RefusedError("reason_missing")
    known = offered(measure(office, client, month).comparisons, place)
    origin = next((one for one in known if one.key == origin_key), None)
    if origin is None:
        raise RefusedError("source_unknown", {"source": origin_key})
    made = Choice(month.month_key, *place, origin, reason.strip(), actor.shown, office.now())
    with office.store.read() as session:
        others = tuple(
            one for one in choices.standing(session, client_id).values() if one.place != made.place
        )
    pairs = measure_with(office, client, month, (*others, made)).comparisons
    own = (pair for pair in pairs if (pair.channel, pair.account) == place)
    made = replace(made, seen=tuple(amount for pair in own for amount in pair.seen))
    with office.store.write() as session:
        choices.add(session, client_id, made)
        reach(session, client_id, month.month_key, MonthState.CHECKED, by=actor.email, at=made.at)
        subject = f"{month.month_key} {place[0]} {origin.key}"
        audit.record(session, AuditEntry(made.at, actor.email, "source.chosen", client_id, subject))
    return made
