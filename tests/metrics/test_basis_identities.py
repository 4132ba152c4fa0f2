"""Whatever is stored beside each other, the same money is counted once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.metrics.accounts import same_accounts
from tiger_reports.metrics.basis import choose
from tiger_reports.metrics.survey import Slice
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import Period, month

OCTOBER = month(2026, 10)


def key(one):
    return (one.account, one.report, one.level, one.grain, one.breakdown)


def days(first, last):
    start = OCTOBER.start
    return tuple(Period(start + timedelta(at), start + timedelta(at + 1)) for at in range(first, last))


@st.composite
def slices(draw):
    level = draw(st.sampled_from(list(Level)))
    first = draw(st.integers(0, 30))
    last = draw(st.integers(first + 1, 31))
    grain = draw(st.sampled_from([Grain.DAY, Grain.RANGE]))
    whole = Period(OCTOBER.start + timedelta(first), OCTOBER.start + timedelta(last))
    spans = days(first, last) if grain is Grain.DAY else (whole,)
    account, report = draw(st.sampled_from(["a1", ""])), draw(st.sampled_from("xy"))
    return Slice("meta-ads", account, report, level, grain, draw(st.sampled_from(["", "age"])), spans)


@given(st.lists(slices(), min_size=1, max_size=6, unique_by=key))
def test_no_day_of_an_account_is_held_by_two_rows(stored):
    for basis in choose(stored, OCTOBER, same_accounts(stored)):
        held = [
            span.start + timedelta(at) for use in basis.uses for span in use.spans for at in range(span.days)
        ]
        assert len(held) == len(set(held))
        assert basis.period == OCTOBER


@given(st.lists(slices(), min_size=1, max_size=6, unique_by=key), st.randoms(use_true_random=False))
def test_the_order_of_imports_changes_nothing(stored, seed):
    shuffled = list(stored)
    seed.shuffle(shuffled)
    accounts = same_accounts(stored)
    assert choose(stored, OCTOBER, accounts) == choose(shuffled, OCTOBER, accounts)


@pytest.mark.parametrize("level", [Level.CAMPAIGN, Level.AD_SET, Level.AD])
def test_a_level_that_names_campaigns_comes_before_the_account(level):
    stored = [Slice("c", "a", "x", one, Grain.DAY, "", days(0, 31)) for one in (Level.ACCOUNT, level)]
    (basis,) = choose(stored, OCTOBER, same_accounts(stored))
    assert basis.level is level
    assert [left.slice.level for left in basis.left_out] == [Level.ACCOUNT]


def named(account, names):
    return Slice("meta-ads", account, "x", Level.CAMPAIGN, Grain.DAY, "", (OCTOBER,), names=frozenset(names))


def test_an_id_alone_is_no_name_of_another_account():
    found = same_accounts([named("101", ["Shop"]), named("202", [])])
    assert found["meta-ads", "202"] == "202"


def test_a_name_alone_is_the_only_account_with_an_id():
    found = same_accounts([named("101", []), named("Shop", ["Shop"]), named("", [])])
    assert set(found.values()) == {"101"}
