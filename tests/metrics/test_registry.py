from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.metrics.registry import (
    DefinitionError,
    UnknownMetricError,
    headlines,
    metric,
    metrics,
    parse,
)
from tiger_reports.metrics.sums import Part, Sums
from tiger_reports.metrics.values import measures, value
from tiger_reports.model.fact import ADDITIVE
from tiger_reports.model.metric import Good, Kind

PLAIN = {"kind": "sum", "unit": "count", "good": "up", "measure": "clicks"}
RATIO = {"kind": "ratio", "unit": "money", "good": "down", "numerator": "spend", "denominator": "clicks"}


@pytest.mark.parametrize(
    "broken",
    [
        PLAIN | {"measure": "applause"},
        PLAIN | {"measure": "reach"},
        PLAIN | {"colour": "red"},
        PLAIN | {"kind": "average"},
        PLAIN | {"measure": ""},
        PLAIN | {"numerator": "spend", "denominator": "clicks"},
        PLAIN | {"decimals": 9},
        PLAIN | {"chain": ["fame"]},
        PLAIN | {"stands_in_for": "fame"},
        RATIO | {"denominator": ""},
        RATIO | {"factor": 0},
        RATIO | {"kind": "sum"},
        {"kind": "sum"},
    ],
)
def test_an_entry_that_breaks_a_rule_is_refused(broken):
    with pytest.raises(DefinitionError):
        parse({"one": broken})


def test_sound_entries_are_read():
    assert parse({"one": PLAIN, "two": RATIO | {"chain": ["/one"]}})["two"].chain == ("/one",)


def test_an_unknown_metric_says_which_are_known():
    with pytest.raises(UnknownMetricError, match="spend"):
        metric("fame")


def test_prices_are_good_when_they_fall_and_spend_is_neither():
    assert {key for key, entry in metrics().items() if entry.good is Good.DOWN} == {
        "cpc",
        "link_cpc",
        "cpm",
        "cost_per_result",
        "cpa",
        "pno",
        "cost_per_purchase",
        "cpl",
        "cpv",
    }
    assert metric("spend").good is Good.NEUTRAL


def test_link_clicks_are_a_headline_only_where_all_clicks_are_missing():
    assert [one.key for one in headlines({"spend", "clicks", "link_clicks"})] == ["spend", "clicks"]
    assert [one.key for one in headlines({"spend", "link_clicks", "cvr"})] == ["spend", "link_clicks"]


@given(st.fixed_dictionaries({name: st.floats(0.5, 1e6) for name in ADDITIVE}))
def test_every_chain_is_the_metric_up_to_a_constant(amounts):
    plain, other = (Sums((Part("c", amounts=held),)) for held in (dict.fromkeys(ADDITIVE, 2.0), amounts))
    for entry in metrics().values():
        if entry.chain:
            constants = [value(entry, side).amount / _product(entry, side) for side in (plain, other)]
            assert constants[0] == pytest.approx(constants[1])


def _product(entry, sums):
    product = 1.0
    for link in entry.chain:
        product *= value(metric(link.lstrip("/")), sums).amount ** (-1 if link.startswith("/") else 1)
    return product


def test_every_additive_measure_under_a_metric_has_the_kind_that_adds():
    for entry in metrics().values():
        adds = set(measures(entry)) <= set(ADDITIVE)
        assert adds is not (entry.kind is Kind.NON_ADDITIVE)


def test_a_figure_that_a_channel_lacks_gives_way_to_one_that_every_channel_has():
    present = {"spend", "clicks", "link_clicks", "ctr", "link_ctr"}
    assert [m.key for m in headlines(present)] == ["spend", "clicks", "ctr"]
    assert [m.key for m in headlines(present, {"clicks", "ctr"})] == ["spend", "link_clicks", "link_ctr"]
    assert [m.key for m in headlines(present, {"clicks", "link_clicks"})][:2] == ["spend", "clicks"]
