"""What happens in the last month of a drawn account, and what a report must therefore say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from benchmarks.ad_world import Account
from tiger_reports.model.change import Where
from tiger_reports.model.judgement import Overlay, Standing
from tiger_reports.model.period import Period, month

MARCH, OCTOBER = month(2026, 3), month(2026, 10)
QUIET = frozenset({Standing.QUIET, Standing.NOISE})
DROP, RISE = frozenset({Standing.MUST_DROP}), frozenset({Standing.MUST_RISE})
CONTEXT = frozenset({Standing.CONTEXT})
Segments = frozenset[Where]
Bend = Callable[[Account, slice, np.random.Generator], None]


@dataclass(frozen=True)
class Truth:
    """Of `metric`: the standings that are right, the overlay that must be there, its lever, its segments.

    `late` conversions of the last days are still to come; `restated` figures moved after they were approved.
    """

    metric: str
    standings: frozenset[Standing]
    overlay: Overlay | None = None
    lever: str = ""
    segments: Segments = frozenset()
    late: bool = False
    restated: bool = False
    null: bool = False
    at: Period = OCTOBER


@dataclass(frozen=True)
class Scenario:
    name: str
    truth: Truth
    bend: Bend


def _nothing(_world: Account, _days: slice, _rng: np.random.Generator) -> None:
    """Nothing happens."""


def _season(world: Account, days: slice, _rng: np.random.Generator) -> None:
    world.bend("cvr", 1.35, days)
    world.bend("cvr", 1.35, world.span(world.months[0]))


def _paused(world: Account, days: slice, _rng: np.random.Generator) -> None:
    world.bend("spend", 0.0, days, world.leaves_of(campaign="Search"))
    world.bend("spend", 2.2, slice(None), world.leaves_of(campaign="Search"))


def _entered(world: Account, days: slice, _rng: np.random.Generator) -> None:
    world.bend("spend", 0.0, slice(0, days.start), world.leaves_of(campaign="Spring"))
    world.bend("spend", 2.2, slice(None), world.leaves_of(campaign="Spring"))


def _auction(world: Account, days: slice, rng: np.random.Generator) -> None:
    world.bend("cpm", rng.uniform(1.3, 1.5), days)


def _placement(world: Account, days: slice, rng: np.random.Generator) -> None:
    world.bend("cpm", rng.uniform(1.9, 2.4), days, world.leaves_of(placement="story"))


def _fatigue(world: Account, days: slice, rng: np.random.Generator) -> None:
    world.bend("ctr", rng.uniform(0.3, 0.4), days, world.leaves_of(campaign="Spring"))
    world.bend("spend", 2.5, slice(None), world.leaves_of(campaign="Spring"))


def _landing(world: Account, days: slice, rng: np.random.Generator) -> None:
    world.bend("cvr", rng.uniform(0.55, 0.7), days)


def _tracking(world: Account, days: slice, rng: np.random.Generator) -> None:
    broken = slice(days.start + int(rng.integers(4, 12)), days.stop)
    world.bend("cvr", 0.02, broken, world.leaves_of(platform="google-ads"))


def _mix(world: Account, days: slice, _rng: np.random.Generator) -> None:
    for campaigns, cvr, spend in ((("Search", "Brand"), 2.0, 0.35), (("Traffic", "Video"), 0.35, 1.8)):
        for name in campaigns:
            world.bend("cvr", cvr, slice(None), world.leaves_of(campaign=name))
            world.bend("spend", spend, days, world.leaves_of(campaign=name))


def _fruitless(world: Account, days: slice, _rng: np.random.Generator) -> None:
    wasted = world.leaves_of(campaign="Remarketing", ad_set="b")
    world.bend("cvr", 0.0, days, wasted)
    world.bend("spend", 4.0, slice(None), wasted)


def _late(world: Account, days: slice, _rng: np.random.Generator) -> None:
    for age in range(7):
        world.bend("cvr", 0.15 + 0.1 * age, slice(days.stop - age - 1, days.stop - age))


def _cut(world: Account, days: slice, rng: np.random.Generator) -> None:
    world.bend("spend", rng.uniform(0.5, 0.65), days)


def _price(world: Account, days: slice, rng: np.random.Generator) -> None:
    world.bend("aov", rng.uniform(0.6, 0.72), days)


def _two(world: Account, days: slice, _rng: np.random.Generator) -> None:
    world.bend("cpm", 1.2, days)
    world.bend("cvr", 0.65, days)


def _cancelling(world: Account, days: slice, _rng: np.random.Generator) -> None:
    world.bend("cpm", 1.3, days)
    world.bend("cvr", 1.3, days)


def _only(*where: tuple[str, str]) -> Segments:
    return frozenset({where})


SCENARIOS: Mapping[str, Scenario] = {
    one.name: one
    for one in (
        Scenario("null", Truth("conversions", QUIET, null=True), _nothing),
        Scenario("length and weekdays only", Truth("conversions", QUIET, null=True, at=MARCH), _nothing),
        Scenario("season only", Truth("conversions", RISE, lever="cvr"), _season),
        Scenario(
            "campaign paused",
            Truth("conversions", DROP, None, "spend", _only(("campaign", "Search"))),
            _paused,
        ),
        Scenario(
            "new campaign", Truth("conversions", RISE, None, "spend", _only(("campaign", "Spring"))), _entered
        ),
        Scenario("CPM up everywhere", Truth("cpa", DROP, None, "cpm"), _auction),
        Scenario(
            "CPM up in one placement",
            Truth("cpa", DROP, None, "cpm", _only(("placement", "story"))),
            _placement,
        ),
        Scenario(
            "creative fatigue", Truth("cpc", DROP, None, "ctr", _only(("campaign", "Spring"))), _fatigue
        ),
        Scenario("landing page", Truth("cpa", DROP, None, "cvr"), _landing),
        Scenario(
            "tracking break",
            Truth("conversions", DROP, None, "cvr", _only(("channel", "google-ads"))),
            _tracking,
        ),
        Scenario("mix shift", Truth("cpa", DROP, Overlay.MIX), _mix),
        Scenario(
            "cost without result",
            Truth("cpa", DROP, None, "cvr", _only(("campaign", "Remarketing"), ("ad_set", "b"))),
            _fruitless,
        ),
        Scenario("late conversions", Truth("conversions", QUIET, Overlay.DATA, late=True), _late),
        Scenario("restated", Truth("conversions", QUIET, Overlay.DATA, restated=True), _nothing),
        Scenario("budget cut", Truth("conversions", DROP, None, "spend"), _cut),
        Scenario("lower order value", Truth("conversion_value", DROP, None, "aov"), _price),
        Scenario("two causes", Truth("cpa", DROP, None, "cvr"), _two),
        Scenario("cancelling causes", Truth("cpa", QUIET), _cancelling),
    )
}
