"""Which files the demo has: one onboarding file for each history, then one a month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sample_data.world import Account, Export, Trap, World
from tiger_reports.model.period import Period, month_of, parse_month, shift_months

NAMES = {
    "days": "campaigns-by-day",
    "month": "campaigns-month",
    "account_months": "account-by-month",
    "audience": "audience-by-month",
}
WORKBOOKS = frozenset({("meta-ads", "month"), ("tiktok-ads", "days")})


@dataclass(frozen=True)
class PlannedFile:
    """`path` is relative to the sample data; `missing_day` is left out of the rows on purpose."""

    path: str
    account: Account
    export: Export
    period: Period
    inbox: bool = False
    missing_day: date | None = None


def plan(world: World) -> tuple[PlannedFile, ...]:
    """All files, each client's in the order in which they load."""
    files = [each for account in world.accounts for each in _of_account(world, account)]
    clients = list(world.markets)
    order = sorted(files, key=lambda each: (clients.index(each.account.client), each.period.end))
    return (*(each for each in order if not each.inbox), *(each for each in order if each.inbox))


def _of_account(world: World, account: Account) -> Iterator[PlannedFile]:
    for export in account.exports:
        for period in _periods(world, account, export):
            yield from _with_trap(world, _planned(world, account, export, period))


def _periods(world: World, account: Account, export: Export) -> Iterator[Period]:
    singles_from = parse_month(export.single_from).start
    first = parse_month(export.first).start if export.first else _born(world, account)
    if export.kind != "month" and first < singles_from:
        yield Period(first, singles_from)
    while singles_from < world.end_day and export.kind != "audience":
        yield month_of(singles_from)
        singles_from = shift_months(singles_from, 1)


def _born(world: World, account: Account) -> date:
    """The first day of the month in which the account's first campaign began."""
    return min(campaign.start or world.first_day for campaign in account.campaigns).replace(day=1)


def _planned(world: World, account: Account, export: Export, period: Period) -> PlannedFile:
    inbox = (account.client, period.month_key) == world.inbox
    folder = "inbox" if inbox else f"files/{account.client}"
    first, last = period.month_key, f"{period.last_day:%Y-%m}"
    span = first if period.is_calendar_month else f"{first}_{last}"
    ending = "xlsx" if (account.panel, export.kind) in WORKBOOKS else "csv"
    panel = account.panel.removesuffix("-ads")
    name = f"{panel}_{NAMES[export.kind]}_{span}_{export.language}_synthetic.{ending}"
    return PlannedFile(f"{folder}/{name}", account, export, period, inbox)


def _with_trap(world: World, file: PlannedFile) -> Iterator[PlannedFile]:
    """Two files where a trap is set: the bad one, and its corrected twin."""
    trap = next((each for each in world.traps if _sets(each, file)), None)
    if trap is None:
        yield file
        return
    stem, _, ending = file.path.rpartition(".")
    shared = (file.account, file.export, file.period, file.inbox)
    yield PlannedFile(f"{stem}_A-DAY-IS-MISSING.{ending}", *shared, missing_day=trap.missing_day)
    yield PlannedFile(f"{stem}_corrected.{ending}", *shared)


def _sets(trap: Trap, file: PlannedFile) -> bool:
    at = (file.account.client, file.account.panel, file.export.kind, file.period.month_key)
    return at == (trap.client, trap.panel, trap.kind, trap.month)
