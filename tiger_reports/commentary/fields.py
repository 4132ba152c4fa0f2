"""What a card still asks for, and the state that follows from it."""

from __future__ import annotations

from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import CardState, Comment, Duty
from tiger_reports.model.change import Change
from tiger_reports.model.metric import Unit

PERCENT_DIGITS = 2
"""0.0149 is shown as 1.49 %: a percent has two digits more than it shows."""


def missing_fields(duty: Duty, comment: Comment | None) -> tuple[str, ...]:
    """Names of the fields still asked for: cause and solution (or why none) of a drop, cause of a rise."""
    if duty is Duty.CONTEXT:
        return ()
    said = comment or Comment(card="")
    asked = {"cause_tag": bool(said.cause_tag), "cause": bool(said.cause.strip())}
    if duty is Duty.EXPLAIN_DROP:
        asked |= _solution(said)
    asked["data_error"] = said.cause_tag != "data_error"
    return tuple(name for name, given in asked.items() if not given)


def _solution(said: Comment) -> dict[str, bool]:
    """A solution has an owner and a day; where none is possible the reason stands in its place."""
    if said.no_solution:
        return {"no_solution_reason": bool(said.solution.strip())}
    return {
        "solution": bool(said.solution.strip()),
        "owner": bool(said.owner.strip()),
        "due": said.due is not None,
    }


def state_of(duty: Duty, change: Change, comment: Comment | None) -> CardState:
    """The state of a card: a figure that moved outdates every word, approved or not."""
    if comment is None or comment.empty:
        return CardState.OPEN
    if outdated(change, comment):
        return CardState.STALE
    if missing_fields(duty, comment) or comment.returned:
        return CardState.DRAFTED
    return CardState.APPROVED if comment.approved_by else CardState.READY


def outdated(change: Change, comment: Comment) -> bool:
    """Whether a figure that the author saw reads differently now; without a record of it, no."""
    seen = ((comment.before, change.before.amount), (comment.after, change.after.amount))
    entry = metric(change.metric)
    digits = entry.decimals + (PERCENT_DIGITS if entry.unit is Unit.PERCENT else 0)
    return any(then is not None and not _reads_alike(then, now, digits) for then, now in seen)


def _reads_alike(then: float, now: float | None, digits: int) -> bool:
    return now is not None and abs(now - then) <= 0.5 * 10**-digits
