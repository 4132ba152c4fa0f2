"""A year of one account's ads, drawn day by day: platform x campaign x ad set x placement x region x device.

Counts are negative binomial; demand remembers the day before. Whatever a scenario bends is known, so what a
report says of the last month can be held against the truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tiger_reports.model.period import Period, months_up_to

Floats = NDArray[np.float64]
Leaf = Mapping[str, str]
DIMENSIONS = ("platform", "campaign", "ad_set", "placement", "region", "device")
LEVERS = ("spend", "cpm", "ctr", "cvr", "aov")
MEASURES = ("spend", "impressions", "clicks", "conversions", "conversion_value")
PLATFORMS = {"meta-ads": ("Spring", "Remarketing", "Traffic"), "google-ads": ("Search", "Brand", "Video")}
WEEKDAY = np.array([1.05, 1.05, 1.0, 1.0, 0.97, 0.85, 1.08])
BUDGET = 5.0  # a leaf and day, in money
USUAL = {"cpm": 9.0, "ctr": 0.016, "cvr": 0.04, "aov": 60.0}
SCATTER = {"cpm": 0.25, "ctr": 0.25, "cvr": 0.25, "aov": 0.1}
DISPERSION = {"impressions": 20.0, "clicks": 2.0, "conversions": 1.3}
DEMAND, BUDGETS, BASKET = 0.12, 0.04, 0.1


@dataclass(frozen=True, eq=False)
class Account:
    """`base` of each lever by leaf, `factors` by leaf and day; a scenario bends the factors."""

    months: tuple[Period, ...]
    leaves: tuple[Leaf, ...]
    base: Mapping[str, Floats]
    factors: Mapping[str, Floats]

    @property
    def first(self) -> date:
        return self.months[0].start

    @property
    def days(self) -> int:
        return (self.months[-1].end - self.first).days

    def span(self, period: Period) -> slice:
        return slice((period.start - self.first).days, (period.end - self.first).days)

    def leaves_of(self, **wanted: str) -> NDArray[np.bool_]:
        return np.array([all(leaf[key] == value for key, value in wanted.items()) for leaf in self.leaves])

    def bend(self, lever: str, factor: float, days: slice, leaves: NDArray[np.bool_] | None = None) -> None:
        at = np.flatnonzero(leaves) if leaves is not None else np.arange(len(self.leaves))
        self.factors[lever][at, days] *= factor


def account(month: Period, rng: np.random.Generator) -> Account:
    """Thirteen months up to `month` on which nothing happens."""
    months = months_up_to(month, 13)
    leaves = tuple(
        dict(zip(DIMENSIONS, (platform, campaign, *rest), strict=True))
        for platform, campaigns in PLATFORMS.items()
        for campaign, *rest in product(
            campaigns, ("a", "b"), ("feed", "story"), ("north", "south"), ("phone", "desk")
        )
    )
    count, days = len(leaves), (months[-1].end - months[0].start).days
    of_campaign = {
        name: {lever: rng.normal(0, 0.3) for lever in SCATTER}
        for names in PLATFORMS.values()
        for name in names
    }
    base = {"spend": BUDGET * np.exp(rng.normal(0, 0.3, count))}
    for lever, usual in USUAL.items():
        shift = np.array([of_campaign[leaf["campaign"]][lever] for leaf in leaves])
        base[lever] = usual * np.exp(SCATTER[lever] * rng.normal(0, 1, count) * 0.5 + shift * SCATTER[lever])
    return Account(months, leaves, base, {lever: np.ones((count, days)) for lever in LEVERS})


def drawn(world: Account, memory: float, rng: np.random.Generator) -> Mapping[str, Floats]:
    """Measures by leaf and day."""
    first = world.first.weekday()
    weekday = WEEKDAY[(first + np.arange(world.days)) % 7]
    levers = {lever: world.base[lever][:, None] * world.factors[lever] for lever in LEVERS}
    spend = levers["spend"] * weekday * _remembering(world.days, 0.5, BUDGETS, rng)
    impressions = _counts(spend * 1000 / levers["cpm"], DISPERSION["impressions"], rng)
    clicks = _counts(impressions * levers["ctr"], DISPERSION["clicks"], rng)
    demand = _remembering(world.days, memory, DEMAND, rng)
    conversions = _counts(clicks * levers["cvr"] * demand, DISPERSION["conversions"], rng)
    basket = levers["aov"] * np.exp(rng.normal(0, BASKET, spend.shape))
    return dict(zip(MEASURES, (spend, impressions, clicks, conversions, conversions * basket), strict=True))


def _remembering(days: int, memory: float, spread: float, rng: np.random.Generator) -> Floats:
    path = rng.normal(size=days)
    for day in range(1, days):
        path[day] = memory * path[day - 1] + np.sqrt(1 - memory**2) * path[day]
    found: Floats = np.exp(spread * path - spread**2 / 2)
    return found


def _counts(mean: Floats, dispersion: float, rng: np.random.Generator) -> Floats:
    rate = rng.gamma(np.maximum(mean, 1e-9) / (dispersion - 1), dispersion - 1)
    found: Floats = rng.poisson(np.where(mean > 0, rate, 0.0)).astype(np.float64)
    return found
