"""What is stored: which files hold which days of which account, before anything is added up."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import narwhals as nw

from tiger_reports.metrics.fetch import Facts, Row, fetch
from tiger_reports.model.fact import BOUNDS, MEASURES, Grain, Level
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import counts_lifetimes

ACCOUNT = "account_key"
ALIKE = ("panel", ACCOUNT, "report", "level", "grain", "breakdown", "figure")
MANY = 2
TOLD = ("import_id", "account", "currency", "period_start", "period_end")
READ = (*(name for name in ALIKE if name != ACCOUNT), *TOLD)


@dataclass(frozen=True)
class Slice:
    """Rows that are alike but for their days: one channel, account, report, level, grain and breakdown.

    `figure` is the one measure that the rows hold where figures are stored apart, else empty.
    `account` is the account as stored: its id, else its name, else empty. `names` are account names seen
    beside the id. `breakdown` names the columns that cut the rows, joined by commas.
    """

    channel: str
    account: str
    report: str
    level: Level
    grain: Grain
    breakdown: str
    spans: tuple[Period, ...]
    imports: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    currencies: frozenset[str] = frozenset()
    mixed: tuple[tuple[str, tuple[Period, ...]], ...] = ()  # spans by currency, where there are several
    measures: frozenset[str] = frozenset()  # that any row has
    has_bounds: bool = False
    figure: str = ""

    def inside(self, period: Period) -> tuple[Period, ...]:
        """The spans that lie in `period` whole; they are kept in order."""
        first, last = (bisect_left(self.spans, day, key=_start) for day in (period.start, period.end))
        return tuple(span for span in self.spans[first:last] if span.end <= period.end)

    def currencies_of(self, spans: tuple[Period, ...]) -> frozenset[str]:
        """Currencies of the rows that stand for `spans`."""
        if not self.mixed:
            return self.currencies
        wanted = set(spans)
        return frozenset(code for code, held in self.mixed if not wanted.isdisjoint(held))


def _start(span: Period) -> date:
    return span.start


def account_key() -> nw.Expr:
    return nw.coalesce(nw.col("account_id"), nw.col("account"), nw.lit("")).alias(ACCOUNT)


def survey(facts: Facts, extent: Period) -> tuple[Slice, ...]:
    """The slices that touch `extent`, in one query; rows without dates are in none of them.

    Nor are posts that are dated by their publication: their figures are of all days since then.
    """
    touching = (nw.col("period_start") < extent.end) & (nw.col("period_end") > extent.start)
    known = nw.col(*MEASURES, BOUNDS).count()
    needed = facts.filter(touching).select(account_key(), *READ, *MEASURES, BOUNDS)
    grouped = needed.group_by(*ALIKE, *TOLD).agg(known)
    alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in fetch(grouped):
        alike[tuple(row.get(name) or "" for name in ALIKE)].append(row)
    slices = (_slice(key, rows) for key, rows in sorted(alike.items()))
    return tuple(entry for entry in slices if not counts_lifetimes(entry.channel, entry.report))


def _slice(key: tuple[str, ...], rows: list[Row]) -> Slice:
    channel, account, report, level, grain, breakdown, figure = key
    spans: set[tuple[date, date]] = {(row["period_start"], row["period_end"]) for row in rows}
    return Slice(
        channel=channel,
        account=account,
        report=report,
        level=Level(level),
        grain=Grain(grain),
        breakdown=breakdown,
        spans=tuple(Period(*span) for span in sorted(spans)),
        imports=_texts(rows, "import_id"),
        names=_texts(rows, "account"),
        currencies=_texts(rows, "currency"),
        mixed=_mixed(rows),
        measures=frozenset(name for name in MEASURES if any(row[name] for row in rows)),
        has_bounds=any(row[BOUNDS] for row in rows),
        figure=figure,
    )


def _mixed(rows: list[Row]) -> tuple[tuple[str, tuple[Period, ...]], ...]:
    codes = sorted(_texts(rows, "currency"))
    if len(codes) < MANY:
        return ()
    return tuple(
        (code, tuple(Period(r["period_start"], r["period_end"]) for r in rows if r.get("currency") == code))
        for code in codes
    )


def _texts(rows: list[Row], column: str) -> frozenset[str]:
    return frozenset(row[column] for row in rows if row.get(column) is not None)
