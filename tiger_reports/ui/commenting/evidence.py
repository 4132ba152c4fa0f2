"""Evidence of a card as bars, lines and tables. It says what moved, never why."""

from __future__ import annotations

from tiger_reports.changes.naming import dimension_name, segment_name
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.card import Card
from tiger_reports.model.change import Lever, Segment
from tiger_reports.model.metric import Good
from tiger_reports.model.slide import Cell, Column, Role, Table
from tiger_reports.text.dates import short_date
from tiger_reports.ui.charts.effects import Effect
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.plain import shortened

KINDS = ("entered", "ended", "no_result", "unallocated")
LONGEST_NAME = 44
NOTHING = 1e-6
"""Share of the change below which the rest is not worth a bar."""


def lever_effects(card: Card, write: Figures) -> tuple[Effect, ...]:
    """One bar a factor, and the whole change that they add up to."""
    bars = tuple(_lever(card, lever, write) for lever in card.evidence.levers)
    return (*bars, _total(card, write)) if bars else ()


def channel_effects(card: Card, write: Figures) -> tuple[Effect, ...]:
    """All channels, largest effect first; they add up to the change."""
    return _parts(card, card.evidence.channels, write)


def campaign_effects(card: Card, write: Figures) -> tuple[Effect, ...]:
    """The campaigns with the largest effects, and what all the others add."""
    campaigns = tuple(s for s in card.evidence.segments if s.where[0][0] == "campaign")
    return _parts(card, campaigns, write, rest=card.evidence.rest)


def found_effects(card: Card, write: Figures) -> tuple[Effect, ...]:
    """The smallest set of segments that was found, what a breakdown does not hold, and the rest."""
    found = card.evidence.found
    if found is None or not found.segments:
        return ()
    outside = (found.unallocated,) if found.unallocated else ()
    return _parts(card, (*found.segments, *outside), write, rest=found.rest)


def found_notes(card: Card, write: Figures) -> tuple[str, ...]:
    """What has to be known beside the bars: a change from outside, a mix, what else it could be."""
    evidence, t = card.evidence, write.t
    notes = []
    if evidence.found and evidence.found.in_common:
        notes.append(t("ui.comments.in_common"))
    if evidence.mixes:
        by = ", ".join(dimension_name(name, t.language) for name in evidence.mixes)
        notes.append(t("ui.comments.mix", dimensions=by))
    if evidence.found and evidence.found.alternatives:
        others = "; ".join(
            f"{segment_name(one, t.language)} ({write.delta(card.metric, one.effect)})"
            for one in evidence.found.alternatives
        )
        notes.append(t("ui.comments.alternatives", segments=others))
    return tuple(notes)


def _parts(
    card: Card, segments: tuple[Segment, ...], write: Figures, *, rest: float = 0.0
) -> tuple[Effect, ...]:
    if not segments:
        return ()
    bars = tuple(_segment(card, segment, write) for segment in sorted(segments, key=lambda s: -abs(s.effect)))
    others = (_rest(card, rest, write),) if abs(rest) > abs(card.change.delta or 0.0) * NOTHING else ()
    return (*bars, *others, _total(card, write))


def effects_table(card: Card, effects: tuple[Effect, ...], write: Figures) -> Table:
    t = write.t
    columns = (
        Column(t("ui.word.step"), numeric=False, weight=2),
        Column(write.name(card.metric), numeric=False, weight=2),
        Column(t("ui.word.effect")),
    )
    rows = tuple(
        (Cell(effect.name), Cell(effect.detail), Cell(effect.label, bold=True)) for effect in effects
    )
    total = write.delta(card.metric, card.change.delta)
    alt = t("ui.comments.parts_alt", metric=write.name(card.metric), n=len(effects) - 1, total=total)
    return Table(columns, rows, alt, f"effects-{card.key}")


def daily_table(card: Card, alt: str, write: Figures) -> Table:
    columns = (Column(write.t("ui.word.day"), numeric=False), Column(write.name(card.metric)))
    rows = tuple(
        (Cell(short_date(day, write.t.language)), Cell(write.value(card.metric, value)))
        for day, value in card.evidence.daily
    )
    return Table(columns, rows, alt, f"daily-{card.key}")


def role_of(metric: str, effect: float) -> Role:
    """Good or bad by the metric's own direction; neither where it has none."""
    good = definition(metric).good
    if good not in (Good.UP, Good.DOWN) or effect == 0:
        return Role.NEUTRAL
    return Role.BETTER if (effect > 0) == (good is Good.UP) else Role.WORSE


def _lever(card: Card, lever: Lever, write: Figures) -> Effect:
    moved = f"{write.value(lever.metric, lever.before)} → {write.value(lever.metric, lever.after)}"
    label, role = write.delta(card.metric, lever.effect), role_of(card.metric, lever.effect)
    return Effect(write.name(lever.metric), lever.effect, label, role, moved)


def _segment(card: Card, segment: Segment, write: Figures) -> Effect:
    label, role = write.delta(card.metric, segment.effect), role_of(card.metric, segment.effect)
    return Effect(
        shortened(segment_name(segment, write.t.language), LONGEST_NAME),
        segment.effect,
        label,
        role,
        _segment_detail(card, segment, write),
    )


def _segment_detail(card: Card, segment: Segment, write: Figures) -> str:
    if segment.kind in KINDS:
        return write.t(f"ui.comments.{segment.kind}")
    return f"{write.value(card.metric, segment.before)} → {write.value(card.metric, segment.after)}"


def _rest(card: Card, rest: float, write: Figures) -> Effect:
    return Effect(
        write.t("ui.comments.rest"), rest, write.delta(card.metric, rest), role_of(card.metric, rest)
    )


def _total(card: Card, write: Figures) -> Effect:
    change, delta = card.change, card.change.delta or 0.0
    moved = f"{write.value(card.metric, change.before)} → {write.value(card.metric, change.after)}"
    return Effect(write.t("ui.comments.total"), delta, write.delta(card.metric, delta), Role.NOW, moved)
