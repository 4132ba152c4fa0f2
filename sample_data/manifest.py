"""`files.toml`: what each generated file is, in loading order, and the sums that a reader must find in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sample_data.figures import Row
from sample_data.plan import PlannedFile

GRAINS = {"days": "day", "month": "month", "account_months": "month", "audience": "month"}
LEVELS = {"days": "campaign", "month": "campaign", "account_months": "account", "audience": "account"}
HEADING = """\
# Written by `python -m sample_data`; do not edit. All data are synthetic.
# Files stand in loading order. `inbox` files are left for a newcomer to load; `period` is half-open.
# The sums are those of the printed cells, rows only: no total row is in them.
"""

Item = str | int | float | bool | date


@dataclass(frozen=True)
class Entry:
    plan: PlannedFile
    rows: tuple[Row, ...]
    sha256: str
    size: int


def manifest(entries: Iterable[Entry]) -> str:
    blocks = ("[[file]]\n" + "".join(f"{key} = {_toml(item)}\n" for key, item in _items(e)) for e in entries)
    return HEADING + "\n" + "\n".join(blocks)


def _items(entry: Entry) -> Iterable[tuple[str, Item]]:
    file = entry.plan
    described: dict[str, Item] = {
        "path": file.path,
        "client": file.account.client,
        "panel": file.account.panel,
        "account": file.account.name,
        "language": file.export.language,
        "currency": file.account.currency,
        "level": LEVELS[file.export.kind],
        "grain": GRAINS[file.export.kind],
        "first": file.period.start,
        "end": file.period.end,
        "inbox": file.inbox,
    }
    yield from described.items()
    if file.missing_day:
        yield "missing_day", file.missing_day
    yield "sha256", entry.sha256
    yield "size", entry.size
    yield "rows", len(entry.rows)
    yield from _sums(entry).items()


def _sums(entry: Entry) -> Mapping[str, Item]:
    figures = [row.figures for row in entry.rows]
    return {
        "spend": round(sum(round(each.spend, 2) for each in figures), 2),
        "impressions": sum(each.impressions for each in figures),
        "clicks": sum(each.clicks for each in figures),
        "link_clicks": sum(each.link_clicks for each in figures),
        "conversions": round(sum(each.conversions for each in figures), 2),
        "conversion_value": round(sum(each.value for each in figures), 2),
    }


def _toml(item: Item) -> str:
    if isinstance(item, date):
        return item.isoformat()
    return json.dumps(item, ensure_ascii=False)
