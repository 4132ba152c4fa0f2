"""A client's published posts and what came of them, as its stored exports of posts tell it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import narwhals as nw

from tiger_reports.metrics.fetch import Row, fetch
from tiger_reports.model.client import Client
from tiger_reports.model.fact import DAYS, MEASURES, POST, PUBLISHED
from tiger_reports.model.period import Period
from tiger_reports.model.post import Post
from tiger_reports.panels.catalogue import counts_lifetimes, report_of
from tiger_reports.panels.table_findings import ROUNDED_ID
from tiger_reports.services.office import Office
from tiger_reports.store.state import imports

KEPT = 64
MONEY = frozenset({"spend", "conversion_value"})
FIGURES = tuple(name for name in MEASURES if name not in MONEY)
READ = ("panel", "report", "import_id", "account_id", "account", "segment", *DAYS, PUBLISHED, *POST)
Place = tuple[str, str, str]
"""Channel, account and number of a post."""


@dataclass(frozen=True)
class Published:
    """A post, and the import that tells of it."""

    post: Post
    import_id: str


@dataclass(frozen=True)
class Export:
    """An import of posts: the facts version that it made, and its day in the client's zone."""

    import_id: str
    version: int
    imported: date


def posts_of(office: Office, client: Client, period: Period) -> tuple[Post, ...]:
    """Posts published in `period`, by day and number, for those who asked for rights already.

    Of several exports that hold a post the latest counts, with all its figures. Days before the cooperation
    are left out of the period in which it began, as they are of all figures.
    """
    return tuple(one.post for one in _found(office, client, period))


def imports_of_posts(office: Office, client: Client, period: Period) -> frozenset[str]:
    """The imports that `posts_of` the period stand on."""
    return frozenset(one.import_id for one in _found(office, client, period))


def _found(office: Office, client: Client, period: Period) -> tuple[Published, ...]:
    """An import is registered after its rows are stored, so the registry is read before the version."""
    zone = ZoneInfo(client.timezone)
    with office.store.read() as session:
        listed = imports.listed(session, client.id)
    exports = tuple(
        Export(one.upload.id, one.version, one.imported_at.astimezone(zone).date())
        for one in listed
        if _of_posts(one.upload.panel, one.upload.report)
    )
    if not exports:  # most clients: nothing is read
        return ()
    return _published(office, client, period, office.store.facts.version(), exports)


@lru_cache(maxsize=KEPT)
def _published(
    office: Office, client: Client, period: Period, version: int, exports: tuple[Export, ...]
) -> tuple[Published, ...]:
    records = {one.import_id: one for one in exports}
    counted = Period(client.start, period.end) if client.start in period else period
    rows = _rows(office, client, counted, version, records)
    numbers = {row["account"]: row["account_id"] for row in rows if _names_both(row)}
    told: dict[Place, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        told[_place(row, numbers)][row["import_id"]].append(row)
    posts = (_latest(by_import, records) for by_import in told.values())
    return tuple(sorted(posts, key=lambda one: (one.post.published, one.post.channel, one.post.key)))


def _names_both(row: Row) -> bool:
    return bool(row.get("account") and row.get("account_id"))


def _place(row: Row, numbers: Mapping[str, str]) -> Place:
    """An account is its id; one that a file only names is the id that another file gives with the name."""
    name = row.get("account") or ""
    return row["panel"], row.get("account_id") or numbers.get(name, name), _number(row)


def _number(row: Row) -> str:
    """The post's own number; where a spreadsheet program rounded it, its link, else its day and words."""
    number: str = row["segment"]
    if not re.match(ROUNDED_ID, number):
        return number
    return row.get("link") or f"{_day(row)} {row.get('title') or ''}"


def _of_posts(panel: str, report: str) -> bool:
    known = report_of(panel, report)
    return known is not None and known.of_posts


def _rows(office: Office, client: Client, period: Period, version: int, records: Iterable[str]) -> list[Row]:
    """Rows that tell of a post of the period, in the order of their file."""
    started = (nw.col("period_start") >= period.start) & (nw.col("period_start") < period.end)
    came_out = (nw.col(PUBLISHED) >= period.start) & (nw.col(PUBLISHED) < period.end)
    facts = office.store.facts.scan(client.id, version)
    rows = facts.filter(nw.col("import_id").is_in(list(records)), started | came_out)
    read = fetch(rows.sort("source_row").select(*READ, *FIGURES))
    return [row for row in read if row.get("segment") and (day := _day(row)) and day in period]


def _day(row: Row) -> date | None:
    """When the post of a row came out; None where it is no post, or tells not of all days since then."""
    started: date | None = row.get("period_start")
    if counts_lifetimes(row["panel"], row["report"]):
        return started
    published: date | None = row.get(PUBLISHED)
    return published if started and published and started <= published else None


def _latest(by_import: Mapping[str, list[Row]], records: Mapping[str, Export]) -> Published:
    """The post as the last count of it has it."""
    counted = {name: _counted_on(rows[0], records[name].imported) for name, rows in by_import.items()}
    last = max(by_import, key=lambda name: (counted[name], records[name].version))
    rows = by_import[last]
    words = {name: text for row in rows for name in (*POST, "account") if (text := row.get(name))}
    first = rows[0]
    post = Post(
        channel=first["panel"],
        key=_number(first),
        published=_day(first) or counted[last],
        counted_on=counted[last],
        account=words.get("account") or first.get("account_id") or "",
        title=words.get("title", ""),
        kind=words.get("post_type", ""),
        link=words.get("link", ""),
        figures={name: row[name] for row in rows for name in FIGURES if row.get(name) is not None},
    )
    return Published(post, last)


def _counted_on(row: Row, imported: date) -> date:
    """The last day in the figures: that of the import, where its rows do not end earlier."""
    if counts_lifetimes(row["panel"], row["report"]):
        return imported
    end: date = row["period_end"]
    return min(imported, end - timedelta(1))
