"""From changes to comment cards: one a month, metric and scope, however often figures are recalculated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tiger_reports.changes.notable import ranked
from tiger_reports.changes.standing import asks
from tiger_reports.commentary.fields import doubts, missing_fields, state_of
from tiger_reports.commentary.sentence import Voice, evidence_sentence, noise_sentence
from tiger_reports.commentary.warnings import warnings
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Card, Comment, Duty, Evidence
from tiger_reports.model.change import Change, Scope, Verdict
from tiger_reports.model.judgement import Standing
from tiger_reports.model.period import Period, previous_month

DUTIES = {Verdict.WORSE: Duty.EXPLAIN_DROP, Verdict.BETTER: Duty.EXPLAIN_RISE}
JUDGED = {
    Standing.MUST_DROP: Duty.EXPLAIN_DROP,
    Standing.MUST_RISE: Duty.EXPLAIN_RISE,
    Standing.NOISE: Duty.NOTICE,
}


@dataclass(frozen=True)
class Moved:
    """The comparisons of one figure, judged."""

    previous: Change
    year_ago: Change | None = None
    planned: Change | None = None


@dataclass(frozen=True)
class Written:
    """Comments by card key: this month's and last month's; `frozen` where the month's deck went out."""

    now: Mapping[str, Comment]
    last_month: Mapping[str, Comment]
    frozen: bool = False


def card_key(period: Period, metric_key: str, scope: Scope) -> str:
    """`2026-10:cpa:all`."""
    return f"{period.month_key}:{metric_key}:{scope.key}"


def chosen(moved: Iterable[Moved]) -> tuple[tuple[Change, Change | None], ...]:
    """The changes that become cards, worsenings first, each with the figure's other comparison.

    Of the metrics of one family in one scope only the first in rank gets a card: they would ask the same
    question twice.
    """
    asking = {change: other for change, other in map(_leading, moved) if asks(change) or _noise(change)}
    taken: set[tuple[str, Scope]] = set()
    found = []
    for change in sorted(ranked(asking), key=_noise):
        family = metric(change.metric).family or change.metric
        if (family, change.scope) not in taken:
            taken.add((family, change.scope))
            found.append((change, asking[change]))
    return tuple(found)


def _noise(change: Change) -> bool:
    return duty_of(change) is Duty.NOTICE


def duty_of(change: Change) -> Duty:
    """By the judgement, which knows the calendar as the plain difference does not; else by the direction."""
    if change.judgement is not None:
        return JUDGED.get(change.judgement.standing, Duty.CONTEXT)
    return DUTIES.get(change.verdict, Duty.CONTEXT)


def _leading(moved: Moved) -> tuple[Change, Change | None]:
    """The comparison that tells of a drop, else the first that asks for words, and another beside it."""
    found = [one for one in (moved.previous, moved.year_ago, moved.planned) if one is not None]
    first = min(found, key=_rank)
    return first, next((one for one in found if one is not first), None)


def _rank(change: Change) -> int:
    if asks(change):
        return 0 if duty_of(change) is Duty.EXPLAIN_DROP else 1
    return 2 if _noise(change) else 3


def cards(
    moved: Iterable[Moved], evidence: Callable[[Change], Evidence], written: Written, voice: Voice
) -> tuple[Card, ...]:
    """The cards of a month with what is written and what is missing; `evidence` is asked once a card."""
    return tuple(_card(change, other, evidence(change), written, voice) for change, other in chosen(moved))


def _card(change: Change, other: Change | None, evidence: Evidence, written: Written, voice: Voice) -> Card:
    key = card_key(change.period, change.metric, change.scope)
    duty, comment = duty_of(change), written.now.get(key)
    missing = missing_fields(duty, comment, doubted=doubts(change, evidence, comment))
    before = written.last_month.get(card_key(previous_month(change.period), change.metric, change.scope))
    return Card(
        key=key,
        duty=duty,
        change=change,
        other=other,
        evidence=evidence,
        sentence=noise_sentence(change, voice)
        if duty is Duty.NOTICE
        else evidence_sentence(change, evidence, voice),
        comment=comment,
        last_month=before,
        state=state_of(duty, change, comment, missing, frozen=written.frozen),
        missing=(*missing, *warnings(change.metric, comment, before, voice.language)),
    )


def no_longer_flagged(found: Iterable[Card], comments: Mapping[str, Comment]) -> tuple[Comment, ...]:
    """Comments whose card is gone because the figure no longer stands out; their words are kept."""
    keys = {card.key for card in found}
    gone = (comment for key, comment in sorted(comments.items()) if key not in keys)
    return tuple(comment for comment in gone if not comment.empty)
