"""A client's quarter or year: figures, what the months' comments say of them, data notes, successes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.model.card import Comment
from tiger_reports.model.change import Change, Coverage, Reference
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.figure import Figure
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import Period, months_of
from tiger_reports.model.report import MonthState, Report
from tiger_reports.model.tiger_report import Explained, MonthBeside, TigerReport
from tiger_reports.model.tiger_year import quarter_on
from tiger_reports.services.guard import seen_client
from tiger_reports.services.measuring.data_notes import data_notes
from tiger_reports.services.measuring.maturing import dated, dated_part, windows_of
from tiger_reports.services.measuring.posts import posts_of
from tiger_reports.services.measuring.targets import aimed, aimed_part, all_targets, paces
from tiger_reports.services.months.reports import month_report, said_in, told_words
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.measuring import Asked, TigerMeasured, asked_for, measure_tiger
from tiger_reports.services.tiger_year.partial_targets import partial_paces
from tiger_reports.store.home import Session
from tiger_reports.store.state import imports, reports
from tiger_reports.year.feasts import moved
from tiger_reports.year.frame import Frame
from tiger_reports.year.records import successes

REFERENCES = (Reference.PREVIOUS, Reference.YEAR_AGO, Reference.BASELINE)
Words = dict[str, tuple[tuple[Period, Comment], ...]]


def quarter_report(
    office: Office, actor: Actor, client_id: str, number: int, year: int | None = None
) -> TigerReport:
    """Quarter `number` of Tiger Year `year`, else the latest of that number that has begun."""
    asked = asked_quarter(office, actor, client_id, number, year)
    return build_tiger(office, seen_client(office, actor, client_id), asked)


def year_report(office: Office, actor: Actor, client_id: str, year: int) -> TigerReport:
    client = seen_client(office, actor, client_id)
    return build_tiger(office, client, asked_year(year))


def report_over(
    office: Office, actor: Actor, client_id: str, period: Period, language: str | None = None
) -> Report:
    """The report that tells of these days: a month's, else the quarter's or year's that they belong to.

    Raise RefusedError for days that no report of the cooperation has.
    """
    if period.is_calendar_month:
        return month_report(office, actor, client_id, period, language)
    client = seen_client(office, actor, client_id)
    asked = asked_for(client, period)
    if asked is None:
        raise RefusedError("days_unknown", {"days": period.key})
    return build_tiger(office, client, asked, language or client.language)


def asked_year(year: int) -> Asked:
    return Asked(DeckKind.YEAR, year, year)


def asked_quarter(
    office: Office, actor: Actor, client_id: str, number: int, year: int | None = None
) -> Asked:
    """The quarter that is meant where no year is given: the latest of that number that has begun."""
    client = seen_client(office, actor, client_id)
    today = office.today(client)
    if year is not None or today < client.start:
        return Asked(DeckKind.QUARTER, year or 1, number)
    stands = quarter_on(client.start, today)
    found = stands.year if number <= stands.number else stands.year - 1
    return Asked(DeckKind.QUARTER, max(found, 1), number)


def period_of(office: Office, actor: Actor, client_id: str, asked: Asked) -> Period:
    """The days of a quarter or year, as the report cuts them."""
    return measure_tiger(office, seen_client(office, actor, client_id), asked).frame.now.period


def build_tiger(office: Office, client: Client, asked: Asked, language: str = "") -> TigerReport:
    """The report without asking who asks; raise RefusedError for a period that has not begun.

    Figures in the experts' words are written in `language`, by default the client's.
    """
    found = measure_tiger(office, client, asked)
    frame, measured = found.frame, found.measured
    period, today = frame.now.period, office.today(client)
    if today < period.start:
        raise RefusedError("not_begun", {"start": period.start.isoformat()})
    with office.store.read() as session:
        records = imports.listed(session, client.id)
        states = tuple(_states(session, client, period))
    words = _words(office, client, period, language or client.language)
    paid = tuple(sorted({basis.channel for basis in measured.plan.of(period)}))
    used = [one for one in records if one.upload.id in measured.import_ids]
    windows = windows_of(paid, used)
    targets = {one.key: one for one in all_targets(office, client, period) if one.days == period}
    figures = aimed(dated(measured.figures, period, windows, today), targets)
    whole = frozenset(month for month in frame.shown if _whole(found, month))
    report = TigerReport(
        client=client,
        period=period,
        coverage=measured.coverage,
        months=frame.shown,
        figures=figures,
        channels=tuple(
            aimed_part(dated_part(part, period, windows, today), targets) for part in measured.channels
        ),
        campaigns=tuple(dated_part(part, period, windows, today) for part in measured.campaigns),
        cards=(),
        key_figures=(),
        plan=(),
        notes=data_notes(
            office, client, measured, records, lambda record: measure_tiger(office, record, asked).measured
        ),
        state=_state(states) if measured.figures or measured.own.channels else MonthState.NO_DATA,
        today=today,
        coverages=tuple(found.covered[""][month] for month in frame.shown),
        breaks=tuple(one for one in measured.breaks if frame.shown[0].start < one.day < period.end),
        own=measured.own.channels,
        posts=posts_of(office, client, period),
        now=frame.now,
        previous=frame.previous,
        year_ago=frame.year_ago,
        baseline=frame.baseline,
        rule=found.rule,
        compared=tuple(_compared(figures)),
        beside=tuple(_beside(found)),
        feasts=moved(zip(frame.now.months, frame.year_ago.months, strict=False), client.country),
        pauses=tuple(one for one in measured.pauses if one.touches(frame.extent)),
        new_channels=_new_channels(found),
        month_states=states,
        explained=tuple(_explained(figures, words)),
        successes=successes(figures, frame.shown, whole, period) if asked.kind is DeckKind.YEAR else (),
    )
    partial = partial_paces(office, client, report, found)
    return replace(report, paces=(*paces(report, targets.values()), *partial))


def _states(session: Session, client: Client, period: Period) -> Iterator[tuple[Period, MonthState]]:
    for month in months_of(period):
        yield month, reports.get(session, client.id, month.month_key).state


def _state(states: tuple[tuple[Period, MonthState], ...]) -> MonthState:
    """As far as the month that is furthest behind, of those that have data."""
    order = tuple(MonthState)
    known = [state for _, state in states if state is not MonthState.NO_DATA]
    return min(known, key=order.index, default=MonthState.LOADED)


def _words(office: Office, client: Client, period: Period, language: str) -> Words:
    """Approved words for the client's eyes on figures of the whole account, by metric, oldest first."""
    found: Words = {}
    for month in months_of(period):
        for comment in told_words(office, client, month, said_in(office, client, month), language):
            _, metric, scope = comment.card.split(":", 2)
            if scope == "all" and comment.approved_by and not comment.internal and not comment.empty:
                found[metric] = (*found.get(metric, ()), (month, comment))
    return found


