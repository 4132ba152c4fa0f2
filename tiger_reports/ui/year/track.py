"""The years of a cooperation under each other on one scale: quarters, months, reports, meetings, today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tiger_reports.model.baseline import ChannelBaseline
from tiger_reports.model.cooperation import MeetingState
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthState
from tiger_reports.model.tiger_track import Track, TrackedMeeting, YearTrack
from tiger_reports.text.dates import date_range, month_short, short_date
from tiger_reports.text.periods import quarter_short, quarter_title, year_name, year_title
from tiger_reports.ui.markup import chip
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

HUNDRED = 100
LATE = 85
"""From here on, in percent of a year, the words of a mark stand to the left of its day."""
SIGNS = {
    MonthState.NO_DATA: "–",
    MonthState.LOADED: "○",
    MonthState.CHECKED: "○",
    MonthState.COMMENTED: "◐",
    MonthState.APPROVED: "●",
    MonthState.EXPORTED: "✓",
}
"""A sign beside every colour: nobody has to tell green from grey."""
MEETINGS = {
    MeetingState.AHEAD: ("◇", "neutral"),
    MeetingState.SOON: ("◆", "warn"),
    MeetingState.DUE: ("◆", "warn"),
    MeetingState.MISSED: ("▲", "worse"),
    MeetingState.DONE: ("✓", "better"),
}


def track_markup(track: Track, t: Words) -> str:
    """A picture with one name; `track_table` says the same to those who do not see it."""
    rows = "".join(_year(one, track, t) for one in track.years)
    signs = {SIGNS[state]: t(f"ui.state.{state}") for state in MonthState if state is not MonthState.CHECKED}
    states = " · ".join(f"{sign} {name}" for sign, name in signs.items())
    held = " · ".join(f"{MEETINGS[one][0]} {t(f'ui.year.meeting_{one}')}" for one in MeetingState)
    legend = f'<p class="tr-legend">{html(t("ui.year.reports"))}: {html(states)}</p>'
    legend += f'<p class="tr-legend">{html(t("ui.year.meetings"))}: {html(held)}</p>'
    alt = html(t("ui.year.track_alt", n=len(track.years), day=short_date(track.today, t.language)))
    return f'<div class="tr-track" role="img" aria-label="{alt}">{_before(track, t)}{rows}{legend}</div>'


def _before(track: Track, t: Words) -> str:
    """The twelve months before the cooperation: whole in every channel, in some, or in none."""
    if not track.baseline:
        return ""
    months = track.baseline[0].months
    whole = sum(all(one.held[at] for one in track.baseline) for at in range(len(months)))
    period = Period(months[0].start, months[-1].end)
    cells = "".join(
        _cell(month, period, html(month_short(month, t.language)), _stored(track.baseline, at))
        for at, month in enumerate(months)
    )
    count = chip(t("ui.year.baseline", n=whole), "better" if whole == len(months) else "warn")
    days = date_range(period, t.language)
    return (
        f'<p class="tr-part">{html(t("ui.baseline.title"))} <small>{html(days)}</small> {count}</p>'
        f'<div class="tr-track-body">{_row(t("ui.year.stored"), cells)}</div>'
    )


def _stored(channels: tuple[ChannelBaseline, ...], at: int) -> str:
    held = sum(one.held[at] for one in channels)
    return "done" if held == len(channels) else "part" if held else "none"


def _year(one: YearTrack, track: Track, t: Words) -> str:
    whole = one.year.period
    rows = (
        _row(t("ui.year.quarters"), "".join(_quarters(one, track, t)), "tall"),
        _row(t("ui.year.months"), "".join(_months(one, track, t))),
        _row(t("ui.year.reports"), "".join(_reports(one, track, t))),
        _row(t("ui.year.meetings"), "".join(_meeting(held, whole, t) for held in one.meetings), "marks"),
    )
    over = "".join((*_pauses(track, whole, t), *_today(track.today, whole, t)))
    name, days = year_name(one.year.number, t.language), date_range(whole, t.language)
    return (
        f'<p class="tr-part">{html(name)} <small>{html(days)}</small></p>'
        f'<div class="tr-track-body">{"".join(rows)}<div class="tr-track-over">{over}</div></div>'
    )


def _row(label: str, cells: str, kind: str = "") -> str:
    return f'<span class="tr-track-label">{html(label)}</span><div class="tr-lane {kind}">{cells}</div>'


def _quarters(one: YearTrack, track: Track, t: Words) -> Iterator[str]:
    for quarter in one.quarters:
        name = html(quarter_short(quarter.year, quarter.number, t.language))
        days = html(date_range(quarter.period, t.language))
        text = f"<b>{name}</b><small>{days}</small>"
        yield _cell(quarter.period, one.year.period, text, _tense(quarter.period, track.today))


def _months(one: YearTrack, track: Track, t: Words) -> Iterator[str]:
    for month in one.months:
        first = html(short_date(month.period.start, t.language))
        yield _cell(
            month.period, one.year.period, f"{month.number}", _tense(month.period, track.today), first
        )


def _reports(one: YearTrack, track: Track, t: Words) -> Iterator[str]:
    """Calendar months, cut where the year begins and ends; those that have not begun say nothing yet."""
    for month, state in one.reports:
        begun = month.start <= track.today
        kind = _report_kind(state) if begun else "ahead"
        sign = f"{SIGNS[state]} " if begun else ""
        text = f"{sign}{html(month_short(month, t.language))}"
        yield _cell(month, one.year.period, text, kind, html(t(f"ui.state.{state}")))


def _report_kind(state: MonthState) -> str:
    if state in (MonthState.APPROVED, MonthState.EXPORTED):
        return "done"
    return "none" if state is MonthState.NO_DATA else "part"


def _meeting(held: TrackedMeeting, whole: Period, t: Words) -> str:
    sign, tone = MEETINGS[held.state]
    day = held.held_on or held.meeting.due
    text = html(short_date(day, t.language))
    at = _at(day, whole)
    side = f"right:{HUNDRED - at}%" if at > LATE else f"left:{at}%"
    return f'<span class="tr-track-mark tr-{tone}" style="{side}">{sign} {text}</span>'


def _pauses(track: Track, whole: Period, t: Words) -> Iterator[str]:
    for pause in track.pauses:
        if pause.touches(whole):
            days = Period(pause.start, pause.end or max(track.today, pause.start) + timedelta(1))
            left, width = _place(days, whole)
            said = html(t("ui.year.pause", reason=pause.reason))
            yield f'<s style="left:{left}%;width:{width}%" title="{said}"><small>{said}</small></s>'


def _today(today: date, whole: Period, t: Words) -> Iterator[str]:
    if today in whole:
        yield f'<i style="left:{_at(today, whole)}%"><small>{html(t("ui.year.today"))}</small></i>'


def _tense(period: Period, today: date) -> str:
    if today in period:
        return "now"
    return "past" if period.end <= today else "ahead"


def _cell(days: Period, whole: Period, text: str, kind: str, title: str = "") -> str:
    """`text` and `title` are markup already."""
    left, width = _place(days, whole)
    where = f"left:{left}%;width:{width}%"
    return f'<span class="tr-cell tr-cell-{kind}" style="{where}" title="{title}">{text}</span>'


def _place(days: Period, whole: Period) -> tuple[float, float]:
    """Where days lie in a whole, cut at its ends: percent from the left, and percent wide."""
    first, end = max(days.start, whole.start), min(days.end, whole.end)
    return _at(first, whole), round(HUNDRED * (end - first).days / whole.days, 2)


def _at(day: date, whole: Period) -> float:
    return round(HUNDRED * (day - whole.start).days / whole.days, 2)


def track_table(track: Track, t: Words) -> Table:
    """Everything that the picture shows, row by row."""
    names = ("what", "days", "state")
    columns = tuple(Column(t(f"ui.year.{name}"), numeric=False, weight=2) for name in names)
    rows = tuple(tuple(Cell(text) for text in row) for row in _said(track, t))
    return Table(columns, rows, t("ui.year.track"), "track")


def _said(track: Track, t: Words) -> Iterator[tuple[str, str, str]]:
    language = t.language
    for year in track.years:
        yield year_title(year.year, language), date_range(year.year.period, language), ""
        yield from _said_meetings(year.meetings, t)
        for month, state in year.reports:
            if month.start <= track.today:
                yield month_short(month, language), date_range(month, language), t(f"ui.state.{state}")
    for pause in track.pauses:
        last = short_date(pause.end, language) if pause.end else ""
        yield t("ui.year.pause", reason=pause.reason), short_date(pause.start, language), last


def _said_meetings(meetings: Iterable[TrackedMeeting], t: Words) -> Iterator[tuple[str, str, str]]:
    for held in meetings:
        quarter = quarter_title(held.meeting.quarter, t.language)
        day = short_date(held.held_on or held.meeting.due, t.language)
        yield t("ui.year.meeting_of", quarter=quarter), day, t(f"ui.year.meeting_{held.state}")
