"""Files made to harm: each ends as a finding, the house stands, and nothing is half stored."""

from __future__ import annotations

import io
import zipfile
from random import Random

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.reading import OURS
from tests.fuzz.samples import samples
from tests.fuzz.test_damage import DAMAGES
from tiger_reports.services.importing.files import import_file
from tiger_reports.services.importing.options import NewFile
from tiger_reports.services.office import local_actor

CLIENT = "warsaw"
HEADER = ["Reporting starts", "Reporting ends", "Campaign name", "Amount spent (PLN)", "Impressions"]
ROW = ["2026-10-01", "2026-10-01", "Synthetic", 12.5, 100]
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in (HEADER, *rows):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rewritten(data: bytes, change) -> bytes:
    """The workbook with its first sheet's XML changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == SHEET else old.read(name))
    return out.getvalue()


def far_cell() -> bytes:
    return rewritten(workbook(ROW), lambda xml: xml.replace(b'r="E2"', b'r="XFD1048576"'))


def bomb() -> bytes:
    return rewritten(workbook(ROW), lambda xml: xml + b" " * 300_000_000)


def entities() -> bytes:
    def laughs(xml: bytes) -> bytes:
        nested = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
        return (
            b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">'
            + nested
            + b"]>"
            + xml[xml.index(b"<work") :]
        )

    return rewritten(workbook(ROW), laughs)


def nested_zips() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.zip", bomb()[:1000])
        archive.writestr("../../escape.csv", b"x")
    return out.getvalue()


def huge_cell() -> bytes:
    meta = samples()["meta"].bytes()
    return meta.replace(b"Synthetic |", b"x" * 10_000_000 + b" |", 1)


def endless_quote() -> bytes:
    return samples()["google"].bytes().replace(b'"', b"", 1) + b'"' + b"a,b\n" * 200_000


def very_wide() -> bytes:
    return b",".join(b"Impressions" for _ in range(100_000)) + b"\n" + b",".join(b"1" for _ in range(100_000))


def nothing_but_zeros() -> bytes:
    return b"\0" * 1_000_000


def deep_xml() -> bytes:
    return b'<?xml version="1.0"?>' + b"<a>" * 200_000


def old_workbook_cut_off() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 4000


HARMFUL = (
    far_cell,
    bomb,
    entities,
    nested_zips,
    endless_quote,
    very_wide,
    nothing_but_zeros,
    deep_xml,
    old_workbook_cut_off,
)


@pytest.mark.parametrize("made", HARMFUL, ids=lambda made: made.__name__)
def test_a_harmful_file_is_a_finding_and_the_next_file_is_read(office, made):
    before = office.store.facts.version()
    done = import_file(office, local_actor(), CLIENT, NewFile("export.xlsx", made()))
    assert not done.stored
    assert any(finding.stops for finding in done.findings)
    assert office.store.facts.version() == before
    good = import_file(office, local_actor(), CLIENT, NewFile("good.csv", samples()["meta"].bytes()))
    assert {finding.code for finding in good.findings}.isdisjoint(OURS)
    assert good.tables[0].staged.upload.rows == len(samples()["meta"].rows)


def test_a_cell_of_ten_megabytes_is_read_or_refused(office):
    done = import_file(office, local_actor(), CLIENT, NewFile("export.csv", huge_cell()))
    assert {finding.code for finding in done.findings}.isdisjoint(OURS)


def test_formulas_in_names_stay_text(office):
    names = ["=1+1", "+SUM(A1)", "-2", "@cmd", '=HYPERLINK("http://localhost","x")']
    rows = [[f"2026-10-{day:02}", f"2026-10-{day:02}", name, 1, 10] for day, name in enumerate(names, 1)]
    text = "\n".join(
        ",".join(f'"{str(cell).replace(chr(34), chr(34) * 2)}"' for cell in row) for row in (HEADER, *rows)
    )
    done = import_file(office, local_actor(), CLIENT, NewFile("export.csv", text.encode()))
    assert done.tables[0].staged.upload.rows == len(names)
    assert done.tables[0].staged.upload.sums["spend"] == len(names)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(sorted(samples())), st.sampled_from(DAMAGES), st.integers(0, 2**32 - 1))
def test_what_is_stored_is_stored_whole(office, name, damage, seed):
    """Through staging, checks and commit: the rows of an import are all in the facts, or none is."""
    before = office.store.facts.version()
    data = damage(samples()[name].bytes(), Random(seed))
    done = import_file(office, local_actor(), CLIENT, NewFile("export.csv", data))
    assert {finding.code for finding in done.findings}.isdisjoint(OURS)
    if not done.stored:
        assert office.store.facts.version() == before
        return
    for table in done.tables:
        record = table.outcome.record if table.outcome else None
        if record is not None:
            rows = office.store.facts.scan(CLIENT).collect("pyarrow").to_native().to_pylist()
            own = [row for row in rows if row["import_id"] == record.upload.id]
            assert len(own) == record.upload.rows
            spent = sum(row["spend"] or 0.0 for row in own)
            assert round(spent, 4) == round(record.upload.sums.get("spend") or 0.0, 4)
