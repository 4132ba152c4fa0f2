"""A client's month: figures, cards, words, data notes and how far the report has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache, partial

from tiger_reports.commentary.cards import Moved, Written, cards, no_longer_flagged
from tiger_reports.commentary.checked import holds_tokens, told_comment, with_figures_checked
from tiger_reports.commentary.fact_table import FactTable
from tiger_reports.commentary.gate import open_items, overridden
from tiger_reports.commentary.promises import change_in, followed, promises
from tiger_reports.commentary.sentence import Voice
from tiger_reports.metrics import months
from tiger_reports.metrics.maturity import young_from
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.card import Card, Comment
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.definition_break import Break
from tiger_reports.model.period import Period, months_of, previous_month
from tiger_reports.model.report import Figure, MonthReport, MonthState, OpenItem
from tiger_reports.model.restated import Restated
from tiger_reports.services.data_notes import data_notes
from tiger_reports.services.evidence import Witness
from tiger_reports.services.guard import seen_client
from tiger_reports.services.judging import Standpoint, judged_figures
from tiger_reports.services.maturing import dated_part, windows_of
from tiger_reports.services.measuring import Measured, measure
from tiger_reports.services.office import Office
from tiger_reports.services.restating import restated
from tiger_reports.services.targets import aimed_part, all_targets, chosen_metrics, paces
from tiger_reports.store.home import Session
from tiger_reports.store.state import (
    campaign_log,
    comments,
    imports,
    month_lists,
    overrides,
    reports,
    users,
)
from tiger_reports.store.state import promises as outcomes
from tiger_reports.year.month_checklist import done_steps

KEPT = 64
SETTLED_BY_LEAD = frozenset({"not_approved", "card_unreviewed"})
"""Open items that the lead's approval itself settles: a lead who approves another's words has read them."""


def month_report(
    office: Office, actor: Actor, client_id: str, month: Period, language: str | None = None
) -> MonthReport:
    """Everything that the month's report says; `language` is that of the evidence sentences."""
    client = seen_client(office, actor, client_id)
    return build_report(office, client, month, language or client.language, client.language)


def build_report(
    office: Office,
    client: Client,
    month: Period,
    language: str,
    deck_language: str = "",
    *,
    alone: bool = False,
) -> MonthReport:
    """The same without asking who asks: for services that have asked already.

    Figures in the experts' words are written in `deck_language`, by default the same. `alone`: without the
    words of the month before.
    """
    measured = measure(office, client, month)
    with office.store.read() as session:
        status = reports.get(session, client.id, month.month_key)
        key_figures = month_lists.key_figures.get(session, client.id, month.month_key)
        plan = month_lists.plans.get(session, client.id, month.month_key)
        now = comments.of_month(session, client.id, month.month_key)
        kept = outcomes.of_client(session, client.id)
        override = overrides.last(session, client.id, month.month_key)
        steps = month_lists.steps.get(session, client.id, month.month_key)
        specialist = _name(session, status.specialist or key_figures.author)
        records = imports.listed(session, client.id)
        log = tuple(
            entry
            for period in sorted(_compared(measured))
            for entry in campaign_log.of_period(session, client.id, period)
        )
    before = () if alone else said_in(office, client, previous_month(month))
    told = told_words(office, client, previous_month(month), before, deck_language or language)
    today = office.today(client)
    windows = windows_of(_paid(measured), (one for one in records if one.upload.id in measured.import_ids))
    targets = {one.key: one for one in all_targets(office, client, month)}
    goals = chosen_metrics(office, client, month)
    moved = restated(office, client, month)
    standpoint = Standpoint(
        windows=tuple(windows.items()),
        today=today,
        restated=_names(moved),
        targets=tuple((one.metric, one.value) for one in targets.values() if not one.channel),
        goals=goals,
    )
    figures = judged_figures(client, measured, standpoint)
    witness = Witness(office, client, measured, {figure.metric: figure for figure in figures}, log)
    written = _written(now, before, frozen=status.state is MonthState.EXPORTED)
    found = cards(_moved(figures), witness.evidence, written, Voice(language, client.currency))
    parts = tuple(dated_part(part, month, windows, today) for part in measured.channels)
    report = MonthReport(
        client=client,
        period=month,
        coverage=measured.coverage,
        months=measured.frame.periods,
        figures=figures,
        channels=tuple(aimed_part(part, targets) for part in parts),
        campaigns=tuple(dated_part(part, month, windows, today) for part in measured.campaigns),
        cards=_dated(_remembering(found, told), figures),
        key_figures=key_figures.items,
        plan=plan.items,
        done=done_steps(steps.items),
        notes=data_notes(office, client, measured, records),
        state=status.state if measured.figures or measured.own.channels else MonthState.NO_DATA,
        today=today,
        specialist=specialist,
        approved_by=status.approved_by,
        coverages=tuple(measured.coverages[period] for period in measured.frame.periods),
        breaks=_shown_breaks(measured),
        young_from=young_from(month, windows, today) if any(f.final_on for f in figures) else None,
        restated=moved,
        own=measured.own.channels,
        log=_done_in(log, month),
        goals=goals,
        followed=followed(promises(told, kept), partial(change_in, _previous_changes(measured))),
        unflagged=no_longer_flagged(found, written.now),
        returned=status.returned,
        override=override,
    )
    aimed = replace(report, paces=paces(report, targets.values()))
    table = _fact_table(_Known(measured, client, aimed))
    return _settled(with_figures_checked(aimed, table, language, deck_language or language))


