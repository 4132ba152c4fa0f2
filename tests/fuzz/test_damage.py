"""Damaged files: what is not stopped has the figures that stand in the file; nothing else is possible.

The figures are read here once more, in the plainest way: the file's own dialect, cell by cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.reading import checked, sums
from tests.fuzz.samples import MEASURES, Sample, samples
from tiger_reports.services.importing.checking import FileCheck

PLAIN = re.compile(r"-?(?:\d+|\d{1,3}(?:\u00a0\d{3})+)(?:[.,]\d+)?")
TOTAL = re.compile(r"\s*razem\s*([:\uff1a\-\u2013\u2014].*)?", re.IGNORECASE)
NOTHING = frozenset({"", "-", "--", "\u2014", "\u2013"})

Damage = Callable[[bytes, Random], bytes]


def flipped_bits(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def other_characters(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 3)):
        changed[random.randrange(len(changed))] = random.choice(b',;.\t"\n 0-<=%\xa0')
    return bytes(changed)


def cut_off(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def lines_lost(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start = random.randrange(len(lines))
    return b"".join(lines[:start] + lines[start + random.randint(1, 5) :])


def lines_twice(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start = random.randrange(len(lines))
    return b"".join(lines[: start + 1] + lines[start:])


def lines_swapped(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def glued(data: bytes, random: Random) -> bytes:
    return data + data[random.randrange(len(data)) :]


DAMAGES: tuple[Damage, ...] = (
    flipped_bits,
    other_characters,
    cut_off,
    lines_lost,
    lines_twice,
    lines_swapped,
    glued,
)


def plain_sums(sample: Sample, data: bytes) -> dict[str, float] | None:
    """Sums of the rows under the sample's own header; None where the file is no longer that plain."""
    try:
        text = data.decode(sample.encoding)
        records = list(csv.reader(io.StringIO(text), delimiter=sample.delimiter, strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None
    if list(sample.header) not in records:
        return None
    rows = [row for row in records[records.index(list(sample.header)) + 1 :] if any(map(str.strip, row))]
    if any(len(row) != len(sample.header) for row in rows):
        return None
    found = dict.fromkeys(MEASURES, 0.0)
    for row in (row for row in rows if not any(TOTAL.fullmatch(cell) for cell in row)):
        for name, at in zip(MEASURES, sample.columns, strict=True):
            cell = row[at].strip()
            if cell not in NOTHING:
                if not PLAIN.fullmatch(cell) or ("." if sample.decimal == "," else ",") in cell:
                    return None
                found[name] += float(cell.replace("\u00a0", "").replace(",", "."))
    return {name: round(total, 4) for name, total in found.items()}


def holds(one: FileCheck, plain: dict[str, float] | None) -> bool:
    """A file that no finding stops has the figures that stand in it."""
    return not one.ok or plain is None or sums(one) == plain


def test_the_plain_reading_agrees_on_whole_files(reader):
    for sample in samples().values():
        one = checked(reader, sample.bytes())
        assert one.ok
        assert sums(one) == plain_sums(sample, sample.bytes())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(samples())), st.sampled_from(DAMAGES), st.integers(0, 2**32 - 1))
def test_a_damaged_file_is_read_as_it_stands_or_refused(reader, name, damage, seed):
    sample = samples()[name]
    data = damage(sample.bytes(), Random(seed))
    one = checked(reader, data)
    plain = plain_sums(sample, data)
    assert holds(one, plain), (sums(one), plain)
