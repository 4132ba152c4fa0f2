"""Which stored rows one import replaces, as a value and as SQL.

The SQL is the small part that Delta's writer and DuckDB read alike, and no comparison in it meets a
null: a row is inside or outside, never unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from tiger_reports.model.fact import BREAKDOWNS, Grain
from tiger_reports.model.period import Period
from tiger_reports.model.restate import ReplaceKey
from tiger_reports.store.errors import UndatedRowsError
from tiger_reports.store.schema import breakdown_of


@dataclass(frozen=True)
class Accounts:
    """The accounts of a file. An account is its id; its name where a row has no id.

    A file by name also replaces rows of that name that were stored with an id, and the other way
    round; two ids that share a name stay apart. `unnamed`: the file has rows that name no account.
    """

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # of all rows
    names_alone: tuple[str, ...] = ()  # of the rows without an id
    unnamed: bool = False


@dataclass(frozen=True)
class Extent:
    """`period` None: the rows carry no days at all. `report` empty: of any report, as commits once said."""

    client_id: str
    panel: str
    level: str
    grain: str
    breakdown: str
    accounts: Accounts
    period: Period | None
    report: str = ""
    figures: tuple[str, ...] = ()  # where figures are stored one by one: those of the file


TABLE = ("client_id", "panel", "report", "level", "grain", "breakdown")
"""Rows alike in these come from one source: a file of it restates them, other files stand beside them."""
ANY = frozenset({"report"})
"""Of these an extent may name none."""

SPOKEN_FOR = ("period_start", "period_end", "account_id", "account", "figure", *BREAKDOWNS)
"""The columns that decide what rows speak for."""


def extent_of(client_id: str, frame: pa.Table, key: ReplaceKey) -> Extent:
    """What rows speak for; `frame` has at least the columns SPOKEN_FOR."""
    return Extent(
        client_id=client_id,
        panel=key.panel,
        report=key.report,
        level=key.level,
        grain=key.grain,
        breakdown=breakdown_of(frame),
        accounts=_accounts(frame),
        period=covered(frame, key),
        figures=_sorted(set(pc.unique(frame["figure"]).to_pylist())),
    )


def covered(frame: pa.Table, key: ReplaceKey) -> Period | None:
    """First to last day of the rows, widened by what the file says of itself."""
    if key.grain is Grain.NONE:
        return None
    if frame["period_start"].null_count or frame["period_end"].null_count:
        raise UndatedRowsError(f"rows of grain {key.grain} need days; read them as grain none or drop them")
    if not frame.num_rows:
        return key.period
    start, end = pc.min(frame["period_start"]).as_py(), pc.max(frame["period_end"]).as_py()
    if key.period is None:
        return Period(start, end)
    return Period(min(start, key.period.start), max(end, key.period.end))


def _accounts(frame: pa.Table) -> Accounts:
    pairs = frame.select(["account_id", "account"]).group_by(["account_id", "account"]).aggregate([])
    known = [(row["account_id"], row["account"]) for row in pairs.to_pylist()]
    return Accounts(
        ids=_sorted({number for number, _ in known}),
        names=_sorted({name for _, name in known}),
        names_alone=_sorted({name for number, name in known if number is None}),
        unnamed=(None, None) in known,
    )


def _sorted(values: set[str | None]) -> tuple[str, ...]:
    return tuple(sorted(value for value in values if value is not None))


def inside(extent: Extent) -> str:
    """SQL: the rows that the import replaces."""
    return f"{_same_table(extent)} AND {_accounts_sql(extent.accounts)} AND {_within(extent.period)}"


def straddling(extent: Extent) -> str:
    """SQL: stored rows of the same kind that share days with the extent and have others beside."""
    same = f"{_same_table(extent)} AND {_accounts_sql(extent.accounts)}"
    return f"{same} AND {_touches(extent.period)} AND NOT ({_within(extent.period)})"


def perhaps_same_account(extent: Extent) -> str:
    """SQL: rows of the same days of which one side names its account and the other does not."""
    blank = "account_id IS NULL AND account IS NULL"
    named = bool(extent.accounts.ids or extent.accounts.names)
    sides = [blank] * (named and not extent.accounts.unnamed)
    sides += [f"NOT ({blank})"] * (extent.accounts.unnamed and not named)
    doubt = " OR ".join(f"({side})" for side in sides) or "FALSE"
    return f"{_same_table(extent)} AND {_touches(extent.period)} AND ({doubt})"


def _same_table(extent: Extent) -> str:
    wanted = {name: getattr(extent, name) for name in TABLE if getattr(extent, name) or name not in ANY}
    same = " AND ".join(f"{name} = {sql_text(value)}" for name, value in wanted.items())
    if not extent.figures:
        return same
    return f"{same} AND figure IS NOT NULL AND figure IN ({_texts(extent.figures)})"


def _within(period: Period | None) -> str:
    if period is None:
        return "period_start IS NULL"
    start, end = _date(period, "start"), _date(period, "end")
    return f"(period_start IS NOT NULL AND period_start >= {start} AND period_end <= {end})"


def _touches(period: Period | None) -> str:
    if period is None:
        return "period_start IS NULL"
    start, end = _date(period, "start"), _date(period, "end")
    return f"(period_start IS NOT NULL AND period_start < {end} AND period_end > {start})"


def _accounts_sql(accounts: Accounts) -> str:
    sides = []
    if accounts.ids:
        sides.append(f"(account_id IS NOT NULL AND account_id IN ({_texts(accounts.ids)}))")
    if accounts.names:
        named = f"account IS NOT NULL AND account IN ({_texts(accounts.names)})"
        sides.append(f"(account_id IS NULL AND {named})")
    if accounts.names_alone:
        sides.append(f"(account IS NOT NULL AND account IN ({_texts(accounts.names_alone)}))")
    if accounts.unnamed:
        sides.append("(account_id IS NULL AND account IS NULL)")
    return f"({' OR '.join(sides) or 'FALSE'})"


def _date(period: Period, side: str) -> str:
    return f"DATE '{getattr(period, side).isoformat()}'"


def _texts(values: tuple[str, ...]) -> str:
    return ", ".join(sql_text(value) for value in values)


def sql_text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
