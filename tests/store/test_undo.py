"""Taking an import back: the facts are as if it had never come."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.frames import by_day, frame_of, key, row, rows_in
from tiger_reports.store.errors import UnknownImportError
from tiger_reports.store.facts import Facts


def test_what_an_import_replaced_returns(facts, load):
    load([row(1, 10), row(2, 20)])
    load([row(2, 25), row(3, 35)])
    done = facts.undo("import-2")
    assert by_day(facts, "acme") == {1: 10, 2: 20}
    assert {r["import_id"] for r in rows_in(facts, "acme")} == {"import-1"}
    assert (done.added, done.removed) == (1, 2)
    assert [(c.before, c.after) for c in done.changes] == [(25, 20), (35, None)]


def test_a_later_import_keeps_its_days(facts, load):
    load([row(d, 10) for d in (1, 2, 3)])
    load([row(d, 20) for d in (1, 2, 3)])
    load([row(2, 30)])
    facts.undo("import-2")
    assert by_day(facts, "acme") == {1: 10, 2: 30, 3: 10}


def test_an_import_that_was_undone_does_not_come_back_with_another(facts, load):
    load([row(1, 10)])
    load([row(1, 20)])
    load([row(1, 30)])
    facts.undo("import-2")
    facts.undo("import-3")
    assert by_day(facts, "acme") == {1: 10}
    assert facts.withdrawn() == {"import-2", "import-3"}


def test_the_first_import_leaves_nothing_behind(facts, load):
    load([row(1, 10)])
    load([row(1, 5)], client="globex")
    facts.undo("import-1")
    assert rows_in(facts, "acme") == []
    assert by_day(facts, "globex") == {1: 5}


def test_other_kinds_of_rows_and_other_accounts_stay(facts, load):
    load([row(1, 10), row(1, 7, account="B")])
    load([row(1, 11)], using=key(panel="google-ads"))
    load([row(1, 12)])
    facts.undo("import-3")
    assert sorted(r["spend"] for r in rows_in(facts, "acme")) == [7, 10, 11]


def test_an_import_can_be_undone_once_and_must_exist(facts, load):
    load([row(1, 10)])
    facts.undo("import-1")
    for import_id in ("import-1", "never"):
        with pytest.raises(UnknownImportError, match=import_id):
            facts.undo(import_id)


def test_an_import_undone_may_come_again(facts, load):
    load([row(1, 10)])
    facts.undo("import-1")
    facts.commit("acme", "import-1", frame_of([row(1, 12)]), key())
    assert by_day(facts, "acme") == {1: 12}
    assert facts.withdrawn() == frozenset()


SPANS = st.tuples(st.integers(1, 8), st.integers(1, 5), st.sampled_from(["A", "B"]))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(SPANS, min_size=2, max_size=5), data=st.data())
def test_undoing_equals_never_having_imported(tmp_path_factory, spans, data):
    undone = data.draw(st.permutations(range(len(spans))))[: data.draw(st.integers(1, 2))]
    files = [
        (f"i{n}", frame_of([row(d, n + 1, account=account) for d in range(first, first + days)]))
        for n, (first, days, account) in enumerate(spans)
    ]
    facts, never = (Facts(str(tmp_path_factory.mktemp("facts"))) for _ in range(2))
    for n, (import_id, frame) in enumerate(files):
        facts.commit("acme", import_id, frame, key())
        if n not in undone:
            never.commit("acme", import_id, frame, key())
    for n in undone:
        facts.undo(f"i{n}")
    assert by_day(facts, "acme") == by_day(never, "acme")
