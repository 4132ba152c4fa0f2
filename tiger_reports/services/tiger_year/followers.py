"""Followers of profiles around an activity: how many came, and how many stayed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from tiger_reports.metrics import months
from tiger_reports.metrics.registry import metric
from tiger_reports.model.activity import Activity, ActivityKind
from tiger_reports.model.client import Client
from tiger_reports.model.effect import Gained
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import panel_kind
from tiger_reports.panels.definition import PanelKind
from tiger_reports.services.office import Office
from tiger_reports.year.gained_followers import counted_on, gained

FOLLOWERS = "followers"
ASKED = frozenset({FOLLOWERS, "follows"})
WINNING = frozenset(
    {
        ActivityKind.ACTIVATION,
        ActivityKind.CONTEST,
        ActivityKind.FAN_FUN,
        ActivityKind.INFLUENCER,
        ActivityKind.NEW_CHANNEL,
    }
)
"""Activities that may win followers, whatever else they are for."""


def followers_of(office: Office, client: Client, words: Activity, ran: Period) -> tuple[Gained, ...]:
    """One value a profile with counts, by channel; never added: one person may follow several.

    Where no profile has any, one without a channel if the activity is held against followers, else none.
    """
    if words.metric not in ASKED and words.kind not in WINNING:
        return ()
    today, days = office.today(client), counted_on(ran)
    levels = _levels(office, client, days)
    ours = {name: held for name, held in levels.items() if not words.channels or name in words.channels}
    found = tuple(gained(name, held, ran, today) for name, held in sorted(ours.items()))
    if found or words.metric not in ASKED:
        return found
    return (gained("", {}, ran, today),)


def _levels(office: Office, client: Client, days: tuple[date, ...]) -> Mapping[str, Mapping[date, float]]:
    """Counts at the end of each day by channel; several accounts of a channel have no single one."""
    facts, entry = office.store.facts.scan(client.id), metric(FOLLOWERS)
    asked = tuple(Period(day, day + timedelta(1)) for day in days)
    table = months.month_table(facts, months.plan(facts, asked), "channel")
    found: dict[str, dict[date, float]] = {}
    for scope, held in table.items():
        if panel_kind(scope.channel) is not PanelKind.ORGANIC:
            continue
        counts = {period.start: months.value(entry, sums).amount for period, sums in held.items()}
        known = {day: count for day, count in counts.items() if count is not None}
        if known:
            found[scope.channel] = known
    return found
