"""How far two sources of one figure may lie apart before somebody has to choose."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ROUNDING = 0.005
"""Sums of cents in another order; a count that differs at all differs by more."""


@dataclass(frozen=True)
class Tolerance:
    """`share` is a fraction of the larger amount, `amount` in the measure's unit: the wider one holds."""

    share: float = 0.0
    amount: float = 0.0
    never_fails: bool = False

    def of(self, one: float, other: float) -> float:
        return max(self.share * max(abs(one), abs(other)), self.amount, ROUNDING)

    def holds(self, one: float, other: float) -> bool:
        """Whether the two agree; which is asked first makes no difference."""
        return abs(one - other) <= self.of(one, other)


EXACT = Tolerance()


def tolerance(measure: str) -> Tolerance:
    return tolerances().get(measure, EXACT)


@cache
def tolerances() -> Mapping[str, Tolerance]:
    """Those that differ from exact, by measure."""
    text = (files(__package__) / "tolerances.toml").read_text("utf-8")
    return {name: Tolerance(**entry) for name, entry in tomllib.loads(text)["measures"].items()}
