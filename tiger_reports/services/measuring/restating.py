"""Reports that were approved or sent, and what their figures are now: seen, told, decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from tiger_reports.changes.moves import moved_days, moved_figures, moved_parts
from tiger_reports.metrics import months
from tiger_reports.metrics.parts import Table
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import AuditEntry, SentDeck
from tiger_reports.model.period import Period, overlap, parse_month
from tiger_reports.model.report import MonthState
from tiger_reports.model.restated import Decision, Restated, Way
from tiger_reports.services.guard import seen_client
from tiger_reports.services.measuring.measure import Measured, facts_of, measure, month_frame
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.home import Session
from tiger_reports.store.state import audit, decisions, decks, imports, reports

SHORTEST_REASON = 3
EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Base:
    """What today's figures are held against: the version that was approved or sent last, and when."""

    version: int
    at: datetime
    deck: SentDeck | None


def changes(office: Office, actor: Actor, client_id: str, month: Period) -> Restated | None:
    """What moved since the month was approved or sent, by metric, day and campaign; None: nothing did."""
    client = seen_client(office, actor, client_id)
    found = restated(office, client, month)
    if found is None:
        return None
    then, now = (measure(office, client, month, version) for version in (found.since, found.version))
    cells, parts = moved_parts(_by_campaign(office, client, then), _by_campaign(office, client, now))
    return replace(found, days=moved_days(then.tables.days, now.tables.days), parts=parts, cells=cells)


def restated(office: Office, client: Client, month: Period) -> Restated | None:
    """The same without days and campaigns, for callers that asked for rights already."""
    with office.store.read() as session:
        base = base_of(session, client.id, month)
        if base is None or not _touched(session, client, month, base):
            return None
        chosen = [one for one in decisions.of_client(session, client.id) if one.month == month.month_key]
    then, now = measure(office, client, month, base.version), measure(office, client, month)
    figures = tuple(moved_figures(then.figures, now.figures, then.frame.periods))
    if not figures:
        return None
    return Restated(base.version, now.version, base.deck, figures, decision=chosen[-1] if chosen else None)


def undecided(office: Office, client: Client) -> tuple[Period, ...]:
    """Sent months of the client whose figures moved and for which no way was chosen yet, oldest first."""
    with office.store.read() as session:
        sent = [
            one.month for one in reports.of_client(session, client.id) if one.state is MonthState.EXPORTED
        ]
    months_sent = (parse_month(month) for month in sent)
    found = ((month, restated(office, client, month)) for month in months_sent)
    return tuple(month for month, moved in found if moved is not None and moved.decided is None)


def decide(
    office: Office, actor: Actor, client_id: str, month: Period, way: Way, reason: str = ""
) -> Decision:
    """Choose a way for a sent report whose figures moved; a report that is kept as it is needs a reason."""
    client = seen_client(office, actor, client_id)
    found = restated(office, client, month)
    if found is None:
        raise RefusedError("nothing_moved", {"month": month.month_key})
    if way is Way.KEEP and len(reason.strip()) < SHORTEST_REASON:
        raise RefusedError("reason_missing")
    now = office.now()
    made = Decision(
        id=uuid4().hex,
        client_id=client_id,
        month=month.month_key,
        way=way,
        version=found.version,
        figures=found.figures,
        reason=reason.strip(),
        who=actor.shown,
        at=now,
        deck_id=found.deck.id if found.deck else "",
    )
    with office.store.write() as session:
        status = reports.get(session, client_id, month.month_key)
        if status.state is not MonthState.EXPORTED:
            raise RefusedError("report_not_sent", {"month": month.month_key})
        decisions.record(session, made)
        if way is Way.REISSUE:
            reach(session, client_id, month.month_key, MonthState.CHECKED, by=actor.email, at=now)
        audit.record(session, AuditEntry(now, actor.email, f"report.{way}", client_id, month.month_key))
    return made


def footnotes(session: Session, client_id: str, month: Period) -> tuple[Decision, ...]:
    """Decisions that the deck of `month` tells of: footnotes on earlier months that no later deck has told.

    The first client deck of a later month that is made after the decision carries it, and every new version
    of that deck.
    """
    asked = [one for one in decisions.of_client(session, client_id) if one.way is Way.FOOTNOTE]
    made = decks.let_out(session, client_id)
    return tuple(one for one in asked if one.month < month.month_key and _told_in(one, made, month))


def base_of(session: Session, client_id: str, month: Period) -> Base | None:
    status = reports.get(session, client_id, month.month_key)
    deck = next(iter(decks.let_out(session, client_id, month)), None)
    approved = status.approved_version
    if deck is not None and (approved is None or approved <= deck.version):
        return Base(deck.version, deck.made_at, deck)
    if approved is None:
        return None
    return Base(approved, status.approved_at or (deck.made_at if deck else EVER), deck)


def _told_in(one: Decision, made: tuple[SentDeck, ...], month: Period) -> bool:
    later = [deck for deck in made if deck.made_at > one.at and deck.period.month_key > one.month]
    first = min(later, key=lambda deck: deck.made_at, default=None)
    return first is None or first.period == month


def _touched(session: Session, client: Client, month: Period, base: Base) -> bool:
    """Whether any import since then speaks of the months that the report shows: asked first, it is cheap."""
    periods = month_frame(month).periods
    shown = Period(periods[0].start, month.end)
    return any(
        overlap(shown, days) for days in imports.touched_since(session, client.id, base.version, base.at)
    )


def _by_campaign(office: Office, client: Client, measured: Measured) -> Table[Scope]:
    facts = facts_of(office, client, measured.version)
    return months.daily(facts, measured.frame.period, "campaign", known=measured.plan)
