"""Parts of the account as aligned bars that add up to the change, the rest always among them."""

from __future__ import annotations

import math

from tiger_reports.changes.naming import segment_name
from tiger_reports.decks.pictures.writer import Shares, Writer, headed, number_format, role_of, say, shares
from tiger_reports.model.card import Card
from tiger_reports.model.change import Scope, Segment
from tiger_reports.model.exhibits.picture import Contribution, Contributions
from tiger_reports.model.exhibits.role import Role
from tiger_reports.panels.catalogue import panel_name

NOTHING = 1e-6
"""Share of the change below which a remainder is not worth a bar."""
KINDS = ("entered", "ended", "no_result", "unallocated")
MOST = 7
"""Bars that a reader can still compare; the others join the rest."""


def channels(card: Card, writer: Writer) -> Contributions | None:
    """Every channel; they add up to the change."""
    return _contributions(card, card.evidence.channels, 0.0, "channels", writer)


def campaigns(card: Card, writer: Writer) -> Contributions | None:
    """The campaigns with the largest effects, and what all the others add."""
    named = tuple(one for one in card.evidence.segments if one.where[0][0] == "campaign")
    return _contributions(card, named, card.evidence.rest, "campaigns", writer)


def found(card: Card, writer: Writer) -> Contributions | None:
    """The smallest set of segments that holds the change, and what a breakdown's files do not hold."""
    split = card.evidence.found
    if split is None or not split.segments:
        return None
    outside = (split.unallocated,) if split.unallocated else ()
    return _contributions(card, (*split.segments, *outside), split.rest, "found", writer)


def _contributions(
    card: Card, segments: tuple[Segment, ...], rest: float, kind: str, writer: Writer
) -> Contributions | None:
    delta = card.change.delta
    if not segments or delta is None:
        return None
    ordered = sorted(segments, key=lambda one: -abs(one.effect))
    told, rest = ordered[:MOST], math.fsum((rest, *(one.effect for one in ordered[MOST:])))
    unexplained = delta - math.fsum((rest, *(one.effect for one in told)))
    remainders = {"rest": rest, "unexplained": unexplained}
    left = {name: x for name, x in remainders.items() if abs(x) > max(abs(delta), _gross(told)) * NOTHING}
    scale = shares((*(one.effect for one in told), *left.values()), delta)
    rows = (
        *(_segment(card, one, scale, writer) for one in told),
        *(_plain(card, say(writer, name), x, name, scale, writer) for name, x in left.items()),
    )
    total = _plain(card, say(writer, "total"), delta, "all", scale, writer)
    name = writer.name(card.metric)
    return Contributions(
        name=f"{kind}-{card.key}",
        title=headed(writer, kind, card.metric),
        basis=say(writer, "of_movement" if scale.of_movement else "of_change"),
        rows=rows,
        total=total,
        number_format=number_format(card.metric),
        legend=say(writer, "halves") if any(row.halves for row in rows) else "",
        alt=say(writer, "parts_alt", metric=name, n=len(rows), total=total.label),
    )


def _gross(segments: list[Segment]) -> float:
    return sum(abs(one.effect) for one in segments)


def _segment(card: Card, one: Segment, scale: Shares, writer: Writer) -> Contribution:
    halves = (one.rate, one.mix) if one.rate is not None and one.mix is not None else ()
    part = "/".join((one.channel, *(value for _, value in one.where)))
    return Contribution(
        name=_name(one, writer),
        value=one.effect,
        label=writer.part(card.change, one.effect, part),
        share=scale.of(one.effect, writer.language),
        role=role_of(card.metric, one.effect),
        halves=halves,
        half_roles=tuple(role_of(card.metric, half) for half in halves),
        half_labels=tuple(
            writer.part(card.change, half, f"{part}:{kind}")
            for half, kind in zip(halves, ("rate", "mix"), strict=False)
        ),
        detail=_detail(card, one, writer),
        link=_link(card, one, writer),
    )


def _name(one: Segment, writer: Writer) -> str:
    if one.where == (("campaign", ""),):
        return say(writer, "nameless", channel=panel_name(one.channel))
    return segment_name(one, writer.language)


def _link(card: Card, one: Segment, writer: Writer) -> str:
    """The way to the rows of its channel or campaign, which hold those of the segment."""
    if one.kind == "ended" or not one.where:
        return ""
    where = dict(one.where)
    channel = where.get("channel") or one.channel
    scope = Scope(channel, where.get("campaign", "") if channel else "")
    return writer.link(card.metric, card.change.period, scope)


def _detail(card: Card, one: Segment, writer: Writer) -> str:
    if one.kind in KINDS:
        return say(writer, one.kind)
    before, after = (writer.amount(card.metric, value) for value in (one.before, one.after))
    return f"{before} → {after}"


def _plain(card: Card, name: str, effect: float, part: str, scale: Shares, writer: Writer) -> Contribution:
    role = Role.NOW if part == "all" else role_of(card.metric, effect)
    label = writer.part(card.change, effect, f"{card.scope.key}:{part}")
    return Contribution(name, effect, label, scale.of(effect, writer.language), role)
