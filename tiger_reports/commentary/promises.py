"""Proposed solutions followed up: what was promised, whether it was done, what the figure did after it.

A promise is not written twice: it is the solution of a comment, and only its outcome is stored beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tiger_reports.changes.case import STEADY
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Comment
from tiger_reports.model.change import Change
from tiger_reports.model.metric import Good
from tiger_reports.model.promise import Effect, Followed, Outcome, Promise

WAYS = {Good.UP: "up", Good.DOWN: "down"}
ROUNDING = 1e-9
Measure = Callable[[str, str], Change | None]
"""The change of a metric in a scope (its key) from the month of a card to the month after."""


def promises(comments: Iterable[Comment], outcomes: Mapping[str, Outcome]) -> tuple[Promise, ...]:
    """The promises among comments, in their order."""
    return tuple(_promise(one, outcomes.get(one.card, Outcome(one.card))) for one in comments if one.promises)


def _promise(comment: Comment, outcome: Outcome) -> Promise:
    """Where nobody said which way the figure should go, it is the way that is good for the client."""
    month, key, scope = comment.card.split(":", 2)
    measured = comment.expected_metric or key
    return Promise(
        card=comment.card,
        month=month,
        metric=key,
        scope=scope,
        what=comment.solution.strip(),
        action=comment.action,
        owner=comment.owner.strip(),
        due=comment.due,
        expected=comment.expected.strip(),
        measured=measured,
        way=comment.expected_way or WAYS.get(metric(measured).good, ""),
        size=comment.expected_size,
        told=bool(comment.approved_by) and not comment.internal,
        outcome=outcome,
    )


def followed(found: Iterable[Promise], measure: Measure) -> tuple[Followed, ...]:
    """Each promise with the change of its figure after it."""
    return tuple(
        Followed(one, change, effect_of(one, change))
        for one in found
        for change in (measure(one.measured, one.scope),)
    )


def effect_of(promise: Promise, change: Change | None) -> Effect:
    """The change against the expected one; without a size any move the expected way reaches it."""
    if change is None or change.relative is None:
        return Effect.UNKNOWN
    least = STEADY if promise.size is None else min(STEADY, promise.size)
    if abs(change.relative) < least:
        return Effect.STEADY
    if not promise.way:
        return Effect.UNRATED
    along = change.relative if promise.way == "up" else -change.relative
    if along < 0:
        return Effect.OPPOSITE
    return Effect.REACHED if promise.size is None or along >= promise.size - ROUNDING else Effect.PARTLY


def change_in(changes: Iterable[Change], key: str, scope: str) -> Change | None:
    """The change of a metric in the scope of that key."""
    return next((one for one in changes if one.metric == key and one.scope.key == scope), None)
