"""Non-standard activities: from the catalogue to a decision, and from there to an effect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.activity import Activity, ActivityKind, Stage
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.effect import Confounder, Effect, Window
from tiger_reports.model.period import Period
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.services.guard import seen_client
from tiger_reports.services.measuring.breaks import breaks_of
from tiger_reports.services.measuring.day_figures import day_figures
from tiger_reports.services.office import Office
from tiger_reports.services.records import add, save
from tiger_reports.services.tiger_year.followers import followers_of
from tiger_reports.store.state.record_kinds import records_of
from tiger_reports.text.holidays import holidays_in
from tiger_reports.year import confounders
from tiger_reports.year.activities import proposed
from tiger_reports.year.activity_effect import effect
from tiger_reports.year.control_months import control_months, control_span
from tiger_reports.year.effect_windows import span_of


def propose(
    office: Office,
    actor: Actor,
    client_id: str,
    kind: ActivityKind,
    having: Iterable[str],
    meeting: tuple[int, int],
) -> Record[Activity]:
    """A new proposal of a kind for a meeting (Tiger Year, quarter); `having`: metrics that the client has."""
    return add(office, actor, client_id, proposed(kind, frozenset(having), *meeting))


def decide(
    office: Office, actor: Actor, client_id: str, seen: Record[Activity], stage: Stage
) -> SavedRecord[Activity]:
    """Move an activity on, or back; raise RefusedError for a step that skips one."""
    client = seen_client(office, actor, client_id)
    today = office.today(client)
    words = replace(seen.words, stage=stage)
    if seen.words.stage is Stage.PROPOSED:
        words = replace(words, decided_on=today)
    if stage is Stage.PROPOSED:
        words = replace(words, decided_on=None)
    return save(office, actor, client_id, replace(seen, words=words))


def effect_of(
    office: Office,
    client: Client,
    seen: Record[Activity],
    log: Iterable[LogEntry] = (),
    language: str | None = None,
) -> Effect | None:
    """What an accepted activity did to its metric; None where it has no metric or no days.

    `log` are the client's campaign log entries: those inside the windows are told beside the effect.
    """
    words, ran = seen.words, seen.words.days
    if not words.accepted or not words.metric or ran is None:
        return None
    days = day_figures(office, client, words.metric, words.channels, span_of(ran))
    found = effect(definition(words.metric), days, ran, office.today(client), words.cost)
    windows = confounders.windows(found)
    whole = Period(windows[0].start, windows[-1].end)
    with office.store.read() as session:
        others = [one.words for one in records_of(Activity).listed(session, client.id) if one.id != seen.id]
    told: tuple[Confounder, ...] = (
        *confounders.of_breaks(breaks_of(office, client), words.metric, whole, words.channels),
        *confounders.of_log(log, windows, words.channels),
        *confounders.of_activities(others, windows),
        *confounders.of_holidays(
            dict(holidays_in(client.country, whole, language or client.language)), windows
        ),
        *confounders.of_missing(days, windows),
    )
    return replace(confounders.weighed(found, told), followers=followers_of(office, client, words, ran))


def controls_of(office: Office, client: Client, seen: Record[Activity]) -> tuple[Window, ...]:
    """Months around an activity that has days, without it and without another one in its channels."""
    words, ran = seen.words, seen.words.days
    if ran is None:
        return ()
    days = day_figures(office, client, words.metric, words.channels, control_span(ran))
    with office.store.read() as session:
        others = [one.words for one in records_of(Activity).listed(session, client.id) if one.id != seen.id]
    beside = [
        one.days
        for one in others
        if one.accepted and one.days is not None and _meets(one.channels, words.channels)
    ]
    return control_months(definition(words.metric), days, ran, office.today(client), beside)


def _meets(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists of channels have one in common; an empty list means all."""
    return not one or not other or not set(one).isdisjoint(other)
