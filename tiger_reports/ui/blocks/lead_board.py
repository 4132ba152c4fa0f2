"""The team lead's board: one card a client with its Tiger Year, what is due, and who heard nothing."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.cooperation import Standing
from tiger_reports.model.report import MonthState
from tiger_reports.services.week.lead_board import LeadRow
from tiger_reports.text.dates import date_range, month_title, short_date
from tiger_reports.ui.blocks.links import link
from tiger_reports.ui.blocks.next_meeting import is_near, meeting_chip, meeting_link
from tiger_reports.ui.markup import chip, draw, note
from tiger_reports.ui.plain import html
from tiger_reports.ui.selection import address
from tiger_reports.ui.words import Words

SOON = 2
"""Days before a due day at which it is shown as urgent."""


def unheard(rows: tuple[LeadRow, ...], t: Words) -> None:
    """Clients that nobody was in touch with this week."""
    names = [row.client.name for row in rows if row.stands and not row.quiet.this_week]
    if names:
        note(t("ui.board.unheard", n=len(names), names=", ".join(names)), "warn")
    else:
        note(t("ui.board.all_heard"), "better")


def board_rows(rows: tuple[LeadRow, ...], t: Words) -> None:
    for row in rows:
        with st.container(border=True, key=f"lead-{row.client.id}"):
            draw(_head(row, t) + _standing(row, t) + _chips(row, t))
            with st.container(horizontal=True, gap="medium"):
                query = address(row.client, row.report.month)
                if row.meeting and is_near(row.meeting, row.today):
                    meeting_link(row.client, row.report.month, row.meeting, t)
                for slug in ("week", "month", "comments", "deck"):
                    link(slug, t(f"ui.page.{slug}.title"), query)


def _head(row: LeadRow, t: Words) -> str:
    due = f"<span>{_due(row, t)}</span>"
    return f'<div class="tr-row-head"><span><b>{html(row.client.name)}</b></span>{due}</div>'


def _due(row: LeadRow, t: Words) -> str:
    """What comes next, and how soon."""
    if not row.due:
        return chip(t("ui.board.nothing_due"), "better")
    first = row.due[0]
    said = html(t(f"ui.board.due_{first.kind}", day=short_date(first.day, t.language)))
    left = (first.day - row.today).days
    if left < 0:
        return f"{said} {chip(t('ui.start.late', n=-left), 'worse')}"
    if left == 0:
        return f"{said} {chip(t('ui.start.today'), 'warn')}"
    return f"{said} {chip(t('ui.start.days_left', n=left), 'warn' if left <= SOON else 'neutral')}"


def _standing(row: LeadRow, t: Words) -> str:
    if row.stands is None:
        day = short_date(row.client.start, t.language)
        return f'<p class="tr-row-facts">{html(t("ui.board.begins", day=day))}</p>'
    month = month_title(row.report.month, t.language)
    meeting = short_date(row.meeting.due, t.language) if row.meeting else t("ui.word.none")
    pairs = (
        *_periods(row.stands, t),
        (t("ui.board.report", month=month), t(f"ui.state.{row.report.state}")),
        (t("ui.board.meeting"), meeting),
    )
    items = "".join(f"<div><dt>{html(name)}</dt><dd>{html(text)}</dd></div>" for name, text in pairs)
    return f'<dl class="tr-dl tr-dl-lead">{items}</dl>'


def _periods(stands: Standing, t: Words) -> tuple[tuple[str, str], ...]:
    quarter, month = stands.quarter, stands.month
    return (
        (t("ui.board.week"), str(stands.week)),
        (
            t("ui.board.month", year=month.year),
            t("ui.board.numbered", n=month.number, days=date_range(month.period, t.language)),
        ),
        (
            t("ui.board.quarter", year=quarter.year),
            t("ui.board.numbered", n=quarter.number, days=date_range(quarter.period, t.language)),
        ),
        (t("ui.board.left"), t("ui.board.days", n=stands.days_left)),
    )


def _chips(row: LeadRow, t: Words) -> str:
    chips = []
    if row.report.days_left < 0 and row.report.state is not MonthState.EXPORTED:
        chips.append(chip(t("ui.board.report_late", n=-row.report.days_left), "worse"))
    if row.meeting and is_near(row.meeting, row.today):
        chips.append(meeting_chip(row.meeting, row.today, t))
    if row.late_topics:
        chips.append(chip(t("ui.board.late_topics", n=row.late_topics), "worse"))
    if row.open_topics:
        chips.append(chip(t("ui.board.open_topics", n=row.open_topics)))
    if row.stands and row.quiet.too_long:
        said = t("ui.board.quiet", n=row.quiet.days) if row.quiet.last else t("ui.board.never")
        chips.append(chip(said, "warn"))
    return f'<p class="tr-row-facts">{"".join(chips)}</p>' if chips else ""
