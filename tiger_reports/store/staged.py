"""Rows of one import in a Parquet file as the facts keep them, so that storing them is a copy.

The reading child writes such a file. Columns that hold nothing are left out: every reader takes them as null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tiger_reports.store.schema import KEPT, SCHEMA, TAGS

OWNER = TAGS[0]
"""The partition stands for it; no file has it."""
ROWS_A_GROUP = 131_072
"""Small row groups: what reads the rows later may take a part at a time, or several at once."""


def write_staged(place: Path, rows: pa.Table, tags: Mapping[str, str]) -> None:
    """Write `rows`, which have all of KEPT; `tags` are those of the store but the owner."""
    filled = [name for name in KEPT if rows[name].null_count < rows.num_rows]
    kept = [field for field in SCHEMA if field.name in filled or field.name in tags]
    texts: Any = [field.name for field in kept if pa.types.is_string(field.type)]
    schema = pa.schema(kept)
    encoding = {"source_row": "DELTA_BINARY_PACKED"}
    with pq.ParquetWriter(
        place, schema, compression="zstd", use_dictionary=texts, column_encoding=encoding
    ) as writer:
        for start in range(0, rows.num_rows, ROWS_A_GROUP):
            part = rows.select(filled).slice(start, ROWS_A_GROUP)
            constant = {name: pa.repeat(value, part.num_rows) for name, value in tags.items()}
            columns: dict[str, Any] = {**constant, **dict(zip(filled, part.columns, strict=True))}
            writer.write_table(pa.table([columns[name] for name in schema.names], schema=schema))


def is_stored_form(place: Path, tags: Mapping[str, str]) -> bool:
    """Whether the file can become part of the facts as it is: no other columns, these tags in every row."""
    told = pq.read_metadata(place)
    names = told.schema.names
    if not told.num_rows or not set(names) <= set(SCHEMA.names) - {OWNER}:
        return False
    return all(
        name in names and _is_everywhere(told, names.index(name), value)
        for name, value in tags.items()
        if name != OWNER
    )


def read_staged(place: Path, names: Iterable[str]) -> pa.Table:
    """Some of KEPT, whole; those that the file does not have are null."""
    wanted = tuple(names)
    held = set(pq.read_schema(place).names)
    rows = pq.read_table(place, columns=[name for name in wanted if name in held], partitioning=None)
    nothing = {kind: pa.nulls(rows.num_rows).cast(kind) for kind in set(SCHEMA.types)}
    fields = [SCHEMA.field(name) for name in wanted]
    return pa.table(
        [rows[field.name] if field.name in held else nothing[field.type] for field in fields],
        schema=pa.schema(fields),
    )


def _is_everywhere(told: pq.FileMetaData, at: int, value: str) -> bool:
    chunks = (told.row_group(group).column(at).statistics for group in range(told.num_row_groups))
    return all(chunk is not None and chunk.min == value == chunk.max for chunk in chunks)
