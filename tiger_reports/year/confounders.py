"""What else happened inside the windows of an effect: whoever reads it must know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tiger_reports.model.activity import Activity
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.definition_break import Break
from tiger_reports.model.effect import Confounder, ConfounderKind, Effect, EffectVerdict, WhyNot
from tiger_reports.model.period import Period, overlap


def windows(effect: Effect) -> tuple[Period, ...]:
    """The windows that the verdict rests on."""
    return effect.before.period, effect.during.period


def of_log(
    entries: Iterable[LogEntry], found: Iterable[Period], channels: Collection[str]
) -> Iterator[Confounder]:
    """Changes to campaigns of the activity's channels, empty meaning all."""
    held = tuple(found)
    for entry in entries:
        ours = not channels or not entry.channel or entry.channel in channels
        if ours and _inside(entry.day, held):
            yield Confounder(ConfounderKind.LOG, entry.day, entry.what)


def of_activities(others: Iterable[Activity], found: Iterable[Period]) -> Iterator[Confounder]:
    """Other activities that ran meanwhile."""
    held = tuple(found)
    for other in others:
        days = other.days
        if other.accepted and days is not None and any(overlap(days, window) for window in held):
            yield Confounder(ConfounderKind.ACTIVITY, days.start, other.title, days.last_day)


def of_holidays(known: Mapping[date, str], found: Iterable[Period]) -> Iterator[Confounder]:
    held = tuple(found)
    for day, name in sorted(known.items()):
        if _inside(day, held):
            yield Confounder(ConfounderKind.HOLIDAY, day, name)


def of_breaks(
    known: Iterable[Break], metric: str, whole: Period, channels: Collection[str]
) -> Iterator[Confounder]:
    """Days on which the figure began to mean something else, between the first window and the last day."""
    for one in known:
        about = not one.metrics or metric in one.metrics
        ours = not channels or not one.channel or one.channel in channels
        if about and ours and whole.start < one.day < whole.end:
            yield Confounder(ConfounderKind.BREAK, one.day, one.text)


def of_missing(days: Collection[date], found: Iterable[Period]) -> Iterator[Confounder]:
    """Days without a figure, runs of them as one."""
    for window in found:
        run: list[date] = []
        for day in (window.start + timedelta(at) for at in range(window.days + 1)):
            if day < window.end and day not in days:
                run.append(day)
            elif run:
                yield Confounder(ConfounderKind.MISSING, run[0], "", run[-1])
                run = []


def weighed(effect: Effect, told: tuple[Confounder, ...]) -> Effect:
    """The effect with what else happened. Across a changed definition nothing can be told."""
    if not any(one.kind is ConfounderKind.BREAK for one in told):
        return replace(effect, confounders=told)
    return Effect(
        effect.metric,
        EffectVerdict.CANNOT_TELL,
        effect.before,
        effect.during,
        why_not=WhyNot.BROKEN,
        confounders=told,
    )


def _inside(day: date, found: Iterable[Period]) -> bool:
    return any(day in window for window in found)
