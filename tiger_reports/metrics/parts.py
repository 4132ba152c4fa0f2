"""Rows of the sum query made into `Part`s: null-aware sums, and bounds of what cannot be added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from tiger_reports.metrics.fetch import Row
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.rows import PERIOD
from tiger_reports.metrics.sums import Bounds, Part, Sums, in_order
from tiger_reports.metrics.survey import ACCOUNT
from tiger_reports.model.fact import ADDITIVE
from tiger_reports.model.period import Period

Group = TypeVar("Group", bound=Hashable)
Table = Mapping[Group, Mapping[Period, Sums]]
Place = tuple[int, str, str]
"""Place of the period, channel, account."""

NOTHING_APART: Mapping[Place, Mapping[str, Bounds]] = MappingProxyType({})

SAME = 0.99
"""An export that shows less is filtered, not the whole scope; restated days differ by less."""

SUMS = frozenset(ADDITIVE)
TYPES = ("type_min", "type_max")
BOUNDED = {f"{name}_bound": name for name in ADDITIVE}


def table(
    plan: Plan,
    sums: list[Row],
    reach: list[Row],
    group: Callable[[Row], Group],
    apart: Mapping[Place, Mapping[str, Bounds]] = NOTHING_APART,
) -> Table[Group]:
    """Sums by group and period as asked for; what has no data has no entry.

    `apart`: bounds of figures that are stored one by one, for groups that are whole channels.
    """
    exact = _gather(plan, reach, group)
    currencies = _currencies(plan)
    found: dict[Group, dict[Period, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for (name, place), rows in _gather(plan, sums, group).items():
        bounds = _bounds(rows, exact.get((name, place), []))
        known = {"reach": bounds} if bounds else {}
        part = _part(rows, place, currencies[place], {**known, **apart.get(place, {})})
        unrated = currencies[place] - {plan.currency} if plan.currency else frozenset()
        found[name][plan.periods[place[0]]].append(replace(part, unrated=unrated) if unrated else part)
    return {
        name: {p: Sums(in_order(parts)) for p, parts in sorted(held.items())} for name, held in found.items()
    }


def _currencies(plan: Plan) -> Mapping[Place, frozenset[str]]:
    found: dict[Place, frozenset[str]] = {}
    for basis in plan.bases:
        place = (plan.counted.index(basis.period), basis.channel, basis.account)
        found[place] = found.get(place, frozenset()) | basis.currencies
    return found


def _gather(
    plan: Plan, rows: list[Row], group: Callable[[Row], Group]
) -> Mapping[tuple[Group, Place], list[Row]]:
    found: dict[tuple[Group, Place], list[Row]] = defaultdict(list)
    for row in rows:
        account = plan.accounts[row["panel"], row[ACCOUNT]]
        found[group(row), (row[PERIOD], row["panel"], account)].append(row)
    return found


def _part(rows: list[Row], place: Place, currencies: frozenset[str], bounds: Mapping[str, Bounds]) -> Part:
    return Part(
        channel=place[1],
        account=place[2],
        amounts=_amounts(rows),
        bounds=bounds,
        currencies=currencies,
        unsure=frozenset(BOUNDED[name] for name in rows[0] if name in BOUNDED and _any(rows, name)),
        result_types=frozenset(filter(None, (row.get(name) for row in rows for name in TYPES))),
    )


def _amounts(rows: list[Row]) -> Mapping[str, float]:
    if len(rows) == 1:
        return {name: amount for name, amount in rows[0].items() if name in SUMS and amount is not None}
    totals = ((name, _total(rows, name)) for name in rows[0] if name in SUMS)
    return {name: total for name, total in totals if total is not None}


def _total(rows: list[Row], measure: str) -> float | None:
    """Null-aware: the sum of what is there, None where nothing is."""
    known = [row[measure] for row in rows if row.get(measure) is not None]
    return sum(known) if known else None


def _bounds(counted: list[Row], exact: list[Row]) -> Bounds | None:
    """Bounds of reach over sets of rows that each hold the whole scope and period.

    One row is the figure itself. Of several rows at least the largest and at most the sum were reached.
    """
    if not exact:
        return _cover(counted)
    by_source: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in exact:
        by_source[row["level"], row["report"]].append(row)
    shown = _sum(counted, "shown")
    sets = [rows for _, rows in sorted(by_source.items()) if _sum(rows, "shown") >= SAME * shown]
    known = [cover for rows in (*sets, counted) if (cover := _cover(rows))]
    single = next((cover for cover in known if cover.exact is not None), None)
    if single or not known:
        return single
    uppers = [cover.upper for cover in known if cover.upper is not None]
    return Bounds(max(cover.lower for cover in known), min(uppers, default=None))


def _cover(rows: list[Row]) -> Bounds | None:
    if not _any(rows, "reach_n"):
        return None
    lower = max(row["reach_max"] for row in rows if row["reach_max"] is not None)
    upper = None if _any(rows, "reach_unknown") else _sum(rows, "reach_sum")
    single = upper is not None and _sum(rows, "rows") == 1
    return Bounds(lower, upper, upper if single else None)


def _any(rows: list[Row], column: str) -> bool:
    return any(row.get(column) for row in rows)


def _sum(rows: list[Row], column: str) -> float:
    return float(sum(row.get(column) or 0 for row in rows))
