"""Total rows: how each panel writes them, and which of them must equal the sum of the rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache, reduce

from tiger_reports.model.fact import BREAKDOWNS, IDENTITY, Level
from tiger_reports.panels import fold
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.date_text import parts_of
from tiger_reports.panels.definition import DAY_ROLES, Totals
from tiger_reports.panels.header import Header
from tiger_reports.panels.sheet import Body

LABEL_COLUMNS = 3
SAMPLE = 1000  # rows that tell words from numbers
NOTHING = frozenset({"", "-", "--", "—"})
SEPARATORS = ":\uff1a\\-–—"


def spanning_total(body: Body, header: Header) -> list[int]:
    """The first row of a file without names, when its days hold those of all other rows and are more."""
    if not {"starts", "ends"} <= header.roles.keys() or len(body) < 2:  # noqa: PLR2004  (a total and a row)
        return []
    texts = [body.columns[header.roles[role]].text.to_pylist() for role in ("starts", "ends")]
    starts, ends = ([_day(text) for text in column] for column in texts)
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if start and end]
    if len(spans) < len(body):
        return []
    first, *others = spans
    within = all(first[0] <= start and end <= first[1] for start, end in others)
    wider = all(end - start < first[1] - first[0] for start, end in others)
    return [0] if within and wider else []


def _day(text: str | None) -> date | None:
    parts = parts_of(text or "")
    return parts.day(None) if parts else None


def labelled_totals(body: Body, header: Header, identity: Sequence[int], totals: Totals) -> dict[int, str]:
    """Rows such as `Total: Campaigns` whose name cells are empty.

    A campaign may be called "Total: Search": where the label stands in the only name column, what follows
    the word must be one of the panel's own labels, and the row must have no status. The label stands in one
    of the first columns, or in a name column, wherever the user has moved it. A file that names no entity of
    ours names others in columns that nobody knows: products, landing pages.
    """
    found: dict[int, str] = {}
    names = identity or _worded(body, header)
    for at in sorted({*range(min(LABEL_COLUMNS, len(body.columns))), *names}):
        keys = [key for key in names if key != at]
        for index in _begins_with(body.columns[at].text, totals.words):
            label = fold.clean(body.columns[at].text[index].as_py())
            bare = _empty(body, index, keys) if keys else _wordless(body, index, _describing(header, at))
            if bare and _is_label(label, totals, alone=not keys):
                found.setdefault(index, label)
    return found


def _worded(body: Body, header: Header) -> list[int]:
    """Columns that no definition knows and that hold words."""
    unknown = {*header.unknown}
    return [
        at
        for at, cell in enumerate(header.cells)
        if cell in unknown
        and at not in header.roles.values()
        and pc.any(pc.match_substring_regex(body.columns[at].text.slice(0, SAMPLE), r"\pL")).as_py()
    ]


def _describing(header: Header, at: int) -> list[int]:
    """Columns filled for an entity and empty for a total: its status, and what stands before its name."""
    of_both = {header.roles[role] for role in (*DAY_ROLES, *BREAKDOWNS, "currency") if role in header.roles}
    status = [header.roles["status"]] if "status" in header.roles else []
    return status + [before for before in range(at) if before not in of_both]


def added_by_hand(body: Body, header: Header, names: Sequence[int], totals: Totals) -> dict[int, str]:
    """The last row, where it has no day and its only name is a word for it: a sum that a person wrote."""
    days = [header.roles[role] for role in DAY_ROLES if role in header.roles]
    last = len(body) - 1
    if last < 1 or not days or not _empty(body, last, days):
        return {}
    written = [fold.clean(body.columns[at].text[last].as_py() or "") for at in names]
    labels = [label for label in written if label not in NOTHING]
    words = {fold.key(word) for word in totals.words}
    return {last: labels[0]} if len(labels) == 1 and fold.key(labels[0].rstrip(":")) in words else {}


def wholes(body: Body, names: Sequence[int], parts: Sequence[int], totals: Totals) -> dict[int, str]:
    """Rows that say `All` of a breakdown, beside rows of the same names that give its parts."""
    said = pa.array(totals.whole, pa.string())
    marks = [pc.fill_null(pc.is_in(body.columns[at].text, value_set=said), fill_value=False) for at in parts]
    whole = reduce(pc.or_, marks) if marks else None
    if whole is None or not pc.any(whole).as_py():
        return {}
    keys = list(zip(*(body.columns[at].text.to_pylist() for at in names), strict=True)) or [()] * len(body)
    flags = whole.to_pylist()
    divided = {key for key, flag in zip(keys, flags, strict=True) if not flag}
    return {at: totals.whole[0] for at, flag in enumerate(flags) if flag and keys[at] in divided}


def edge_totals(body: Body, header: Header, dropped: Collection[int], totals: Totals) -> dict[int, str]:
    """The first or last row, where its names are empty but for a word for the total.

    `Total of 97 results` counts the rows; a row without any name is a total too.
    """
    rows = range(len(body))
    first = next((index for index in rows if index not in dropped), None)
    last = next((index for index in reversed(rows) if index not in dropped), None)
    others = len(body) - len(dropped) - 1
    names = [header.roles[role] for role in (*IDENTITY, *BREAKDOWNS) if role in header.roles]
    labels = {at: _edge_label(body, at, names, others, totals) for at in {first, last} if at is not None}
    return {index: label for index, label in labels.items() if label is not None}


def _edge_label(body: Body, index: int, names: list[int], others: int, totals: Totals) -> str | None:
    """What a row calls itself as a total, "" for a row without a name; None for a row of data."""
    for at in range(min(LABEL_COLUMNS, len(body.columns))):
        label = fold.clean(body.columns[at].text[index].as_py() or "")
        keys = [key for key in names if key != at]
        named = any(re.fullmatch(pattern, label, re.IGNORECASE) for pattern in totals.words)
        counted = bool(keys) and re.sub(r"\D", "", label) == str(others) and not label.isdigit()
        if (named or counted) and _empty(body, index, keys):
            return label
    return "" if names and others and _empty(body, index, names) else None


def covers_rows(label: str, level: Level, totals: Totals) -> bool:
    """Whether the total must equal the sum of the rows of a file of this level."""
    if not totals.covers:
        return True
    return fold.key(_rest(label, totals) or "") in {fold.key(name) for name in totals.covers.get(level, ())}


def _begins_with(text: Column, words: Iterable[str]) -> list[int]:
    pattern = rf"^\s*(?:{'|'.join(map(re.escape, words))})\s*(?:$|[{SEPARATORS}])"
    mask = pc.match_substring_regex(_visible(text), pattern, ignore_case=True)
    return list(pc.indices_nonzero(pc.fill_null(mask, fill_value=False)).to_pylist())


def _visible(text: Column) -> Column:
    """Without soft hyphens and their like: `Ge\u00adsamt` is `Gesamt`."""
    return pc.replace_substring_regex(text, f"[{''.join(map(chr, fold.INVISIBLE))}]", "")


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


def _wordless(body: Body, index: int, columns: Iterable[int]) -> bool:
    """Figures may stand before the name where the user has moved it; they tell nothing."""
    return not any(char.isalpha() for at in columns for char in body.columns[at].text[index].as_py() or "")
