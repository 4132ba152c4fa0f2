"""Versions and upkeep: old figures stay readable as long as someone needs them."""

from __future__ import annotations

import pytest

from tests.store.frames import by_day, frame_of, key, row, rows_in
from tiger_reports.store.errors import VersionGoneError
from tiger_reports.store.facts import Facts
from tiger_reports.store.table import live_files, open_table
from tiger_reports.store.upkeep import SCATTERED


def test_the_version_of_a_sent_deck_survives_cleaning_and_others_do_not(facts, load):
    versions = [load([row(1, float(n))]).version for n in range(5)]
    facts.maintain(keep_versions=[versions[1]], keep_days=0)
    assert by_day(facts, "acme", versions[1]) == {1: 1.0}
    assert by_day(facts, "acme") == {1: 4.0}
    with pytest.raises(VersionGoneError):
        facts.scan("acme", versions[2])


def test_recent_versions_survive_cleaning_unasked(facts, load):
    first = load([row(1, 1)]).version
    load([row(1, 2)])
    facts.maintain()
    assert by_day(facts, "acme", first) == {1: 1}


def test_a_version_that_never_was_is_said(facts):
    with pytest.raises(VersionGoneError, match="99"):
        facts.scan("acme", 99)


def test_compaction_changes_files_and_no_figure(facts, load):
    for day in range(1, 7):
        load([row(day, day)])
    before = by_day(facts, "acme")
    done = facts.maintain()
    assert done.compacted == ("acme",)
    assert len(live_files(open_table(facts.url), "acme")) == 1
    assert by_day(facts, "acme") == before
    assert facts.undo("import-3").removed == 1


def test_many_imports_do_not_scatter_a_client_over_many_files(facts, load):
    for day in range(1, SCATTERED + 3):
        load([row(day, 1)])
    assert len(live_files(open_table(facts.url), "acme")) < SCATTERED
    assert len(by_day(facts, "acme")) == SCATTERED + 2


def test_a_second_opening_finds_what_the_first_stored(facts, load):
    load([row(1, 10)])
    again = Facts(facts.url)
    assert by_day(again, "acme") == {1: 10}
    assert again.version() == facts.version()


def test_reading_through_an_object_store_gives_the_same_rows(facts, load, monkeypatch):
    load([row(1, 10), row(2, 20)])
    load([row(1, 99)], client="globex")
    monkeypatch.setattr("tiger_reports.store.reading.is_local", lambda _: False)
    assert by_day(facts, "acme") == {1: 10, 2: 20}
    assert facts.commit("acme", "x", frame_of([row(2, 25)]), key()).changes[0].after == 25
    assert {r["client_id"] for r in rows_in(facts, "acme")} == {"acme"}


def test_equal_numbers_in_another_currency_are_a_change(facts):
    facts.commit("acme", "one", frame_of([row(1, 10.0, currency="PLN")]), key())
    again = facts.plan("acme", frame_of([row(1, 10.0, currency="PLN")]), key())
    euro = facts.plan("acme", frame_of([row(1, 10.0, currency="EUR")]), key())
    assert (again.changes, again.recoded) == ((), False)
    assert (euro.changes, euro.recoded) == ((), True)
