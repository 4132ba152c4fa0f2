"""The whole of the generated sample data as bytes by path; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sample_data.figures import Row, by_campaign, by_day, by_group, whole_account
from sample_data.formats import business_suite, google, linkedin, meta, tiktok
from sample_data.logos import logos
from sample_data.manifest import Entry, manifest, of_campaigns, of_posts
from sample_data.pictures import pictures
from sample_data.plan import PlannedFile, plan
from sample_data.posts import load_pages, post_files
from sample_data.simulate import Track, simulate
from sample_data.truth import truth_csv
from sample_data.world import World
from tiger_reports.model.period import Period, month_of

MANIFEST, TRUTH = "files.toml", "truth.csv"
Tracks = Mapping[str, Sequence[Track]]
"""By the account's id."""


@dataclass(frozen=True)
class BuiltFile:
    plan: PlannedFile
    rows: tuple[Row, ...]
    data: bytes


def build(world: World) -> Mapping[str, bytes]:
    tracks = simulated(world)
    files = build_files(world, tracks)
    entries = [of_campaigns(each.plan, each.rows, each.data) for each in files]
    posts = {each.path: (each, business_suite.content_csv(each)) for each in post_files(world, load_pages())}
    entries += [of_posts(each, data) for each, data in posts.values()]
    exports = {each.plan.path: each.data for each in files} | {
        path: data for path, (_, data) in posts.items()
    }
    said = {MANIFEST: manifest(_in_order(world, entries)).encode("utf-8"), TRUTH: truth_csv(world, tracks)}
    return {**exports, **logos(), **pictures(), **said}


def _in_order(world: World, entries: Iterable[Entry]) -> list[Entry]:
    """As the files load: each client's by their last day, those of the inbox after all others."""
    clients = list(world.markets)
    return sorted(entries, key=lambda one: (one["inbox"], clients.index(str(one["client"])), one["end"]))


def simulated(world: World) -> Tracks:
    return {
        account.id: tuple(simulate(world, account, campaign) for campaign in account.campaigns)
        for account in world.accounts
    }


def build_files(world: World, tracks: Tracks) -> tuple[BuiltFile, ...]:
    return tuple(_built(each, tracks[each.account.id]) for each in plan(world))


def _built(file: PlannedFile, tracks: Sequence[Track]) -> BuiltFile:
    rows = tuple(row for row in _rows(file, tracks) if row.period.start != file.missing_day)
    return BuiltFile(file, rows, _written(file, rows, tracks))


def _rows(file: PlannedFile, tracks: Sequence[Track]) -> Iterator[Row]:
    match file.export.kind:
        case "days":
            yield from by_day(tracks, file.period)
        case "month":
            yield from by_campaign(tracks, file.period)
        case "audience":
            for each in _months(file.period):
                yield from by_group(tracks, each, file.account.groups)
        case _:
            yield from (whole_account(tracks, each) for each in _months(file.period))


def _months(period: Period) -> Iterator[Period]:
    each = month_of(period.start)
    while each.start < period.end:
        yield each
        each = month_of(each.end)


def _written(file: PlannedFile, rows: Sequence[Row], tracks: Sequence[Track]) -> bytes:
    match file.account.panel:
        case "meta-ads":
            return _meta(file, rows, tracks)
        case "google-ads":
            return _google(file, rows)
        case "tiktok-ads":
            reach = whole_account(tracks, file.period).figures.reach
            return tiktok.manager_xlsx(file.account, rows, reach)
        case _:
            return linkedin.performance_csv(file.account, rows, file.period)


def _meta(file: PlannedFile, rows: Sequence[Row], tracks: Sequence[Track]) -> bytes:
    match file.export.kind:
        case "days":
            return meta.manager_csv(file.account, file.export.language, rows)
        case "month":
            whole = whole_account(tracks, file.period)
            return meta.manager_xlsx(file.account, file.export.language, rows, whole)
        case "audience":
            return meta.audience_csv(file.account, file.export.language, rows)
        case _:
            return meta.reporting_csv(file.account, file.export.language, rows)


def _google(file: PlannedFile, rows: Sequence[Row]) -> bytes:
    account, export = file.account, file.export
    if export.kind == "days":
        return google.editor_csv(account, export.language, rows, file.period)
    return google.table_csv(account, export.language, rows, file.period, for_excel=export.for_excel)
