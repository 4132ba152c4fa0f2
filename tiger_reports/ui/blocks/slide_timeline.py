"""A timeline on a slide: bars over common months, one a row."""

from __future__ import annotations

from datetime import date, timedelta

from tiger_reports.model.period import Period
from tiger_reports.model.slide import Bar, Timeline
from tiger_reports.text.dates import date_range
from tiger_reports.ui.plain import html

HUNDRED = 100


def timeline_markup(shown: Timeline, language: str) -> str:
    """Months above, then a row a bar with its days, who does it, and what has to be reached before."""
    starts = [day for day, _ in shown.ticks] + [bar.first for bar in shown.bars]
    whole = Period(min(starts), shown.end)
    ticks = "".join(
        f'<i style="left:{_at(day, whole)}%">{html(name)}</i>' for day, name in shown.ticks if day in whole
    )
    bars = "".join(_bar(bar, whole, language) for bar in shown.bars)
    legend = f'<p class="tr-legend">{html(shown.legend)}</p>' if shown.legend else ""
    head = f'<dt></dt><dd class="tr-gantt-months">{ticks}</dd>'
    return f'<dl class="tr-gantt" aria-label="{html(shown.alt)}">{head}{bars}</dl>{legend}'


def _bar(bar: Bar, whole: Period, language: str) -> str:
    left, right = _at(bar.first, whole), _at(bar.last + timedelta(1), whole)
    days = date_range(Period(bar.first, bar.last + timedelta(1)), language)
    said = html(" · ".join(part for part in (days, bar.note, bar.gate) if part.strip()))
    return (
        f"<dt>{html(bar.name)} <span>{said}</span></dt>"
        f'<dd><span style="margin-left:{left}%;width:{round(right - left, 2)}%"></span></dd>'
    )


def _at(day: date, whole: Period) -> float:
    return round(HUNDRED * (day - whole.start).days / whole.days, 2)
