"""The committed files are what the generator writes, and nothing else."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from sample_data.__main__ import GENERATED_FOLDERS, write
from sample_data.build import MANIFEST, TRUTH, BuiltFile, build
from sample_data.season import easter_sunday
from sample_data.world import World


def _generated(folder: Path) -> dict[str, bytes]:
    paths = [
        folder / MANIFEST,
        folder / TRUTH,
        *(p for name in GENERATED_FOLDERS for p in (folder / name).rglob("*") if p.is_file()),
    ]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_committed_files_are_what_the_generator_writes(world: World, folder: Path) -> None:
    made, committed = build(world), _generated(folder)
    assert sorted(made) == sorted(committed)
    assert [path for path in made if made[path] != committed[path]] == []


def test_writing_again_removes_files_that_are_no_longer_made(tmp_path: Path) -> None:
    old = tmp_path / "files" / "warsaw" / "old.csv"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    assert write(tmp_path) == len(_generated(tmp_path))
    assert not old.exists()


def test_the_files_are_few_and_small_enough_for_a_repository(built: tuple[BuiltFile, ...]) -> None:
    assert len(built) <= 60
    assert sum(len(each.data) for each in built) <= 4_000_000


def test_every_file_says_that_it_is_synthetic(built: tuple[BuiltFile, ...]) -> None:
    for each in built:
        assert "synthetic" in each.plan.path
        assert all(campaign.name.startswith("Synthetic | ") for campaign in each.plan.account.campaigns)
        assert "Synthetic" in each.plan.account.name


def test_no_row_lies_after_the_newest_full_month(built: tuple[BuiltFile, ...]) -> None:
    days = [row.period.last_day for each in built for row in each.rows]
    assert min(days) >= date(2024, 9, 1)
    assert max(days) == date(2026, 10, 31)


def test_the_trap_lacks_one_day_and_its_twin_has_it(built: tuple[BuiltFile, ...]) -> None:
    bad = next(each for each in built if each.plan.missing_day)
    good = next(e for e in built if e.plan.path == bad.plan.path.replace("A-DAY-IS-MISSING", "corrected"))
    absent = set(good.rows) - set(bad.rows)
    assert {row.period.start for row in absent} == {bad.plan.missing_day}
    assert len(absent) == len(bad.plan.account.campaigns)
    assert bad.plan.inbox
    assert good.plan.inbox


def test_only_the_newest_month_of_one_client_waits_in_the_inbox(
    built: tuple[BuiltFile, ...], world: World
) -> None:
    waiting = [each.plan for each in built if each.plan.inbox]
    assert {(plan.account.client, plan.period.month_key) for plan in waiting} == {world.inbox}
    assert {plan.account.panel for plan in waiting} == {"meta-ads", "google-ads"}


def test_workbooks_open_in_a_spreadsheet_library(built: tuple[BuiltFile, ...]) -> None:
    books = [each for each in built if each.plan.path.endswith(".xlsx")]
    assert len(books) >= 6
    for each in books:
        sheet = openpyxl.load_workbook(io.BytesIO(each.data), read_only=True).worksheets[0]
        assert sheet.max_row == len(each.rows) + 2  # header and one total row


@pytest.mark.parametrize("name", ["warsaw", "prague", "berlin"])
def test_logos_are_pictures_with_a_transparent_ground(folder: Path, name: str) -> None:
    picture = Image.open(folder / "logos" / f"{name}.png").convert("RGBA")
    assert picture.size == (240, 240)
    assert picture.getpixel((2, 2))[3] == 0
    assert picture.getchannel("A").getextrema() == (0, 255)


def test_easter_is_where_the_church_has_it() -> None:
    known = {
        2024: date(2024, 3, 31),
        2025: date(2025, 4, 20),
        2026: date(2026, 4, 5),
        2027: date(2027, 3, 28),
    }
    assert {year: easter_sunday(year) for year in known} == known
