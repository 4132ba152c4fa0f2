"""What the data show about a change, in one quiet line: where most of it happened and in which factor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import Page
from tiger_reports.model.card import Card
from tiger_reports.model.change import Change
from tiger_reports.model.slide import Shown


class _HasEffect(Protocol):
    @property
    def effect(self) -> float: ...


Effect = TypeVar("Effect", bound=_HasEffect)


def evidence_line(page: Page, card: Card) -> str:
    """`Data show: largest share in “Spring” (+12.96), through CTR (+9.11)`; empty where nothing adds up."""
    telling, change = page.telling, card.change
    segment = _largest(card.evidence.segments, change)
    lever = _largest(card.evidence.levers, change)
    found = []
    if segment is not None and segment.name:
        name = telling.channel(segment.name) if segment.dimension == "channel" else segment.name
        amount = _share(page, change, segment.effect, f"{segment.channel}/{segment.name}")
        found.append(telling.say("evidence.segment", name=name, amount=amount))
    if lever is not None:
        name = words.within(words.title_name(lever.metric, telling.language))
        amount = _share(page, change, lever.effect, lever.metric)
        found.append(telling.say("evidence.lever", name=name, amount=amount))
    return telling.say("evidence.line", found="; ".join(found)) if found else ""


def _largest(effects: Iterable[Effect], change: Change) -> Effect | None:
    """The largest effect that goes the way of the change itself."""
    along = [one for one in effects if one.effect * (change.delta or 0.0) > 0]
    return max(along, key=lambda one: abs(one.effect), default=None)


def _share(page: Page, change: Change, effect: float, part: str) -> str:
    text = page.difference(change, effect)
    base = change.base_period.key
    return page.note(Shown(change.metric, part, change.period.key, effect, text, "share", base))
