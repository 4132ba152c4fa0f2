"""Every figure back to its files and rows: who loaded them, when, and what was checked and accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from tiger_reports.metrics.fetch import Row
from tiger_reports.metrics.registry import metrics
from tiger_reports.metrics.trace import NAMES, Rows, by_file, counted_rows, page, place_of, traced
from tiger_reports.metrics.values import measures, value
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period
from tiger_reports.model.row_ranges import RowRanges, row_ranges
from tiger_reports.model.sources import Choice
from tiger_reports.model.trace import Trace, TracedFile, TracedRow
from tiger_reports.services.guard import seen_client
from tiger_reports.services.measuring.data_notes import failed_checks
from tiger_reports.services.measuring.measure import Ground, measure_with
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.measuring import asked_for, measure_tiger_with
from tiger_reports.store.state import choices, imports

KEPT = 8
"""Figures whose rows stay in memory: a reader turns the pages of one."""


def sources_of(
    office: Office, actor: Actor, client_id: str, period: Period, metric: str, scope: Scope
) -> Trace:
    """The files under a figure of a month, or of a quarter, a year or a month of the cooperation.

    Each file with its rows and their sum; raise RefusedError for no such figure.
    """
    client = seen_client(office, actor, client_id)
    entry, ground, rows = _figure(office, client, period, metric, scope)
    with office.store.read() as session:
        records = {record.upload.id: record for record in imports.listed(session, client.id)}
    shown = value(entry, ground.sums(entry, scope, period))
    return Trace(metric, scope, period, shown, measures(entry), tuple(_files(rows, entry, records)))


def rows_of(  # noqa: PLR0913, PLR0917  (a figure is named by four things, a page by two)
    office: Office,
    actor: Actor,
    client_id: str,
    period: Period,
    metric: str,
    scope: Scope,
    first: int = 0,
    count: int | None = None,
) -> tuple[TracedRow, ...]:
    """`count` of the figure's rows from place `first` on, by day and file; all that follow where None."""
    client = seen_client(office, actor, client_id)
    entry, _, rows = _figure(office, client, period, metric, scope)
    with office.store.read() as session:
        names = {record.upload.id: record.upload.file for record in imports.listed(session, client.id)}
    return tuple(_row(row, names, measures(entry)) for row in page(rows, first, count))


def place_of_day(  # noqa: PLR0913, PLR0917  (a figure is named by four things)
    office: Office, actor: Actor, client_id: str, period: Period, metric: str, scope: Scope, day: date
) -> int:
    """Where among the figure's rows those of `day` begin."""
    client = seen_client(office, actor, client_id)
    return place_of(_figure(office, client, period, metric, scope)[-1], day)


def rows_by_file(office: Office, client: Client, period: Period) -> Mapping[str, RowRanges]:
    """The rows of each import that count in the period, for those who asked for rights already."""
    return _rows_by_file(office, client, period, office.store.facts.version(), _choices(office, client))


@lru_cache(maxsize=KEPT * KEPT)
def _rows_by_file(
    office: Office, client: Client, period: Period, version: int, chosen: tuple[Choice, ...]
) -> Mapping[str, RowRanges]:
    facts = office.store.facts.scan(client.id, version)
    found: dict[str, list[int]] = {}
    for ground in _grounds(office, client, period, chosen):
        for import_id, rows in counted_rows(facts, ground.plan, period).items():
            found.setdefault(import_id, []).extend(rows)
    return {import_id: row_ranges(rows) for import_id, rows in found.items()}


def _figure(
    office: Office, client: Client, period: Period, metric: str, scope: Scope
) -> tuple[Metric, Ground, Rows]:
    entry, chosen = metrics().get(metric), _choices(office, client)
    grounds = _grounds(office, client, period, chosen)
    ground = next((one for one in grounds if one.tables.of(scope)), None)
    if entry is None or ground is None:
        raise RefusedError("figure_unknown", {"metric": metric, "scope": scope.key})
    return entry, ground, _traced(office, client, ground, period, entry, scope)


def _grounds(office: Office, client: Client, period: Period, chosen: tuple[Choice, ...]) -> Iterator[Ground]:
    """What figures of the period stand on: of a calendar month, or of the cooperation's own days."""
    asked = None if period.is_calendar_month else asked_for(client, period)
    if period.is_calendar_month:
        measured = measure_with(office, client, period, chosen)
    elif asked is not None:
        measured = measure_tiger_with(office, client, asked, chosen).measured
    else:
        return
    for ground in (*measured.grounds, *measured.own.grounds):
        if period in ground.plan.periods and ground.plan.bases:
            yield ground


@lru_cache(maxsize=KEPT)
def _traced(
    office: Office, client: Client, ground: Ground, period: Period, entry: Metric, scope: Scope
) -> Rows:
    shown = value(entry, ground.sums(entry, scope, period))
    facts = office.store.facts.scan(client.id, office.store.facts.version())
    return traced(facts, ground.plan, period, scope, entry, shown)


def _choices(office: Office, client: Client) -> tuple[Choice, ...]:
    with office.store.read() as session:
        return tuple(choices.standing(session, client.id).values())


def _files(rows: Rows, entry: Metric, records: Mapping[str, ImportRecord]) -> Iterator[TracedFile]:
    for import_id, numbers, amounts in by_file(rows, measures(entry)):
        yield _file(records[import_id], row_ranges(numbers), amounts)


def _file(record: ImportRecord, rows: RowRanges, amounts: Mapping[str, float]) -> TracedFile:
    made = record.upload
    return TracedFile(
        import_id=made.id,
        file=made.file,
        sha256=made.sha256,
        panel=made.panel,
        imported_at=record.imported_at,
        imported_by=record.imported_by,
        rows=rows,
        count=sum(last - first + 1 for first, last in rows),
        amounts=amounts,
        checks_run=made.rules_run,
        checks_passed=made.rules_run - failed_checks(record),
        waivers=record.waivers,
    )


def _row(row: Row, files: Mapping[str, str], wanted: tuple[str, ...]) -> TracedRow:
    return TracedRow(
        file=files[row["import_id"]],
        row=row["source_row"],
        days=Period(row["period_start"], row["period_end"]),
        names=tuple(row[name] for name in NAMES if row[name]),
        amounts=tuple(row[name] for name in wanted),
    )
