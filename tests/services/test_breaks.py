"""A figure that means something else since a day: marked, and no percent across the day unless it is wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.services.writing import LEAD, OCTOBER, SPECIALIST
from tests.store.frames import upload_of
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.model.change import Gap, Verdict
from tiger_reports.model.client import Actor
from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.period import month
from tiger_reports.services.measuring import breaks
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.text import LANGUAGES
from tiger_reports.text.dates import short_date

MADE = Break(BreakKind.METRIC, date(2026, 5, 12), "", ("impressions",), "Views instead of impressions")


def report_of(office):
    return month_report(office, LEAD, "warsaw", OCTOBER)


def test_no_percent_leads_across_a_break_and_others_stay(office):
    before = report_of(office).figure("impressions")
    breaks.add(office, SPECIALIST, "warsaw", MADE)
    after = report_of(office).figure("impressions")
    figures = (replace(one.previous, judgement=None) for one in (before, after))  # all are judged together
    assert next(figures) == next(figures)
    assert (after.year_ago.gap, after.year_ago.delta, after.year_ago.relative) == (Gap.DEFINITION, None, None)
    assert (after.year_ago.broken_on, after.year_ago.verdict) == (MADE.day, Verdict.UNKNOWN)
    assert after.series == before.series
    assert report_of(office).breaks[0].text == MADE.text


def test_what_is_made_of_the_figure_is_concerned_too(office):
    breaks.add(office, SPECIALIST, "warsaw", MADE)
    report = report_of(office)
    gaps = {key: report.figure(key).year_ago.gap for key in ("cpm", "spend", "conversions")}
    assert gaps == {"cpm": Gap.DEFINITION, "spend": Gap.NONE, "conversions": Gap.NONE}


def test_a_break_of_one_channel_leaves_the_others_alone(office):
    breaks.add(office, SPECIALIST, "warsaw", replace(MADE, channel="meta-ads"))
    report = report_of(office)
    gaps = {part.channel: part.figures["impressions"].year_ago.gap for part in report.channels}
    assert gaps["meta-ads"] is Gap.DEFINITION
    assert gaps["google-ads"] is not Gap.DEFINITION
    assert report.figure("impressions").year_ago.gap is Gap.DEFINITION


def test_a_person_may_want_the_percent_with_the_note(office):
    before = report_of(office).figure("impressions").year_ago
    made = breaks.add(office, SPECIALIST, "warsaw", MADE)
    breaks.compare(office, SPECIALIST, "warsaw", made, wanted=True)
    after = report_of(office).figure("impressions").year_ago
    assert (after.relative, after.gap, after.broken_on) == (before.relative, before.gap, MADE.day)
    (known,) = breaks.listed(office, LEAD, "warsaw")
    breaks.compare(office, SPECIALIST, "warsaw", known, wanted=False)
    assert report_of(office).figure("impressions").year_ago.gap is Gap.DEFINITION


def test_a_break_on_the_first_day_of_the_month_splits_it_from_the_month_before(office):
    breaks.add(office, SPECIALIST, "warsaw", replace(MADE, day=OCTOBER.start))
    assert report_of(office).figure("impressions").previous.gap is Gap.DEFINITION
    assert not MADE.between(month(2026, 6), month(2026, 7))
    assert not replace(MADE, day=OCTOBER.end).between(month(2026, 9), OCTOBER)
    assert not replace(MADE, day=month(2026, 9).start).between(month(2026, 9), OCTOBER)


def test_a_break_for_all_clients_is_a_leads_to_write_and_a_clients_own_word_goes_before_it(office):
    with pytest.raises(NotAllowedError, match="lead_only"):
        breaks.add(office, SPECIALIST, "warsaw", MADE, everywhere=True)
    breaks.add(office, LEAD, "warsaw", MADE, everywhere=True)
    (seen,) = breaks.listed(office, LEAD, "berlin")
    breaks.compare(office, LEAD, "berlin", seen, wanted=True)
    assert [one.compared for one in breaks.listed(office, LEAD, "berlin")] == [True]
    assert [one.compared for one in breaks.listed(office, LEAD, "warsaw")] == [False]


def test_a_break_needs_words_and_is_its_clients_own(office):
    with pytest.raises(RefusedError, match="break_without_text"):
        breaks.add(office, LEAD, "warsaw", replace(MADE, text=" "))
    made = breaks.add(office, LEAD, "warsaw", MADE)
    breaks.remove(office, LEAD, "berlin", made.id)
    assert breaks.listed(office, LEAD, "warsaw") == (made,)
    assert breaks.listed(office, LEAD, "berlin") == ()
    with pytest.raises(NotAllowedError):
        breaks.listed(office, Actor("x", "X", clients=frozenset({"berlin"})), "warsaw")


def record(name, period, *settings):
    made = replace(upload_of(name), period=period, result={"attributions": list(settings)})
    return ImportRecord(made, 1, datetime(2026, 11, 1, tzinfo=UTC), "x")


def test_a_file_with_another_attribution_setting_is_a_mark_of_its_own():
    september, october, november = (month(2026, number) for number in (9, 10, 11))
    records = [
        record("a", september, "7-day click"),
        record("b", october, "7-day click", "1-day view"),
        record("c", november, "1-day view", "7-day click"),
    ]
    (found,) = breaks.shown_by_files(records)
    assert (found.kind, found.channel, found.day) == (BreakKind.ATTRIBUTION, "meta-ads", october.start)
    assert found.found
    assert "conversions" in found.metrics
    assert "spend" not in found.metrics
    assert "7-day click, 1-day view" in found.text


def test_a_later_file_of_the_same_days_speaks_in_place_of_the_first():
    september, october = month(2026, 9), month(2026, 10)
    records = [record("a", september, "7-day click"), record("b", october, "28-day click")]
    assert list(breaks.shown_by_files([*records, record("c", october, "7-day click")])) == []
    assert list(breaks.shown_by_files([*records[:1], record("d", october)])) == []


def paid_in(name, period, currency, account="1"):
    made = record(name, period)
    return replace(made, upload=replace(made.upload, currency=currency, accounts=(account,)))


def test_an_account_that_moves_to_another_currency_is_marked_and_still_compared():
    september, october = month(2026, 9), month(2026, 10)
    (found,) = breaks.shown_by_files([paid_in("a", september, "PLN"), paid_in("b", october, "EUR")])
    assert (found.kind, found.day, found.compared) == (BreakKind.CURRENCY, october.start, True)
    assert {"spend", "cpm", "roas"} <= set(found.metrics)
    assert "clicks" not in found.metrics


def test_two_accounts_in_two_currencies_are_no_break():
    september, october = month(2026, 9), month(2026, 10)
    files = [
        paid_in(f"{code}{period}", period, code, code)
        for period in (september, october)
        for code in ("PLN", "EUR")
    ]
    assert list(breaks.shown_by_files(files)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deck_marks_the_month_says_so_and_still_fits(office, language):
    breaks.add(office, SPECIALIST, "warsaw", replace(MADE, metrics=()))
    report = month_report(office, LEAD, "warsaw", OCTOBER, language)
    deck = monthly_deck(report, language, draft=True)
    slides = {slide.key: slide for slide in deck.slides}
    day = short_date(MADE.day, language)
    chart = slides["main_result"].exhibits[0]
    assert [name[-1] == "†" for name in chart.categories].count(True) == 1
    assert day in slides["main_result"].source
    assert any(day in cell.text for row in slides["kpis"].exhibits[0].rows for cell in row)
    assert any(MADE.text == cell.text for row in slides["data_notes"].exhibits[0].rows for cell in row)
    assert deck_faults(render(deck, report.client.brand, b"")) == ()
