"""Facts that an older program wrote stay readable, and a newer one writes beside them."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest
from deltalake import DeltaTable

from tests.store.frames import by_day, frame_of, key, row, rows_in
from tiger_reports.store import appending, facts, reading, table
from tiger_reports.store import schema as known
from tiger_reports.store.facts import Facts

NEWER = ("figure", "followers", "users", "sessions", "title", "link", "post_type", "published")
PROFILE = {"spend": None, "campaign": None, "account": None}


@pytest.fixture
def old(tmp_path, monkeypatch):
    """A table with one import, made by a program that does not know the newer columns."""
    fields = [field for field in known.SCHEMA if field.name not in NEWER]
    with monkeypatch.context() as past:
        schema = pa.schema(fields)
        for module in (known, table, appending):
            past.setattr(module, "SCHEMA", schema)
        kept = tuple(name for name in known.KEPT if name not in NEWER)
        past.setattr(known, "KEPT", kept)
        past.setattr(facts, "KEPT", kept)
        past.setattr(reading, "OWN", tuple(name for name in reading.OWN if name not in NEWER))
        url = str(tmp_path / "facts")
        Facts(url).commit("acme", "import-1", frame_of([row(1, 10.0), row(2, 20.0)]), key())
    assert not set(NEWER) & {field.name for field in DeltaTable(url).schema().fields}
    return url


def test_its_rows_read_as_before_with_nothing_in_the_newer_columns(old):
    facts = Facts(old)
    assert by_day(facts, "acme") == {1: 10.0, 2: 20.0}
    assert {(r["figure"], r["followers"]) for r in rows_in(facts, "acme")} == {(None, None)}


def test_newer_rows_stand_beside_older_ones(old):
    facts = Facts(old)
    rows = [row(1, **PROFILE, figure="followers", followers=500.0)]
    facts.commit("acme", "import-2", frame_of(rows), key(panel="tiktok-analytics"))
    assert by_day(facts, "acme") == {1: 10.0, 2: 20.0}
    assert sorted(r["followers"] for r in rows_in(facts, "acme") if r["figure"]) == [500.0]


def test_posts_with_their_words_stand_beside_rows_that_know_of_none(old):
    facts = Facts(old)
    words = {"title": "Nowa trasa 🚴", "link": "https://www.facebook.com/77/posts/1", "post_type": "Reel"}
    post = row(1, **PROFILE, **words, figure="reach", reach=500.0, published=date(2025, 12, 31))
    facts.commit("acme", "import-2", frame_of([post]), key(panel="meta-business-suite"))
    held = rows_in(facts, "acme")
    assert {r["title"] for r in held if r["spend"]} == {None}
    (told,) = (r for r in held if r["reach"])
    assert {name: told[name] for name in words} == words
    assert told["published"] == date(2025, 12, 31)
    assert {r["title"] for r in facts.held("acme").collect().to_native().to_pylist()} == {
        None,
        "Nowa trasa 🚴",
    }


def test_an_older_day_is_replaced_by_a_newer_import_and_comes_back(old):
    facts = Facts(old)
    done = facts.commit("acme", "import-2", frame_of([row(2, 25.0), row(3, 30.0)]), key())
    assert [(change.before, change.after) for change in done.changes] == [(20.0, 25.0)]
    assert by_day(facts, "acme") == {1: 10.0, 2: 25.0, 3: 30.0}
    facts.undo("import-2")
    assert by_day(facts, "acme") == {1: 10.0, 2: 20.0}


def test_an_older_version_can_still_be_opened(old):
    before = DeltaTable(old).version()
    facts = Facts(old)
    facts.commit("acme", "import-2", frame_of([row(5, 50.0)]), key())
    assert by_day(facts, "acme", before) == {1: 10.0, 2: 20.0}


def test_opening_it_again_changes_nothing_more(old):
    version = Facts(old).version()
    assert Facts(old).version() == version


def test_two_programs_may_add_the_columns_at_once(old):
    both = [DeltaTable(old), DeltaTable(old)]  # neither has seen the other's change
    for one in both:
        table.add_columns(one)
    assert set(NEWER) <= {field.name for field in DeltaTable(old).schema().fields}


def test_figures_that_stand_apart_are_replaced_apart(load, facts):
    profile = key(panel="ga4")
    load(
        [row(1, **PROFILE, figure="users", users=40.0), row(1, **PROFILE, figure="sessions", sessions=50.0)],
        using=profile,
    )
    done = load([row(1, **PROFILE, figure="sessions", sessions=55.0)], using=profile)
    assert [(change.measure, change.before, change.after) for change in done.changes] == [
        ("sessions", 50.0, 55.0)
    ]
    held = {r["figure"]: r["users"] or r["sessions"] for r in rows_in(facts, "acme")}
    assert held == {"users": 40.0, "sessions": 55.0}


def test_a_count_of_people_that_changed_is_told(load):
    profile = key(panel="ga4")
    load(
        [row(1, **PROFILE, figure="users", users=40.0), row(1, **PROFILE, figure="sessions", sessions=50.0)],
        using=profile,
    )
    done = load([row(1, **PROFILE, figure="users", users=44.0)], using=profile)
    assert [(change.measure, change.before, change.after) for change in done.changes] == [
        ("users", 40.0, 44.0)
    ]
