"""Sources that disagree are told and chosen on the Month page; every figure leads to its rows."""

from __future__ import annotations

import json
import re
from html import unescape
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook

from tests.ui.house import CLIENT, SPECIALIST, open_house
from tests.ui.second_source import OCTOBER, store_ads
from tests.ui.test_pages import markup
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.period import parse_period
from tiger_reports.services.delivery import decks
from tiger_reports.services.delivery.tracing import sources_of
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import date_range
from tiger_reports.text.numbers import metric_value
from tiger_reports.text.sources import origin_words
from tiger_reports.ui.edge.parcels import parcel
from tiger_reports.ui.edge.tickets import Ticket

KEY = "choose-2026-10-meta-ads-100"
ADS = "ads:ad:day:"


def open_codes(office):
    return [item.code for item in decks.open_items(office, local_actor(), CLIENT.id, OCTOBER)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_month_says_which_source_counts_and_which_does_not(opened, home, language):
    store_ads(open_house(home), CLIENT.id, times=1.0)
    at = opened("month.py", language=language)
    assert not at.exception
    said = markup(at)
    for key in ("ui.sources.title", "ui.sources.counts", "ui.sources.left_out", "source.why.level"):
        assert phrase(key, language) in said, key
    assert not [radio for radio in at.radio if radio.key == KEY]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_sources_that_disagree_are_shown_and_one_is_chosen(opened, home, language):
    office = open_house(home)
    store_ads(office, CLIENT.id, times=1.006)
    before = month_report(office, local_actor(), CLIENT.id, OCTOBER).figure("spend").value.amount
    at = opened("month.py", language=language)
    said = markup(at)
    assert phrase("source.agreement.differs", language) in said
    assert "sources_differ" in open_codes(office)
    at.radio(key=KEY).set_value(ADS)
    at.text_input(key=f"{KEY}-reason").set_value("The invoice says so.")
    at.button(key=f"{KEY}-go").click().run()
    assert not at.exception
    assert "The invoice says so." in markup(at)
    assert "sources_differ" not in open_codes(office)
    after = month_report(office, local_actor(), CLIENT.id, OCTOBER).figure("spend").value.amount
    assert after == pytest.approx(before + 0.006 * 850 * 31)


def test_a_choice_without_a_reason_is_refused_in_words(opened, home):
    office = open_house(home)
    store_ads(office, CLIENT.id, times=1.006)
    at = opened("month.py", email=SPECIALIST)
    at.radio(key=KEY).set_value(ADS)
    at.button(key=f"{KEY}-go").click().run()
    assert phrase("refusal.reason_missing", "en") in markup(at)
    assert "sources_differ" in open_codes(office)


def test_the_choice_is_offered_in_words(opened, home):
    office = open_house(home)
    store_ads(office, CLIENT.id, times=1.006)
    (pair,) = month_report(office, local_actor(), CLIENT.id, OCTOBER).notes.comparisons
    at = opened("month.py", language="cs")
    shown = " ".join(at.radio(key=KEY).options).replace("\\", "")
    assert all(origin_words(one, "cs") in shown for one in (pair.first, pair.second))


def test_every_scorecard_leads_to_its_figure(opened):
    found = re.findall(r'class="tr-trace" href="figure\?([^"]+)"', markup(opened("month.py")))
    asked = {dict(part.split("=") for part in query.split("&amp;"))["metric"] for query in found}
    assert {"spend", "clicks", "conversions", "cpa"} <= asked
    assert any("channel=meta-ads" in query for query in found)
    assert any("campaign=Brand" in query for query in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_shows_its_files_rows_and_who_loaded_them(opened, language):
    at = opened("figure.py", language=language, metric="spend", channel="meta-ads", campaign="Brand")
    assert not at.exception
    said = markup(at)
    assert "meta-ads.csv" in said
    assert phrase("ui.trace.files", language) in said
    assert at.query_params["metric"] == "spend"


def test_the_address_of_a_figure_that_there_is_not_shows_one_that_there_is(opened):
    at = opened("figure.py", metric="no-such", channel="no-such")
    assert not at.exception
    assert "meta-ads.csv" in markup(at)


def test_another_figure_is_picked_and_said_in_the_address(opened):
    at = opened("figure.py", metric="spend")
    next(box for box in at.selectbox if box.key == "trace-metric-spend").select("clicks").run()
    assert at.query_params["metric"] == "clicks"
    assert phrase("metric.clicks.name", "en") in markup(at)


def test_the_deck_offers_the_way_from_its_slides_to_the_rows(opened):
    at = opened("deck.py", language="pl")
    at.button_group(key="slides-view").set_value("all").run()
    assert not at.exception
    labels = [box.label for box in at.expander]
    assert labels.count(phrase("ui.trace.on_slide", "pl")) > 3


QUARTER_DAYS = "2026-06-17/2026-09-16"
"""The second quarter of the second Tiger Year: it begins and ends inside months."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_of_a_quarter_shows_its_files_and_rows_in_every_language(opened, home, language):
    at = opened("figure.py", language=language, metric="spend", channel="meta-ads", days=QUARTER_DAYS)
    assert not at.exception
    said = markup(at)
    days = parse_period(QUARTER_DAYS)
    assert "meta-ads.csv" in said
    assert date_range(days, language) in said
    found = sources_of(open_house(home), local_actor(), CLIENT.id, days, "spend", Scope("meta-ads"))
    assert metric_value(metrics()["spend"], found.value.amount, language, CLIENT.currency) in said
    assert found.count == sum(last - first + 1 for file in found.files for first, last in file.rows)


def test_the_figures_of_a_quarter_lead_to_their_rows(opened):
    at = opened("quarter.py", at="figures", year="2", quarter="2")
    assert not at.exception
    ways = re.findall(r'href="(figure[^"]*)"', unescape(markup(at)))
    quarter = {urlsplit(way).query for way in ways}
    assert any(parse_qs(query)["days"] == [QUARTER_DAYS] for query in quarter)
    assert len({parse_qs(query)["days"][0] for query in quarter}) > 1


def test_days_that_no_report_has_are_refused_in_words(opened):
    at = opened("figure.py", metric="spend", days="2026-06-17/2026-06-19")
    assert not at.exception
    assert phrase("refusal.days_unknown", "en", days="2026-06-17/2026-06-19") in markup(at)


def test_the_rows_of_a_quarter_come_as_a_workbook_to_those_who_may_see_them(home):
    office = open_house(home)
    key = json.dumps([QUARTER_DAYS, "spend", "meta-ads", ""])
    ticket = Ticket(SPECIALIST, "", CLIENT.id, "trace", key, "en")
    made = parcel(office, local_actor(), ticket)
    assert made.name == "2026-06-17_2026-09-16 spend – rows.xlsx"
    stranger = Actor("x@agency.example", "X", Role.SPECIALIST, frozenset())
    with pytest.raises(NotAllowedError):
        parcel(office, stranger, ticket)


def test_the_workbook_of_a_quarter_is_handed_out_by_its_page(home):
    office = open_house(home)
    ticket = Ticket(SPECIALIST, "", CLIENT.id, "stretch_appendix", "quarter.2.2", "pl")
    made = parcel(office, local_actor(), ticket)
    assert made.name.endswith(".xlsx")
    assert len(load_workbook(BytesIO(made.data)).sheetnames) >= 6
    stranger = Actor("x@agency.example", "X", Role.SPECIALIST, frozenset())
    with pytest.raises(NotAllowedError):
        parcel(office, stranger, ticket)
