"""What the data show about a change, in one quiet line: where most of it happened and in which factor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from tiger_reports.changes.naming import segment_name
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page
from tiger_reports.model.card import Card
from tiger_reports.model.change import Change
from tiger_reports.model.slide import Shown


class _HasEffect(Protocol):
    @property
    def effect(self) -> float: ...


Effect = TypeVar("Effect", bound=_HasEffect)


def evidence_line(page: Page, card: Card) -> str:
    """`Data show: largest share in “Spring” (+12.96), through CTR (+9.11)`; empty where nothing adds up."""
    found = findings(page, card)
    return page.telling.say("evidence.line", found="; ".join(found)) if found else ""


def findings(page: Page, card: Card) -> tuple[str, ...]:
    """The part and the factor that most of the change happened in, each as a clause."""
    telling, change = page.telling, card.change
    segment = _largest(card.evidence.told, change)
    lever = _largest(card.evidence.levers, change)
    found = []
    if segment is not None and segment.named:
        name = segment_name(segment, telling.language)
        part = "/".join((segment.channel, *(value for _, value in segment.where)))
        amount = share(page, change, segment.effect, part)
        found.append(telling.say("evidence.segment", name=name, amount=amount))
    if lever is not None:
        name = words.within(words.title_name(lever.metric, telling.language))
        amount = share(page, change, lever.effect, lever.metric)
        found.append(telling.say("evidence.lever", name=name, amount=amount))
    return tuple(found)


def _largest(effects: Iterable[Effect], change: Change) -> Effect | None:
    """The largest effect that goes the way of the change itself."""
    along = [one for one in effects if one.effect * (change.delta or 0.0) > 0]
    return max(along, key=lambda one: abs(one.effect), default=None)


def share(page: Page, change: Change, effect: float, part: str) -> str:
    text = page.difference(change, effect)
    base = change.base_period.key
    return page.note(Shown(change.metric, part, change.period.key, effect, text, "share", base))
