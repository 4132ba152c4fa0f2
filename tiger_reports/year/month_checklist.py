"""The month's checklist: the standard steps, the client's own ones, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.model.month_step import STANDARD, MonthStep


def checklist(stored: Iterable[MonthStep], own: Iterable[str]) -> tuple[MonthStep, ...]:
    """Every step of the month in order. A step that the client no longer has stays where it was done."""
    known = {step.name: step for step in stored}
    wanted = [("", what.strip()) for what in own if what.strip()]
    names = dict.fromkeys([*((key, "") for key in STANDARD), *wanted])
    done = [name for name, step in known.items() if step.done_on is not None and name not in names]
    return tuple(known.get(name) or MonthStep(*name) for name in (*names, *done))


def done_steps(stored: Iterable[MonthStep]) -> tuple[MonthStep, ...]:
    """What was done, in the order in which it was."""
    found = [step for step in stored if step.done_on is not None]
    return tuple(sorted(found, key=lambda step: (step.done_on, _place(step))))


def _place(step: MonthStep) -> int:
    return STANDARD.index(step.key) if step.key in STANDARD else len(STANDARD)
