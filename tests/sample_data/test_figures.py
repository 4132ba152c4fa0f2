"""Figures in the files hang together as those of real panels do."""

from __future__ import annotations

import csv
import io
import re
from itertools import pairwise

from sample_data.build import BuiltFile
from sample_data.figures import by_campaign, by_day, whole_account
from sample_data.world import World
from tests.sample_data.conftest import Tracks
from tiger_reports.model.period import Period, months_up_to, parse_month


def test_counts_nest_in_each_row(built: tuple[BuiltFile, ...]) -> None:
    for row in (row for each in built for row in each.rows):
        figures = row.figures
        assert 0 <= figures.link_clicks <= figures.clicks <= figures.impressions
        assert figures.reach <= figures.impressions
        assert figures.spend > 0


def test_a_months_reach_lies_between_its_best_day_and_the_sum_of_its_days(
    world: World, tracks: Tracks
) -> None:
    for account in (each for each in world.accounts if each.panel != "google-ads"):  # which has no reach
        days = by_day(tracks[account], parse_month("2026-09"))
        reaches: dict[str, list[int]] = {}
        for row in days:
            assert row.campaign is not None
            reaches.setdefault(row.campaign.name, []).append(row.figures.reach)
        for row in by_campaign(tracks[account], parse_month("2026-09")):
            assert row.campaign is not None
            of_days = reaches[row.campaign.name]
            assert max(of_days) <= row.figures.reach <= sum(of_days)


def test_the_accounts_reach_lies_between_its_best_campaign_and_the_sum_of_campaigns(
    world: World, tracks: Tracks
) -> None:
    several = [each for each in world.accounts if each.panel == "meta-ads" and len(each.campaigns) > 1]
    for account in several:
        reaches = [row.figures.reach for row in by_campaign(tracks[account], parse_month("2026-10"))]
        assert (
            max(reaches)
            <= whole_account(tracks[account], parse_month("2026-10")).figures.reach
            < sum(reaches)
        )


def test_a_month_file_and_the_day_files_tell_the_same_sums(built: tuple[BuiltFile, ...]) -> None:
    """Spend may differ by the rounding of each printed day, counts may not differ at all."""
    months = [each for each in built if each.plan.export.kind == "month"]
    assert len(months) >= 6
    for month in months:
        days = next(
            each
            for each in built
            if each.plan.account == month.plan.account
            and each.plan.export.kind == "days"
            and each.plan.period == month.plan.period
            and not each.plan.missing_day
        )
        printed = sum(round(row.figures.spend, 2) for row in days.rows)
        assert abs(printed - sum(round(r.figures.spend, 2) for r in month.rows)) <= len(days.rows) * 0.005
        assert sum(r.figures.clicks for r in days.rows) == sum(r.figures.clicks for r in month.rows)


def test_googles_totals_overlap_and_differ_from_the_rows_by_rounding_only(
    built: tuple[BuiltFile, ...],
) -> None:
    each = next(
        e for e in built if e.plan.path.endswith("google_campaigns-month_2026-10_en-US_synthetic.csv")
    )
    lines = list(csv.reader(io.StringIO(each.data.decode("utf-8"))))[2:]
    cost, first = lines[0].index("Cost"), [line[0] for line in lines]
    rows = sum(float(line[cost]) for line in lines[1:] if not line[0].startswith("Total"))
    assert first.count("Total: Account") == 1
    totals = {line[0]: float(line[cost]) for line in lines if line[0].startswith("Total")}
    assert abs(totals["Total: Campaigns"] - rows) <= len(each.rows) * 0.005
    assert sum(totals.values()) > 2.9 * rows


def test_the_summary_row_of_meta_stands_first_and_names_nothing(built: tuple[BuiltFile, ...]) -> None:
    from openpyxl import load_workbook

    each = next(e for e in built if "meta_campaigns-month" in e.plan.path and e.plan.export.language == "en")
    header, summary, *rows = load_workbook(io.BytesIO(each.data)).worksheets[0].iter_rows(values_only=True)
    named = dict(zip(header, summary, strict=True))
    assert named["Campaign name"] is None
    assert named["Account name"] is None
    assert named["Impressions"] == sum(row[header.index("Impressions")] for row in rows)
    assert named["Reach"] < sum(row[header.index("Reach")] for row in rows)


def test_panels_write_their_own_encodings(built: tuple[BuiltFile, ...]) -> None:
    starts = {each.plan.path: each.data[:3] for each in built}
    assert all(start[:2] == b"\xff\xfe" for path, start in starts.items() if "linkedin" in path)
    assert all(start == b"\xef\xbb\xbf" for path, start in starts.items() if "account-by-month" in path)
    assert all(start[:2] == b"PK" for path, start in starts.items() if path.endswith("xlsx"))
    manager = [start for path, start in starts.items() if "meta_campaigns-by-day" in path]
    assert manager
    assert all(start != b"\xef\xbb\xbf" for start in manager)


def test_counts_of_google_carry_thousands_marks_of_the_screens_language(built: tuple[BuiltFile, ...]) -> None:
    def text(language: str) -> str:
        file = next(e for e in built if f"google_campaigns-by-day_2026-10_{language}_" in e.plan.path)
        return file.data.decode("utf-8")

    assert re.search(r",\d{1,3}\u00a0\d{3},", text("pl"))
    assert re.search(r",\d{1,3}\.\d{3},", text("de"))
    assert re.search(r'"\d{1,3},\d{3}"', text("en-GB"))


def test_quiet_prices_stay_quiet(world: World, tracks: Tracks) -> None:
    """The price of impressions, which no story bends, moves by less than a tenth from month to month."""
    months = months_up_to(parse_month("2026-10"), 12)
    for client in world.markets:
        prices = [_cpm(world, tracks, client, month) for month in months]
        assert all(abs(later / earlier - 1) < 0.10 for earlier, later in pairwise(prices)), client


def _cpm(world: World, tracks: Tracks, client: str, month: Period) -> float:
    accounts = [each for each in world.accounts if each.client == client]
    figures = [row.figures for each in accounts for row in by_campaign(tracks[each], month)]
    return sum(each.spend for each in figures) / sum(each.impressions for each in figures)
