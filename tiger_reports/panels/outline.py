"""A table before anybody knows what it means: its columns with a few values, and what they may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from tiger_reports.model.outline import Outline, SeenColumn
from tiger_reports.panels import fold
from tiger_reports.panels.date_text import month_of_text, parts_of
from tiger_reports.panels.definition import Panel
from tiger_reports.panels.mapped import NAMEABLE
from tiger_reports.panels.number_text import core_of
from tiger_reports.panels.sheet import Row, Sheet

EXAMPLES, LONGEST_EXAMPLE = 3, 60
FEWEST_COLUMNS = 2


def outline_of(
    sheet: Sheet, index: int, catalogue: Iterable[Panel], means: Mapping[str, str], personal: Iterable[int]
) -> Outline:
    """The columns under record `index` of the head; those at `personal` positions show no values."""
    words, hidden = _words(catalogue), frozenset(personal)
    given = {fold.key(header): column for header, column in means.items()}
    below = sheet.head[index + 1 :]
    first: dict[str, int] = {}
    for at, cell in enumerate(sheet.head[index]):
        if cell.strip():
            first.setdefault(fold.clean(cell), at)
    columns = tuple(
        SeenColumn(name, personal=True) if at in hidden else _column(name, at, below, words, given)
        for name, at in first.items()
    )
    return Outline(sheet.name, columns)


def header_index(head: Sequence[Row]) -> int | None:
    """The first record with the most different words in them, neither numbers nor dates."""
    words = [
        len({fold.key(cell) for cell in row if _is_word(cell)}) if _only_words(row) else 0 for row in head
    ]
    most = max(words, default=0)
    return words.index(most) if most >= FEWEST_COLUMNS else None


def _only_words(row: Row) -> bool:
    return all(_is_word(cell) for cell in row if cell.strip())


def _is_word(cell: str) -> bool:
    text = fold.clean(cell)
    return bool(text) and core_of(text) is None and parts_of(text) is None and month_of_text(text) is None


def _column(
    name: str, at: int, below: Sequence[Row], words: Mapping[str, str], given: Mapping[str, str]
) -> SeenColumn:
    texts = [fold.clean(row[at]) for row in below if at < len(row) and row[at].strip()]
    examples = tuple(text[:LONGEST_EXAMPLE] for text in islice(dict.fromkeys(texts), EXAMPLES))
    key = fold.key(name)
    return SeenColumn(name, examples, words.get(key) or _by_values(texts), given.get(key, ""))


def _by_values(texts: Sequence[str]) -> str:
    """Dates look like days, month names like months, a total's label aside; a number may be anything."""
    if _nearly_all(texts, parts_of):
        return "day"
    return "month" if _nearly_all(texts, month_of_text) else ""


def _nearly_all(texts: Sequence[str], read: Callable[[str], object | None]) -> bool:
    known = sum(1 for text in texts if read(text))
    return known > 0 and len(texts) - known <= 1


def _words(catalogue: Iterable[Panel]) -> Mapping[str, str]:
    """Folded header -> what most panels, and the client's tables of before, mean by it."""
    votes: dict[str, Counter[str]] = {}
    for panel in catalogue:
        for column, languages in panel.columns.items():
            for folded in {fold.key(header) for headers in languages.values() for header in headers}:
                if column in NAMEABLE:
                    votes.setdefault(folded, Counter())[column] += 1
    return {folded: counts.most_common(1)[0][0] for folded, counts in votes.items()}
