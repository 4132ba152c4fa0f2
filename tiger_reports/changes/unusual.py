"""What is usual at an hour or on a weekday, and how far from it nothing is unusual.

Medians by slot, and one median absolute deviation of all slots, on the logarithmic scale: neither is moved by
the odd values that are looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tiger_reports.changes.normal import ROBUST

FEWEST = 14
"""Fewer values tell nothing of what is usual."""


@dataclass(frozen=True)
class Usual:
    """Logarithms of the middle of each slot, and the standard deviation around all of them."""

    middles: Mapping[Hashable, float]
    spread: float

    def distance(self, slot: Hashable, value: float) -> float | None:
        """How many standard deviations the value lies from its slot's middle; None where none is known."""
        if slot not in self.middles or value <= 0 or self.spread <= 0:
            return None
        return float(np.log(value) - self.middles[slot]) / self.spread


def usual(history: Iterable[tuple[Hashable, float]]) -> Usual | None:
    """From (slot, value) of days or hours before; values of nothing are left out. None where they are few."""
    slots: dict[Hashable, list[float]] = defaultdict(list)
    for slot, value in history:
        if value > 0:
            slots[slot].append(float(np.log(value)))
    if sum(map(len, slots.values())) < FEWEST:
        return None
    middles = {slot: float(np.median(values)) for slot, values in slots.items()}
    rest = np.concatenate([np.array(values) - middles[slot] for slot, values in slots.items()])
    return Usual(middles, ROBUST * float(np.median(np.abs(rest))))
