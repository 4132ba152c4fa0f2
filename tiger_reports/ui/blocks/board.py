"""One row a client: how far its month is, what is open, when it is due."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from tiger_reports.model.report import MonthState
from tiger_reports.services.week.board import BoardRow
from tiger_reports.text.dates import month_title, short_date
from tiger_reports.text.periods import quarter_title
from tiger_reports.ui.blocks.links import link
from tiger_reports.ui.blocks.next_meeting import is_near, meeting_chip, meeting_link
from tiger_reports.ui.blocks.steps import steps_markup
from tiger_reports.ui.importing.named import panel_word
from tiger_reports.ui.markup import chip, draw
from tiger_reports.ui.plain import html
from tiger_reports.ui.selection import address
from tiger_reports.ui.words import Words

SOON = 2
"""Working time left at which a due date is shown as urgent, in days."""


def board(rows: tuple[BoardRow, ...], t: Words) -> None:
    for row in rows:
        _row(row, t)


def _row(row: BoardRow, t: Words) -> None:
    with st.container(border=True, key=f"board-{row.client.id}"):
        draw(_head(row, t) + steps_markup(row.state, row.client.name, t) + _facts(row, t))
        with st.container(horizontal=True, gap="medium"):
            query = address(row.client, row.month)
            if row.meeting and is_near(row.meeting, row.today):
                meeting_link(row.client, row.month, row.meeting, t)
            for slug in _next_pages(row):
                link(slug, t(f"ui.start.to_{slug}"), query)
            for month in row.moved:
                label = t("ui.start.decide", month=month_title(month, t.language))
                link("deck", label, address(row.client, month))


def _next_pages(row: BoardRow) -> tuple[str, ...]:
    """Where the work goes on, most useful first."""
    if row.state is MonthState.NO_DATA:
        return ("import",)
    if row.blocking:
        return ("comments", "month", "import")
    return ("deck", "month", "comments")


def _head(row: BoardRow, t: Words) -> str:
    name = f"<b>{html(row.client.name)}</b> {html(month_title(row.month, t.language))}"
    return f'<div class="tr-row-head"><span>{name}</span><span>{_due(row, t)}</span></div>'


def _due(row: BoardRow, t: Words) -> str:
    due = html(t("ui.start.due", date=short_date(row.due, t.language)))
    if row.paused:
        return chip(t("ui.start.paused"), "neutral")
    if row.state is MonthState.EXPORTED:
        return due
    if row.days_left < 0:
        return f"{due} {chip(t('ui.start.late', n=-row.days_left), 'worse')}"
    if row.days_left == 0:
        return f"{due} {chip(t('ui.start.today'), 'warn')}"
    kind = "warn" if row.days_left <= SOON else "neutral"
    return f"{due} {chip(t('ui.start.days_left', n=row.days_left), kind)}"


def _facts(row: BoardRow, t: Words) -> str:
    chips = []
    if row.blocking:
        chips.append(chip(t("ui.start.drops", n=row.blocking), "worse"))
    chips.append(
        chip(t("ui.start.open", n=len(row.open_items)), "warn")
        if row.open_items
        else chip(t("ui.start.nothing_open"), "better")
    )
    if row.doubted:
        metrics = ", ".join(t(f"metric.{metric}.name") for metric in row.doubted)
        chips.append(chip(t("ui.start.doubted", metrics=metrics), "worse"))
    if row.moved:
        months = ", ".join(month_title(month, t.language) for month in row.moved)
        chips.append(chip(t("ui.start.moved", months=months), "worse"))
    names = ", ".join(panel_word(channel, t) for channel in row.channels)
    loaded = t("ui.start.channels", names=names) if names else t("ui.start.no_channels")
    missing = ", ".join(panel_word(channel, t) for channel in row.missing_channels)
    lines = [loaded, *([t("ui.start.missing", names=missing)] if missing else [])]
    if row.meeting and is_near(row.meeting, row.today):
        chips.append(meeting_chip(row.meeting, row.today, t))
    facts = f'<p class="tr-row-facts">{" ".join(chips)} &nbsp; {html(" · ".join(lines))}</p>'
    told = " · ".join(_cooperation(row, t))
    return facts + (f'<p class="tr-row-facts">{html(told)}</p>' if told else "")


def _cooperation(row: BoardRow, t: Words) -> Iterator[str]:
    """Quarter, month and week of the cooperation, days left, and the next meeting."""
    if row.standing is not None:
        yield quarter_title(row.standing.quarter, t.language)
        yield t("ui.start.tiger_month", month=row.standing.month.number)
        yield t("ui.cooperation.week", week=row.standing.week)
        yield t("ui.cooperation.days_left", n=row.standing.days_left)
    if row.meeting is not None and not is_near(row.meeting, row.today):
        yield t("ui.start.meeting", day=short_date(row.meeting.due, t.language))
