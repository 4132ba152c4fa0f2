"""A file restates its own source only; another report of the same days stands beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.store.frames import JANUARY, by_day, frame_of, key, row, rows_in
from tiger_reports.model.client import Client
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.restate import ReplaceKey
from tiger_reports.model.sources import Choice, Origin
from tiger_reports.store.facts import Facts
from tiger_reports.store.state import choices, clients

OTHER = ReplaceKey("meta-ads", "other-report", Level.CAMPAIGN, Grain.DAY)


@pytest.fixture
def facts(tmp_path):
    return Facts(str(tmp_path / "facts"))


def reports(facts):
    return sorted({(row["report"], row["import_id"]) for row in rows_in(facts, "acme")})


def test_another_report_of_the_same_days_replaces_nothing(facts):
    facts.commit("acme", "i1", frame_of([row(1), row(2)]), key())
    done = facts.commit("acme", "i2", frame_of([row(1, 5.0)]), OTHER)
    assert (done.added, done.removed) == (1, 0)
    assert reports(facts) == [("other-report", "i2"), ("report", "i1")]


def test_the_same_report_is_restated_and_the_other_stays(facts):
    facts.commit("acme", "i1", frame_of([row(1), row(2)]), key())
    facts.commit("acme", "i2", frame_of([row(1, 5.0)]), OTHER)
    facts.commit("acme", "i3", frame_of([row(1, 7.0), row(2, 7.0)]), key())
    assert reports(facts) == [("other-report", "i2"), ("report", "i3")]
    assert by_day(facts, "acme") == {1: 12.0, 2: 7.0}


def test_taking_back_one_source_leaves_the_other(facts):
    facts.commit("acme", "i1", frame_of([row(1)]), key())
    facts.commit("acme", "i2", frame_of([row(1, 5.0)]), OTHER)
    facts.undo("i1")
    assert reports(facts) == [("other-report", "i2")]


def test_a_file_is_seen_as_if_it_were_stored_and_is_not(facts):
    facts.commit("acme", "i1", frame_of([row(1), row(2)]), key())
    version = facts.version()
    seen = facts.as_if("acme", "i2", frame_of([row(2, 9.0), row(3, 9.0)]), key())
    table = seen.select("import_id", "period_start", "spend").collect("pyarrow").to_native().to_pylist()
    told = {((line["period_start"] - JANUARY).days + 1): (line["import_id"], line["spend"]) for line in table}
    assert told == {1: ("i1", 1.0), 2: ("i2", 9.0), 3: ("i2", 9.0)}
    assert facts.version() == version
    assert reports(facts) == [("report", "i1")]


def test_the_last_choice_of_a_place_stands_and_every_one_is_kept(store):
    at = datetime(2026, 11, 4, tzinfo=UTC)
    origins = [Origin(name, Level.CAMPAIGN, Grain.DAY) for name in ("a", "b")]
    made = [
        Choice(
            "2026-10", "meta-ads", "1", origin, "why", "Who", at, (("b:campaign:day:", "spend", 1.0, 2.5),)
        )
        for origin in origins
    ]
    with store.write() as session:
        clients.add(session, Client("sole", "Sole", at.date(), "PLN", "pl"))
        for choice in made:
            choices.add(session, "sole", choice)
    with store.read() as session:
        assert choices.listed(session, "sole") == tuple(made)
        assert choices.standing(session, "sole") == {("2026-10", "meta-ads", "1"): made[1]}
        assert choices.standing(session, "other") == {}
