"""The Quarter page: which meeting, its agenda, and the records that it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from tiger_reports.model.log import DeckKind
from tiger_reports.model.tiger_records import QuarterRecords
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.model.tiger_year import tiger_quarter
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.records import quarter_records
from tiger_reports.text.dates import date_range
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, head
from tiger_reports.ui.onboarding.problems import problems
from tiger_reports.ui.plain import html
from tiger_reports.ui.quarter.activities import activities
from tiger_reports.ui.quarter.due import due
from tiger_reports.ui.quarter.meeting import achieved, decisions, feeling, notes, plans
from tiger_reports.ui.quarter.proposals import channels, proposals
from tiger_reports.ui.quarter.questions import questions
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.quarter.year_end import aims, picks, proposal, sketch, timeline
from tiger_reports.ui.state import QUARTER, YEAR
from tiger_reports.ui.tiger.asked import with_report
from tiger_reports.ui.tiger.deck import tiger_deck
from tiger_reports.ui.tiger.drops import drops
from tiger_reports.ui.tiger.figures import figures
from tiger_reports.ui.tiger.parts import draw_parts

QUARTERS = (1, 2, 3, 4)
Part = Callable[[Talk], None]


@dataclass(frozen=True)
class _Point:
    """One point of an agenda and what it draws."""

    name: str
    draw: Part


AGENDAS: Mapping[int, tuple[_Point, ...]] = {
    1: (
        _Point("problems", lambda talk: problems(talk.visit)),
        _Point("achieved", achieved),
        _Point("feeling", feeling),
    ),
    2: (_Point("proposals", proposals), _Point("activities", activities), _Point("plans", plans)),
    3: (
        _Point("activities", activities),
        _Point("questions", questions),
        _Point("channels", channels),
        _Point("sketch", sketch),
    ),
    4: (
        _Point("sketch", sketch),
        _Point("activities", activities),
        _Point("picks", picks),
        _Point("aims", aims),
        _Point("proposal", proposal),
        _Point("timeline", timeline),
    ),
}
"""What each of the four meetings is about; every one ends with notes and decisions."""


def quarter_page(visit: Visit) -> None:
    t = visit.t
    year, quarter = _chosen(visit)
    period = tiger_quarter(visit.client.start, year, quarter)
    days = date_range(period, t.language)
    title = t("ui.quarter.title", quarter=t(f"quarter.name_{quarter}"), year=year)
    head(visit.client.name, title[:1].upper() + title[1:], f"{days}. {t(f'agenda.lead_{quarter}')}")
    talk, asked = Talk(visit, year, quarter), Asked(DeckKind.QUARTER, year, quarter)
    due(talk)
    drawn = {
        "meeting": lambda: _meeting(talk),
        "figures": lambda: with_report(visit, asked, lambda _, report: _figures(visit, asked, report)),
        "deck": lambda: with_report(visit, asked, lambda _, report: tiger_deck(visit, asked, report)),
    }
    draw_parts("quarter", drawn, t)


def _figures(visit: Visit, asked: Asked, report: TigerReport) -> None:
    figures(visit, report)
    drops(visit, asked, report)


def _meeting(talk: Talk) -> None:
    told = quarter_records(*talk.visit.scope, talk.year, talk.quarter, talk.log)
    points = AGENDAS[talk.quarter]
    draw(_agenda(points, talk, told))
    for point in points:
        point.draw(talk)
    notes(talk)
    decisions(talk)


def _chosen(visit: Visit) -> tuple[int, int]:
    """The year and quarter that the reader picked; first those of the address, else those that run now."""
    t, running = visit.t, _running(visit)
    years = list(range(1, running[0] + 2))
    year, quarter = _addressed(years) or running
    left, right = st.columns([1, 4], vertical_alignment="bottom")
    with left:
        picked_year = st.selectbox(
            t("ui.quarter.year"), years, index=years.index(year), key=f"quarter-year-{visit.client.id}"
        )
    with right:
        picked = st.pills(
            t("ui.quarter.which"),
            QUARTERS,
            default=quarter,
            required=True,
            format_func=lambda one: t(f"quarter.short_{one}"),
            key=f"quarter-{visit.client.id}",
        )
    return int(picked_year or year), int(picked or quarter)


def _addressed(years: list[int]) -> tuple[int, int] | None:
    """What a link to one quarter asks for; None for anything else that an address may say."""
    asked = [st.query_params.get(name, "") for name in (YEAR, QUARTER)]
    known = ({str(one): one for one in years}, {str(one): one for one in QUARTERS})
    year, quarter = (names.get(text) for names, text in zip(known, asked, strict=True))
    return (year, quarter) if year and quarter else None


def _running(visit: Visit) -> tuple[int, int]:
    """The quarter of cooperation in which today lies; before the start, the first."""
    today, start = visit.office.today(visit.client), visit.client.start
    year, quarter = 1, 1
    while tiger_quarter(start, year, quarter).end <= today:
        year, quarter = (year, quarter + 1) if quarter < QUARTERS[-1] else (year + 1, 1)
    return year, quarter


def _agenda(points: tuple[_Point, ...], talk: Talk, told: QuarterRecords) -> str:
    """The points in their order, each with how far it is prepared."""
    t = talk.t
    items = "".join(
        f"<li>{html(t(f'agenda.{point.name}'))} <span>{html(_ready(point.name, talk, told))}</span></li>"
        for point in points
    )
    closing = "".join(f"<li>{html(t(f'agenda.{name}'))}</li>" for name in ("notes", "decisions"))
    label = html(t("ui.quarter.agenda"))
    return f'<p class="tr-part">{label}</p><ol class="tr-agenda" aria-label="{label}">{items}{closing}</ol>'


def _ready(name: str, talk: Talk, told: QuarterRecords) -> str:
    counts = {
        "problems": len(told.problems),
        "proposals": len(told.proposals),
        "activities": len(told.activities),
        "questions": len(told.questions),
        "channels": len(told.channels),
    }
    return talk.t("ui.quarter.count", n=counts[name]) if name in counts else ""
