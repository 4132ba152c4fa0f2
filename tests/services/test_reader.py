"""No file takes the program down."""

from __future__ import annotations

import io
import zipfile

from tests.services.writing import SAMPLES
from tiger_reports.model.check import Expected
from tiger_reports.services.importing.options import Options
from tiger_reports.services.reading import Reader

GOOD = SAMPLES / "files/warsaw/meta_campaigns-by-day_2026-10_pl_synthetic.csv"


def _read(reader, path, out):
    return reader.read(Options().request(path, path.name, out))


def _codes(found):
    return {finding.code for finding in found.findings}


def test_a_good_file_comes_back_with_its_sums(reader, tmp_path):
    (table,) = _read(reader, GOOD, tmp_path).tables
    assert (table.panel, table.currency, table.rows) == ("meta-ads", "PLN", 93)
    assert table.rows_read == table.rows + len(table.dropped)
    checked = reader.check(table.frame, table.subject(GOOD.name), Expected())
    assert checked.run > 10


def test_a_child_that_dies_costs_one_file_and_no_more(tmp_path):
    reader = Reader()
    assert _read(reader, GOOD, tmp_path).tables
    reader._child._process.kill()
    reader._child._process.wait()
    assert _read(reader, GOOD, tmp_path).tables
    reader.close()


def test_a_file_that_takes_too_long_is_told_so(tmp_path):
    reader = Reader(wall_seconds=0.01)
    assert _codes(_read(reader, GOOD, tmp_path)) == {"reader_too_slow"}
    reader.close()


def test_a_workbook_that_unpacks_to_gigabytes_is_not_opened(reader, tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b"<workbook/>")
        book.writestr("xl/worksheets/sheet1.xml", b"0" * 300_000_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(bomb.getvalue())
    found = _read(reader, path, tmp_path)
    assert found.tables == ()
    assert any(finding.stops for finding in found.findings)
    assert _read(reader, GOOD, tmp_path).tables
