"""The evidence sentence: what moved, by how much, through which lever and where. It never says why.

Nominal style, so that nothing has to agree in gender or case; names of campaigns stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tiger_reports.changes.naming import segment_name
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Change, Gap
from tiger_reports.model.metric import Kind, Unit
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.numbers import metric_delta, metric_value, relative

SEEN = 0.01
"""A smaller part of the base that the calendar makes is not worth a sentence."""


class _HasEffect(Protocol):
    @property
    def effect(self) -> float: ...


Effect = TypeVar("Effect", bound=_HasEffect)


@dataclass(frozen=True)
class Voice:
    """The language of the client's deck and the currency of its figures."""

    language: str
    currency: str


def evidence_sentence(change: Change, evidence: Evidence, voice: Voice) -> str:
    """Sentences in the voice's language, ready to show; empty where there is no difference to tell."""
    if change.delta is None:
        return ""
    said = [_change(change, voice), *_beside(change, voice)]
    lever, segment = _largest(evidence.levers, change.delta), _largest(evidence.told, change.delta)
    if lever is not None:
        name = metric_name(lever.metric, voice.language)
        effect = _effect(change, lever.effect, voice)
        said.append(phrase("evidence.lever", voice.language, lever=name, effect=effect))
    if segment is not None and segment.named:
        name, effect = segment_name(segment, voice.language), _effect(change, segment.effect, voice)
        said.append(phrase("evidence.segment", voice.language, segment=name, effect=effect))
    return " ".join(said)


def noise_sentence(change: Change, voice: Voice) -> str:
    """What is ready to be said of a change that is no more than normal variation; empty where none was."""
    if change.judgement is None or change.delta is None:
        return ""
    told = phrase("evidence.normal", voice.language, weeks=change.judgement.history)
    return " ".join((_change(change, voice), told))


def metric_name(key: str, language: str) -> str:
    return phrase(f"metric.{key}.name", language)


def _change(change: Change, voice: Voice) -> str:
    entry = metric(change.metric)
    return phrase(
        f"evidence.{change.reference}",
        voice.language,
        metric=metric_name(change.metric, voice.language),
        after=metric_value(entry, change.after.amount, voice.language, voice.currency),
        before=metric_value(entry, change.before.amount, voice.language, voice.currency),
        moved=_moved(change, voice),
    )


def _beside(change: Change, voice: Voice) -> Iterator[str]:
    """The calendar's part where it can be seen, and how far the weeks before can be relied on."""
    judgement = change.judgement
    if judgement is None:
        return
    split = judgement.calendar
    if split is not None and abs(split.length + split.weekdays) >= SEEN * abs(change.before.amount or 0.0):
        parts = split.length + split.weekdays, split.like_for_like
        calendar, like = (_effect(change, part, voice) for part in parts)
        yield phrase("evidence.calendar", voice.language, calendar=calendar, like=like)
    if judgement.odd_reference:
        yield phrase("evidence.odd_reference", voice.language)
    if not judgement.history and metric(change.metric).kind is not Kind.NON_ADDITIVE:
        yield phrase("evidence.untested", voice.language)


def _moved(change: Change, voice: Voice) -> str:
    """The difference and its percent; of a rate only points, on a zero base only that it is new."""
    if change.gap is Gap.ZERO_BASE or change.delta is None:
        return phrase("evidence.new", voice.language)
    entry = metric(change.metric)
    delta = metric_delta(entry, change.delta, voice.language, voice.currency)
    if entry.unit is Unit.PERCENT or change.relative is None:
        return delta
    return f"{delta}, {relative(change.relative, voice.language)}"


def _effect(change: Change, effect: float, voice: Voice) -> str:
    return metric_delta(metric(change.metric), effect, voice.language, voice.currency)


def _largest(effects: Iterable[Effect], delta: float) -> Effect | None:
    """The largest effect that goes the way of the change itself."""
    along = [one for one in effects if one.effect * delta > 0]
    return max(along, key=lambda one: abs(one.effect), default=None)
