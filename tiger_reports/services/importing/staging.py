"""Reading a kept file for a client: tables with their rows kept aside, and everything checks found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from tiger_reports.model.client import Client
from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Finding
from tiger_reports.model.imports import Upload
from tiger_reports.panels.catalogue import panel_kind
from tiger_reports.panels.definition import PanelKind
from tiger_reports.panels.figures import apart
from tiger_reports.services.importing.expected import expected_of
from tiger_reports.services.importing.options import Options
from tiger_reports.services.importing.outlines import plain_outlines
from tiger_reports.services.importing.zones import zone_findings
from tiger_reports.services.office import Office
from tiger_reports.services.reading.table import FileRead, TableRead, told_once
from tiger_reports.store.files import Held
from tiger_reports.store.schema import KEPT
from tiger_reports.store.staged import read_staged, write_staged
from tiger_reports.store.state import column_maps, mappings

Read = tuple[Upload, tuple[Finding, ...]]
Tell = Callable[[str], None]
"""Who is told that the next step begins: `reading`, then `checking` once a table."""


def no_one(_step: str) -> None:
    """Nobody waits for it."""


@dataclass(frozen=True)
class Incoming:
    """A file that is looked at, and what a person said about it; `before` is how it waited till now."""

    name: str
    held: Held
    options: Options
    before: str = ""
    tell: Tell = no_one


def read_tables(office: Office, client: Client, file: Incoming) -> tuple[Read, ...]:
    """One upload a table of the file with its findings; one without rows where there is no table."""
    with TemporaryDirectory(prefix="tiger-") as folder:
        found = _read(office, client, file, Path(folder))
        _remember(office, client, found.tables)
        bare = replace(
            _bare(office, client, file, _keep(office, client, file, found)),
            result={"outlines": plain_outlines(found.outlines)},
        )
        if not found.tables:
            return ((bare, found.findings),)
        return tuple(
            _checked(office, client, file, replace(bare, id=table.id, table=place), found)
            for place, table in enumerate(found.tables)
        )


def _read(office: Office, client: Client, file: Incoming, out: Path) -> FileRead:
    """Read the file; where the client's remembered mapping knows a column of its, read it with that."""
    file.tell("reading")
    asked = replace(file.options.request(file.held.path, file.name, out), known=_described(office, client))
    found = office.reader.read(asked)
    known = tuple(pair for table in found.tables for pair in _remembered(office, client, table))
    return office.reader.read(replace(asked, mapping=(*asked.mapping, *known))) if known else found


def _described(office: Office, client: Client) -> tuple[ColumnMap, ...]:
    with office.store.read() as session:
        return column_maps.of(session, client.id)


def _remember(office: Office, client: Client, tables: tuple[TableRead, ...]) -> None:
    """What was said of a table is kept as soon as the table could be read by it."""
    said = {table.column_map for table in tables if table.column_map} - set(_described(office, client))
    if said:
        with office.store.write() as session:
            for one in said:
                column_maps.save(session, client.id, one)


def _keep(office: Office, client: Client, file: Incoming, found: FileRead) -> str:
    """What is kept of the file: all of it, or what does not speak of private persons."""
    if found.redacted is None or client.keep_personal:
        return office.store.raw.keep(file.held)
    with found.redacted.open("rb") as copy:
        return office.store.raw.put(copy)


def _remembered(office: Office, client: Client, table: TableRead) -> tuple[tuple[str, str], ...]:
    with office.store.read() as session:
        mapping = mappings.get(session, client.id, table.panel)
    return tuple((header, mapping[header]) for header in table.unknown_columns if header in mapping)


def _checked(office: Office, client: Client, file: Incoming, bare: Upload, found: FileRead) -> Read:
    file.tell("checking")
    table = found.tables[bare.table]
    expected = expected_of(office, client, table, file.options.month)
    checked = office.reader.check(table.frame, table.subject(found.name), expected)
    with _as_stored(table).open("rb") as rows:
        frame = office.store.raw.put(rows)
    upload = replace(_filled(bare, table, frame), rules_run=checked.run)
    zone = zone_findings(table, client.timezone)
    return upload, told_once((*found.findings, *table.findings, *zone), checked.findings)


def _as_stored(table: TableRead) -> Path:
    """The checked rows; those of a profile or a website figure by figure."""
    if panel_kind(table.panel) is PanelKind.ADS:
        return table.frame
    place = table.frame.with_suffix(".figures.parquet")
    write_staged(place, apart(read_staged(table.frame, KEPT)), table.tags)
    return place


def _bare(office: Office, client: Client, file: Incoming, sha256: str) -> Upload:
    return Upload(
        id=uuid4().hex,
        client_id=client.id,
        file=file.name,
        sha256=sha256,
        size=office.store.raw.path(sha256).stat().st_size,
        panel="",
        report="",
        level=Level.ACCOUNT,
        grain=Grain.NONE,
        rows=0,
        options=file.options.plain(),
    )


def _filled(bare: Upload, table: TableRead, frame: str) -> Upload:
    return replace(
        bare,
        panel=table.panel,
        report=table.report,
        level=table.level,
        grain=table.grain,
        rows=table.rows,
        language=table.language,
        currency=table.currency,
        period=table.period,
        accounts=table.accounts,
        dropped=tuple((drop.row, drop.reason) for drop in table.dropped),
        sums=table.sums,
        unknown_columns=table.unknown_columns,
        result={
            **bare.result,
            "frame": frame,
            "rows_read": table.rows_read,
            "encoding": table.encoding,
            "headers": dict(table.headers),
            "signs": list(table.signs),
            "timezone": table.timezone,
            "attributions": list(table.attributions),
            "totals": [
                {"row": t.row, "label": t.label, "covers_rows": t.covers_rows, "values": dict(t.values)}
                for t in table.totals
            ],
        },
    )
