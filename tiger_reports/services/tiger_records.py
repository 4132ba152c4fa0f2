"""The records of a quarter and of a year of cooperation, as plain values for pages and decks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

from tiger_reports.model.activity import Activity
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.meeting import Decision, Meeting, Question
from tiger_reports.model.onboarding import ChecklistItem
from tiger_reports.model.problem import Problem, ProblemState
from tiger_reports.model.record import Record
from tiger_reports.model.tiger_records import (
    Onboarding,
    PicturedOffer,
    QuarterRecords,
    SketchTask,
    TrackedActivity,
    TrackedProblem,
    YearRecords,
)
from tiger_reports.model.tiger_year import FIRST_YEAR, tiger_quarter, tiger_year
from tiger_reports.model.year_plan import Aim, Offer, Pick, Sketch, SketchState, Step
from tiger_reports.services.activities import controls_of, effect_of
from tiger_reports.services.guard import seen_client
from tiger_reports.services.images import re_encoded
from tiger_reports.services.office import Office
from tiger_reports.services.onboarding import checklist, closing
from tiger_reports.services.records import history, listed, one
from tiger_reports.year.workdays import working_day_before

T = TypeVar("T")
SKETCH_BEFORE = timedelta(weeks=6)
"""The client's sketch is asked for this long before the Tiger Year ends."""


def quarter_records(  # noqa: PLR0913, PLR0917  (whose, which quarter, what else is told)
    office: Office,
    actor: Actor,
    client_id: str,
    year: int,
    quarter: int,
    log: Iterable[LogEntry] = (),
    language: str = "",
) -> QuarterRecords:
    """Everything written down for the meeting at the end of a quarter; `log` are campaign log entries.

    Holidays beside effects have their names in `language`, by default the client's.
    """
    client = seen_client(office, actor, client_id)
    period = tiger_quarter(client.start, year, quarter)
    here = (year, quarter)
    known = listed(office, actor, client_id, Activity)
    made = listed(office, actor, client_id, Decision)
    return QuarterRecords(
        year,
        quarter,
        period,
        meeting=meeting(office, actor, client_id, year, quarter).words,
        problems=problems(office, actor, client_id),
        proposals=tuple(
            _tracked(office, client, each, (), language) for each in known if _meeting(each.words) == here
        ),
        activities=tuple(
            _controlled(office, client, each, _tracked(office, client, each, log, language))
            for each in known
            if each.words.accepted and (each.words.start is None or each.words.start < period.end)
        ),
        questions=tuple(
            each for each in listed(office, actor, client_id, Question) if _meeting(each.words) == here
        ),
        decisions=tuple(each for each in made if _meeting(each.words) == here),
        open_decisions=tuple(
            each for each in made if _meeting(each.words) < here and each.words.done_on is None
        ),
        sketch=sketch_task(office, actor, client_id, year),
        onboarding=onboarding(office, actor, client_id) if here == (FIRST_YEAR, 1) else None,
    )


def onboarding(office: Office, actor: Actor, client_id: str) -> Onboarding | None:
    """The steps that this client needs; None where nobody kept the checklist."""
    if not listed(office, actor, client_id, ChecklistItem):
        return None
    asked = tuple(one for one in checklist(office, actor, client_id) if not one.words.skipped)
    return Onboarding(asked, closing(office, actor, client_id).words.on)


def year_records(
    office: Office,
    actor: Actor,
    client_id: str,
    year: int,
    log: Iterable[LogEntry] = (),
    language: str = "",
) -> YearRecords:
    """Everything written down for the end of a Tiger Year; the rest as for a quarter."""
    client = seen_client(office, actor, client_id)
    period = tiger_year(client.start, year)
    offers = tuple(
        PicturedOffer(each.id, each.words, _picture(office, each))
        for each in _of_year(listed(office, actor, client_id, Offer), year)
    )
    steps = tuple(each.words for each in _of_year(listed(office, actor, client_id, Step), year))
    task = sketch_task(office, actor, client_id, year)
    chosen = _of_year(listed(office, actor, client_id, Pick), year)
    accepted = (each for each in listed(office, actor, client_id, Activity) if each.words.accepted)
    return YearRecords(
        year,
        period,
        sketch=task,
        activities=tuple(
            _tracked(office, client, each, log, language)
            for each in accepted
            if each.words.start is None or each.words.start in period
        ),
        picks=chosen,
        proposal=offers,
        timeline=tuple(sorted(steps, key=lambda step: (step.start is None, step.start or period.end))),
        decisions=_of_year(listed(office, actor, client_id, Decision), year),
        problems=problems(office, actor, client_id),
        faults=_faults(offers, steps, task.sketch),
        aims=_of_year(listed(office, actor, client_id, Aim), year),
        pictures=tuple((each.words.picture, _picture(office, each)) for each in chosen if each.words.picture),
    )


