"""The factors of a figure as a waterfall: from the level before, effect by effect, to the level after."""

from __future__ import annotations

from tiger_reports.decks.pictures.writer import Writer, number_format, role_of, say
from tiger_reports.model.card import Card
from tiger_reports.model.change import Lever
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Role, Step, Waterfall
from tiger_reports.text.dates import month_short


def waterfall(card: Card, writer: Writer) -> Waterfall | None:
    """None where the change has no exact split into factors."""
    change, levers = card.change, card.evidence.levers
    if not levers or change.before.amount is None or change.after.amount is None:
        return None
    before, after = (
        _whole(card, amount, period, role, writer)
        for amount, period, role in (
            (change.before.amount, change.base_period, Role.PREVIOUS),
            (change.after.amount, change.period, Role.NOW),
        )
    )
    effects = tuple(_effect(card, lever, writer) for lever in levers)
    name = writer.name(card.metric)
    alt = say(writer, "levers_alt", metric=name, before=before.label, after=after.label, n=len(effects))
    title = say(writer, "levers", metric=name)
    steps = (before, *effects, after)
    return Waterfall(f"levers-{card.key}", title, steps, number_format(card.metric), alt)


def _whole(card: Card, amount: float, period: Period, role: Role, writer: Writer) -> Step:
    label = writer.level(card.metric, amount, period, card.scope.key)
    link = writer.link(card.metric, period, card.scope)
    return Step(month_short(period, writer.language), amount, label, role, whole=True, link=link)


def _effect(card: Card, lever: Lever, writer: Writer) -> Step:
    change = card.change
    before = writer.level(lever.metric, lever.before, change.base_period, card.scope.key)
    after = writer.level(lever.metric, lever.after, change.period, card.scope.key)
    label = writer.part(change, lever.effect, lever.metric)
    role, link = role_of(card.metric, lever.effect), writer.link(lever.metric, change.period, card.scope)
    moved = f"{before} → {after}"
    return Step(writer.short(lever.metric), lever.effect, label, role, detail=moved, link=link)
