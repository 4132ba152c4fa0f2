"""The Year page: the way of the cooperation, the year before and now, its story, and the annual deck."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.model.tiger_track import Track
from tiger_reports.model.tiger_year import QUARTERS_A_YEAR
from tiger_reports.services.tiger_year.figures import asked_year
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.track import track
from tiger_reports.text.periods import year_name, year_title
from tiger_reports.ui.blocks.chart import data_below
from tiger_reports.ui.blocks.client_baseline import client_baseline
from tiger_reports.ui.blocks.next_meeting import next_meeting
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, head, section
from tiger_reports.ui.quarter.talk import Talk
from tiger_reports.ui.quarter.year_end import aims, picks, proposal, sketch, timeline
from tiger_reports.ui.tiger.asked import with_report
from tiger_reports.ui.tiger.deck import tiger_deck
from tiger_reports.ui.tiger.drops import drops
from tiger_reports.ui.tiger.figures import figures
from tiger_reports.ui.tiger.parts import draw_parts
from tiger_reports.ui.year.successes import successes
from tiger_reports.ui.year.track import track_markup, track_table


def year_page(visit: Visit) -> None:
    t, shown = visit.t, track(*visit.scope)
    year = _chosen(visit, shown)
    known = shown.years[year - 1].year
    head(visit.client.name, year_title(known, t.language), t("ui.year.lead"))
    asked = asked_year(year)
    drawn = {
        "track": lambda: _way(visit, shown),
        "now": lambda: with_report(visit, asked, lambda _, report: _now(visit, asked, report)),
        "story": lambda: _story(visit, asked),
        "deck": lambda: with_report(visit, asked, lambda _, report: tiger_deck(visit, asked, report)),
    }
    draw_parts("year", drawn, t)


def _now(visit: Visit, asked: Asked, report: TigerReport) -> None:
    figures(visit, report)
    drops(visit, asked, report)


def _chosen(visit: Visit, shown: Track) -> int:
    """The year that the reader picked; first the one that runs now."""
    t, years = visit.t, [one.year.number for one in shown.years]
    if len(years) == 1:
        return years[0]
    picked = st.pills(
        t("ui.quarter.year"),
        years,
        default=years[-1],
        required=True,
        format_func=lambda number: year_name(number, t.language),
        key=f"year-{visit.client.id}",
    )
    return int(picked or years[-1])


def _story(visit: Visit, asked: Asked) -> None:
    """What the year's deck tells beside its figures; the same records stand on the agenda of quarter IV."""
    with_report(visit, asked, successes)
    talk = Talk(visit, asked.year, QUARTERS_A_YEAR)
    for part in (picks, sketch, aims, proposal, timeline):
        part(talk)


def _way(visit: Visit, shown: Track) -> None:
    t = visit.t
    section(t("ui.year.track"), t("ui.year.track_lead"))
    if held := shown.next_meeting:
        next_meeting(visit, held.meeting)
    draw(track_markup(shown, t))
    data_below(track_table(shown, t), t)
    section(t("ui.baseline.title"))
    client_baseline(visit)
