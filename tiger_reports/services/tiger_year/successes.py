"""Candidates for what the annual report tells, and the specialist's picks among them."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.client import Actor
from tiger_reports.model.record import Record
from tiger_reports.model.tiger_report import Success, SuccessKind, TigerReport
from tiger_reports.model.year_plan import Pick, PickKind
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.onboarding import purposes_of
from tiger_reports.services.records import add, listed
from tiger_reports.year.successes import may_be_success

KINDS = {SuccessKind.RECORD: PickKind.BEST}
"""A record month is a best result; everything else is a success."""


@dataclass(frozen=True)
class Candidate:
    """`offered` is False for growth on a channel that has no stated purpose; `picked`: it is told already."""

    success: Success
    offered: bool
    picked: bool


def candidates(office: Office, actor: Actor, client_id: str, report: TigerReport) -> tuple[Candidate, ...]:
    """In the report's own order, those that may be offered first."""
    client = seen_client(office, actor, client_id)
    purposes = purposes_of(office, client)
    told = {_place(one.words) for one in listed(office, actor, client_id, Pick)}
    found = (
        Candidate(
            one,
            may_be_success(one.metric, one.scope.channel, purposes),
            _place(_pick(one, report.now.year, "")) in told,
        )
        for one in report.successes
    )
    return tuple(sorted(found, key=lambda one: not one.offered))


def pick(
    office: Office, actor: Actor, client_id: str, success: Success, year: int, title: str
) -> Record[Pick]:
    """Tell a candidate in the report of a Tiger Year; its words are the specialist's to write."""
    return add(office, actor, client_id, _pick(success, year, title))


def _pick(success: Success, year: int, title: str) -> Pick:
    return Pick(
        year=year,
        kind=KINDS.get(success.kind, PickKind.SUCCESS),
        title=title,
        metric=success.metric,
        channel=success.scope.channel,
        first=success.period.start,
        last=success.period.last_day,
    )


def _place(words: Pick) -> tuple[object, ...]:
    return words.year, words.kind, words.metric, words.channel, words.first, words.last
