"""Real export files, where they lie beside the repository: read right, or refused for the true reason."""

from __future__ import annotations

import csv
import re
import time
from functools import cache
from pathlib import Path

import pyarrow.compute as pc
import pytest

from tiger_reports.model.fact import MEASURES
from tiger_reports.panels import ReadOptions, read_file

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
PANELS = (
    "meta-ads",
    "google-ads",
    "linkedin-ads",
    "tiktok-ads",
    "pinterest-ads",
    "spotify-ads",
    "yandex-direct",
)
OWN_PANELS = (
    "meta-business-suite",
    "facebook-insights-legacy",
    "youtube-studio",
    "ga4",
    "linkedin-page",
    "tiktok-analytics",
    "x-analytics",
)
"""Profiles and websites."""
YEAR = 2025  # of dates without one
SLOWEST = 5.0  # seconds
NOTED_SUM = re.compile(r"sum of '(.+?)'=([\d.]+)")
NOTED_BLOCK = re.compile(r"([\w ]+): (\d+) rows sum (\d+)")
REFUSED = {
    "meta-ads/no-data-available_campaigns_en_usd.csv": {"empty_export"},
    "google-ads/ad-group_usd_alltime_utf16_en-us.csv": {"period_unknown"},
    "google-ads/search-keyword_usd_alltime_utf16_en-us.csv": {"period_unknown"},
    "google-ads/search-keyword_inr_alltime_utf16_en.csv": {"period_unknown"},
    "google-ads/adwords-2016_ad_eur_utf16_en.csv": {"currency_missing"},
    "linkedin-ads/demographics_multi-section_en.csv": {"overlapping_tables", "empty_export"},
    "pinterest-ads/ad-day_pull-2026-06-25_en.csv": {"currency_missing"},
    "spotify-ads/campaign-performance_ad-day_en.csv": {"currency_missing"},
    "linkedin-page/competitors_pt.xlsx": {"competitor_export"},
    "meta-business-suite/audience_resaved-tab_shifted-columns_en_2024.csv": {"audience_only"},
    "meta-business-suite/audience_excel-dates-mangled_mixed-encoding_bg_2025.csv": {"mixed_encodings"},
    "youtube-studio/tabellendaten_de_2020.csv": {"list_cut", "period_unknown"},
    "youtube-studio/diagrammdaten_de_2020.csv": {"partial_series"},
    "ga4/firebase-dashboard_multi-table_en_2017.csv": {"undated_export"},
}
"""Files that must not pass as they are, and why; every other file must pass."""


def entries():
    index = CORPUS / "INDEX.tsv"
    if not index.exists():
        return []
    rows = csv.DictReader(index.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if row["panel"] in (*PANELS, *OWN_PANELS)]


ENTRIES = entries()
pytestmark = pytest.mark.skipif(not ENTRIES, reason="the corpus of real files is not beside the repository")


@pytest.fixture(params=ENTRIES, ids=lambda entry: entry["file"])
def case(request):
    entry = request.param
    return entry, read_once(entry["file"], entry["path in repo"].rsplit("/", 1)[-1])


@cache
def read_once(path, original_name):
    return read_file(CORPUS / path, name=original_name, options=ReadOptions(year=YEAR))


def refused_whole(entry, file):
    """No table at all; `test_only_what_must_not_pass_is_stopped` holds the reason."""
    return not file.tables and entry["file"] in REFUSED


def total(file, *columns):
    for column in columns:
        sums = [pc.sum(table.frame[column]).as_py() for table in file.tables if column in table.headers]
        if sums and sums[0] is not None:
            return sums[0]
    return None


def test_it_is_recognised_as_its_panel(case):
    entry, file = case
    assert {table.panel for table in file.tables} == {entry["panel"]} or refused_whole(entry, file)


def test_its_rows_are_all_there(case):
    entry, file = case
    if refused_whole(entry, file) or not entry["rows of data"]:
        pytest.skip("refused whole, or the index does not count its rows")
    assert sum(table.frame.num_rows for table in file.tables) == int(entry["rows of data"])


def test_every_row_read_is_kept_or_dropped(case):
    for table in case[1].tables:
        assert table.rows_read == table.frame.num_rows + len(table.dropped)
        numbers = table.frame["source_row"].to_pylist() + [dropped.row for dropped in table.dropped]
        assert len(set(numbers)) == table.rows_read