def said_in(office: Office, client: Client, month: Period) -> tuple[Comment, ...]:
    """The month's comments as stored."""
    with office.store.read() as session:
        return comments.of_month(session, client.id, month.month_key)


def told_words(
    office: Office, client: Client, month: Period, said: tuple[Comment, ...], language: str
) -> tuple[Comment, ...]:
    """Comments of `month` as their reader sees them: chips are written out by that month's own figures."""
    if not any(map(holds_tokens, said)):
        return said
    table = FactTable(build_report(office, client, month, language, alone=True))
    return tuple(told_comment(one, table, language) for one in said)


def months_with_data(office: Office, actor: Actor, client_id: str) -> tuple[Period, ...]:
    """Calendar months that stored files touch, newest last."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        stored = imports.periods(session, client_id)
    found = {month for period in stored for month in months_of(period)}
    return tuple(sorted(found))


def daily(
    office: Office, actor: Actor, client_id: str, month: Period, metric_key: str
) -> tuple[tuple[date, float | None], ...]:
    """The metric on every day of the month; None where no row stands for the day."""
    client = seen_client(office, actor, client_id)
    held = measure(office, client, month).tables.days.get(Scope(), {})
    days = [month.start + timedelta(at) for at in range(month.days)]
    values = (held.get(Period(day, day + timedelta(1)), Sums()) for day in days)
    return tuple(
        (day, months.value(metric(metric_key), sums).amount) for day, sums in zip(days, values, strict=True)
    )


def left_open(report: MonthReport) -> tuple[OpenItem, ...]:
    """What the specialist still owes before a lead can approve."""
    return tuple(item for item in open_items(report) if item.code not in SETTLED_BY_LEAD)


def _moved(figures: Iterable[Figure]) -> list[Moved]:
    """Figures whose changes were judged: those that a client is shown, nothing finer."""
    judged = (figure for figure in figures if figure.previous.judgement is not None)
    return [Moved(figure.previous, figure.year_ago, figure.planned) for figure in judged]


def _previous_changes(measured: Measured) -> tuple[Change, ...]:
    """Changes against the month before of every figure, channel and campaign."""
    parts = (figure for part in (*measured.channels, *measured.campaigns) for figure in part.figures.values())
    return tuple(figure.previous for figure in (*measured.figures, *parts))


@dataclass(frozen=True)
class _Known:
    """A report as far as words may speak of it: what was measured, for which client."""

    measured: Measured
    client: Client
    report: MonthReport = field(compare=False)


@lru_cache(KEPT)
def _fact_table(known: _Known) -> FactTable:
    return FactTable(known.report)


def _remembering(found: tuple[Card, ...], told: tuple[Comment, ...]) -> tuple[Card, ...]:
    """Cards with last month's words as they were read, not as they were typed."""
    known = {one.card: one for one in told}
    return tuple(
        replace(card, last_month=known.get(card.last_month.card)) if card.last_month else card
        for card in found
    )


def _dated(found: tuple[Card, ...], figures: tuple[Figure, ...]) -> tuple[Card, ...]:
    """Cards with the day on which their figure is final."""
    days = {figure.metric: figure.final_on for figure in figures}
    return tuple(replace(card, final_on=days.get(card.metric)) for card in found)


def _compared(measured: Measured) -> frozenset[Period]:
    frame = measured.frame
    return frozenset({frame.year_ago, frame.previous, frame.period})


def _done_in(log: tuple[LogEntry, ...], period: Period) -> tuple[LogEntry, ...]:
    return tuple(entry for entry in log if entry.day in period)


def _shown_breaks(measured: Measured) -> tuple[Break, ...]:
    """Breaks inside the months that the report shows."""
    first, last = measured.frame.periods[0], measured.frame.period
    return tuple(one for one in measured.breaks if first.start < one.day < last.end)


def _paid(measured: Measured) -> tuple[str, ...]:
    """Channels that have figures in the month."""
    period = measured.frame.period
    return tuple(sorted(scope.channel for scope, held in measured.tables.channels.items() if period in held))


def _names(moved: Restated | None) -> frozenset[str]:
    """Metrics of the month that moved since its report was approved or sent."""
    return frozenset(figure.metric for figure in moved.figures) if moved else frozenset()


def _name(session: Session, person: str) -> str:
    """Who an address belongs to; a name stays one."""
    user = users.get(session, person) if person else None
    return user.name if user and user.name else person


def _written(now: tuple[Comment, ...], before: tuple[Comment, ...], *, frozen: bool) -> Written:
    return Written({one.card: one for one in now}, {one.card: one for one in before}, frozen)


def _settled(report: MonthReport) -> MonthReport:
    """The report in the state that shows: with its exception, as far as it still lets anything through.

    A checked month with nothing left open counts as commented: nobody has to press a button for it.
    """
    kept = replace(report, override=report.override if overridden(report) else None)
    if kept.state is MonthState.CHECKED and not left_open(kept):
        return replace(kept, state=MonthState.COMMENTED)
    return kept
