"""Total rows: how each panel writes them, and which of them must equal the sum of the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from tiger_reports.model.fact import Level
from tiger_reports.panels import fold
from tiger_reports.panels.definition import Totals
from tiger_reports.panels.sheet import Body, Column

LABEL_COLUMNS = 3
NOTHING = frozenset({"", "-", "--", "—"})
SEPARATORS = ":\uff1a\\-–—"


def nameless_totals(body: Body, nameless: Sequence[int]) -> dict[int, str]:
    """A total row has no name; it comes first, or last where somebody sorted the file."""
    return {index: "" for index in nameless if index in (0, len(body) - 1) and len(body) > 1}


def labelled_totals(body: Body, identity: Sequence[int], totals: Totals) -> dict[int, str]:
    """Rows such as `Total: Campaigns` whose name cells are empty.

    A campaign may be called "Total: Sale": where the label stands in the only name column, what follows
    the word must be one of the panel's own labels.
    """
    found: dict[int, str] = {}
    for at in range(min(LABEL_COLUMNS, len(body.columns))):
        keys = [key for key in identity if key != at]
        for index in _begins_with(body.columns[at].text, totals.words):
            label = fold.clean(body.columns[at].text[index].as_py())
            if _is_label(label, totals, alone=not keys) and _empty(body, index, keys):
                found.setdefault(index, label)
    return found


def counted_total(body: Body, identity: Sequence[int], totals: Totals) -> dict[int, str]:
    """The last row, when it says how many results stand above it: `Total of 97 results`."""
    last = len(body) - 1
    for at in range(min(LABEL_COLUMNS, len(body.columns)) if last >= 0 else 0):
        label = fold.clean(body.columns[at].text[last].as_py() or "")
        keys = [key for key in identity if key != at]
        named = any(re.fullmatch(pattern, label, re.IGNORECASE) for pattern in totals.words)
        counted = bool(keys) and re.sub(r"\D", "", label) == str(last) and not label.isdigit()
        if (named or counted) and _empty(body, last, keys):
            return {last: label}
    return {}


def covers_rows(label: str, level: Level, totals: Totals) -> bool:
    """Whether the total must equal the sum of the rows of a file of this level."""
    if not totals.covers:
        return True
    return fold.key(_rest(label, totals) or "") in {fold.key(name) for name in totals.covers.get(level, ())}


def _begins_with(text: Column, words: Iterable[str]) -> list[int]:
    pattern = rf"^\s*(?:{'|'.join(map(re.escape, words))})\s*(?:$|[{SEPARATORS}])"
    mask = pc.match_substring_regex(text, pattern, ignore_case=True)
    return pc.indices_nonzero(pc.fill_null(mask, fill_value=False)).to_pylist()


def _is_label(label: str, totals: Totals, *, alone: bool) -> bool:
    rest = _rest(label, totals)
    if rest is None:
        return False
    return not alone or fold.key(rest) in _known(totals.known, tuple(totals.covers.values()))


def _rest(label: str, totals: Totals) -> str | None:
    """What follows the word and the mark: `Campaigns` of `Total: Campaigns`; None for no such label."""
    for word in totals.words:
        found = re.fullmatch(rf"{re.escape(word)}\s*(?:[{SEPARATORS}]\s*(.*))?", label, re.IGNORECASE)
        if found:
            return found[1] or ""
    return None


@cache
def _known(known: tuple[str, ...], covers: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(fold.key(label) for labels in (known, *covers) for label in labels)


def _empty(body: Body, index: int, columns: Iterable[int]) -> bool:
    return all((body.columns[at].text[index].as_py() or "").strip() in NOTHING for at in columns)
