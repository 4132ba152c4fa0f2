"""The twelve months before a cooperation: which of them are stored, channel by channel."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.period import Period


@dataclass(frozen=True)
class Retention:
    """How many months a panel keeps something; `note` names the words that say what."""

    months: int
    note: str


@dataclass(frozen=True)
class ChannelBaseline:
    """`months` are the twelve of the baseline, oldest first; `held` says which are stored whole."""

    channel: str
    months: tuple[Period, ...]
    held: tuple[bool, ...]
    retention: Retention | None = None

    @property
    def count(self) -> int:
        return sum(self.held)

    @property
    def complete(self) -> bool:
        return all(self.held)

    @property
    def missing(self) -> tuple[Period, ...]:
        return tuple(month for month, held in zip(self.months, self.held, strict=True) if not held)
