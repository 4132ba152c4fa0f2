"""Synthetic cubes of two months: counts of leaves that differ by chance, and shocks planted into them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from tiger_reports.changes.search.axes import Axis, axes

NAMES = ("campaign", "device", "placement", "age")


@dataclass(frozen=True)
class Side:
    """Impressions, clicks, conversions and spend of every leaf."""

    impressions: np.ndarray
    clicks: np.ndarray
    conversions: np.ndarray
    spend: np.ndarray


def cube(*sizes: int) -> tuple[dict[str, np.ndarray], tuple[Axis, ...]]:
    """All combinations of so many values a dimension."""
    places = np.array(list(product(*map(range, sizes))))
    columns = {
        name: np.array([f"{name} {value}" for value in places[:, at]], dtype=object)
        for at, name in enumerate(NAMES[: len(sizes)])
    }
    return columns, axes(columns)


def months(
    seed: int, leaves: int, *, factor: np.ndarray | float = 1.0, rate: np.ndarray | float = 1.0
) -> tuple[Side, Side]:
    """Before and after, alike but for chance; `factor` multiplies volume and `rate` click-through after."""
    rng = np.random.default_rng(seed)
    base = rng.lognormal(np.log(60), 1, leaves)
    return _side(rng, base, 1.0), _side(rng, base * factor, rate)


def _side(rng: np.random.Generator, base: np.ndarray, rate: np.ndarray | float) -> Side:
    impressions = rng.poisson(base * 80 * rng.gamma(60, 1 / 60, len(base))).astype(float)
    clicks = rng.binomial(impressions.astype(int), 0.02 * rate * np.ones(len(base))).astype(float)
    conversions = rng.binomial(clicks.astype(int), 0.1).astype(float)
    return Side(impressions, clicks, conversions, impressions * 0.03 * rng.lognormal(0, 0.08, len(base)))
