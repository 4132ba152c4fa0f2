from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from tiger_reports.metrics.cubes import cubes
from tiger_reports.metrics.plan import plan
from tiger_reports.model.period import month

NOW, THEN = month(2026, 10), month(2026, 9)


def read(facts, *rows):
    stored = facts(*rows)
    return cubes(stored, plan(stored, (THEN, NOW)), (NOW, THEN))


def row(at, **given):
    return {"day": date(2026, at, 5), "campaign": "Spring", "campaign_id": "1", "spend": 10.0} | given


def test_each_breakdown_is_a_cube_of_its_own(facts):
    plain, by_device = read(
        facts,
        row(9, spend=10.0),
        row(10, spend=30.0),
        row(9, breakdown="device", device="mobile", spend=4.0),
        row(10, breakdown="device", device="mobile", spend=7.0),
        row(10, breakdown="device", device="desktop", spend=23.0),
    )
    assert (plain.breakdown, by_device.breakdown) == ((), ("device",))
    assert plain.amounts(NOW, "spend").tolist() == [30.0]
    told = dict(zip(by_device.columns["device"], by_device.amounts(NOW, "spend"), strict=True))
    assert told == {"mobile": 7.0, "desktop": 23.0}
    before = dict(zip(by_device.columns["device"], by_device.amounts(THEN, "spend"), strict=True))
    assert before["mobile"] == 4.0
    assert np.isnan(before["desktop"])


def test_the_finest_rows_are_the_leaves(facts):
    (cube,) = read(
        facts,
        row(9),
        row(10),
        row(9, level="ad", ad_set="Broad", ad="One", spend=6.0),
        row(9, level="ad", ad_set="Broad", ad="Two", spend=4.0),
        row(10, level="ad", ad_set="Broad", ad="One", spend=10.0),
    )
    assert sorted(cube.columns["ad"]) == ["One", "Two"]
    assert np.nansum(cube.amounts(THEN, "spend")) == 10.0


def test_rows_of_one_month_only_are_not_finer(facts):
    (cube,) = read(facts, row(9), row(10), row(10, level="ad", ad="One"))
    assert cube.leaves == 1


def test_a_renamed_campaign_is_one_leaf_by_its_last_name(facts):
    (cube,) = read(facts, row(9), row(10, campaign="Spring sale"))
    assert cube.columns["campaign"].tolist() == ["Spring sale"]
    assert cube.amounts(THEN, "spend").tolist() == [10.0]


@pytest.mark.parametrize("missing", [{"spend": None}])
def test_missing_is_not_nought(facts, missing):
    (cube,) = read(facts, row(9, clicks=1.0, **missing), row(10, clicks=0.0))
    assert np.isnan(cube.amounts(THEN, "spend")).all()
    assert cube.amounts(NOW, "clicks").tolist() == [0.0]
    assert np.isnan(cube.amounts(NOW, "purchases")).all()
