"""Google Ads: the table download with its block of totals, and the Report Editor's daily report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sample_data.figures import Figures, Row, total
from sample_data.formats.cells import ENGLISH, GERMAN, POLISH, Marks, fixed, line, percent, utf8, utf16
from sample_data.formats.headers import words
from sample_data.formats.months import in_words
from sample_data.world import Account
from tiger_reports.model.period import Period

MARKS = {"en-GB": ENGLISH, "en-US": ENGLISH, "pl": POLISH, "de": GERMAN}
NULL = " --"
KINDS = ("Search", "Performance Max", "Display")
EDITOR = ("kind", "campaign", "day", "currency", "spend", "clicks", "impressions", "ctr", "cpc",
          "conversions", "cvr", "value", "cpa")  # fmt: skip
TABLE = ("status", "campaign", "currency", "kind", "clicks", "impressions", "ctr", "spend", "cpc",
         "conversions", "cpa", "cvr", "value", "roas")  # fmt: skip

Cells = Mapping[str, str]


def editor_csv(account: Account, language: str, rows: Sequence[Row], period: Period) -> bytes:
    """Campaigns by day under the user's own report name; no totals."""
    lines = [_printed(account, language, row) for row in rows]
    return utf8(_lines(language, EDITOR, words("google-ads", language)["editor_title"], period, lines, ","))


def table_csv(
    account: Account, language: str, rows: Sequence[Row], period: Period, *, for_excel: bool
) -> bytes:
    """Campaigns over the whole period, then totals that overlap: adding them counts money several times."""
    lines = [*(_printed(account, language, row) for row in rows), *_totals(account, language, rows)]
    delimiter = "\t" if for_excel else ","
    text = _lines(language, TABLE, words("google-ads", language)["title"], period, lines, delimiter)
    return utf16(text) if for_excel else utf8(text)


def date_line(period: Period, language: str) -> str:
    return f"{in_words(period.start, language)} - {in_words(period.last_day, language)}"


def _lines(
    language: str, wanted: Iterable[str], title: str, period: Period, rows: Iterable[Cells], delimiter: str
) -> Iterable[str]:
    columns = [column for column in wanted if column in words("google-ads", language)]
    quote_at = "," + delimiter
    yield line([title], delimiter, quote_at)
    yield line([date_line(period, language)], delimiter, quote_at)
    yield line([words("google-ads", language)[column] for column in columns], delimiter, quote_at)
    for row in rows:
        yield line([row.get(column, "") for column in columns], delimiter, quote_at)


def _printed(account: Account, language: str, row: Row) -> Cells:
    assert row.campaign is not None
    names = {
        "status": words("google-ads", language).get("enabled", ""),
        "campaign": row.campaign.name,
        "kind": words("google-ads", language)[row.campaign.kind],
        "day": row.period.start.isoformat(),
        "currency": account.currency,
    }
    return {**names, **_figures(row.figures, MARKS[language])}


def _totals(account: Account, language: str, rows: Sequence[Row]) -> Iterable[Cells]:
    """Totals add exact money and round once, so they may differ from the rows' printed cents."""
    names = words("google-ads", language)
    first = "status" if "status" in names else "campaign"
    for scope in ("total_campaigns", "total_account"):
        yield _total(names, first, scope, account, _figures(total(rows), MARKS[language]))
    for kind in KINDS:
        some = [row for row in rows if row.campaign and row.campaign.kind == kind]
        yield _total(names, first, kind, account, _figures(total(some), MARKS[language]))


def _total(names: Cells, first: str, scope: str, account: Account, figures: Cells) -> Cells:
    dashes = {"campaign": NULL, "kind": NULL} if scope == "total_campaigns" else {}
    return {**dashes, first: names["total"] + names[scope], "currency": account.currency, **figures}


def _figures(figures: Figures, marks: Marks) -> Cells:
    """A rate of nothing is dashes, a price of nothing a bare zero."""
    clicks, conversions = figures.clicks, figures.conversions
    return {
        "spend": fixed(figures.spend, 2, marks),
        "clicks": fixed(clicks, 0, marks, grouped=True),
        "impressions": fixed(figures.impressions, 0, marks, grouped=True),
        "ctr": percent(clicks, figures.impressions, marks) if figures.impressions else NULL,
        "cpc": fixed(figures.spend / clicks, 2, marks) if clicks else "0",
        "conversions": fixed(conversions, 2, marks, grouped=True),
        "cvr": percent(conversions, clicks, marks) if clicks else fixed(0, 2, marks) + marks.percent,
        "value": fixed(figures.value, 2, marks, grouped=True),
        "cpa": fixed(figures.spend / conversions, 2, marks) if conversions else "0",
        "roas": fixed(figures.value / figures.spend, 2, marks) if figures.spend else fixed(0, 2, marks),
    }
