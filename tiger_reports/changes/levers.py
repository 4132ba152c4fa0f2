"""Through which factor of its chain a figure moved: effects in the figure's unit that add up to the change.

Additive logarithmic mean Divisia index (LMDI-I; Ang 2005, Energy Policy 33, 867-871): with V = x1 * x2 ...
the effect of x is L(V1, V0) * ln(x1 / x0), L being the logarithmic mean. Where a zero or a negative value
forbids logarithms, the Shapley value of the same product. No residual either way.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Sums
from tiger_reports.metrics.values import measures, value
from tiger_reports.model.change import Lever
from tiger_reports.model.metric import Metric

CLOSE = 1e-9
CLOSE_TO_ONE = 0.5


@dataclass(frozen=True)
class Factor:
    """One metric of a chain, `power` -1 where it divides."""

    metric: str
    power: int
    before: float
    after: float

    def at(self, *, now: bool) -> float:
        return (self.after if now else self.before) ** self.power


def levers(entry: Metric, after: Sums, before: Sums) -> tuple[Lever, ...]:
    """The split of `entry`'s change; empty where it has no chain or the files lack a factor of it.

    All factors are taken over the same channels; if some channel has the figure and not the chain, no
    split would add up to the change, and none is given.
    """
    links = [(metric(link.lstrip("/")), -1 if link.startswith("/") else 1) for link in entry.chain]
    needed = set(measures(entry)).union(*(measures(link) for link, _ in links))
    sides = [side.with_all(set(measures(entry))) for side in (before, after)]
    if not links or any(side.with_all(needed) is not side or not side.parts for side in sides):
        return ()
    totals = [value(entry, side).amount for side in sides]
    factors = [_factor(link, power, sides) for link, power in links]
    if None in totals or None in factors:
        return ()
    known = [factor for factor in factors if factor is not None]
    return _split(known, float(totals[0] or 0.0), float(totals[1] or 0.0))


def _factor(link: Metric, power: int, sides: list[Sums]) -> Factor | None:
    """A factor that is undefined on one side stays as on the other: the chain stopped before it."""
    then, now = (value(link, side).amount for side in sides)
    known = now if then is None else then
    if known is None:
        return None
    found = Factor(link.key, power, known, known if now is None else now)
    return None if power < 0 and 0 in (found.before, found.after) else found


def _split(factors: list[Factor], before: float, after: float) -> tuple[Lever, ...]:
    products = [_product(factors, set(range(len(factors))) if now else set()) for now in (False, True)]
    constant = before / products[0] if products[0] else after / products[1] if products[1] else 0.0
    if not all(
        _same(constant * product, total) for product, total in zip(products, (before, after), strict=True)
    ):
        return ()
    effects = (
        _lmdi(factors, before, after) if _positive(factors, before, after) else _shapley(factors, constant)
    )
    return tuple(
        Lever(factor.metric, factor.before, factor.after, effect)
        for factor, effect in zip(factors, effects, strict=True)
    )


def _positive(factors: list[Factor], before: float, after: float) -> bool:
    return min(before, after, *(min(factor.before, factor.after) for factor in factors)) > 0


def _lmdi(factors: list[Factor], before: float, after: float) -> list[float]:
    mean = _log_mean(after, before)
    return [mean * factor.power * math.log(factor.after / factor.before) for factor in factors]


def _log_mean(one: float, other: float) -> float:
    """(a - b) / ln(a / b), and a where both are the same.

    Where they are close, log1p keeps the digits that ln(a / b) would lose; where they are far apart it is
    the other way round.
    """
    ratio = (one - other) / other
    if not ratio:
        return one
    logarithm = math.log1p(ratio) if abs(ratio) < CLOSE_TO_ONE else math.log(one / other)
    return (one - other) / logarithm


def _shapley(factors: list[Factor], constant: float) -> list[float]:
    """Mean effect of moving each factor over all orders of moving them; 2^n products for n factors."""
    places = range(len(factors))

    def effect(at: int) -> float:
        others = [place for place in places if place != at]
        moved = [set(chosen) for size in range(len(factors)) for chosen in combinations(others, size)]
        return sum(_weight(len(done), len(factors)) * _step(factors, done, at) for done in moved)

    return [constant * effect(at) for at in places]


def _step(factors: list[Factor], moved: set[int], at: int) -> float:
    return _product(factors, moved | {at}) - _product(factors, moved)


def _weight(done: int, count: int) -> float:
    return 1 / (count * math.comb(count - 1, done))


def _product(factors: list[Factor], moved: set[int]) -> float:
    return math.prod(factor.at(now=at in moved) for at, factor in enumerate(factors))


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE)
