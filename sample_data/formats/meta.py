"""Meta: the Ads Manager table (CSV, XLSX) and Ads Reporting (CSV with a byte order mark)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sample_data.figures import Figures, Row
from sample_data.formats.cells import Value, line, trimmed, utf8
from sample_data.formats.headers import words
from sample_data.formats.workbook import workbook
from sample_data.world import Account

Cells = Mapping[str, Value]

RESULT_TYPES = {
    "purchase": "actions:offsite_conversion.fb_pixel_purchase",
    "link_click": "actions:link_click",
    "lead": "actions:lead",
}
NAMES = ("campaign", "campaign_id", "delivery", "account", "account_id")
FIGURES = ("reach", "impressions", "frequency", "spend", "clicks", "link_clicks", "purchases", "value")
RESULTS = ("results", "result_type", "cost_per_result")
MANAGER = (
    "starts",
    "ends",
    "campaign",
    "campaign_id",
    "delivery",
    "account",
    "account_id",
    "attribution",
    *RESULTS,
    *FIGURES,
)
REPORTING = ("account", "account_id", *FIGURES, "starts", "ends")
AUDIENCE = ("account", "account_id", "age", "gender", *FIGURES, "starts", "ends")


def manager_csv(account: Account, language: str, rows: Sequence[Row]) -> bytes:
    """Campaigns by day, newest day first; no byte order mark, no total."""
    newest_first = sorted(rows, key=lambda row: -row.period.start.toordinal())
    return utf8(_lines(language, MANAGER, [_cells(account, row) for row in newest_first]))


def reporting_csv(account: Account, language: str, rows: Sequence[Row]) -> bytes:
    """Ads Reporting: the dates stand last, a byte order mark first."""
    return utf8(_lines(language, REPORTING, [_cells(account, row) for row in rows]), bom=True)


def audience_csv(account: Account, language: str, rows: Sequence[Row]) -> bytes:
    """The same cut by age and gender."""
    return utf8(_lines(language, AUDIENCE, [_cells(account, row) for row in rows]), bom=True)


def manager_xlsx(account: Account, language: str, rows: Sequence[Row], whole: Row) -> bytes:
    """Campaigns over the whole period under the account's own row, whose name cells are empty."""
    names = dict.fromkeys(NAMES)
    cells = [{**_cells(account, whole), **names}, *(_cells(account, row) for row in rows)]
    columns = _columns(language, MANAGER)
    headers = [words("meta-ads", language)[column] for column in columns]
    return workbook("Worksheet", [headers, *([each[column] for column in columns] for each in cells)])


def _columns(language: str, wanted: Iterable[str]) -> list[str]:
    return [column for column in wanted if column in words("meta-ads", language)]


def _lines(language: str, wanted: Iterable[str], rows: Iterable[Cells]) -> Iterable[str]:
    columns = _columns(language, wanted)
    yield line([words("meta-ads", language)[column] for column in columns], ",", " ,")
    for row in rows:
        yield line([trimmed(row[column]) for column in columns], ",", " ,")


def _cells(account: Account, row: Row) -> Cells:
    campaign, figures = row.campaign, row.figures
    return {
        "starts": row.period.start.isoformat(),
        "ends": row.period.last_day.isoformat(),
        "campaign": campaign.name if campaign else None,
        "campaign_id": campaign.id if campaign else None,
        "delivery": "active" if campaign and campaign.end is None else "inactive",
        "account": account.name,
        "account_id": account.id,
        "age": row.group.age if row.group else None,
        "gender": row.group.gender if row.group else None,
        "attribution": "7-day click or 1-day view",
        **_results(row),
        **_figures(figures),
    }


def _figures(figures: Figures) -> Cells:
    return {
        "reach": figures.reach,
        "impressions": figures.impressions,
        "frequency": round(figures.impressions / figures.reach, 8) if figures.reach else None,
        "spend": round(figures.spend, 2),
        "clicks": figures.clicks,
        "link_clicks": figures.link_clicks,
        "purchases": int(figures.conversions) or None,  # an empty cell is how the panel writes none
        "value": figures.value or None,
    }


def _results(row: Row) -> Cells:
    """What counts as a result depends on the campaign's goal; the account's own row has none."""
    if row.campaign is None:
        return {"results": None, "result_type": None, "cost_per_result": None}
    clicks = row.campaign.goal == "link_click"
    count = row.figures.link_clicks if clicks else int(row.figures.conversions)
    return {
        "results": count or None,
        "result_type": RESULT_TYPES[row.campaign.goal] if count else None,
        "cost_per_result": round(round(row.figures.spend, 2) / count, 8) if count else None,
    }
