"""What a series or bar stands for."""

from __future__ import annotations

from enum import StrEnum

from tiger_reports.model.change import Verdict


class Role(StrEnum):
    """What a series or bar stands for; each has one look everywhere."""

    NOW = "now"
    PREVIOUS = "previous"
    YEAR_AGO = "year_ago"
    TARGET = "target"
    HIGHLIGHT = "highlight"
    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"
    HIDDEN = "hidden"  # holds up what stands on it, and is not seen

    @classmethod
    def of(cls, verdict: Verdict) -> Role:
        """What a bar of a change stands for: better, worse, or neither."""
        return {Verdict.BETTER: cls.BETTER, Verdict.WORSE: cls.WORSE}.get(verdict, cls.NEUTRAL)
