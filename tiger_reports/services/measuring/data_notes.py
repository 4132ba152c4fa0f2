"""What a reader must know of a month's data: files, checks, accepted findings, channels that fell silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from tiger_reports.metrics.used import used_sources
from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import worked_days
from tiger_reports.model.data_notes import DataNotes, Source
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.period import Period, overlap
from tiger_reports.model.terms import Rate, Terms, margin_on
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.measuring.maturing import partial_days
from tiger_reports.services.measuring.measure import Measured, measure, terms_of
from tiger_reports.services.measuring.posts import imports_of_posts
from tiger_reports.services.measuring.restating import footnotes
from tiger_reports.services.office import Office

CONVERSIONS = "conversions"


Again = Callable[[Client], Measured]
"""The same period measured for another record of the client."""


def data_notes(
    office: Office,
    client: Client,
    measured: Measured,
    every: tuple[ImportRecord, ...],
    again: Again | None = None,
) -> DataNotes:
    """Notes on those of the client's imports whose rows count, or tell of the period's posts.

    `again` where the period is no month.
    """
    with office.store.read() as session:
        told = footnotes(session, client.id, measured.frame.period)
    month = measured.frame.period
    of_posts = imports_of_posts(office, client, month)
    used = tuple(record for record in every if record.upload.id in measured.import_ids | of_posts)
    run = sum(record.upload.rules_run for record in used)
    return DataNotes(
        sources=tuple(_source(record, measured.import_ids, of_posts) for record in used),
        checks_run=run,
        checks_passed=run - sum(failed_checks(record) for record in used),
        waivers=tuple(waiver for record in used for waiver in record.waivers),
        notes=(
            *_notes(used),
            *(_of_month(finding, month) for finding in measured.plan.findings),
            *measured.own.plan.findings,
            *_counted_elsewhere(measured),
        ),
        missing_channels=_silent(measured, office.today(client)),
        uses=used_sources(measured.plan, measured.frame.period),
        comparisons=measured.comparisons,
        version=measured.version,
        rates=_rates(terms_of(office, client), used, month),
        net_spend=_net_spend(client, again or _of_the_month(office, measured)),
        margin=margin_on(client.margins, month.start) if client.margins else None,
        partial_days=partial_days(every, month),
        footnotes=told,
    )


def _source(record: ImportRecord, counted: frozenset[str], of_posts: frozenset[str]) -> Source:
    key = record.upload.id
    return replace(record.source, figures=key in counted, posts=key in of_posts)


def _counted_elsewhere(measured: Measured) -> Iterator[Finding]:
    """Conversions of the ads beside those of the website's own counting: never expected to agree."""
    paid = next((one.value.amount for one in measured.figures if one.metric == CONVERSIONS), None)
    for part in measured.own.channels:
        counted = part.figures[CONVERSIONS].value.amount if CONVERSIONS in part.figures else None
        if paid is not None and counted is not None:
            said: dict[str, str | float] = {
                "channel": panel_name(part.name),
                "sum_of_rows": paid,
                "total": counted,
                "unit": "count",
            }
            yield Finding("conversions_beside", Severity.NOTE, details=said)


def _of_month(finding: Finding, month: Period) -> Finding:
    """Money without a rate stops the month that it belongs to; in a month beside it, it is a note."""
    if finding.code != "rate_missing" or finding.details["end"] == month.last_day.isoformat():
        return finding
    return replace(finding, severity=Severity.NOTE)


def _rates(terms: Terms, used: tuple[ImportRecord, ...], month: Period) -> tuple[Rate, ...]:
    """Rates of the currencies of the month's files; a file of several currencies may have needed any."""
    codes = {record.upload.currency for record in used}
    return tuple(
        rate for rate in terms.rates if overlap(rate.days, month) and (rate.base in codes or None in codes)
    )


def _of_the_month(office: Office, measured: Measured) -> Again:
    return lambda client: measure(office, client, measured.frame.period, measured.version)


def _net_spend(client: Client, again: Again) -> float | None:
    """Spend without the margin, where it is shown with it."""
    if not (client.gross and client.margins):
        return None
    net = again(replace(client, gross=False))
    return next((figure.value.amount for figure in net.figures if figure.metric == "spend"), None)


def failed_checks(record: ImportRecord) -> int:
    """Rules that found something that stops; notes are no failures."""
    return len({finding.code for finding in record.findings if finding.stops})


def _notes(records: tuple[ImportRecord, ...]) -> tuple[Finding, ...]:
    return tuple(finding for record in records for finding in record.findings)


def _silent(measured: Measured, today: date) -> tuple[str, ...]:
    """Channels that had data in the month before and have none in this one; in a pause none is missing."""
    over = overlap(measured.frame.period, Period(date.min, today + timedelta(1)))
    if over and not worked_days(measured.pauses, over):
        return ()
    frame, plans = measured.frame, (measured.plan, measured.own.plan)
    before, now = (
        {basis.channel for plan in plans for basis in plan.of(period)}
        for period in (frame.previous, frame.period)
    )
    return tuple(sorted(before - now))
