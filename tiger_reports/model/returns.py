"""What more spend brought: how results follow it, week by week."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Band:
    """Weeks of alike change: of their spend and of their results, against the same weeks a year before."""

    spend: float
    results: float


@dataclass(frozen=True)
class Returns:
    """By which share results grow where spend grows by 1 %, with its 95 % interval, over `weeks` pairs.

    `bands` go from the least spend added to the most.
    """

    metric: str
    slope: float
    low: float
    high: float
    weeks: int
    bands: tuple[Band, ...]

    @property
    def flattens(self) -> bool:
        """Whether each further unit of money brings less than the one before it."""
        return self.high < 1
