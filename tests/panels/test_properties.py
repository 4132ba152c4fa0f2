"""Whatever the bytes, reading ends in tables and findings, and no row is lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.panels.conftest import workbook
from tests.panels.test_by_documentation import MICROSOFT
from tests.panels.test_google import POLISH as GOOGLE
from tests.panels.test_meta import POLISH as META
from tests.panels.test_pinterest_and_spotify import PINTEREST, SPOTIFY
from tests.panels.test_tiktok_and_linkedin import LINKEDIN, TIKTOK
from tests.panels.test_yandex import CSV as YANDEX
from tiger_reports.panels import FINDING_CODES, read_file

SAMPLES = (
    META.encode(),
    GOOGLE.encode(),
    LINKEDIN.encode("utf-16"),
    META.encode("cp1250"),
    workbook({"Sheet1": TIKTOK}),
    *(text.encode() for text in (PINTEREST, SPOTIFY, MICROSOFT)),
    YANDEX.encode("cp1251"),
)
PIECES = st.sampled_from(
    [b'"', b",", b"\n", b"\r", b"\0", b";", b"\t", b"\xff", b"-", b"1", b"", b'"\n"', "ł".encode()]
)


@st.composite
def mutated(draw) -> bytes:
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        data[at : at + draw(st.integers(0, 12))] = draw(PIECES)
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def read(data: bytes):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(data)
        return read_file(path, name="export")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_mutated_bytes_never_end_in_an_exception(data):
    file = read(data)
    assert {finding.code for finding in file.all_findings} <= set(FINDING_CODES) - {"reader_fault"}
    for table in file.tables:
        assert table.rows_read == table.frame.num_rows + len(table.dropped)
        assert table.frame["source_row"].null_count == 0


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(NAMES, st.integers(0, 10**7), st.integers(0, 10**7)), min_size=1, max_size=20))
def test_what_was_written_is_what_is_read(rows):
    lines = ["Day,Campaign name,Amount spent (EUR),Impressions"]
    for name, cents, count in rows:
        quoted = name.replace('"', '""')
        lines.append(f'2026-01-01,"x{quoted}x",{cents / 100:.2f},{count}')
    (table,) = read("\n".join([*lines, ""]).encode()).tables
    assert table.frame["spend"].to_pylist() == [round(cents / 100, 2) for _, cents, _ in rows]
    assert table.frame["impressions"].to_pylist() == [count for _, _, count in rows]
    assert table.frame["campaign"].to_pylist() == [f"x{name}x" for name, _, _ in rows]
