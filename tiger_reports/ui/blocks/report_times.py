"""How long reports took from the first file to the deck, month by month, as small bars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from tiger_reports.model.turnaround import MonthTime
from tiger_reports.text.dates import month_title
from tiger_reports.text.numbers import number
from tiger_reports.ui.markup import draw, note, section
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words
from tiger_reports.year.turnaround import EVERYBODY

MONTHS = 12
LONGEST_BAR = 60
"""Percent of its cell that the longest bar takes; the words stand behind it."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def report_times(found: tuple[MonthTime, ...], t: Words) -> None:
    section(t("ui.times.title"), t("ui.times.lead"))
    months = [list(group) for _, group in groupby(found, key=lambda one: one.month)][-MONTHS:]
    if not months:
        note(t("ui.times.none"))
        return
    longest = max(one.median for group in months for one in group)
    rows = "".join(_rows(group, longest, t) for group in months)
    heads = "".join(
        f'<th scope="col">{html(t(key))}</th>'
        for key in ("ui.word.month", "ui.times.who", "ui.times.took", "ui.times.reports")
    )
    draw(
        f'<div class="tr-table tr-times" tabindex="0" role="region" aria-label="{html(t("ui.times.title"))}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _rows(group: Iterable[MonthTime], longest: timedelta, t: Words) -> str:
    return "".join(_row(one, longest, t) for one in group)


def _row(one: MonthTime, longest: timedelta, t: Words) -> str:
    everybody = one.specialist == EVERYBODY
    month = f"<b>{html(month_title(one.month, t.language))}</b>" if everybody else ""
    who = html(t("ui.times.everybody") if everybody else one.specialist)
    share = LONGEST_BAR * (one.median / longest) if longest else 0.0
    tone = "all" if everybody else "one"
    bar = f'<span class="tr-bar tr-bar-{tone}" style="width:{share:.1f}%" aria-hidden="true"></span>'
    took = f"<span>{html(duration(one.median, t))}</span>"
    return (
        f"<tr><td>{month}</td><td>{who}</td>"
        f'<td class="tr-bar-cell">{bar}{took}</td><td>{one.reports}</td></tr>'
    )


def duration(took: timedelta, t: Words) -> str:
    """Days with one decimal, or hours where it was less than a day."""
    unit, key = (DAY, "ui.times.days") if took >= DAY else (HOUR, "ui.times.hours")
    amount = round(took / unit, 1)
    whole = amount == int(amount)
    return t(key, n=int(amount) if whole else amount, value=number(amount, t.language, 0 if whole else 1))
