"""What the words of a record may not be, and what follows when some of them change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tiger_reports.metrics.pacing import holds_on, splits
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.activity import Activity, Stage
from tiger_reports.model.client import Client
from tiger_reports.model.client_person import ClientPerson
from tiger_reports.model.explanation import Explanation
from tiger_reports.model.goal import Goal, Spread
from tiger_reports.model.meeting import Decision
from tiger_reports.model.onboarding import Access, ChecklistItem, Closing
from tiger_reports.model.period import overlap, parse_month
from tiger_reports.model.record import Record
from tiger_reports.model.report import MonthState
from tiger_reports.model.year_plan import Aim, Pick, Sketch, SketchState, Step
from tiger_reports.services.progress import reopen
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.home import Session
from tiger_reports.store.state import reports
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.year.checklist import items, standing
from tiger_reports.year.draft_mail import is_address
from tiger_reports.year.secrets import looks_secret


@dataclass(frozen=True)
class Case:
    """Words that someone wants to save, and what they must agree with."""

    session: Session
    client: Client
    mine: Record[Any]
    before: Record[Any] | None
    others: tuple[Record[Any], ...]


def check(session: Session, client: Client, mine: Record[Any]) -> Record[Any] | None:
    """Raise RefusedError for words that contradict themselves, or other records; give what stood before."""
    known = records_of(type(mine.words)).listed(session, client.id)
    before = next((one for one in known if one.id == mine.id), None)
    others = tuple(one for one in known if one.id != mine.id)
    rule = RULES.get(type(mine.words))
    if rule is not None:
        rule(mine.words, Case(session, client, mine, before, others))
    return before


def moved(
    session: Session, client: Client, now: Any, before: Record[Any] | None, *, by: str, at: datetime
) -> None:
    """A changed goal takes back the approval of months that it counts in; sent reports stay sent."""
    was = before.words if before else None
    goals = [one for one in (was, now) if isinstance(one, Goal)]
    if not goals or _told(was) == _told(now):
        return
    days = [held for goal in goals if (held := holds_on(goal, client.start)) is not None]
    for status in reports.of_client(session, client.id):
        touched = any(overlap(parse_month(status.month), held) for held in days)
        if status.state is MonthState.APPROVED and touched:
            reopen(session, client.id, status.month, by=by, at=at)


def _told(goal: Any) -> tuple[object, ...]:
    """What a report tells of a goal."""
    if not isinstance(goal, Goal) or not goal.metric:
        return ()
    return goal.metric, goal.channel, goal.value, goal.spread, goal.since, goal.until, goal.rank


def _access(words: Access, _case: Case) -> None:
    if any(looks_secret(text) for text in (words.account, words.owner, words.role)):
        raise RefusedError("looks_secret")


def _goal(goal: Goal, case: Case) -> None:
    _ordered(goal.since, goal.until)
    if goal.value is not None and goal.value < 0:
        raise RefusedError("target_negative")
    if goal.metric and goal.spread is Spread.TOTAL and not splits(metrics()[goal.metric]):
        raise RefusedError("target_not_split")
    days = holds_on(goal, case.client.start)
    for other in (one.words for one in case.others):
        same = (other.metric, other.channel) == (goal.metric, goal.channel)
        held = holds_on(other, case.client.start)
        valued = goal.metric and goal.value is not None and other.value is not None
        if same and valued and days and held and overlap(days, held):
            raise RefusedError("target_twice", {"goal": other.goal})


def _activity(words: Activity, case: Case) -> None:
    _ordered(words.start, words.last)
    if words.cost is not None and words.cost < 0:
        raise RefusedError("cost_negative")
    low, high = words.expected_low, words.expected_high
    if low is not None and high is not None and high < low:
        raise RefusedError("range_reversed")
    stage = case.before.words.stage if case.before else Stage.PROPOSED
    if (stage, words.stage) not in STEPS:
        raise RefusedError("stage_skipped")
    if words.accepted and not words.title.strip():
        raise RefusedError("activity_nameless")
    if words.stage is Stage.DONE and words.days is None:
        raise RefusedError("activity_undated")


def _decision(words: Decision, _case: Case) -> None:
    if words.done_on is not None and not words.what.strip():
        raise RefusedError("decision_empty")


def _step(words: Step, _case: Case) -> None:
    _ordered(words.start, words.last)


def _pick(words: Pick, _case: Case) -> None:
    _ordered(words.first, words.last)


def _aim(words: Aim, _case: Case) -> None:
    ends = [one for one in (words.low, words.high) if one is not None]
    if min(ends, default=0.0) < 0:
        raise RefusedError("target_negative")
    if ends != sorted(ends):
        raise RefusedError("range_reversed")


def _person(words: ClientPerson, _case: Case) -> None:
    if words.email and not is_address(words.email):
        raise RefusedError("address_malformed", {"address": words.email})


def _closing(words: Closing, case: Case) -> None:
    """Nothing that has to be there may be missing."""
    if words.on is None:
        return
    kept = records_of(ChecklistItem).listed(case.session, case.client.id)
    left = standing(items(kept, case.client.start), words.on).open_mandatory
    if left:
        raise RefusedError("checklist_open", {"n": left})


def _sketch(words: Sketch, _case: Case) -> None:
    if words.state is SketchState.RECEIVED and not (words.text.strip() or words.file):
        raise RefusedError("sketch_empty")


def _ordered(first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        raise RefusedError("days_reversed")


STEPS = frozenset(
    {(stage, stage) for stage in Stage}
    | {
        (Stage.PROPOSED, Stage.ACCEPTED),
        (Stage.PROPOSED, Stage.DECLINED),
        (Stage.DECLINED, Stage.PROPOSED),
        (Stage.ACCEPTED, Stage.PROPOSED),
        (Stage.ACCEPTED, Stage.DONE),
        (Stage.DONE, Stage.ACCEPTED),
    }
)
"""From which stage to which an activity may go: nothing is done that nobody accepted."""
LEADS = frozenset({Explanation})
"""Words that nobody approves after their author: only a lead writes them."""
RULES: Mapping[type[Any], Callable[[Any, Case], None]] = {
    Closing: _closing,
    Sketch: _sketch,
    Access: _access,
    Goal: _goal,
    Activity: _activity,
    Decision: _decision,
    Step: _step,
    Pick: _pick,
    Aim: _aim,
    ClientPerson: _person,
}
