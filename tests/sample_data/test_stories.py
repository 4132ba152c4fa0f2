"""A reader of the month sees what each story planted, and only that."""

from __future__ import annotations

from typing import Any

import pytest

from sample_data.figures import Figures, by_campaign, total, whole_account
from sample_data.world import HERE, World
from tests.sample_data.conftest import Tracks
from tiger_reports.model.period import Period, parse_month, previous_month, same_month_last_year

STEADY, CLEAR = 0.10, 0.12
REFERENCES = {"previous": previous_month, "year_ago": same_month_last_year}
METRICS = {
    "spend": lambda f: f.spend,
    "clicks": lambda f: f.clicks,
    "conversions": lambda f: f.conversions,
    "cpa": lambda f: f.spend / f.conversions,
    "ctr": lambda f: f.clicks / f.impressions,
    "frequency": lambda f: f.impressions / f.reach,
}
LEVERS = {
    "spend": lambda f: f.spend,
    "cpm": lambda f: f.spend / f.impressions,
    "ctr": lambda f: f.clicks / f.impressions,
    "cvr": lambda f: f.conversions / f.clicks,
}


def _figures(
    world: World, tracks: Tracks, story: dict[str, Any], expect: dict[str, Any], period: Period
) -> Figures:
    accounts = [
        a for a in world.accounts if a.client == story["client"] and expect.get("channel", a.panel) == a.panel
    ]
    rows = [row for account in accounts for row in by_campaign(tracks[account], period)]
    wanted = [
        row for row in rows if row.campaign and expect.get("campaign", row.campaign.name) == row.campaign.name
    ]
    reach = whole_account(tracks[accounts[0]], period).figures.reach if len(accounts) == 1 and wanted else 0
    return total(wanted, reach)


def _stories() -> list[Any]:
    import tomllib

    found = tomllib.loads((HERE / "stories.toml").read_text(encoding="utf-8"))["story"]
    pairs = [(story, expect) for story in found for expect in story["expect"]]
    return [
        pytest.param(
            s, e, id=f"{s['id']}-{e['metric']}-{e.get('campaign', e.get('channel', 'all'))}-{e['reference']}"
        )
        for s, e in pairs
    ]


@pytest.mark.parametrize(("story", "expect"), _stories())
def test_the_planted_change_shows(
    world: World, tracks: Tracks, story: dict[str, Any], expect: dict[str, Any]
) -> None:
    month = parse_month(story["month"])
    after = _figures(world, tracks, story, expect, month)
    before = _figures(world, tracks, story, expect, REFERENCES[expect["reference"]](month))
    if expect["direction"] == "no_base":
        assert before == Figures()
        assert after.spend > 0
        return
    change = METRICS[expect["metric"]](after) / METRICS[expect["metric"]](before) - 1
    seen = (
        "steady"
        if abs(change) < STEADY
        else "up"
        if change > CLEAR
        else "down"
        if change < -CLEAR
        else "unclear"
    )
    assert seen == expect["direction"], change


@pytest.mark.parametrize(("story", "expect"), [p for p in _stories() if "lever" in p.values[1]])
def test_the_named_lever_moves_most(
    world: World, tracks: Tracks, story: dict[str, Any], expect: dict[str, Any]
) -> None:
    month = parse_month(story["month"])
    after = _figures(world, tracks, story, expect, month)
    before = _figures(world, tracks, story, expect, REFERENCES[expect["reference"]](month))
    moves = {name: abs(lever(after) / lever(before) - 1) for name, lever in LEVERS.items()}
    if expect["metric"] == "cpa":
        del moves["spend"]  # a price does not hang on how much is spent
    assert max(moves, key=lambda name: moves[name]) == expect["lever"], moves


def test_clicks_stay_steady_on_the_days_of_the_tracking_fault(world: World, tracks: Tracks) -> None:
    account = next(a for a in world.accounts if a.client == "prague" and a.panel == "google-ads")
    good, bad = Period(*_dates(1, 12)), Period(*_dates(12, 32))
    before, after = (total(by_campaign(tracks[account], part)) for part in (good, bad))
    assert after.conversions / bad.days < 0.1 * before.conversions / good.days
    assert abs(after.clicks / bad.days / (before.clicks / good.days) - 1) < 0.08


def _dates(first: int, end: int) -> tuple[Any, Any]:
    start = parse_month("2026-10").start
    return start.fromordinal(start.toordinal() + first - 1), start.fromordinal(start.toordinal() + end - 1)