def meeting(office: Office, actor: Actor, client_id: str, year: int, quarter: int) -> Record[Meeting]:
    """The notes of a quarter's meeting."""
    return one(office, actor, client_id, f"{year}-{quarter}", Meeting())


def sketch(office: Office, actor: Actor, client_id: str, year: int) -> Record[Sketch]:
    """The client's sketch of the twelve months after a Tiger Year."""
    return one(office, actor, client_id, str(year), Sketch())


def sketch_task(office: Office, actor: Actor, client_id: str, year: int) -> SketchTask:
    """When it is asked for: six weeks before the year ends, on the working day before if need be."""
    client = seen_client(office, actor, client_id)
    words = sketch(office, actor, client_id, year).words
    due = working_day_before(client.country, tiger_year(client.start, year).end - SKETCH_BEFORE)
    waiting = words.state is SketchState.NOT_ASKED
    return SketchTask(words, due, overdue=waiting and office.today(client) > due)


def problems(office: Office, actor: Actor, client_id: str) -> tuple[TrackedProblem, ...]:
    """The problems noted at the start, each with its way so far."""
    found = listed(office, actor, client_id, Problem)
    return tuple(TrackedProblem(each.id, each.words, _way(office, actor, client_id, each)) for each in found)


def _way(office: Office, actor: Actor, client_id: str, seen: Record[Problem]) -> tuple[Any, ...]:
    """The days on which the state changed."""
    way: list[tuple[Any, ProblemState]] = []
    for past in history(office, actor, client_id, Problem, seen.id):
        if not past.rejected and (not way or way[-1][1] is not past.words.state):
            way.append((past.saved_at.date(), past.words.state))
    return tuple(way)


def _tracked(
    office: Office, client: Client, seen: Record[Activity], log: Iterable[LogEntry], language: str
) -> TrackedActivity:
    found = effect_of(office, client, seen, log, language or client.language)
    return TrackedActivity(seen.id, seen.words, found, _picture(office, seen))


def _controlled(
    office: Office, client: Client, seen: Record[Activity], told: TrackedActivity
) -> TrackedActivity:
    """With the months that its effect is held against; only what was measured has any."""
    if told.effect is None or told.effect.change is None:
        return told
    return replace(told, controls=controls_of(office, client, seen))


def _picture(office: Office, seen: Record[Activity] | Record[Offer] | Record[Pick]) -> bytes:
    """Its picture made anew: nothing of an uploaded file but its pixels goes into a deck."""
    key = seen.words.picture
    return re_encoded(office.store.raw.get(key)) if key and office.store.raw.exists(key) else b""


def _faults(offers: tuple[PicturedOffer, ...], steps: tuple[Step, ...], told: Sketch) -> tuple[str, ...]:
    """What a proposal for the next year may not lack: a picture, a timeline, and a word on the sketch."""
    faults = {
        "proposal_without_picture": not any(offer.picture for offer in offers),
        "proposal_without_timeline": not any(step.start and step.what.strip() for step in steps),
        "sketch_unsettled": told.state not in (SketchState.RECEIVED, SketchState.NOT_RECEIVED),
    }
    return tuple(code for code, missing in faults.items() if missing)


def _meeting(words: Activity | Decision | Question) -> tuple[int, int]:
    return words.year, words.quarter


def _of_year(found: tuple[Record[T], ...], year: int) -> tuple[Record[T], ...]:
    return tuple(each for each in found if getattr(each.words, "year", None) == year)
