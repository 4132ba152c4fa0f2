"""The same money seen from another file: sums of stored rows of another source, same days."""

from __future__ import annotations

import narwhals as nw

from tiger_reports.metrics.fetch import Facts
from tiger_reports.metrics.tolerance import tolerances
from tiger_reports.model.fact import Level
from tiger_reports.model.period import Period
from tiger_reports.model.sources import Origin

COMPARED = tuple(tolerances())
WHOLE = (Level.ACCOUNT, Level.CAMPAIGN, Level.AD_SET, Level.AD)
"""Levels whose rows add up to the account; keywords and search terms hold only a part of it."""
SOURCE = ("report", "level", "grain")


def stored_beside(
    facts: Facts, panel: str, own: Origin, period: Period, accounts: tuple[str, ...]
) -> tuple[tuple[str, float], ...]:
    """(measure, amount) of the first other source whose rows begin and end with `period`.

    Empty where there is none, or where the table itself holds only a part of the account. A source whose
    first or last day differs is another stretch of time and is not compared.
    """
    if own.level not in WHOLE:
        return ()
    inside = (nw.col("period_start") >= period.start) & (nw.col("period_end") <= period.end)
    rows = facts.filter(inside, nw.col("panel") == panel, nw.col("breakdown") == "")
    rows = rows.filter(nw.col("level").is_in([str(one) for one in WHOLE]))
    rows = rows.filter(
        nw.any_horizontal(*(nw.col(n) != str(getattr(own, n)) for n in SOURCE), ignore_nulls=True)
    )
    if accounts:
        rows = rows.filter(nw.coalesce("account_id", "account").is_in(list(accounts)))
    sums = [nw.col(name).sum() for name in COMPARED]
    counts = [nw.col(name).count().alias(f"{name}_n") for name in COMPARED]
    ends = [nw.col("period_start").min().alias("first"), nw.col("period_end").max().alias("end")]
    grouped = rows.group_by(*SOURCE).agg(*sums, *counts, *ends).sort("level", "grain", "report")
    for row in grouped.collect("pyarrow").to_native().to_pylist():
        if Period(row["first"], row["end"]) == period:
            return tuple((name, float(row[name])) for name in COMPARED if row[f"{name}_n"])
    return ()
