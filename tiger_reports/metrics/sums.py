"""Sums of one scope and period, kept apart by channel and account so that ratios know their parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Bounds:
    """What the files say of a figure that cannot be added: at least `lower`, at most `upper`.

    `exact` is the figure where a file gave it for this very scope and period. `upper` None: unknown.
    """

    lower: float
    upper: float | None
    exact: float | None = None


NO_BOUNDS: Mapping[str, Bounds] = MappingProxyType({})


@dataclass(frozen=True)
class Part:
    """The sums of one channel and account; a measure without any value is absent.

    `bounds` holds what cannot be added: people, and counts of a moment. `unsure` names measures of which a
    row gave only a bound. `result_types` says what the results are.
    `unrated` are currencies of its money that nobody gave a rate for.
    """

    channel: str
    account: str = ""
    amounts: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    bounds: Mapping[str, Bounds] = field(default_factory=lambda: NO_BOUNDS)
    currencies: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    result_types: frozenset[str] = frozenset()
    unrated: frozenset[str] = frozenset()

    @property
    def measures(self) -> frozenset[str]:
        """What it has a sum of, or bounds where that cannot be added."""
        return frozenset((*self.amounts, *self.bounds))


@dataclass(frozen=True)
class Sums:
    """The parts of one scope and period; no parts, no data."""

    parts: tuple[Part, ...] = ()

    def with_all(self, measures: AbstractSet[str]) -> Sums:
        """The parts that have every one of `measures`."""
        found = [part for part in self.parts if part.amounts.keys() >= measures]
        return self if len(found) == len(self.parts) else Sums(tuple(found))

    def knowing(self, measures: AbstractSet[str]) -> Sums:
        """The parts that have sums or bounds of every one of `measures`."""
        return Sums(tuple(part for part in self.parts if part.measures >= measures))

    def total(self, measure: str) -> float | None:
        """Sum over the parts that have the measure; None where none has."""
        found = [part.amounts[measure] for part in self.parts if measure in part.amounts]
        return sum(found) if found else None

    @property
    def measures(self) -> frozenset[str]:
        """Measures of which any part has a sum, or bounds where they cannot be added."""
        return frozenset().union(*(part.measures for part in self.parts))

    @cached_property
    def unsure(self) -> frozenset[str]:
        return frozenset().union(*(part.unsure for part in self.parts))

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(sorted({part.channel for part in self.parts}))

    @cached_property
    def one_currency(self) -> bool:
        """Whether all money is in one currency: the report's, where there is one."""
        if any(part.unrated for part in self.parts):
            return False
        return len(frozenset().union(*(part.currencies for part in self.parts))) <= 1

    @cached_property
    def one_result_type(self) -> bool:
        return len(frozenset().union(*(part.result_types for part in self.parts))) <= 1


def joined(many: Iterable[Sums]) -> Sums:
    """The sums of scopes that do not share an account, as one scope."""
    return Sums(in_order(part for sums in many for part in sums.parts))


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """By channel and account: a database gives groups in any order, and the sum of floats depends on it."""
    return tuple(sorted(parts, key=lambda part: (part.channel, part.account)))
