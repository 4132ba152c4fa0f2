"""LinkedIn Campaign Manager: four lines about the report, an empty one, then the table; no totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from sample_data.figures import Figures, Row
from sample_data.formats.cells import ENGLISH, fixed, line, percent, utf16
from sample_data.formats.headers import words
from sample_data.formats.months import in_words
from sample_data.world import Account
from tiger_reports.model.period import Period

TAB = "\t"
OBJECTIVES = {"lead": "Lead generation", "link_click": "Website visits", "purchase": "Website conversions"}


def performance_csv(account: Account, rows: Sequence[Row], period: Period) -> bytes:
    """Campaigns by day."""
    return utf16(_lines(account, rows, period))


def _lines(account: Account, rows: Sequence[Row], period: Period) -> Iterable[str]:
    names = words("linkedin-ads", "en")
    for text in _preamble(period):
        yield line([text], TAB, ",")
    yield line(list(names.values()), TAB, ",")
    for row in rows:
        cells = _cells(account, row)
        yield line([cells[column] for column in names], TAB, ",")


def _preamble(period: Period) -> tuple[str, ...]:
    made = period.end + timedelta(days=2)
    first, last, written = (in_words(day, "en-US") for day in (period.start, period.last_day, made))
    return (
        "Campaign Performance Report (in UTC)",
        f"Report Start: {first}, 12:00 AM",
        f"Report End: {last}, 11:59 PM",
        f"Date Generated: {written}, 9:30 AM",
        "",
    )


def _cells(account: Account, row: Row) -> Mapping[str, str]:
    assert row.campaign is not None
    day = row.period.start
    return {
        "day": f"{day.month}/{day.day}/{day.year}",
        "account": account.name,
        "currency": account.currency,
        "group_id": account.id,
        "group": "Synthetic group",
        "group_status": "Active",
        "campaign_id": row.campaign.id,
        "campaign": row.campaign.name,
        "objective": OBJECTIVES[row.campaign.goal],
        "kind": "Sponsored Update",
        "status": "Active",
        "cost_type": "CPM",
        **_figures(row.figures),
    }


def _figures(figures: Figures) -> Mapping[str, str]:
    shown, clicks, leads = figures.impressions, figures.clicks, int(figures.conversions)
    return {
        "spend": fixed(figures.spend, 2, ENGLISH),
        "impressions": str(shown),
        "clicks": str(clicks),
        "ctr": percent(clicks, shown, ENGLISH, 3) if shown else "0%",
        "cpm": _price(figures.spend * 1000, shown),
        "cpc": _price(figures.spend, clicks),
        "conversions": str(leads),
        "cvr": percent(leads, clicks, ENGLISH, 3) if clicks else "0%",
        "cpa": _price(figures.spend, leads),
        "leads": str(leads),
        "cost_per_lead": _price(figures.spend, leads),
        "reach": str(figures.reach),
        "frequency": fixed(shown / figures.reach, 3, ENGLISH) if figures.reach else "0",
        "landing": str(figures.link_clicks),
    }


def _price(money: float, count: float) -> str:
    return fixed(money / count, 2, ENGLISH) if count else "0.00"
