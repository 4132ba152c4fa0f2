"""The client's register of rates: what a person read, where, for which days. Nothing is looked up by us."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.period import overlap
from tiger_reports.model.terms import Rate
from tiger_reports.services.clients import CURRENCY
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reopen_months
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.home import Session
from tiger_reports.store.state import audit, rates


def listed(office: Office, actor: Actor, client_id: str) -> tuple[Rate, ...]:
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        return rates.of_client(session, client_id)


def add(office: Office, actor: Actor, client_id: str, rate: Rate) -> Rate:
    """Write a rate down; approvals of the months that it touches fall away, for their figures move."""
    client = seen_client(office, actor, client_id)
    _check(client, rate)
    made = replace(rate, id=uuid4().hex, source=rate.source.strip(), who=actor.shown, at=office.now())
    with office.store.write() as session:
        _refuse_overlap(rates.of_client(session, client_id), made)
        rates.record(session, client_id, made)
        _moved(office, session, actor, client_id, made, "rate.added")
    return made


def remove(office: Office, actor: Actor, client_id: str, rate_id: str) -> None:
    seen_client(office, actor, client_id)
    with office.store.write() as session:
        gone = next((rate for rate in rates.of_client(session, client_id) if rate.id == rate_id), None)
        if gone is None:
            raise RefusedError("rate_unknown")
        rates.remove(session, client_id, rate_id)
        _moved(office, session, actor, client_id, gone, "rate.removed")


def _moved(office: Office, session: Session, actor: Actor, client_id: str, rate: Rate, what: str) -> None:
    reopen_months(session, client_id, rate.days, by=actor.email, at=office.now())
    subject = f"{rate.base}/{rate.quote} {rate.rate}"
    audit.record(session, AuditEntry(office.now(), actor.email, what, client_id, subject, after=rate.source))


def _check(client: Client, rate: Rate) -> None:
    for code in (rate.base, rate.quote):
        if not CURRENCY.fullmatch(code):
            raise RefusedError("currency_malformed", {"currency": code})
    if rate.quote != client.currency or rate.base == rate.quote:
        raise RefusedError("rate_elsewhere", {"currency": client.currency})
    if not rate.rate.is_finite() or rate.rate <= 0:
        raise RefusedError("rate_not_positive")
    if not rate.source.strip():
        raise RefusedError("rate_without_source")


def _refuse_overlap(known: tuple[Rate, ...], new: Rate) -> None:
    """Two rates for one day would leave open which of them counts."""
    for rate in known:
        if (rate.base, rate.quote) == (new.base, new.quote) and overlap(rate.days, new.days):
            raise RefusedError("rate_overlaps", {"base": rate.base, "quote": rate.quote})
