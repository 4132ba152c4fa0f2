"""What the figures say of the audience: groups whose share of results is not their share of spend."""

from __future__ import annotations

from dataclasses import dataclass

CHANNEL, WEEKDAY = "channel", "weekday"
"""Dimensions that every client has, beside those that single files are cut by."""


@dataclass(frozen=True)
class Group:
    """One value of a dimension, empty where the file does not tell it; a weekday is its number from 0."""

    name: str
    spend: float
    results: float

    @property
    def cost(self) -> float | None:
        return self.spend / self.results if self.results else None


@dataclass(frozen=True)
class AudienceFinding:
    """`told` is the place of the group that stands out; `channel` is whose files are cut, empty for all."""

    dimension: str
    channel: str
    groups: tuple[Group, ...]
    told: int

    @property
    def group(self) -> Group:
        return self.groups[self.told]

    @property
    def whole(self) -> Group:
        return Group("", sum(one.spend for one in self.groups), sum(one.results for one in self.groups))

    @property
    def elsewhere(self) -> Group:
        """All other groups together."""
        whole, own = self.whole, self.group
        return Group("", whole.spend - own.spend, whole.results - own.results)

    @property
    def spend_share(self) -> float:
        return self.group.spend / self.whole.spend

    @property
    def result_share(self) -> float:
        return self.group.results / self.whole.results

    @property
    def dearer(self) -> float:
        """By which part one result costs more than elsewhere; below zero where it costs less."""
        own, others = self.group, self.elsewhere
        return (own.spend * others.results) / (own.results * others.spend) - 1
