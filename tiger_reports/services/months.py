"""A client's month: figures, cards, words, data notes and how far the report has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial

from tiger_reports.changes.evidence import evidence
from tiger_reports.commentary.cards import Moved, Written, cards
from tiger_reports.commentary.gate import open_items
from tiger_reports.commentary.sentence import Voice
from tiger_reports.metrics import months
from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.metrics.maturity import young_from
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.card import Card, Comment, Evidence
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.definition_break import Break
from tiger_reports.model.period import Period, previous_month
from tiger_reports.model.report import Figure, MonthReport, MonthState, OpenItem
from tiger_reports.services.data_notes import data_notes
from tiger_reports.services.guard import seen_client
from tiger_reports.services.maturing import dated, dated_part, windows_of
from tiger_reports.services.measuring import Measured, measure
from tiger_reports.services.office import Office
from tiger_reports.services.progress import months_of
from tiger_reports.services.restating import restated
from tiger_reports.store.home import Session
from tiger_reports.store.state import comments, imports, month_lists, reports, users
from tiger_reports.year.month_checklist import done_steps

KEPT = 512
SETTLED_BY_LEAD = frozenset({"not_approved"})
"""Open items that the lead's approval itself settles."""


def month_report(
    office: Office, actor: Actor, client_id: str, month: Period, language: str | None = None
) -> MonthReport:
    """Everything that the month's report says; `language` is that of the evidence sentences."""
    client = seen_client(office, actor, client_id)
    return build_report(office, client, month, language or client.language)


def build_report(office: Office, client: Client, month: Period, language: str) -> MonthReport:
    """The same without asking who asks: for services that have asked already."""
    measured = measure(office, client, month)
    with office.store.read() as session:
        status = reports.get(session, client.id, month.month_key)
        figures = month_lists.key_figures.get(session, client.id, month.month_key)
        plan = month_lists.plans.get(session, client.id, month.month_key)
        steps = month_lists.steps.get(session, client.id, month.month_key)
        written = _written(
            comments.of_month(session, client.id, month.month_key),
            comments.of_month(session, client.id, previous_month(month).month_key),
        )
        specialist = _name(session, status.specialist or figures.author)
        records = imports.listed(session, client.id)
    today = office.today(client)
    windows = windows_of(_paid(measured), (one for one in records if one.upload.id in measured.import_ids))
    dated_figures = dated(measured.figures, month, windows, today)
    report = MonthReport(
        client=client,
        period=month,
        coverage=measured.coverage,
        months=measured.frame.periods,
        figures=dated_figures,
        channels=tuple(dated_part(part, month, windows, today) for part in measured.channels),
        campaigns=tuple(dated_part(part, month, windows, today) for part in measured.campaigns),
        cards=_dated_cards(_cards(measured, written, Voice(language, client.currency)), dated_figures),
        key_figures=figures.items,
        plan=plan.items,
        done=done_steps(steps.items),
        notes=data_notes(office, client, measured, records),
        state=status.state if measured.figures or measured.own.channels else MonthState.NO_DATA,
        today=today,
        specialist=specialist,
        approved_by=status.approved_by,
        coverages=tuple(measured.coverages[period] for period in measured.frame.periods),
        breaks=_shown_breaks(measured),
        young_from=young_from(month, windows, today) if any(f.final_on for f in dated_figures) else None,
        restated=restated(office, client, month),
        own=measured.own.channels,
    )
    return replace(report, state=_shown_state(report))


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


def _cards(measured: Measured, written: Written, voice: Voice) -> tuple[Card, ...]:
    """One card a headline figure that moved: the metrics that a client is shown, nothing finer."""
    figures = {figure.metric: figure for figure in measured.figures}
    shown = (figures[entry.key] for entry in headline_metrics(measured.figures))
    moved = [Moved(figure.previous, figure.year_ago) for figure in shown]
    return cards(moved, partial(_evidence, measured), written, voice)


@lru_cache(maxsize=KEPT)
def _evidence(measured: Measured, change: Change) -> Evidence:
    """What the data say does not change while people write."""
    return evidence(change, measured.tables)


def _dated_cards(found: tuple[Card, ...], figures: tuple[Figure, ...]) -> tuple[Card, ...]:
    """Cards with the day on which their figure is final."""
    days = {figure.metric: figure.final_on for figure in figures}
    return tuple(replace(card, final_on=days.get(card.metric)) for card in found)


def _shown_breaks(measured: Measured) -> tuple[Break, ...]:
    """Breaks inside the months that the report shows."""
    first, last = measured.frame.periods[0], measured.frame.period
    return tuple(one for one in measured.breaks if first.start < one.day < last.end)


def _paid(measured: Measured) -> tuple[str, ...]:
    """Channels that have figures in the month."""
    period = measured.frame.period
    return tuple(sorted(scope.channel for scope, held in measured.tables.channels.items() if period in held))


def _name(session: Session, person: str) -> str:
    """Who an address belongs to; a name stays one."""
    user = users.get(session, person) if person else None
    return user.name if user and user.name else person


def _written(now: tuple[Comment, ...], before: tuple[Comment, ...]) -> Written:
    return Written({one.card: one for one in now}, {one.card: one for one in before})


def _shown_state(report: MonthReport) -> MonthState:
    """A checked month with nothing left open counts as commented: nobody has to press a button for it."""
    if report.state is MonthState.CHECKED and not left_open(report):
        return MonthState.COMMENTED
    return report.state
