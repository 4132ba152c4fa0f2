"""Whether a figure met its target, by the metric's good direction."""

from __future__ import annotations

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.change import Verdict
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Good


def target_met(telling: Telling, figure: Figure) -> bool | None:
    """None where there is no target, no figure, no good direction, or only a part of the month."""
    if telling.report.coverage.partial:
        return None
    value, target = figure.value.amount, figure.target
    good = words.metric(figure.metric).good
    if value is None or target is None or good not in (Good.UP, Good.DOWN):
        return None
    return value >= target if good is Good.UP else value <= target


def target_badge(telling: Telling, figure: Figure) -> tuple[str, Verdict]:
    met = target_met(telling, figure)
    if met is None:
        return "", Verdict.UNKNOWN
    word = telling.say("target.met" if met else "target.missed")
    return word, Verdict.BETTER if met else Verdict.WORSE
