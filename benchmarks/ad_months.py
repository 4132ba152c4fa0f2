"""Two hundred drawn months of ads whose truth is known: what a report says of them, held against it.

Half of the seeds were looked at while the thresholds were chosen; the other half were not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from benchmarks.ad_scenarios import SCENARIOS, Scenario, Segments, Truth
from benchmarks.ad_world import MEASURES, Account, Floats, account, drawn
from benchmarks.bench import Bench
from benchmarks.measure import Result
from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.evidence import Tables, evidence
from tiger_reports.changes.judging import Setting, judged
from tiger_reports.changes.notable import judge, thresholds
from tiger_reports.metrics.cubes import CHANNEL, Cube
from tiger_reports.metrics.registry import metrics
from tiger_reports.metrics.sums import Part, Sums, joined
from tiger_reports.metrics.values import measures, value
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Change, Reference, Scope
from tiger_reports.model.figure import Figure
from tiger_reports.model.judgement import Standing
from tiger_reports.model.period import Period

MONTHS, SEED = 200, 4000
EVERY_FOURTH = 4
"""One month in four is one in which nothing happens."""
PART, MOST, ALL = 0.3, 0.5, 0.8
"""Shares of a change that a part made: named beside another one, named first, named as a whole channel."""
ALARMED, LEVER, SEGMENT, MIX = 10.0, 95.0, 0.85, 95.0
MUST = frozenset({Standing.MUST_DROP, Standing.MUST_RISE})


@dataclass(frozen=True)
class Told:
    """What was said of one month: right or wrong (None: not asked), and by how much bars missed their sum."""

    scenario: str
    state: bool
    alarmed: bool | None
    lever: bool | None
    named: Segments
    wanted: Segments
    mix: bool | None
    error: float


def told(scenario: Scenario, seed: int) -> Told:
    rng, truth = np.random.default_rng(seed), scenario.truth
    world = account(truth.at, rng)
    scenario.bend(world, world.span(truth.at), rng)
    rows = drawn(world, float(rng.uniform(0, 0.6)), rng)
    tables = tables_of(world, rows)
    figures = figures_of(world, tables, truth)
    change = next(figure.previous for figure in figures if figure.metric == truth.metric)
    said, judgement = evidence(change, tables, cubes_of(world, rows)), change.judgement
    if judgement is None:
        raise ValueError(f"{truth.metric} was not judged")
    changes = [one for figure in figures for one in (figure.previous, figure.year_ago) if one.judgement]
    alarmed = any(one.judgement and one.judgement.standing in MUST for one in changes)
    overlaid = truth.overlay is None or truth.overlay in judgement.overlays
    return Told(
        scenario=scenario.name,
        state=judgement.standing in truth.standings and overlaid,
        alarmed=alarmed if truth.null else None,
        lever=_largest(said, change) == truth.lever if truth.lever else None,
        named=_named(said, change) if truth.segments else frozenset(),
        wanted=truth.segments,
        mix=overlaid if scenario.name == "mix shift" else None,
        error=max(_errors(said, change, changes)),
    )


def run(bench: Bench) -> list[Result]:
    """Both halves of the seeds, the one that was looked at first."""
    found: dict[str, list[Told]] = defaultdict(list)
    bench.say(f"drawing {MONTHS} months")
    for number in range(MONTHS):
        found["unseen" if number % 2 else "seen"].append(told(scenario_of(number), SEED + number))
    wrong = sorted({one.scenario for half in found.values() for one in half if not one.state})
    bench.say(f"scenarios with a wrong state: {', '.join(wrong) or 'none'}")
    return [result for half, months in found.items() for result in scored(half, months)]


def scored(half: str, months: list[Told]) -> Iterator[Result]:
    yield Result(f"Null reports with any MUST, {half}", _share(one.alarmed for one in months), ALARMED, "%")
    yield Result(f"State right, {half}", _share(one.state for one in months), unit="%")
    yield Result(f"Largest lever right, {half}", _share(m.lever for m in months), LEVER, "%", at_least=True)
    yield Result(f"Segments F1, {half}", _f1(months), SEGMENT, "", at_least=True)
    yield Result(f"Mix found, {half}", _share(one.mix for one in months), MIX, "%", at_least=True)
    yield Result(f"Largest error of a sum, {half}", max(one.error for one in months), 1e-9, "")


def scenario_of(number: int) -> Scenario:
    """Nothing happens in every fourth month of each half; the other scenarios take turns."""
    pair, others = number // 2, [one for one in SCENARIOS.values() if one.name != "null"]
    if pair % EVERY_FOURTH == 0:
        return SCENARIOS["null"]
    return others[(pair - pair // EVERY_FOURTH - 1) % len(others)]


def tables_of(world: Account, rows: Mapping[str, Floats]) -> Tables:
    places = [Scope(leaf["platform"], leaf["campaign"]) for leaf in world.leaves]
    campaigns = {place: np.array([one == place for one in places]) for place in dict.fromkeys(places)}
    days = {place: {name: rows[name][at].sum(axis=0) for name in MEASURES} for place, at in campaigns.items()}
    by_campaign = {
        place: {p: _sums(place, held, world.span(p)) for p in world.months} for place, held in days.items()
    }
    running = {
        place: {p: sums for p, sums in held.items() if sums.total("spend")}
        for place, held in by_campaign.items()
    }
    channels = {
        Scope(name): _added(world.months, name, days, world) for name in {place.channel for place in days}
    }
    whole = {Scope(): {p: joined(held[p] for held in channels.values()) for p in world.months}}
    each = [Period(world.first + timedelta(at), world.first + timedelta(at + 1)) for at in range(world.days)]
    by_day = [_added(each, place.channel, days, world) for place in channels]
    history = {Scope(): {one: joined(held[one] for held in by_day) for one in each}}
    return Tables(whole=whole, channels=channels, campaigns=running, history=history)


def cubes_of(world: Account, rows: Mapping[str, Floats]) -> tuple[Cube, ...]:
    """The last month and what it is held against, as exports by one breakdown each hold them."""
    periods = (world.months[-1], world.months[-2], world.months[0])
    return tuple(_cube(world, rows, periods, cut) for cut in ((), ("placement",), ("region",), ("device",)))


def _cube(
    world: Account, rows: Mapping[str, Floats], periods: tuple[Period, ...], cut: tuple[str, ...]
) -> Cube:
    names = ("platform", "campaign", "ad_set", *cut)
    told = [tuple(leaf[name] for name in names) for leaf in world.leaves]
    kept = sorted(set(told))
    place = np.array([kept.index(one) for one in told])
    channels = sorted({one[0] for one in kept})
    columns = {name: np.array([one[at] for one in kept], object) for at, name in enumerate(names)}
    sums = {
        p: {
            name: np.bincount(place, rows[name][:, world.span(p)].sum(axis=1), len(kept)) for name in MEASURES
        }
        for p in periods
    }
    return Cube(
        breakdown=cut,
        columns={CHANNEL: columns.pop("platform"), **columns},
        places=tuple((name, "") for name in channels),
        place=np.array([channels.index(one[0]) for one in kept]),
        sums=sums,
    )


def _totals(world: Account, rows: Mapping[str, Floats], period: Period) -> Iterator[tuple[str, Floats]]:
    yield from ((name, rows[name][:, world.span(period)].sum(axis=1)) for name in MEASURES)


def _added(
    periods: Iterable[Period], channel: str, days: Mapping[Scope, Mapping[str, Floats]], world: Account
) -> Mapping[Period, Sums]:
    own = [held for place, held in days.items() if place.channel == channel]
    total = {name: np.sum([held[name] for held in own], axis=0) for name in MEASURES}
    return {period: _sums(Scope(channel), total, world.span(period)) for period in periods}


def _sums(place: Scope, held: Mapping[str, Floats], span: slice) -> Sums:
    return Sums((Part(place.channel, amounts={name: float(held[name][span].sum()) for name in MEASURES}),))


def figures_of(world: Account, tables: Tables, truth: Truth) -> tuple[Figure, ...]:
    held, limits = tables.whole[Scope()], thresholds()
    now, before, year_ago = world.months[-1], world.months[-2], world.months[0]
    late = truth.at.end - timedelta(7) if truth.late else None
    found = []
    for entry in metrics().values():
        if not set(measures(entry)) <= set(MEASURES):
            continue
        sides = {period: Side(period, value(entry, held[period])) for period in world.months}
        moved = [
            judge(compare(entry, Scope(), reference, sides[now], sides[base]), limits)
            for reference, base in ((Reference.PREVIOUS, before), (Reference.YEAR_AGO, year_ago))
        ]
        series = tuple(side.value for side in sides.values())
        final = truth.at.end + timedelta(7) if late and entry.settles_late else None
        found.append(Figure(entry.key, sides[now].value, moved[0], moved[1], series, final_on=final))
    restated = frozenset({truth.metric}) if truth.restated else frozenset()
    setting = Setting(tables, world.months, limits, {}, date(2020, 1, 1), late, restated=restated)
    return judged(tuple(found), setting)


def _largest(said: Evidence, change: Change) -> str:
    along = [lever for lever in said.levers if lever.effect * (change.delta or 0.0) > 0]
    return max(along, key=lambda lever: abs(lever.effect)).metric if along else ""


def _named(said: Evidence, change: Change) -> Segments:
    """What was found, else campaigns where one made most of the change, else the channel that did."""
    if said.found and said.found.segments:
        return frozenset(one.where for one in said.found.segments)
    delta = change.delta or 0.0
    campaigns = [(one.where, one.effect / delta) for one in said.segments if delta]
    if any(share >= MOST for _, share in campaigns):
        return frozenset(where for where, share in campaigns if share >= PART)
    channels = [one.where for one in said.channels if delta and one.effect / delta >= ALL]
    return frozenset(channels[:1])


def _errors(said: Evidence, change: Change, changes: list[Change]) -> Iterator[float]:
    size = max(abs(change.delta or 0.0), abs(change.before.amount or 0.0), 1e-12)
    for bars in ([one.effect for one in said.levers], [*(one.effect for one in said.segments), said.rest]):
        yield abs(sum(bars) - (change.delta or 0.0)) / size if bars and len(bars) > 1 else 0.0
    for one in changes:
        split = one.judgement.calendar if one.judgement else None
        if split is not None and one.delta is not None:
            parts = split.length + split.weekdays + split.like_for_like
            yield abs(parts - one.delta) / max(abs(one.before.amount or 0.0), 1e-12)


def _share(found: Iterable[bool | None]) -> float:
    known = [one for one in found if one is not None]
    return 100 * sum(known) / len(known) if known else float("nan")


def _f1(months: list[Told]) -> float:
    right = sum(len(one.named & one.wanted) for one in months)
    said, wanted = (sum(len(getattr(one, name)) for one in months) for name in ("named", "wanted"))
    return 2 * right / (said + wanted) if said + wanted else float("nan")