def test_its_sums_are_those_of_the_index(case):
    entry, file = case
    if len(file.tables) > 1:
        pytest.skip("tables that overlap have no sum")
    spend = entry["sum of spend with currency"].split()
    if spend and total(file, "spend") is not None:
        assert total(file, "spend") == pytest.approx(float(spend[0]), abs=0.005)
    for column, names in {
        "sum of impressions": ("impressions",),
        "sum of clicks": ("clicks", "link_clicks"),
    }.items():
        if entry[column] and total(file, *names) is not None:
            assert total(file, *names) == float(entry[column])


def test_what_the_index_sums_the_reader_has(case):
    entry, file = case
    if entry["panel"] in OWN_PANELS:
        pytest.skip("the index sums the figures of ads")
    if not int(entry["rows of data"]) or len(file.tables) > 1:
        pytest.skip("nothing to sum")
    assert bool(entry["sum of spend with currency"].strip()) == (total(file, "spend") is not None)
    assert bool(entry["sum of impressions"].strip()) == (total(file, "impressions") is not None)
    assert bool(entry["sum of clicks"].strip()) == (total(file, "clicks", "link_clicks") is not None)


def test_its_currency_is_the_one_of_the_index(case):
    entry, file = case
    parts = entry["sum of spend with currency"].split()
    if len(parts) < 2 or len(parts[1]) != len("EUR"):
        pytest.skip("the index knows no currency")
    assert {table.currency for table in file.tables} == {parts[1]}


def test_its_first_and_last_day_are_those_of_the_index(case):
    entry, file = case
    for table in file.tables:
        if not entry["first date"]:
            assert table.period is None or table.period.last_day.year == YEAR
        elif table.frame.num_rows:
            assert table.period.start.isoformat() == entry["first date"]
            assert table.period.last_day.isoformat() == entry["last date"]


def test_only_what_must_not_pass_is_stopped(case):
    entry, file = case
    stopped = {finding.code for finding in file.all_findings if finding.stops}
    assert stopped == REFUSED.get(entry["file"], set())


def test_a_total_that_covers_the_rows_equals_their_sum(case):
    for table in case[1].tables:
        rows = max(table.frame.num_rows, 2)
        for declared in (declared for declared in table.totals if declared.covers_rows):
            for column in ("spend", "impressions", "clicks"):
                if column in declared.values:
                    tolerance = rows * 0.005 + 1e-6 if column == "spend" else 0
                    assert pc.sum(table.frame[column]).as_py() == pytest.approx(
                        declared.values[column], abs=tolerance
                    )


def test_a_file_with_total_rows_has_one_that_covers_the_rows(case):
    entry, file = case
    if entry["has totals row (y/n)"] == "y" and "list_cut" not in REFUSED.get(entry["file"], ()):
        assert any(declared.covers_rows for table in file.tables for declared in table.totals)


def measure_under(table, header):
    """Our column of a header; `Primary` is the one figure of its table."""
    measures = {name: text for name, text in table.headers.items() if name in MEASURES}
    if header == "Primary":
        (only,) = measures
        return only
    return next((name for name, text in measures.items() if text == header), None)


def test_sums_that_the_index_notes_are_those_of_the_rows(case):
    entry, file = case
    noted = NOTED_SUM.findall(entry["notes of oddities"]) if entry["panel"] in OWN_PANELS else []
    for header, amount in noted:
        known = [(table, measure) for table in file.tables if (measure := measure_under(table, header))]
        assert [pc.sum(table.frame[measure]).as_py() for table, measure in known] == [float(amount)], header


def test_stacked_blocks_are_tables_of_their_own(case):
    entry, file = case
    blocks = NOTED_BLOCK.findall(entry["notes of oddities"]) if entry["panel"] in OWN_PANELS else []
    sections = {table.section: table for table in file.tables}
    for title, rows, amount in blocks:
        table = sections[title.strip()]
        assert table.frame.num_rows == int(rows)
        assert pc.sum(table.frame[measure_under(table, "Primary")]).as_py() == float(amount)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_no_file_takes_long(entry):
    began = time.perf_counter()
    read_file(CORPUS / entry["file"], name="export")
    assert time.perf_counter() - began < SLOWEST
