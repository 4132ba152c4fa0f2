"""Daily truth of one campaign: levers bent by season and stories, then counts with noise.

Counts are negative binomial (variance = dispersion x mean); demand is autocorrelated from day to day.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sample_data.season import Floats, cvr_season, days_between, spend_season
from sample_data.world import Account, Campaign, Market, World

LEVERS = ("spend", "cpm", "ctr", "cvr", "aov", "frequency")
IMPRESSION_DISPERSION, CLICK_DISPERSION, CONVERSION_DISPERSION = 25.0, 2.0, 1.3
DEMAND_SPREAD, DEMAND_MEMORY = 0.035, 0.5
PRICE_SPREAD, BASKET_SPREAD, FREQUENCY_SPREAD = 0.03, 0.12, 0.04
LINK_SHARE = 0.82  # of all clicks, how many leave for the shop
DAYS_A_YEAR = 365.25
EXACT = 9
"""Decimals kept before a draw, so that the last bit of a platform's arithmetic changes nothing."""


@dataclass(frozen=True)
class Track:
    """One campaign day by day over the whole world; all arrays are as long as `days`.

    `spend` is in units of the currency with four decimals, as panels keep it before they round.
    """

    campaign: Campaign
    days: tuple[date, ...]
    active: NDArray[np.bool_]
    spend: Floats
    impressions: Floats
    clicks: Floats
    link_clicks: Floats
    conversions: Floats
    value: Floats
    frequency: Floats


def simulate(world: World, account: Account, campaign: Campaign) -> Track:
    days = days_between(world.first_day, world.end_day)
    rng = np.random.default_rng([world.seed, zlib.crc32(f"{account.id}/{campaign.id}".encode())])
    levers = _levers(world, account, campaign, days)
    active = _active(campaign, days)
    spend = np.round(levers["spend"] * _demand(rng, len(days)) * active, 4)
    price = levers["cpm"] * np.exp(rng.normal(0.0, PRICE_SPREAD, len(days)))
    impressions = _counts(rng, spend * 1000 / price, IMPRESSION_DISPERSION)
    clicks = np.minimum(_counts(rng, impressions * levers["ctr"], CLICK_DISPERSION), impressions)
    conversions = _counts(rng, clicks * levers["cvr"], CONVERSION_DISPERSION)
    basket = levers["aov"] * np.exp(rng.normal(0.0, BASKET_SPREAD, len(days)))
    return Track(
        campaign=campaign,
        days=days,
        active=active,
        spend=spend,
        impressions=impressions,
        clicks=clicks,
        link_clicks=rng.binomial(clicks.astype(np.int64), LINK_SHARE).astype(np.float64),
        conversions=_shared(rng, conversions) if account.panel == "google-ads" else conversions,
        value=np.round(conversions * basket, 2),
        frequency=levers["frequency"] * np.exp(rng.normal(0.0, FREQUENCY_SPREAD, len(days))),
    )


def _levers(
    world: World, account: Account, campaign: Campaign, days: tuple[date, ...]
) -> Mapping[str, Floats]:
    market = world.markets[account.client]
    years = np.array([(day - world.first_day).days / DAYS_A_YEAR for day in days])
    seasons = {
        "spend": spend_season(market, days) * world.yearly_growth**years,
        "cvr": cvr_season(market, days) * _lift(world, market, days),
    }
    return {
        lever: getattr(campaign, lever)
        * seasons.get(lever, 1.0)
        * _bent(world, account, campaign, lever, days)
        for lever in LEVERS
    }


def _lift(world: World, market: Market, days: tuple[date, ...]) -> Floats:
    """From one to the market's lift, evenly over the first days of the cooperation."""
    elapsed = np.array([(day - market.since).days for day in days]) / world.lift_days
    return 1.0 + (market.lift - 1.0) * np.clip(elapsed, 0.0, 1.0)


def _bent(world: World, account: Account, campaign: Campaign, lever: str, days: tuple[date, ...]) -> Floats:
    path = np.ones(len(days))
    for effect in world.effects:
        if effect.lever == lever and effect.hits(account, campaign):
            age = np.array([(day - effect.first).days + 1 for day in days])
            inside = np.array([effect.first <= day < effect.until for day in days])
            share = np.clip(age / max(effect.ramp_days, 1), 0.0, 1.0)
            path *= np.where(inside, 1.0 + (effect.factor - 1.0) * share, 1.0)
    return path


def _active(campaign: Campaign, days: tuple[date, ...]) -> NDArray[np.bool_]:
    first, end = campaign.start or days[0], campaign.end or date.max
    return np.array([first <= day < end for day in days])


def _demand(rng: np.random.Generator, size: int) -> Floats:
    path = rng.normal(0.0, DEMAND_SPREAD, size)
    for number in range(1, size):
        path[number] += DEMAND_MEMORY * path[number - 1]
    return np.exp(path)


def _counts(rng: np.random.Generator, mean: Floats, dispersion: float) -> Floats:
    size = np.maximum(np.round(mean, EXACT), 10.0**-EXACT) / (dispersion - 1.0)
    drawn = rng.negative_binomial(size, 1.0 / dispersion)
    return np.where(mean > 0, drawn, 0).astype(np.float64)


def _shared(rng: np.random.Generator, conversions: Floats) -> Floats:
    """Data-driven attribution leaves a part of a conversion to other channels: 7 becomes 6.58."""
    away = np.round(rng.uniform(0.0, 0.6, len(conversions)), 2)
    return np.where(conversions > 0, conversions - away, 0.0)
