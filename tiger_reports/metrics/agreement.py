"""Stored sources of one account held against each other over the days that both hold.

Only the same account, days, level, cut, currency, attribution and meaning are compared. Anything else
is told side by side with what sets the two apart, and stops nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import narwhals as nw

from tiger_reports.metrics.basis import PARTIAL, Basis, origin
from tiger_reports.metrics.fetch import Facts, Row, fetch, null_aware
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.survey import ACCOUNT, account_key
from tiger_reports.metrics.tolerance import tolerance
from tiger_reports.metrics.values import MONEY
from tiger_reports.model.fact import ADDITIVE, BOUNDS, Grain, Level
from tiger_reports.model.period import Period, overlap
from tiger_reports.model.sources import Agreement, Compared, Comparison, Origin

SPAN = ("period_start", "period_end")
SOURCE = ("panel", ACCOUNT, "report", "level", "grain", "breakdown")
TRAITS = ("currency", "attribution", "result_type")
REACH = "reach"
Days = frozenset[date]


@dataclass(frozen=True)
class Files:
    """What the registry of imports adds to the rows, by import id: the days that a file says it covers."""

    stated: Mapping[str, Period]


@dataclass(frozen=True)
class _Reading:
    """One source's rows of a period, summed by span; `held` are the days that it speaks for."""

    origin: Origin
    rows: tuple[Row, ...]
    held: Days

    def amounts(self, days: Days) -> Mapping[str, float]:
        """Sums of the rows inside `days`; reach only where one row stands for all of them."""
        inside = [row for row in self.rows if _days(_span(row)) <= days]
        found = {name: _total(inside, name) for name in ADDITIVE}
        if len(inside) == 1 and inside[0]["n"] == 1 and _days(_span(inside[0])) == days:
            found[REACH] = inside[0].get(REACH)
        return {name: amount for name, amount in found.items() if amount is not None}

    def crosses(self, days: Days) -> bool:
        return any(
            not _days(_span(row)).isdisjoint(days) and not _days(_span(row)) <= days for row in self.rows
        )

    @cached_property
    def traits(self) -> Mapping[str, frozenset[str]]:
        ends = {name: {row.get(f"{name}_{end}") for row in self.rows for end in "zy"} for name in TRAITS}
        return {name: frozenset(filter(None, values)) for name, values in ends.items()}

    @cached_property
    def bounds(self) -> str:
        """Names of measures of which a cell gave only a bound."""
        return ";".join(row.get(BOUNDS) or "" for row in self.rows)


def compared_sources(facts: Facts, chosen: Plan, period: Period, files: Files) -> tuple[Comparison, ...]:
    """The source that counts against every other of its account; no query where there is no other."""
    rivals = [basis for basis in chosen.of(period) if len(sources(basis)) > 1]
    if not rivals:
        return ()
    told = _told(facts, rivals)
    return tuple(pair for basis in rivals for pair in _pairs(basis, told, chosen, files))


def sources(basis: Basis) -> tuple[Origin, ...]:
    """Every source of the account, the one that counts first."""
    return tuple(dict.fromkeys(origin(use.slice) for use in (*basis.uses, *basis.left_out)))


def _told(facts: Facts, bases: list[Basis]) -> list[Row]:
    days, channels = bases[0].period, sorted({basis.channel for basis in bases})
    inside = (nw.col("period_start") >= days.start) & (nw.col("period_end") <= days.end)
    rows = facts.filter(inside, nw.col("panel").is_in(channels)).with_columns(account_key())
    ends = [
        getattr(nw.col(name), how)().alias(f"{name}_{end}")
        for name in TRAITS
        for how, end in (("min", "z"), ("max", "y"))
    ]
    wanted = [*null_aware(ADDITIVE), *ends, nw.col(REACH).max(), nw.col(BOUNDS).max(), nw.len().alias("n")]
    return fetch(rows.group_by(*SOURCE, *SPAN, "import_id").agg(*wanted))


def _pairs(basis: Basis, told: list[Row], chosen: Plan, files: Files) -> Iterator[Comparison]:
    held: dict[Origin, list[Row]] = defaultdict(list)
    for row in told:
        if row["panel"] == basis.channel and chosen.accounts[row["panel"], row[ACCOUNT]] == basis.account:
            held[_origin(row)].append(row)
    first, *others = (_reading(one, held[one], basis.period, files) for one in sources(basis))
    choice = chosen.choices.get((basis.period.month_key, basis.channel, basis.account))
    for other in others:
        common = first.held & other.held
        if common:
            attribute = _apart(first, other, common)
            measures = _measures(first, other, common, attribute)
            days = Period(min(common), max(common) + timedelta(1))
            yield Comparison(
                basis.channel, basis.account, first.origin, other.origin, days, measures, attribute, choice
            )


def _origin(row: Row) -> Origin:
    return Origin(row["report"], Level(row["level"]), Grain(row["grain"]), row["breakdown"])


def _reading(one: Origin, rows: list[Row], period: Period, files: Files) -> _Reading:
    stated = (files.stated.get(row["import_id"]) for row in rows)
    spans = [*(_span(row) for row in rows), *(span for span in stated if span)]
    inside = (overlap(span, period) for span in spans)
    return _Reading(one, tuple(rows), frozenset().union(*(_days(span) for span in inside if span)))


def _apart(one: _Reading, other: _Reading, common: Days) -> str:
    """What keeps the two sources from being compared at all; empty where nothing does."""
    if (one.origin.level in PARTIAL) != (other.origin.level in PARTIAL):
        return "level"
    if one.origin.breakdown != other.origin.breakdown:
        return "breakdown"
    return "days" if one.crosses(common) or other.crosses(common) else ""


def _measures(one: _Reading, other: _Reading, common: Days, attribute: str) -> tuple[Compared, ...]:
    """Measures that both have; where the days cannot be cut, each over all days that it holds."""
    cut = attribute == "days"
    first, second = one.amounts(one.held if cut else common), other.amounts(other.held if cut else common)
    shared = (name for name in (*ADDITIVE, REACH) if name in first and name in second)
    return tuple(
        _compared(name, first[name], second[name], attribute or _attribute(name, one, other))
        for name in shared
    )


def _compared(measure: str, first: float, second: float, attribute: str) -> Compared:
    allowed = tolerance(measure)
    if attribute:
        return Compared(measure, first, second, Agreement.APART, attribute=attribute)
    agreement = Agreement.AGREES
    if not allowed.holds(first, second):
        agreement = Agreement.NOTED if allowed.never_fails else Agreement.DIFFERS
    return Compared(measure, first, second, agreement, allowed.of(first, second))


def _attribute(measure: str, one: _Reading, other: _Reading) -> str:
    """What makes the measure mean another thing in the two; what a file does not say is no difference."""
    if f"{measure}<" in one.bounds + other.bounds or f"{measure}>" in one.bounds + other.bounds:
        return "bounds"
    if measure in MONEY and _differ("currency", one, other):
        return "currency"
    if measure == "results" and _differ("result_type", one, other):
        return "definition"
    if tolerance(measure).never_fails and _differ("attribution", one, other):
        return "attribution"
    return ""


def _differ(trait: str, one: _Reading, other: _Reading) -> bool:
    first, second = one.traits[trait], other.traits[trait]
    return bool(first and second) and first != second


def _total(rows: list[Row], measure: str) -> float | None:
    known = [row[measure] for row in rows if row.get(measure) is not None]
    return float(sum(known)) if known else None


def _span(row: Row) -> Period:
    return Period(row["period_start"], row["period_end"])


def _days(span: Period) -> Days:
    return frozenset(span.start + timedelta(at) for at in range(span.days))
