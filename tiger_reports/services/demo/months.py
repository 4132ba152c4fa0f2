"""The words of the demo's months: written, read, approved and sent, each at its own moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from tiger_reports.model.card import Comment
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.period import Period, parse_month
from tiger_reports.model.promise import PromiseStatus
from tiger_reports.model.report import MonthState
from tiger_reports.services import records
from tiger_reports.services.months import comments
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.months.reviewing import mark_read, to_read
from tiger_reports.services.office import Office
from tiger_reports.services.progress import reach
from tiger_reports.services.tiger_year.explanations import explanation_of
from tiger_reports.services.tiger_year.figures import asked_quarter, quarter_report
from tiger_reports.store.state import promises

SPECIALIST = Actor("specialist@agency.example", "Demo Specialist", Role.SPECIALIST)
"""Whoever the demo says loaded its files and wrote its words."""
LEAD = Actor("lead@agency.example", "Demo Lead", Role.LEAD)


def then(office: Office, at: datetime) -> Office:
    """The office as it was at a moment."""
    return replace(office, clock=lambda: at)


def load_month(office: Office, entry: Mapping[str, Any], said: Iterable[Mapping[str, Any]]) -> None:
    """One month as far as its people got with it; approving refuses what a person could not approve."""
    client_id, month = entry["client"], parse_month(entry["month"])
    written = [one for one in said if (one["client"], one["month"]) == (client_id, entry["month"])]
    if written:
        _comments(office, client_id, month, written)
    _lists(then(office, entry["saved_at"]), client_id, month, entry)
    if at := entry.get("read_at"):
        _read(then(office, at), client_id, month)
    if at := entry.get("approved_at"):
        comments.approve_month(then(office, at), LEAD, client_id, month)
    if at := entry.get("sent_at"):
        with office.store.write() as session:
            reach(session, client_id, entry["month"], MonthState.EXPORTED, by=LEAD.name, at=at)


def load_outcomes(office: Office, entries: Iterable[Mapping[str, Any]], client_id: str) -> None:
    """What became of steps that were promised."""
    with office.store.write() as session:
        for entry in (one for one in entries if one["client"] == client_id):
            held = promises.get(session, client_id, _card(entry))
            status, reason = PromiseStatus(entry["status"]), entry.get("reason", "")
            told = replace(held, status=status, reason=reason, author=entry["author"])
            promises.save(session, client_id, told, at=entry["at"])


def load_drops(office: Office, entries: Iterable[Mapping[str, Any]], client_id: str) -> None:
    """What the lead says of a first year's quarter, with the figures that stand; KeyError without a drop."""
    for entry in (one for one in entries if one["client"] == client_id):
        asked = asked_quarter(office, LEAD, client_id, entry["quarter"])
        report = quarter_report(office, LEAD, client_id, entry["quarter"])
        fell = {one.change.metric: one.change for one in report.explained}
        mine = explanation_of(office, LEAD, client_id, asked, fell[entry["metric"]])
        words = replace(mine.words, cause=entry["cause"], solution=entry["solution"])
        records.save(then(office, entry["saved_at"]), LEAD, client_id, replace(mine, words=words))


def _comments(office: Office, client_id: str, month: Period, entries: list[Mapping[str, Any]]) -> None:
    """Keep the words with the figures that stood then; KeyError for words without a card in their month."""
    cards = {card.key: card for card in month_report(office, SPECIALIST, client_id, month).cards}
    names = set(Comment.__dataclass_fields__) - {"before", "after", "rev", "saved_at"}
    for entry in entries:
        card = cards[_card(entry)]
        words = Comment(
            card=card.key,
            before=card.change.before.amount,
            after=card.change.after.amount,
            rev=card.comment.rev if card.comment else 0,
            **{name: entry[name] for name in names & set(entry)},
        )
        comments.save_comment(then(office, entry["saved_at"]), SPECIALIST, client_id, words)


def _lists(office: Office, client_id: str, month: Period, entry: Mapping[str, Any]) -> None:
    figures = comments.key_figures(office, SPECIALIST, client_id, month)
    chosen = tuple(KeyFigure(author=SPECIALIST.email, **one) for one in entry["key_figures"])
    comments.set_key_figures(office, SPECIALIST, client_id, month, replace(figures, items=chosen))
    plan = comments.plan(office, SPECIALIST, client_id, month)
    items = tuple(_items(entry))
    comments.set_plan(office, SPECIALIST, client_id, month, replace(plan, items=items))


def _items(entry: Mapping[str, Any]) -> Iterator[PlanItem]:
    return (PlanItem(**one) for one in entry.get("plan", ()))


def _read(office: Office, client_id: str, month: Period) -> None:
    """A second person reads every card that waits for one."""
    report = month_report(office, LEAD, client_id, month)
    with office.store.write() as session:
        for card in to_read(report, LEAD, own_words=False):
            mark_read(session, LEAD, client_id, card, at=office.now())


def _card(entry: Mapping[str, Any]) -> str:
    return f"{entry['month']}:{entry['metric']}:{entry['scope']}"
