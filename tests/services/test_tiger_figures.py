"""Figures of quarters and years: from the day the cooperation began, held against what is alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.loading import days, load
from tiger_reports.model.change import Coverage, Gap, Reference
from tiger_reports.model.client import Actor, Client, Role
from tiger_reports.model.fact import Grain
from tiger_reports.model.goal import Goal
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import Period, month
from tiger_reports.services import cooperation, records
from tiger_reports.services.clients import add_client, get_client
from tiger_reports.services.delivery import tiger_decks
from tiger_reports.services.importing.sources import choose_source
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.tiger_year.explanations import explanation_of, still_holds
from tiger_reports.services.tiger_year.figures import quarter_report, year_report
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.store.settings import Settings
from tiger_reports.store.state import imports

START = date(2026, 3, 17)
ME = local_actor()


@pytest.fixture
def house(tmp_path):
    office = open_office(Settings(home=tmp_path / "home"))

    def client(start=START, today=date(2028, 6, 1)):
        add_client(office, ME, Client("shop", "Shop", start, "PLN", "pl", today=today))
        return office

    return client


def stored_imports(office):
    with office.store.read() as session:
        return imports.listed(session, "shop")


def figure(report, metric="spend"):
    return next(one for one in report.figures if one.metric == metric)


def test_a_quarter_holds_its_own_days_and_none_of_the_baseline(house):
    office = house()
    load(office, "all", days(date(2025, 3, 17), date(2026, 9, 17)))
    report = quarter_report(office, ME, "shop", 1, 1)
    assert (report.period.start, report.period.last_day) == (START, date(2026, 6, 16))
    assert figure(report).value.amount == 92
    assert report.coverage == Coverage(92, 92)
    assert figure(report).baseline.before.amount == 92
    assert report.baseline.period == Period(date(2025, 3, 17), date(2025, 6, 17))
    assert [value.amount for value in figure(report).series[-3:]] == [31, 30, 31]


def test_the_second_quarter_is_held_against_the_first_and_against_the_time_before(house):
    office = house()
    load(office, "before", days(date(2025, 3, 17), START), of=lambda _span: {"spend": 2.0})
    load(office, "since", days(START, date(2026, 9, 17)))
    found = figure(quarter_report(office, ME, "shop", 2, 1))
    assert (found.previous.before.amount, found.previous.relative) == (92, 0)
    assert (found.baseline.before.amount, found.baseline.relative) == (184, -0.5)


def test_the_second_tiger_year_has_both_comparisons(house):
    office = house()
    load(office, "before", days(date(2025, 3, 17), START), of=lambda _span: {"spend": 1.0})
    load(office, "first", days(START, date(2027, 3, 17)), of=lambda _span: {"spend": 2.0})
    load(office, "second", days(date(2027, 3, 17), date(2028, 3, 17)), of=lambda _span: {"spend": 3.0})
    found = figure(year_report(office, ME, "shop", 2))
    assert (found.value.amount, found.year_ago.before.amount, found.baseline.before.amount) == (
        1098,
        730,
        365,
    )
    assert found.year_ago.reference is Reference.YEAR_AGO
    assert found.baseline.reference is Reference.BASELINE
    quarter = figure(quarter_report(office, ME, "shop", 1, 2))
    assert [c.before.amount for c in (quarter.previous, quarter.year_ago, quarter.baseline)] == [180, 184, 92]


def test_only_months_that_stand_on_both_sides_are_compared_and_their_number_is_told(house):
    office = house()
    load(office, "before", days(date(2025, 6, 17), START), of=lambda _span: {"spend": 2.0})
    load(office, "since", days(START, date(2027, 3, 17)))
    report = year_report(office, ME, "shop", 1)
    found = figure(report)
    assert report.months_of(Reference.BASELINE) == Coverage(9, 12)
    assert [one.whole for one in report.beside] == [False] * 3 + [True] * 9
    assert found.value.amount == 365
    assert (found.baseline.after.amount, found.baseline.before.amount) == (273, 546)
    assert found.baseline.relative == -0.5


def test_a_source_by_month_makes_quarters_of_whole_months_and_no_month_is_split(house):
    office = house()
    spans = [
        month(2025 + (at + 2) // 12, (at + 2) % 12 + 1) for at in range(19)
    ]  # March 2025 to September 2026
    load(office, "monthly", spans, grain=Grain.MONTH, of=lambda _span: {"spend": 100.0})
    report = quarter_report(office, ME, "shop", 1, 1)
    assert report.rule.whole_months
    assert report.rule.channels == ("meta-ads",)
    assert (report.period.start, report.period.last_day) == (date(2026, 4, 1), date(2026, 6, 30))
    assert figure(report).value.amount == 300
    assert figure(report).baseline.before.amount == 300
    everything = [value.amount for value in figure(year_report(office, ME, "shop", 1)).series]
    assert set(everything) <= {100.0, None}
    assert everything[11] is None  # March 2026 is neither before the cooperation nor in its quarters


def test_days_need_no_whole_months_even_beside_a_monthly_file_of_the_same_channel(house):
    office = house()
    load(office, "days", days(date(2025, 3, 1), date(2026, 7, 1)))
    load(office, "monthly", [month(2026, 5)], grain=Grain.MONTH)
    report = quarter_report(office, ME, "shop", 1, 1)
    assert not report.rule.whole_months
    assert figure(report).value.amount == 92


def test_a_ratio_of_a_quarter_is_recomputed_and_reach_is_never_added(house):
    office = house(date(2026, 4, 1))

    def told(span):
        first = span.start.month == 4
        shown, clicked = (1000, 50) if first else (100000, 100)
        return {"impressions": shown, "clicks": clicked, "reach": 500 if first else 300, "spend": 1.0}

    spans = [month(2026, number) for number in (4, 5)]
    load(office, "monthly", spans, grain=Grain.MONTH, of=told)
    report = quarter_report(office, ME, "shop", 1, 1)
    assert figure(report, "ctr").value.amount == pytest.approx(150 / 101000)
    reach = figure(report, "reach").value
    assert (reach.amount, reach.lower, reach.upper) == (None, 500, 800)


def test_paused_months_are_not_compared(house):
    office = house(date(2026, 1, 1))
    load(office, "all", days(date(2025, 1, 1), date(2027, 1, 1)))
    cooperation.pause(office, ME, "shop", date(2026, 5, 10), "No budget", date(2026, 5, 20))
    report = quarter_report(office, ME, "shop", 2, 1)
    assert figure(report).value.amount == 91
    assert figure(report).year_ago.months == (2, 3)
    assert figure(report).year_ago.before.amount == 30 + 30  # April and June 2025
    assert [pause.reason for pause in report.pauses] == ["No budget"]


def test_a_channel_without_a_baseline_is_new_and_has_no_percent(house):
    office = house(date(2026, 1, 1))
    load(office, "meta", days(date(2025, 1, 1), date(2027, 1, 1)))
    load(office, "tiktok", days(date(2026, 1, 1), date(2027, 1, 1)), panel="tiktok-ads")
    report = year_report(office, ME, "shop", 1)
    assert report.new_channels == ("tiktok-ads",)
    tiktok = next(part for part in report.channels if part.name == "tiktok-ads").figures["spend"]
    assert (tiktok.baseline.gap, tiktok.baseline.relative, tiktok.baseline.delta) == (Gap.NO_BASE, None, None)


def test_a_quarter_that_runs_says_how_many_of_its_days_are_known(house):
    office = house(date(2026, 1, 1), today=date(2026, 2, 15))
    load(office, "all", days(date(2025, 1, 1), date(2026, 2, 15)))
    report = quarter_report(office, ME, "shop", 1)
    assert report.coverage == Coverage(45, 90)
    assert report.months_of(Reference.BASELINE) == Coverage(1, 3)
    assert figure(report).baseline.after.amount == 31


def test_a_record_is_a_whole_month(house):
    office = house(date(2026, 1, 1), today=date(2026, 6, 10))

    def told(span):
        return {
            "conversions": 9.0 if span.start.month == 4 and span.start.year == 2026 else 1.0,
            "spend": 1.0,
        }

    load(office, "all", days(date(2025, 1, 1), date(2026, 6, 10)), of=told)
    best = year_report(office, ME, "shop", 1).successes[0]
    assert (best.kind, best.period, best.value) == ("record", month(2026, 4), 270)


def test_a_period_that_has_not_begun_is_refused_with_the_start(house):
    office = house(today=date(2026, 3, 1))
    with pytest.raises(RefusedError) as refused:
        quarter_report(office, ME, "shop", 1)
    assert (refused.value.code, refused.value.details["start"]) == ("not_begun", "2026-03-17")


def test_nobody_sees_the_quarter_of_a_client_that_is_not_theirs(house):
    office = house()
    with pytest.raises(NotAllowedError):
        quarter_report(office, Actor("x", "X", clients=frozenset()), "shop", 1)


def test_a_goal_of_some_months_is_held_against_the_result_of_those_months(house):
    office = house(today=date(2026, 6, 17))
    load(office, "all", days(START, date(2026, 6, 17)))
    records.add(office, ME, "shop", Goal("Steady", "", "", "spend", 31.0, since=date(2026, 4, 17)))
    (pace,) = quarter_report(office, ME, "shop", 1, 1).paces
    assert pace.target.days == Period(date(2026, 4, 17), date(2026, 6, 17))
    assert pace.target.partial
    assert pace.result == 61
    assert pace.target.value == pytest.approx(31 * (14 / 30 + 1 + 16 / 30))
    assert pace.over
    assert figure(quarter_report(office, ME, "shop", 1, 1)).target is None


def test_a_goal_that_holds_in_no_whole_month_is_none_of_the_quarter(house):
    office = house(today=date(2026, 6, 17))
    load(office, "all", days(START, date(2026, 6, 17)))
    records.add(office, ME, "shop", Goal("Late", "", "", "spend", 31.0, since=date(2026, 6, 1)))
    assert quarter_report(office, ME, "shop", 1, 1).paces == ()


def test_a_goal_of_one_channel_takes_that_channels_months(house):
    office = house(today=date(2026, 6, 17))
    load(office, "meta", days(START, date(2026, 6, 17)))
    load(office, "google", days(START, date(2026, 6, 17)), panel="google-ads", of=lambda _: {"spend": 3.0})
    goal = Goal("Search", "", "google-ads", "spend", 90.0, until=date(2026, 5, 16))
    records.add(office, ME, "shop", goal)
    (pace,) = quarter_report(office, ME, "shop", 1, 1).paces
    assert (pace.target.channel, pace.result) == ("google-ads", 3 * 61)


JUNE, JULY = month(2026, 6), month(2026, 7)
BY_AD = "second:campaign:day:"


def load_twice(office, times):
    """Every day of the quarters in one source, and June once more in another, with `times` the money."""
    load(office, "first", days(date(2025, 1, 1), date(2026, 12, 1)), of=lambda _: {"spend": 100.0})
    again = days(JUNE.start, JUNE.end)
    load(office, "second", again, report="second", of=lambda _: {"spend": 100.0 * times})


def disagreeing(office, number):
    asked = Asked(DeckKind.QUARTER, 1, number)
    found = tiger_decks.open_items(office, ME, "shop", asked)
    return [item for item in found if item.code == "sources_differ"]


def test_sources_that_disagree_in_a_month_stop_every_quarter_and_year_that_touches_it(house):
    office = house(today=date(2026, 12, 20))
    load_twice(office, times=1.02)
    for number in (1, 2):
        (item,) = disagreeing(office, number)
        assert (item.month, item.page) == ("2026-06", "month")
    assert disagreeing(office, 3) == []
    year = tiger_decks.open_items(office, ME, "shop", Asked(DeckKind.YEAR, 1, 1))
    assert "sources_differ" in {item.code for item in year}


def test_a_source_chosen_for_a_month_counts_for_the_days_of_that_month_only(house):
    office = house(today=date(2026, 12, 20))
    load_twice(office, times=1.02)
    before = figure(quarter_report(office, ME, "shop", 1, 1)).value.amount
    choose_source(office, ME, "shop", JUNE, ("meta-ads", "1"), BY_AD, "The invoice says so")
    assert disagreeing(office, 1) == disagreeing(office, 2) == []
    first, second = (quarter_report(office, ME, "shop", number, 1) for number in (1, 2))
    assert before == 92 * 100
    assert figure(first).value.amount == pytest.approx(92 * 100 + 16 * 2)
    assert figure(second).value.amount == pytest.approx(92 * 100 + 14 * 2)
    for report in (first, second):
        inside = dict(zip(report.months, figure(report).series, strict=True))
        amounts = [inside[one].amount for one in report.now.months]
        assert sum(amounts) == pytest.approx(figure(report).value.amount)
    spent = figure(month_report(office, ME, "shop", JUNE)).value.amount
    assert spent == pytest.approx(30 * 102)
    assert figure(month_report(office, ME, "shop", JULY)).value.amount == 31 * 100


def test_sources_that_agree_stop_no_quarter(house):
    office = house(today=date(2026, 12, 20))
    load_twice(office, times=1.0001)
    assert disagreeing(office, 1) == []


def test_files_of_the_time_before_are_sources_of_the_quarter_each_once(house):
    office = house()
    load(office, "before", days(date(2025, 3, 17), START), report="another")
    load(office, "now", days(START, date(2026, 6, 17)))
    notes = quarter_report(office, ME, "shop", 1, 1).notes
    assert sorted(one.import_id for one in notes.sources) == ["before", "now"]
    assert notes.checks_run == sum(one.upload.rules_run for one in stored_imports(office))
    assert notes.checks_run == notes.checks_passed == 24


# --- drops

FIRST = Asked(DeckKind.QUARTER, 1, 1)
LED = Actor("lead@agency.example", "Lead", Role.LEAD)
CLERK = Actor("clerk@agency.example", "Clerk", Role.SPECIALIST, frozenset({"shop"}))


@pytest.fixture
def dropped(house):
    """A quarter with half the conversions of the time before, of which no month says anything."""
    office = house(today=date(2026, 7, 1))
    load_conversions(office, "all", before=10.0, after=5.0)
    return office


def load_conversions(office, name, *, before, after):
    every = days(date(2025, 1, 1), date(2026, 6, 17))
    load(
        office,
        name,
        every,
        of=lambda span: {"spend": 1.0, "conversions": after if span.start >= START else before},
    )


def drop_items(office):
    found = tiger_decks.open_items(office, ME, "shop", FIRST)
    return [(one.code, one.stretch) for one in found if one.subject == "conversions"]


def drop_of(office):
    told = told_report(office, ME, get_client(office, ME, "shop"), FIRST)
    return next(one for one in told.explained if one.change.metric == "conversions")


def explain(office, actor=LED, **words):
    seen = explanation_of(office, actor, "shop", FIRST, drop_of(office).change)
    return records.save(office, actor, "shop", replace(seen, words=replace(seen.words, **words))).stored


def test_a_drop_without_a_word_of_its_months_stops_the_clients_deck(dropped):
    assert drop_of(dropped).lacking
    assert drop_items(dropped) == [("drop_unexplained", "1.1")]
    with pytest.raises(RefusedError, match="open_items"):
        tiger_decks.export(dropped, ME, "shop", FIRST)


def test_the_leads_sentence_lets_it_out_and_stands_among_the_drops(dropped):
    explain(dropped, cause="The shop was closed for rebuilding")
    assert drop_items(dropped) == [("drop_unexplained", "1.1")]
    explain(dropped, solution="It opened again on 10 June")
    assert drop_items(dropped) == []
    deck = tiger_decks.preview(dropped, ME, "shop", FIRST, "en")
    (story,) = next(slide for slide in deck.slides if slide.key == "drops").exhibits
    card = next(one for one in story.cards if one.heading == "Conversions")
    (said,) = card.paragraphs
    assert said.text == "The shop was closed for rebuilding. It opened again on 10 June."
    assert said.lead == "Quarter I of the cooperation:"


def test_figures_that_move_ask_for_another_look_at_the_words(dropped):
    record = explain(dropped, cause="The shop was closed", solution="It is open again")
    load_conversions(dropped, "all-again", before=10.0, after=4.0)
    assert drop_items(dropped) == [("drop_moved", "1.1")]
    still_holds(dropped, LED, "shop", record, drop_of(dropped).change)
    assert drop_items(dropped) == []


def test_words_that_nobody_approves_are_written_by_leads_alone(dropped):
    with pytest.raises(NotAllowedError):
        explain(dropped, CLERK, cause="Mine")
    record = explain(dropped, cause="Closed", solution="Open")
    with pytest.raises(NotAllowedError):
        records.remove(dropped, CLERK, "shop", record)
    stranger = replace(CLERK, clients=frozenset())
    with pytest.raises(NotAllowedError):
        explanation_of(dropped, stranger, "shop", FIRST, drop_of(dropped).change)


def test_words_on_one_quarter_are_not_told_of_another_nor_of_the_year(dropped):
    explain(dropped, cause="Closed", solution="Open")
    told = told_report(dropped, ME, get_client(dropped, ME, "shop"), Asked(DeckKind.YEAR, 1, 1))
    assert [one.own for one in told.explained if one.change.metric == "conversions"] == [None]
