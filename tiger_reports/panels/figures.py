"""Figures stored one by one, so that a file of some of them never speaks for the others.

Exports of a profile or a website are put together as their user likes: one file of reach, one of visits and
followers. Each figure of a day is a row of its own, and a later file replaces only the figures that it has.
"""

from __future__ import annotations

from typing import Any

from tiger_reports.model.fact import MEASURES
from tiger_reports.panels.arrow import pa, pc


def apart(frame: Any) -> Any:
    """Rows that hold one measure each and name it in `figure`; rows without any measure are left out."""
    filled = [name for name in MEASURES if frame[name].null_count < frame.num_rows]
    return pa.concat_tables([_of(frame, name) for name in filled]) if filled else frame.slice(0, 0)


def _of(frame: Any, figure: str) -> Any:
    rows = frame.filter(pc.is_valid(frame[figure]))
    for at, column in enumerate(rows.schema):
        if column.name in MEASURES and column.name != figure:
            rows = rows.set_column(at, column, pa.nulls(rows.num_rows, column.type))
    at = rows.schema.get_field_index("figure")
    return rows.set_column(at, "figure", pa.repeat(pa.scalar(figure, pa.string()), rows.num_rows))
