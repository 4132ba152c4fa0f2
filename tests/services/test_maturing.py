"""Figures that still grow say so wherever they stand, and a day cut off by its export is told until it is whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.services.writing import LEAD, OCTOBER
from tests.store.frames import upload_of
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.metrics.registry import metric
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.period import Period
from tiger_reports.services.clients import get_client, save_client
from tiger_reports.services.measuring.maturing import partial_days, windows_of
from tiger_reports.services.months.reports import month_report
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import short_date

LAST = date(2026, 10, 31)
WORDS = ("conversions", "cpa", "roas", "cvr")


def on_day(office, day):
    client = get_client(office, LEAD, "warsaw")
    save_client(office, LEAD, replace(client, today=day))
    return month_report(office, LEAD, "warsaw", OCTOBER)


def test_a_report_made_on_the_third_day_carries_the_mark(office):
    report = on_day(office, date(2026, 11, 3))
    days = {figure.metric: figure.final_on for figure in report.figures}
    assert {days[key] for key in WORDS if key in days} == {date(2026, 12, 1)}
    assert days["spend"] is days["clicks"] is None
    assert report.young_from == date(2026, 10, 4)
    meta = next(part for part in report.channels if part.channel == "meta-ads")
    late = {figure.final_on for key, figure in meta.figures.items() if metric(key).settles_late}
    assert late == {date(2026, 11, 8)}
    assert {card.final_on for card in report.cards if card.metric in WORDS} <= {date(2026, 12, 1)}


def test_a_month_whose_windows_are_over_carries_none(office):
    report = on_day(office, date(2026, 12, 1))
    assert {figure.final_on for figure in report.figures} == {None}
    assert report.young_from is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_with_such_a_figure_says_when_it_is_final(office, language):
    report = on_day(office, date(2026, 11, 3))
    deck = monthly_deck(report, language, draft=True)
    day = short_date(date(2026, 12, 1), language)
    said = phrase("decks.source.not_final", language, day=day)
    by_key = {slide.key: slide for slide in deck.slides}
    assert said in by_key["summary"].source
    assert said in by_key["kpis"].source
    assert said not in by_key["cover"].source
    badges = [card.badge for card in by_key["summary"].exhibits[0].cards if card.metric in WORDS]
    assert phrase("figure.final_on", language, day=day) in badges
    notes = [cell.text for row in by_key["data_notes"].exhibits[0].rows for cell in row]
    assert any(day in text and phrase("metric.cpa.short", language) in text for text in notes)


def record(name, days, *, cut=None, attributions=()):
    found = (Finding("partial_day", Severity.NOTE, details={"last_day": cut.isoformat()}),) if cut else ()
    made = replace(upload_of(name), period=days, result={"attributions": list(attributions)})
    return ImportRecord(made, 1, datetime(2026, 11, 1, tzinfo=UTC), "x", findings=found)


def test_a_day_cut_off_by_its_export_is_told_until_a_later_file_has_it_whole():
    first = record("first", OCTOBER, cut=LAST)
    assert partial_days([first], OCTOBER) == (("meta-ads", LAST),)
    whole = record("second", Period(LAST, LAST + timedelta(1)))
    assert partial_days([first, whole], OCTOBER) == ()
    assert partial_days([first, record("second", OCTOBER, cut=LAST)], OCTOBER) == (("meta-ads", LAST),)
    assert partial_days([first, record("second", Period(date(2026, 10, 1), LAST))], OCTOBER) == (
        ("meta-ads", LAST),
    )


def test_the_window_of_a_channel_is_the_longest_that_its_files_state():
    records = [
        record("a", OCTOBER, attributions=["7-day click"]),
        record("b", OCTOBER, attributions=["28-day click"]),
    ]
    assert windows_of(("google-ads", "meta-ads"), records) == {"google-ads": 30, "meta-ads": 28}
