"""`files.toml`: what each generated file is, in loading order, and the sums that a reader must find in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sample_data.figures import Figures, Row
from sample_data.plan import PlannedFile
from sample_data.posts import COUNTED, PostsFile

GRAINS = {"days": "day", "month": "month", "account_months": "month", "audience": "month"}
LEVELS = {"days": "campaign", "month": "campaign", "account_months": "account", "audience": "account"}
HEADING = """\
# Written by `python -m sample_data`; do not edit. All data are synthetic.
# Files stand in loading order. `inbox` files are left for a newcomer to load; `period` is half-open.
# The sums are those of the printed cells, rows only: no total row is in them.
"""

Item = str | int | float | bool | date
Entry = Mapping[str, Item]


def manifest(entries: Iterable[Entry]) -> str:
    blocks = ("[[file]]\n" + "".join(f"{key} = {_toml(item)}\n" for key, item in e.items()) for e in entries)
    return HEADING + "\n" + "\n".join(blocks)


def of_campaigns(file: PlannedFile, rows: Iterable[Row], data: bytes) -> Entry:
    held = tuple(rows)
    return {
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
        **({"missing_day": file.missing_day} if file.missing_day else {}),
        **_bytes(data),
        "rows": len(held),
        **_sums([row.figures for row in held]),
    }


def of_posts(file: PostsFile, data: bytes) -> Entry:
    """Posts have no currency; `first` and `end` are days of publication."""
    return {
        "path": file.path,
        "client": file.page.client,
        "panel": "meta-business-suite",
        "account": file.page.name,
        "language": file.page.language,
        "level": "account",
        "grain": "day",
        "first": file.period.start,
        "end": file.period.end,
        "inbox": False,
        **_bytes(data),
        "rows": len(file.posts),
        **{name: sum(getattr(post, name) for post in file.posts) for name in COUNTED},
    }


def _bytes(data: bytes) -> Entry:
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}


def _sums(figures: Sequence[Figures]) -> Entry:
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
