"""Many clients with the figures of one: what an agency looks like after years, made in seconds."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable, write_deltalake

from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.period import months_of
from tiger_reports.model.report import MonthState
from tiger_reports.services.clients import add_client, get_client
from tiger_reports.services.office import Office, local_actor
from tiger_reports.services.progress import reach
from tiger_reports.store.home import Session
from tiger_reports.store.state import imports, staging
from tiger_reports.store.table import local_files


def add_copies(office: Office, source: str, many: int) -> tuple[str, ...]:
    """`many` new clients, each with its own rows and registered imports like those of `source`."""
    names = tuple(f"copy-{number:03}" for number in range(many))
    rows = office.store.facts.scan(source).collect("pyarrow").to_native()
    copies = pa.concat_tables(_renamed(rows, name) for name in names)
    write_deltalake(office.store.facts.url, copies, mode="append")
    _register(office, source, names)
    return names


def link_copies(office: Office, source: str, many: int) -> tuple[str, ...]:
    """`many` new clients over hard links to the one file of `source`: rows by the million, no disk."""
    names = tuple(f"copy-{number:03}" for number in range(many))
    table = DeltaTable(office.store.facts.url)
    root = Path(office.store.facts.url)
    (file,) = local_files(table, source)
    rows = pq.read_metadata(file).num_rows
    actions = [_linked(root, file, name, rows) for name in names]
    log = root / "_delta_log" / f"{table.version() + 1:020}.json"
    log.write_text("\n".join(json.dumps({"add": action}) for action in actions), "utf-8")
    _register(office, source, names)
    return names


def _renamed(rows: pa.Table, name: str) -> pa.Table:
    """Rows of another client; ids of imports are unique in a store, so they get the client's name."""
    ids = [f"{name}-{old}" for old in rows["import_id"].to_pylist()]
    place = rows.schema.get_field_index
    renamed = rows.set_column(place("import_id"), "import_id", pa.array(ids))
    return renamed.set_column(place("client_id"), "client_id", pa.repeat(name, len(rows)))


def _linked(root: Path, file: Path, name: str, rows: int) -> dict[str, object]:
    place = root / f"client_id={name}" / file.name
    place.parent.mkdir()
    os.link(file, place)
    return {
        "path": str(place.relative_to(root)),
        "partitionValues": {"client_id": name},
        "size": file.stat().st_size,
        "modificationTime": 0,
        "dataChange": True,
        "stats": json.dumps({"numRecords": rows}),
    }


def _register(office: Office, source: str, names: Sequence[str]) -> None:
    client = get_client(office, local_actor(), source)
    with office.store.read() as session:
        records = imports.listed(session, source)
    for name in names:
        add_client(office, local_actor(), replace(client, id=name, name=f"Synthetic {name}", accounts=()))
        with office.store.write() as session:
            for record in records:
                _register_one(session, name, record)


def _register_one(session: Session, name: str, record: ImportRecord) -> None:
    new = replace(record.upload, id=f"{name}-{record.upload.id}", client_id=name)
    said: dict[str, Any] = {"by": record.imported_by, "at": record.imported_at}
    staging.stage(session, name, new, (), **said)
    imports.accept(session, name, new.id, version=record.version, **said)
    for month in months_of(new.period) if new.period else ():
        reach(session, name, month.month_key, MonthState.CHECKED, **said)
