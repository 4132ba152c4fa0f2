"""The records of a quarter and of a year of cooperation, as plain values for pages and decks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

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
from tiger_reports.model.tiger_year import FIRST_YEAR, QUARTERS_A_YEAR, tiger_quarter, tiger_year
from tiger_reports.model.year_plan import Aim, Offer, Pick, Sketch, SketchState, Step
from tiger_reports.services.cooperation import first_told
from tiger_reports.services.guard import seen_client
from tiger_reports.services.images import re_encoded
from tiger_reports.services.office import Office
from tiger_reports.services.onboarding import checklist, closing
from tiger_reports.services.records import history, listed, one
from tiger_reports.services.tiger_year.activities import controls_of, effect_of
from tiger_reports.services.tiger_year.decisions import looked_back_on
from tiger_reports.year.workdays import working_day_before

T = TypeVar("T")
Task = TypeVar("Task", Decision, ChecklistItem)
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

    Problems, steps and decisions are told as they stood on the day of the meeting (`told_on`).
    Holidays beside effects have their names in `language`, by default the client's.
    """
    client = seen_client(office, actor, client_id)
    period = tiger_quarter(client.start, year, quarter)
    here, on = (year, quarter), told_on(office, actor, client_id, year, quarter)
    known = listed(office, actor, client_id, Activity)
    made = _stood_then(listed(office, actor, client_id, Decision), on)
    return QuarterRecords(
        year,
        quarter,
        period,
        meeting=meeting(office, actor, client_id, year, quarter).words,
        problems=problems(office, actor, client_id, on),
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
        decisions=tuple(each for each in made if each.words.meeting == here),
        earlier_decisions=looked_back_on(made, here, period),
        sketch=sketch_task(office, actor, client_id, year),
        onboarding=onboarding(office, actor, client_id, on) if here == (FIRST_YEAR, 1) else None,
        told_on=on,
    )


def onboarding(office: Office, actor: Actor, client_id: str, on: date | None = None) -> Onboarding | None:
    """The steps that this client needs; None where nobody kept the checklist."""
    if not listed(office, actor, client_id, ChecklistItem):
        return None
    asked = tuple(one for one in checklist(office, actor, client_id) if not one.words.skipped)
    closed = closing(office, actor, client_id).words.on
    return Onboarding(_stood_then(asked, on), None if _is_later(closed, on) else closed)


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
        problems=problems(office, actor, client_id, told_on(office, actor, client_id, year, QUARTERS_A_YEAR)),
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


def problems(
    office: Office, actor: Actor, client_id: str, on: date | None = None
) -> tuple[TrackedProblem, ...]:
    """The problems noted at the start, each with its way so far; `on`: as they stood that evening.

    One that was noted by then and written down later stands with the words that were first written.
    """
    found = (_stood(office, actor, client_id, each, on) for each in listed(office, actor, client_id, Problem))
    return tuple(one for one in found if one is not None)


def told_on(office: Office, actor: Actor, client_id: str, year: int, quarter: int) -> date | None:
    """The day whose state a meeting tells: on which it was held; None: it is ahead, and today counts.

    Where nobody noted the day, the one on which its deck went out, if that was after the quarter, else
    the quarter's last.
    """
    client = seen_client(office, actor, client_id)
    held = meeting(office, actor, client_id, year, quarter).words.held_on
    if held is not None:
        return min(held, office.today(client))
    period = tiger_quarter(client.start, year, quarter)
    sent = first_told(office, client, period)
    return max(sent, period.last_day) if sent is not None else None


def _stood(
    office: Office, actor: Actor, client_id: str, seen: Record[Problem], on: date | None
) -> TrackedProblem | None:
    zone = ZoneInfo(seen_client(office, actor, client_id).timezone)
    saves = [one for one in history(office, actor, client_id, Problem, seen.id) if not one.rejected]
    dated = [(one.saved_at.astimezone(zone).date(), one.words) for one in saves]
    known = [(day, words) for day, words in dated if on is None or day <= on]
    if not known and on is not None:
        known = [(day, words) for day, words in dated[:1] if (words.noted_on or day) <= on]
    if not known:
        return None
    return TrackedProblem(seen.id, known[-1][1], tuple(_way(known)))


def _way(known: list[tuple[date, Problem]]) -> Iterator[tuple[date, ProblemState]]:
    """The days on which the state changed."""
    last: ProblemState | None = None
    for day, words in known:
        if words.state is not last:
            yield day, words.state
        last = words.state


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


def _stood_then(found: Iterable[Record[Task]], on: date | None) -> tuple[Record[Task], ...]:
    """Tasks as they stood on that day: one that was done later was open."""
    return tuple(
        replace(each, words=replace(each.words, done_on=None)) if _is_later(each.words.done_on, on) else each
        for each in found
    )


def _is_later(day: date | None, on: date | None) -> bool:
    return day is not None and on is not None and day > on


def _meeting(words: Activity | Question) -> tuple[int, int]:
    return words.year, words.quarter


def _of_year(found: tuple[Record[T], ...], year: int) -> tuple[Record[T], ...]:
    return tuple(each for each in found if getattr(each.words, "year", None) == year)