def _explained(figures: tuple[Figure, ...], words: Words) -> Iterator[Explained]:
    """Notable changes on the stretch before, else on the year before, with what the months said of them."""
    held = {figure.metric: figure for figure in figures}
    for entry in headline_metrics(figures):
        figure = held[entry.key]
        changes: tuple[Change, ...] = (figure.previous, figure.year_ago)
        notable = next((change for change in changes if change.notable), None)
        if notable is not None:
            yield Explained(notable, words.get(figure.metric, ()))


def _compared(figures: tuple[Figure, ...]) -> Iterator[tuple[Reference, Coverage]]:
    """The months that the comparisons of the whole account rest on, where they are not all."""
    for reference in REFERENCES:
        counted = {
            change.months
            for figure in figures
            for change in (figure.previous, figure.year_ago, figure.baseline)
            if change is not None and change.reference is reference and change.months
        }
        for n, of in sorted(counted)[:1]:
            yield reference, Coverage(n, of)


def _beside(found: TigerMeasured) -> Iterator[MonthBeside]:
    """Every month of the stretch beside the one in the same place of the year before."""
    now, before = found.frame.now.months, found.frame.year_ago.months
    for place, month in enumerate(now, start=1):
        other = before[place - 1] if place <= len(before) else None
        whole = other is not None and _whole(found, month) and _whole(found, other)
        yield MonthBeside(place, month, other, whole)


def _whole(found: TigerMeasured, month: Period) -> bool:
    covered = found.covered[""][month]
    return covered.days == covered.of


def _new_channels(found: TigerMeasured) -> tuple[str, ...]:
    """Channels with figures now and none in the year before the cooperation."""
    frame: Frame = found.frame
    now, before = (
        {basis.channel for basis in found.measured.plan.of(stretch.period)}
        for stretch in (frame.now, frame.baseline)
    )
    return tuple(sorted(now - before)) if before else ()
