"""From a lazy query to plain rows, quickly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
import pyarrow as pa

Row = Mapping[str, Any]
Facts = nw.LazyFrame[Any]
"""Rows as stored: `model.fact` columns, and client_id, panel, report, level, grain, breakdown, import_id."""


def fetch(query: Facts) -> list[Row]:
    """The query's rows as mappings, without the columns in which no row has anything."""
    table: pa.Table = query.collect("pyarrow").to_native()
    filled = [name for name in table.column_names if table[name].null_count < table.num_rows]
    columns = [_cells(table[name]) for name in filled]
    return [dict(zip(filled, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _cells(column: pa.ChunkedArray[Any]) -> list[Any]:
    """Plain values; by way of numpy for numbers, which is thirty times as fast."""
    if pa.types.is_floating(column.type):
        return [None if cell != cell else cell for cell in column.to_numpy().tolist()]  # noqa: PLR0124
    if pa.types.is_integer(column.type) and not column.null_count:
        return list(column.to_numpy().tolist())
    return list(column.to_pylist())
