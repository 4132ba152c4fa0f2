"""A synthetic Meta Ads export of any length, in the shape of Ads Manager's table download."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

SEED = 20261031
DAYS = 730
FIRST_DAY = np.datetime64("2024-11-01")


def write(path: Path, rows: int, *, seed: int = SEED) -> None:
    """Write `rows` lines of ad-by-day figures; about 145 bytes a line."""
    random = np.random.default_rng(seed)
    ads = rows // DAYS + 1
    day = (FIRST_DAY + np.arange(rows) % DAYS).astype(str)
    ad = np.arange(rows) // DAYS % ads
    impressions = random.poisson(2400, rows)
    clicks = random.binomial(impressions, 0.014)
    links = random.binomial(clicks, 0.7)
    purchases = random.binomial(links, 0.03)
    spend = (impressions * random.gamma(20, 0.001, rows)).round(2)
    names = {
        "Reporting starts": day,
        "Reporting ends": day,
        "Campaign name": np.char.add("Synthetic campaign ", (ad // 12).astype(str)),
        "Ad set name": np.char.add("Synthetic ad set ", (ad // 4).astype(str)),
        "Ad name": np.char.add("Synthetic ad ", ad.astype(str)),
        "Ad ID": np.char.add("2385", ad.astype(str)),
        "Impressions": impressions,
        "Reach": (impressions * 0.8).astype(np.int64),
        "Clicks (all)": clicks,
        "Link clicks": links,
        "Amount spent (PLN)": spend,
        "Purchases": purchases,
        "Purchases conversion value": (purchases * random.gamma(4, 40, rows)).round(2),
    }
    table = pa.table({name: pa.array(values) for name, values in names.items()})
    csv.write_csv(table, path, csv.WriteOptions(quoting_style="needed"))
