"""What a card still asks for, and the state that follows from it."""

from __future__ import annotations

from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import CardState, Comment, Confidence, Duty, Evidence
from tiger_reports.model.change import Change
from tiger_reports.model.hypothesis import DataVerdict, rejected
from tiger_reports.model.judgement import Overlay
from tiger_reports.model.metric import Unit

PERCENT_DIGITS = 2
"""0.0149 is shown as 1.49 %: a percent has two digits more than it shows."""
ABOUT_DATA = ("tracking", "late", "data_error")
"""Cause tags that speak of the data themselves."""


def missing_fields(duty: Duty, comment: Comment | None, *, doubted: bool = False) -> tuple[str, ...]:
    """Names of the fields still asked for, in the order of the form.

    A drop: cause, evidence (or that it is an opinion), solution with owner and date (or why none). A rise:
    its cause. A cause that is still open: a check with owner and date. `doubted`: the data speak against the
    cause, so that a line of reason is asked for.
    """
    if duty in (Duty.CONTEXT, Duty.NOTICE):
        return ()
    said = comment or Comment(card="")
    known = said.confidence is not Confidence.OPEN
    asked = {"cause_tag": bool(said.cause_tag) or not known, "cause": bool(said.cause.strip())}
    asked["despite"] = not doubted or bool(said.despite.strip())
    if not known:
        asked |= {"check": bool(said.solution.strip()), **_promised(said)}
    elif duty is Duty.EXPLAIN_DROP:
        asked |= {"evidence": said.opinion or bool(said.evidence.strip()), **_solution(said)}
    asked["data_error"] = said.cause_tag != "data_error"
    return tuple(name for name, given in asked.items() if not given)


def _solution(said: Comment) -> dict[str, bool]:
    """A solution has an owner and a day; where none is possible the reason stands in its place."""
    if said.refuses:
        return {"no_solution_reason": bool(said.solution.strip())}
    return {"solution": bool(said.solution.strip()), **_promised(said)}


def _promised(said: Comment) -> dict[str, bool]:
    return {"owner": bool(said.owner.strip()), "due": said.due is not None}


def doubts(change: Change, evidence: Evidence, comment: Comment | None) -> bool:
    """Whether the data speak against the chosen cause.

    Its hypothesis is rejected, or it passes over what lies on top of the change: a mix against the rates, or
    faults and gaps of the data. That a figure is not final yet is no fault.
    """
    if comment is None or not comment.cause_tag:
        return False
    overlays = change.judgement.overlays if change.judgement else frozenset()
    if Overlay.MIX in overlays and comment.cause_tag != "mix":
        return True
    if Overlay.DATA in overlays and not _young(evidence) and comment.cause_tag not in ABOUT_DATA:
        return True
    return rejected(comment.cause_tag, evidence.hypotheses)


def _young(evidence: Evidence) -> bool:
    """Whether the figure still grows, which every card of a month's first days says by itself."""
    return any(one.cause == "immaturity" and one.verdict is DataVerdict.KEPT for one in evidence.hypotheses)


def state_of(
    duty: Duty,
    change: Change,
    comment: Comment | None,
    missing: tuple[str, ...] | None = None,
    *,
    frozen: bool = False,
) -> CardState:
    """The state of a card: a figure that moved outdates every word, approved or not.

    `frozen`: the month's deck went out. A tick on a figure that moved is simply asked for again.
    """
    if comment is None:
        return CardState.OPEN
    if duty is Duty.NOTICE and comment.empty:
        return CardState.CHECKED if comment.seen and not outdated(change, comment) else CardState.OPEN
    if comment.empty:
        return CardState.OPEN
    if outdated(change, comment):
        return CardState.STALE
    left = missing_fields(duty, comment) if missing is None else missing
    if left or comment.returned:
        return CardState.DRAFTED
    return _judged(duty, comment, frozen=frozen)


def _judged(duty: Duty, comment: Comment, *, frozen: bool) -> CardState:
    read = bool(comment.reviewed_by) or duty is not Duty.EXPLAIN_DROP or comment.internal
    if comment.approved_by and read:
        return CardState.FROZEN if frozen else CardState.APPROVED
    return CardState.REVIEWED if comment.reviewed_by else CardState.CHECKED


def outdated(change: Change, comment: Comment) -> bool:
    """Whether a figure that the author saw reads differently now; without a record of it, no."""
    seen = ((comment.before, change.before.amount), (comment.after, change.after.amount))
    entry = metric(change.metric)
    digits = entry.decimals + (PERCENT_DIGITS if entry.unit is Unit.PERCENT else 0)
    return any(then is not None and not _reads_alike(then, now, digits) for then, now in seen)


def _reads_alike(then: float, now: float | None, digits: int) -> bool:
    return now is not None and abs(now - then) <= 0.5 * 10**-digits
