"""A timeline on a slide: bars over common months, one a row."""

from __future__ import annotations

from datetime import date, timedelta

from tiger_reports.model.exhibits.timeline import Bar, Timeline
from tiger_reports.model.period import Period
from tiger_reports.ui.plain import html

HUNDRED = 100
GATE = "◆"
"""The sign of a condition, as the legend of the slide has it."""


def timeline_markup(shown: Timeline) -> str:
    """Months above, then a row a bar with its note, and what has to be reached before it."""
    starts = [day for day, _ in shown.ticks] + [bar.first for bar in shown.bars]
    whole = Period(min(starts), shown.end)
    ticks = "".join(
        f'<i style="left:{_at(day, whole)}%">{html(name)}</i>' for day, name in shown.ticks if day in whole
    )
    bars = "".join(_bar(bar, whole) for bar in shown.bars)
    legend = f'<p class="tr-legend">{html(shown.legend)}</p>' if shown.legend else ""
    head = f'<dt></dt><dd class="tr-gantt-months">{ticks}</dd>'
    return f'<dl class="tr-gantt" aria-label="{html(shown.alt)}">{head}{bars}</dl>{legend}'


def _bar(bar: Bar, whole: Period) -> str:
    left, right = _at(bar.first, whole), _at(bar.last + timedelta(1), whole)
    gate = f"{GATE} {bar.gate}" if bar.gate.strip() else ""
    said = html(" · ".join(part for part in (bar.note, gate) if part.strip()))
    return (
        f"<dt>{html(bar.name)} <span>{said}</span></dt>"
        f'<dd><span style="margin-left:{left}%;width:{round(right - left, 2)}%"></span></dd>'
    )


def _at(day: date, whole: Period) -> float:
    return round(HUNDRED * (day - whole.start).days / whole.days, 2)
