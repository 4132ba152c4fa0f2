"""A number column as float64, with what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.number_marks import Evidence
from tiger_reports.panels.number_text import Fault, Mark, Number, parse
from tiger_reports.panels.sheet import Cells

SAMPLE = 2_000


@dataclass(frozen=True)
class NumberColumn:
    """`values` float64; `faults`: text -> why; `bounds`: text -> bound; `signs`: money signs in cells."""

    values: Column
    faults: dict[str, Fault] = field(default_factory=dict)
    bounds: dict[str, str] = field(default_factory=dict)
    signs: tuple[str, ...] = ()


def gather(columns: Iterable[tuple[Cells, bool]], nulls: frozenset[str]) -> Evidence:
    """Evidence of the decimal mark from (column, does it count things) pairs.

    A sample settles it for most files; where nothing in it speaks, every distinct cell is asked.
    """
    listed = [(_written(cells), counts) for cells, counts in columns if not _plain_integers(cells)]
    evidence = Evidence()
    for text, counts in listed:
        evidence.add_all(_texts(text.slice(0, SAMPLE), nulls), counts=counts)
    if not evidence.marks:
        for text, counts in listed:
            evidence.add_all(_texts(text, nulls), counts=counts)
    return evidence


def _written(cells: Cells) -> Column:
    """The texts of a column: a typed number beside them is written in no way at all."""
    return cells.text if cells.number is None else cells.text.filter(pc.is_null(cells.number))


def _plain_integers(cells: Cells) -> bool:
    if cells.number is not None and cells.number.null_count == 0:
        return True
    try:
        cells.text.cast(pa.int64())
    except pa.ArrowInvalid:
        return False
    return True


def _texts(text: Column, nulls: frozenset[str]) -> list[str]:
    return [value for value in pc.unique(text).to_pylist() if value and value.strip() not in nulls]


def read_numbers(
    cells: Cells, decimal: Mark, nulls: frozenset[str], *, percents: bool = False
) -> NumberColumn:
    """Convert a column; with `percents` numbers without a sign are percents, not fractions."""
    plain = _plain_numbers(cells.text) if decimal is Mark.POINT and cells.number is None else None
    if plain is not None and "0" not in nulls:
        return NumberColumn(pc.divide(plain, 100.0) if percents else plain)
    return _by_distinct(cells, lambda text: _read(text, decimal, nulls, percents=percents), percents=percents)


def _plain_numbers(text: Column) -> Column | None:
    """The column where every cell is a plain `1234.5`; None otherwise."""
    try:
        values = text.cast(pa.float64())
    except pa.ArrowInvalid:
        return None
    return values if pc.all(pc.is_finite(values), skip_nulls=True).as_py() is not False else None


def _read(text: str, decimal: Mark, nulls: frozenset[str], *, percents: bool) -> Number | Fault | None:
    if text.strip() in nulls:
        return None
    number = parse(text, decimal)
    if percents and isinstance(number, Number) and number.value is not None and not number.percent:
        return Number(number.value / 100, sign=number.sign)
    return number


def _by_distinct(
    cells: Cells, read: Callable[[str], Number | Fault | None], *, percents: bool
) -> NumberColumn:
    """Read each distinct text once. Numbers that a workbook gives as numbers need no reading."""
    texts = cells.text if cells.number is None else pc.if_else(pc.is_valid(cells.number), None, cells.text)
    encoded = (
        texts.combine_chunks().dictionary_encode()
        if texts.num_chunks
        else pa.array([], pa.string()).dictionary_encode()
    )
    encoded = encoded if isinstance(encoded, pa.DictionaryArray) else encoded.combine_chunks()
    outcomes = {text: read(text) for text in encoded.dictionary.to_pylist()}
    numbers = {text: outcome for text, outcome in outcomes.items() if isinstance(outcome, Number)}
    distinct = [numbers[text].value if text in numbers else None for text in outcomes]
    values = pa.chunked_array([pa.array(distinct, pa.float64()).take(encoded.indices)])
    if cells.number is not None:
        native = pc.divide(cells.number, 100.0) if percents else cells.number
        values = pc.coalesce(native, values)
    return NumberColumn(
        values,
        {text: outcome for text, outcome in outcomes.items() if isinstance(outcome, Fault)},
        {text: number.bound for text, number in numbers.items() if number.bound},
        tuple(sorted({number.sign for number in numbers.values() if number.sign})),
    )
