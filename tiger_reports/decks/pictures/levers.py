"""The factors of a figure as a waterfall: from the level before, effect by effect, to the level after."""

from __future__ import annotations

from tiger_reports.decks.pictures.writer import Writer, headed, number_format, role_of, say
from tiger_reports.model.card import Card
from tiger_reports.model.change import Lever
from tiger_reports.model.exhibits.picture import Step, Waterfall
from tiger_reports.model.exhibits.role import Role
from tiger_reports.text.dates import month_short


def waterfall(card: Card, writer: Writer) -> Waterfall | None:
    """None where the change has no exact split into factors."""
    change, levers = card.change, card.evidence.levers
    if not levers or change.before.amount is None or change.after.amount is None:
        return None
    before, after = (_whole(card, writer, after=after) for after in (False, True))
    effects = tuple(_effect(card, lever, writer) for lever in levers)
    name = writer.name(card.metric)
    alt = say(writer, "levers_alt", metric=name, before=before.label, after=after.label, n=len(effects))
    title = headed(writer, "levers", card.metric)
    steps = (before, *effects, after)
    return Waterfall(f"levers-{card.key}", title, steps, number_format(card.metric), alt)


def _whole(card: Card, writer: Writer, *, after: bool) -> Step:
    change = card.change
    value, period = (change.after, change.period) if after else (change.before, change.base_period)
    return Step(
        name=month_short(period, writer.language),
        value=value.amount or 0.0,
        label=writer.level(change, after=after),
        role=Role.NOW if after else Role.PREVIOUS,
        whole=True,
        link=writer.link(card.metric, period, card.scope),
    )


def _effect(card: Card, lever: Lever, writer: Writer) -> Step:
    before, after = (writer.amount(lever.metric, value) for value in (lever.before, lever.after))
    return Step(
        name=writer.short(lever.metric),
        value=lever.effect,
        label=writer.part(card.change, lever.effect, lever.metric),
        role=role_of(card.metric, lever.effect),
        detail=f"{before} → {after}",
        link=writer.link(lever.metric, card.change.period, card.scope),
    )
