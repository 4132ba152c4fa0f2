"""The same figures in other clothes: read right, or refused, never read wrong.

`make fuzz` runs two thousand of them; `make test` a hundred.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.reading import checked, sums
from tests.fuzz.samples import Sample, samples

NUMBER = re.compile(r"-?[\d\s]+([.,]\d+)?%?")


def original(sample: Sample) -> Sample:
    return sample


def semicolons(sample: Sample) -> Sample:
    return replace(sample, delimiter=";")


def tabs_in_utf16(sample: Sample) -> Sample:
    return replace(sample, delimiter="\t", encoding="utf-16")


def with_mark(sample: Sample) -> Sample:
    return replace(sample, encoding="utf-8-sig")


def without_mark(sample: Sample) -> Sample:
    return replace(sample, encoding="utf-8")


def windows_lines(sample: Sample) -> Sample:
    return replace(sample, end="\r\n")


def other_decimal(sample: Sample) -> Sample:
    """As a spreadsheet program of another country saves it: every number with the other mark."""
    turned = str.maketrans({".": ",", ",": "."})
    numeric = {at for at in range(len(sample.header)) if all(_is_number(row[at]) for row in sample.rows)}
    rows = tuple(
        tuple(cell.translate(turned) if at in numeric else cell for at, cell in enumerate(row))
        for row in sample.rows
    )
    other = "," if sample.decimal == "." else "."
    return replace(sample, rows=rows, decimal=other, delimiter=";")


def _is_number(cell: str) -> bool:
    return cell.strip() in ("", "-", "--") or NUMBER.fullmatch(cell) is not None


def empty_lines_below(sample: Sample) -> Sample:
    return replace(sample, rows=(*sample.rows, ("",) * len(sample.header), ("",) * len(sample.header)))


def separator_line(sample: Sample) -> Sample:
    return replace(sample, preamble=(f"sep={sample.delimiter}", *sample.preamble))


CLOTHES = (
    original,
    semicolons,
    tabs_in_utf16,
    with_mark,
    without_mark,
    windows_lines,
    other_decimal,
    empty_lines_below,
    separator_line,
)
SURE = [(name, change) for name in samples() for change in CLOTHES]


@pytest.mark.parametrize(("name", "change"), SURE, ids=lambda one: getattr(one, "__name__", one))
def test_one_change_of_clothes_is_read_right(reader, name, change):
    sample = samples()[name]
    plain = checked(reader, sample.bytes())
    one = checked(reader, change(sample).bytes())
    assert [finding.code for finding in one.findings if finding.stops] == []
    assert sums(one) == sums(plain)
    assert one.tables[0].read.currency == plain.tables[0].read.currency
    assert one.tables[0].read.period == plain.tables[0].read.period


@st.composite
def dressed(draw) -> tuple[str, bytes]:
    name = draw(st.sampled_from(sorted(samples())))
    sample = samples()[name]
    if draw(st.booleans()):
        sample = sample.moved(draw(st.permutations(range(len(sample.header)))))
    for change in draw(st.lists(st.sampled_from(CLOTHES), max_size=4, unique=True)):
        sample = change(sample)
    quoting = draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    return name, sample.bytes(quoting=quoting)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(dressed())
def test_any_clothes_are_read_right_or_refused(reader, case):
    name, data = case
    one = checked(reader, data)
    if one.ok:
        assert sums(one) == sums(checked(reader, samples()[name].bytes()))
