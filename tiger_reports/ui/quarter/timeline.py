"""The steps of a proposal as bars over their days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from tiger_reports.model.period import Period
from tiger_reports.model.year_plan import Step
from tiger_reports.text.dates import date_range
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

HUNDRED = 100


def timeline_markup(steps: Iterable[Step], t: Words) -> str:
    """Steps that have both days, the first above; nothing where there is none."""
    dated = [(step, _days(step)) for step in steps]
    found = sorted(((step, days) for step, days in dated if days is not None), key=lambda pair: pair[1].start)
    if not found:
        return ""
    whole = Period(min(days.start for _, days in found), max(days.end for _, days in found))
    bars = "".join(_bar(step, days, whole, t) for step, days in found)
    return f'<dl class="tr-gantt" aria-label="{html(t("agenda.timeline"))}">{bars}</dl>'


def _days(step: Step) -> Period | None:
    if step.start is None or step.last is None or step.last < step.start:
        return None
    return Period(step.start, step.last + timedelta(1))


def _bar(step: Step, days: Period, whole: Period, t: Words) -> str:
    left = round(HUNDRED * (days.start - whole.start).days / whole.days, 2)
    width = round(HUNDRED * days.days / whole.days, 2)
    said = " · ".join(part for part in (date_range(days, t.language), step.owner, step.gate) if part.strip())
    return (
        f"<dt>{html(step.what)} <span>{html(said)}</span></dt>"
        f'<dd><span style="margin-left:{left}%;width:{width}%"></span></dd>'
    )
