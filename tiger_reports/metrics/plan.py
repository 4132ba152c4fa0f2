"""A plan: the periods asked for, the rows that count in each, and what a reader must know of the choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tiger_reports.metrics.accounts import Accounts, same_accounts
from tiger_reports.metrics.basis import NO_CHOICES, Basis, Choices, choose, crossing
from tiger_reports.metrics.fetch import Facts
from tiger_reports.metrics.survey import Slice, survey
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import panel_name


@dataclass(frozen=True)
class Plan:
    """`periods` as asked for, in order; `counted` the days of each that count, cut by `since`.

    The days before the cooperation are left out of the month in which it began, and of no other: earlier
    months are the time before, shown as such. `currency` is the one that money is shown in; empty: any, as
    long as it is one.
    """

    periods: tuple[Period, ...]
    counted: tuple[Period, ...]
    bases: tuple[Basis, ...]
    slices: tuple[Slice, ...]
    accounts: Accounts
    findings: tuple[Finding, ...] = ()
    currency: str = ""
    choices: Choices = field(default_factory=lambda: NO_CHOICES)

    @cached_property
    def measures(self) -> frozenset[str]:
        """Measures that the counted rows have."""
        return frozenset().union(*(use.slice.measures for basis in self.bases for use in basis.uses))

    @property
    def has_bounds(self) -> bool:
        return any(use.slice.has_bounds for basis in self.bases for use in basis.uses)

    def of(self, period: Period, channel: str = "") -> tuple[Basis, ...]:
        """The bases of one period as asked for, of one channel or of all."""
        days = self.counted[self.periods.index(period)]
        return tuple(b for b in self.bases if b.period == days and channel in ("", b.channel))

    def of_days(self, days: tuple[Period, ...]) -> Plan:
        """The same choice for days inside the periods; what is stored need not be asked again."""
        return plan_of(self.slices, days, currency=self.currency, choices=self.choices)


def plan(
    facts: Facts,
    periods: Iterable[Period],
    *,
    since: date | None = None,
    currency: str = "",
    choices: Choices = NO_CHOICES,
) -> Plan:
    """Choose the rows that count in each of `periods`, which do not overlap; one query."""
    asked = tuple(periods)
    return plan_of(stored(facts, asked), asked, since=since, currency=currency, choices=choices)


def stored(facts: Facts, asked: tuple[Period, ...]) -> tuple[Slice, ...]:
    """What is stored between the first and the last day of `asked`."""
    return survey(facts, Period(min(p.start for p in asked), max(p.end for p in asked)))


def plan_of(
    slices: tuple[Slice, ...],
    asked: tuple[Period, ...],
    *,
    since: date | None = None,
    currency: str = "",
    choices: Choices = NO_CHOICES,
) -> Plan:
    """The same from slices that are known already, for periods inside what was surveyed."""
    counted = tuple(_from(period, since) for period in asked)
    accounts = same_accounts(slices)
    bases = tuple(basis for period in counted for basis in choose(slices, period, accounts, choices))
    crossed, unnamed = _crossing(slices, counted, since), _unnamed(bases, slices)
    findings = (*crossed, *_overlapping(bases), *unnamed, *_currencies(bases, currency))
    return Plan(asked, counted, bases, slices, accounts, findings, currency, choices)


def _from(period: Period, since: date | None) -> Period:
    return Period(since, period.end) if since and since in period else period


def _crossing(
    slices: tuple[Slice, ...], counted: tuple[Period, ...], since: date | None
) -> Iterator[Finding]:
    for entry, spans in crossing(slices, counted).items():
        for span in spans:
            code = "range_holds_start" if since and since in span else "range_crosses_months"
            yield _note(code, entry, span)


def _overlapping(bases: tuple[Basis, ...]) -> Iterator[Finding]:
    """Ranges of the main slice that were left out because a longer range holds the same days."""
    for basis in bases:
        main = basis.uses[0]
        for span in main.left_out(basis.period):
            yield _note("ranges_overlap", main.slice, span)


def _unnamed(bases: tuple[Basis, ...], slices: tuple[Slice, ...]) -> Iterator[Finding]:
    """Slices that name no account, in channels where several accounts are named and stand for the days."""
    named = {basis.channel for basis in bases if basis.account}
    counted = {id(use.slice) for basis in bases for use in basis.uses}
    for entry in slices:
        if not entry.account and id(entry) not in counted and entry.channel in named:
            yield _note("rows_without_account", entry, entry.spans[0])


def _currencies(bases: tuple[Basis, ...], wanted: str) -> Iterator[Finding]:
    if wanted:
        yield from _without_rate(bases, wanted)
        return
    found = frozenset().union(*(basis.currencies for basis in bases)) if bases else frozenset()
    if len(found) > 1:
        details = {"currencies": ", ".join(sorted(found))}
        yield Finding("mixed_currencies", Severity.ERROR, column="currency", details=details)


def _without_rate(bases: tuple[Basis, ...], wanted: str) -> Iterator[Finding]:
    """Money that stands in another currency than the report's: its total cannot be told."""
    for basis in bases:
        for code in sorted(basis.currencies - {wanted}):
            details = {
                "channel": panel_name(basis.channel),
                "currency": code,
                "wanted": wanted,
                "start": basis.period.start.isoformat(),
                "end": basis.period.last_day.isoformat(),
            }
            yield Finding("rate_missing", Severity.ERROR, column="currency", details=details)


def _note(code: str, entry: Slice, span: Period) -> Finding:
    details = {
        "channel": panel_name(entry.channel),
        "account": entry.account,
        "start": span.start.isoformat(),
        "end": span.last_day.isoformat(),
    }
    return Finding(code, Severity.NOTE, details=details)
