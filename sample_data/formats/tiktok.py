"""TikTok Ads Manager: one sheet, header in row 1, the total in the last row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sample_data.figures import Figures, Row, total
from sample_data.formats.cells import Value
from sample_data.formats.headers import words
from sample_data.formats.workbook import workbook
from sample_data.world import Account


def manager_xlsx(account: Account, rows: Sequence[Row], reach: int) -> bytes:
    """Campaigns by day. `reach` is the whole period's, in the total row."""
    names = words("tiktok-ads", "en")
    label = {"campaign": f"Total of {len(rows)} results", "day": "--", "status": "--"}
    lines = [*(_printed(row) for row in rows), {**label, **_figures(total(rows, reach))}]
    currency = {"currency": account.currency}
    cells = [[{**each, **currency}[column] for column in names] for each in lines]
    return workbook("Sheet1", [list(names.values()), *cells])


def _printed(row: Row) -> Mapping[str, Value]:
    assert row.campaign is not None
    day = row.period.start.isoformat()
    return {"campaign": row.campaign.name, "day": day, "status": "Active", **_figures(row.figures)}


def _figures(figures: Figures) -> Mapping[str, Value]:
    """Shares are percent numbers without a sign."""
    spend, shown = round(figures.spend, 2), figures.impressions
    return {
        "spend": spend,
        "impressions": shown,
        "cpm": _ratio(spend * 1000, shown),
        "link_clicks": figures.link_clicks,
        "link_cpc": _ratio(spend, figures.link_clicks),
        "link_ctr": _ratio(figures.link_clicks * 100, shown),
        "clicks": figures.clicks,
        "ctr": _ratio(figures.clicks * 100, shown),
        "reach": figures.reach,
        "cost_per_1000_reached": _ratio(spend * 1000, figures.reach),
        "frequency": _ratio(shown, figures.reach),
        "conversions": int(figures.conversions),
        "cpa": _ratio(spend, figures.conversions),
    }


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 2) if whole else 0.0
