"""Tables under each other, each with its own lines above it, cut apart before anything is read.

Google Analytics writes comments, a header and rows, again and again; Meta Business Suite a title, a header
and rows for each network. The pieces keep the row numbers that they have in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tiger_reports.panels import fold
from tiger_reports.panels.definition import BY_TITLE
from tiger_reports.panels.header import Header, read_header
from tiger_reports.panels.measures import NUMBERS
from tiger_reports.panels.options import ReadOptions
from tiger_reports.panels.outline import header_index
from tiger_reports.panels.preamble import account_in, account_of_title
from tiger_reports.panels.recognise import Match, best_header
from tiger_reports.panels.sheet import HEAD_RECORDS, Row, Sheet, sheet_of

COMMENT = "#"
NO_TITLE = re.compile(r"^sep=|:\s|\d{8}$", re.IGNORECASE)


def block_matches(match: Match, options: ReadOptions) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """The tables of a sheet that hold figures, and those that do not.

    Where none does, the first table with a header stands, so that what is unknown in it can be named.
    """
    records = match.sheet.records()
    whole = replace(match, account=account_in(records[:HEAD_RECORDS], match.panel))
    pieces = [_match(whole, piece, options) for piece in _pieces(records)]
    with_header = [piece for piece in pieces if piece.header.roles]
    readable = [piece for piece in with_header if _has_figures(piece)] or with_header[:1]
    return tuple(readable), tuple(piece for piece in pieces if piece not in readable)


def block_name(block: Match) -> str:
    """Its title, else its headers."""
    return block.sheet.name or _columns(block.header)


def _pieces(records: Sequence[Row]) -> Iterator[Sheet]:
    """Runs of records: a blank one, comments or a title end a run that has rows already."""
    start, seen = 0, False
    for at, record in enumerate(records):
        if seen and (_blank(record) or _opens(records, at)):
            yield sheet_of("", records[start:at], start + 1)
            start, seen = at, False
        seen = seen or not (_blank(record) or _is_above(record))
    if any(map(_filled, records[start:])):
        yield sheet_of("", records[start:], start + 1)


def _opens(records: Sequence[Row], at: int) -> bool:
    """A comment, or a lone title over a line with several cells."""
    if _comment(records[at]):
        return True
    after = records[at + 1] if at + 1 < len(records) else ()
    return _filled(records[at]) == 1 and _filled(after) > 1 and not any(map(_number_like, after))


def _number_like(cell: str) -> bool:
    return cell.strip()[:1].isdigit()


def _is_above(record: Row) -> bool:
    return _comment(record) or _filled(record) == 1


def _comment(record: Row) -> bool:
    return bool(record) and record[0].lstrip().startswith(COMMENT)


def _blank(record: Row) -> bool:
    return not _filled(record)


def _filled(record: Row) -> int:
    return sum(bool(cell.strip()) for cell in record)


def _match(whole: Match, piece: Sheet, options: ReadOptions) -> Match:
    """The piece under its own header; a column that a title names takes the title for its header."""
    header = best_header(piece.head, whole.panel, options.mapping)
    if header is None:
        index = header_index(piece.head) or 0
        header = Header(index, piece.head[index], {}, (), whole.header.language)
    title = _title(piece.head[: header.index])
    if BY_TITLE in header.roles:
        at = header.roles[BY_TITLE]
        cells = tuple(
            title if place == at else cell for place, cell in enumerate(header.cells) if place <= at
        )
        header = read_header(header.index, cells, whole.panel, options.mapping)
    account = account_of_title(title, whole.panel) or whole.account
    return replace(
        whole, sheet=replace(piece, name=title or _columns(header)), header=header, account=account
    )


def _title(above: Sequence[Row]) -> str:
    """The last line above the header that is a title: no separator, no date, no `Property: example.org`."""
    lines = [fold.clean(row[0]).strip(' "#-') for row in above if row]
    said = [line for line in lines if any(map(str.isalpha, line)) and not NO_TITLE.search(line)]
    return said[-1] if said else ""


def _has_figures(match: Match) -> bool:
    roles = match.header.roles
    has_rows = match.sheet.length is not None and match.sheet.length > match.header.index + 1
    return has_rows and any(role in roles for role in NUMBERS)


def _columns(header: Header) -> str:
    return ", ".join(fold.clean(cell) for cell in header.cells if cell.strip())
