"""A file of rows in the form in which they are stored becomes part of the facts as it is."""

from __future__ import annotations

import pyarrow.parquet as pq
import pytest

from tests.store.frames import by_day, frame_of, key, row, rows_in
from tiger_reports.store import reading
from tiger_reports.store.schema import KEPT
from tiger_reports.store.staged import is_stored_form, read_staged, write_staged
from tiger_reports.store.table import local_path

TAGS = {
    "panel": "meta-ads",
    "report": "report",
    "level": "campaign",
    "grain": "day",
    "breakdown": "",
    "import_id": "i1",
}
ROWS = frame_of([row(1, 5), row(2, 7, account="B"), row(3, None)])


@pytest.fixture
def staged(tmp_path):
    place = tmp_path / "rows.parquet"
    write_staged(place, ROWS, TAGS)
    return place


def stored_files(facts):
    return [path.read_bytes() for path in local_path(facts.url).rglob("*.parquet")]


def test_columns_without_anything_are_left_out_and_read_as_null(staged):
    assert {"spend", "campaign", "import_id"} <= set(pq.read_schema(staged).names)
    assert "impressions" not in pq.read_schema(staged).names
    assert read_staged(staged, KEPT).equals(ROWS.select(KEPT))


def test_it_is_copied_as_it_is(facts, staged):
    facts.commit("acme", "i1", staged, key())
    assert stored_files(facts) == [staged.read_bytes()]
    assert by_day(facts, "acme") == {1: 5, 2: 7, 3: 0}


def test_rows_of_other_tags_are_written_anew(facts, staged):
    assert not is_stored_form(staged, {**TAGS, "import_id": "i2"})
    facts.commit("acme", "i2", staged, key())
    assert stored_files(facts) != [staged.read_bytes()]
    assert {one["import_id"] for one in rows_in(facts, "acme")} == {"i2"}


def test_a_file_with_columns_of_its_own_is_written_anew(tmp_path, staged):
    more = tmp_path / "more.parquet"
    pq.write_table(pq.read_table(staged).append_column("reported_ctr", ROWS["reported_ctr"]), more)
    assert is_stored_form(staged, TAGS)
    assert not is_stored_form(more, TAGS)


def test_a_copied_file_is_restated_and_taken_back_like_any_other(facts, staged):
    facts.commit("acme", "i1", staged, key())
    facts.commit("acme", "i2", frame_of([row(1, 6), row(2, 7, account="B"), row(3, 1)]), key())
    assert by_day(facts, "acme") == {1: 6, 2: 7, 3: 1}
    facts.undo("i2")
    assert by_day(facts, "acme") == {1: 5, 2: 7, 3: 0}


def test_few_rows_in_memory_are_the_rows_that_the_engine_reads(facts, staged, monkeypatch):
    facts.commit("acme", "i1", staged, key())
    facts.commit("acme", "i3", frame_of([row(9, 2, clicks=4.0)]), key())
    held = facts.held("acme").collect("pyarrow").to_native().sort_by("period_start")
    read = facts.scan("acme").collect("pyarrow").to_native().sort_by("period_start")
    assert held.equals(read.cast(held.schema))
    reading.few_rows.cache_clear()
    monkeypatch.setattr(reading, "FEW", 3)
    assert reading.few_rows(facts.url, facts.version(), "acme") is None
    many = facts.held("acme").collect("pyarrow").to_native().sort_by("period_start")
    assert many.equals(read)
