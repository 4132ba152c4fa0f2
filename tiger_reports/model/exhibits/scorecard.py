"""Headline figures as cards."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.words import Delta


@dataclass(frozen=True)
class Scorecard:
    metric: str
    name: str
    value: str
    deltas: tuple[Delta, ...]
    series: tuple[float | None, ...]
    tone: Verdict
    badge: str = ""
    badge_verdict: Verdict = Verdict.UNKNOWN
    links_to: str = ""  # key of the slide that tells more
    short: str = ""  # the name where the full one does not fit


@dataclass(frozen=True)
class Scorecards:
    cards: tuple[Scorecard, ...]
    alt: str
