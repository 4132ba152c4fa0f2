"""Which panel and report a sheet is, told by its headers and preamble."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tiger_reports.panels import fold
from tiger_reports.panels.currency_signs import is_sign
from tiger_reports.panels.date_range import range_of
from tiger_reports.panels.date_text import dates_in_comments
from tiger_reports.panels.definition import Panel, Report, Sign
from tiger_reports.panels.header import Header, known_cells, read_header, structure_of
from tiger_reports.panels.number_text import SHAPE, SPACES
from tiger_reports.panels.sheet import Row, Sheet

HEADER_WITHIN = 40  # records
MONEY_ROWS = 10


@dataclass(frozen=True)
class Match:
    """A sheet, or one table of it, understood. `signs` are words for what it was recognised by."""

    sheet: Sheet
    panel: Panel
    report: Report
    header: Header
    signs: tuple[str, ...]
    account: str | None = None  # whose figures they are, where no column says so

    @property
    def preamble(self) -> tuple[Row, ...]:
        return self.sheet.head[: self.header.index]

    @property
    def understands(self) -> bool:
        """Whether the panel knows more than half of the headers."""
        named = sum(1 for cell in self.header.cells if cell.strip())
        return len(self.header.roles) * 2 > named

    @property
    def is_of_a_seen_language(self) -> bool:
        """Habits of marks and dates are those of the languages in which files were seen."""
        return self.header.language not in self.panel.believed

    @property
    def score(self) -> tuple[bool, int, int]:
        """How well it fits: a person's word first, then columns found, then signs given."""
        return self.panel.column_map is not None, len(self.header.roles), len(self.signs)


@dataclass(frozen=True)
class Recognition:
    """`matches` are the best fits, one a panel: exactly one means recognised.

    `weak` are panels whose headers would fit if the user said so.
    """

    matches: tuple[Match, ...] = ()
    weak: tuple[Match, ...] = ()
    known_headers: int = 0

    @property
    def match(self) -> Match | None:
        return self.matches[0] if len(self.matches) == 1 else None


def recognise(
    sheet: Sheet, panels: Iterable[Panel], mapping: Mapping[str, str], forced: str | None
) -> Recognition:
    """The panels that fit a sheet best; with `forced` only that one."""
    headers = [(panel, header) for panel in panels if (header := best_header(sheet.head, panel, mapping))]
    known = max((len(header.roles) for _, header in headers), default=0)
    strong = [match for panel, header in headers for match in _strong(sheet, panel, header)]
    weak = [match for panel, header in headers for match in _weak(sheet, panel, header, mapped=bool(mapping))]
    found = strong if forced is None else _forced(forced, strong, weak)
    best = max((match.score for match in found), default=None)
    return Recognition(tuple(match for match in found if match.score == best), tuple(weak), known)


def _forced(panel: str, strong: list[Match], weak: list[Match]) -> list[Match]:
    """The user's choice: its weak signs are enough, unless the file clearly is another panel's."""
    chosen = [match for match in strong if match.panel.key == panel]
    return chosen or ([] if strong else [match for match in weak if match.panel.key == panel])


def best_header(head: tuple[Row, ...], panel: Panel, mapping: Mapping[str, str]) -> Header | None:
    """The record near the top in which most columns are found; None where none has any."""
    counts = [known_cells(cells, panel, mapping) for cells in head[:HEADER_WITHIN]]
    if not any(counts):
        return None
    index = counts.index(max(counts))
    return read_header(index, head[index], panel, mapping)


def _strong(sheet: Sheet, panel: Panel, header: Header) -> list[Match]:
    for report in panel.reports:
        signs = next((given for sign in report.signs if (given := _given(sign, sheet, panel, header))), ())
        if signs:
            return [Match(sheet, panel, report, header, signs)]
    return []


def _weak(sheet: Sheet, panel: Panel, header: Header, *, mapped: bool) -> list[Match]:
    signs = next((given for sign in panel.weak if (given := _given(sign, sheet, panel, header))), ())
    if not signs and mapped and len(header.roles) > 1:
        signs = ("mapping",)
    return [Match(sheet, panel, panel.reports[-1], header, signs)] if signs else []


def _given(sign: Sign, sheet: Sheet, panel: Panel, header: Header) -> tuple[str, ...]:
    """What a sign found, in words; empty when something that it asks for is missing."""
    preamble = sheet.head[: header.index]
    roles = header.roles
    tests = (
        all(role in roles for role in sign.columns),
        not sign.any_of or any(role in roles for role in sign.any_of),
        not sign.first or roles.get(sign.first, 99) <= 1,
        not sign.last or roles.get(sign.last, -99) >= len(header.cells) - 2,
        not sign.bracket or fold.split_currency(header.cells[roles.get(sign.bracket, 0)])[1] is not None,
        not sign.header or bool(_standing(sign.header, header)),
        not _standing(sign.without, header),
        not sign.title or _title(sign.title, preamble) is not None,
        not sign.range_line or has_range_line(preamble, panel),
        not sign.glued_money or _glued_money(sheet, header),
        not sign.comment_dates or len(dates_in_comments(row[0] for row in preamble if row)) > 1,
        not sign.only_known or not header.unknown,
        not sign.structure or sign.structure == structure_of(header.cells),
    )
    return _words(sign, header, preamble) if all(tests) else ()


def _words(sign: Sign, header: Header, preamble: tuple[Row, ...]) -> tuple[str, ...]:
    asked = dict.fromkeys((*sign.columns, *sign.any_of, sign.first, sign.last, sign.bracket))
    headers = [header.name(role) for role in asked if role in header.roles]
    title = _title(sign.title, preamble) if sign.title else None
    whole = header.names if sign.structure else ()
    said = dict.fromkeys((*([title] if title else []), *headers, *_standing(sign.header, header), *whole))
    return tuple(said) or ("preamble",)


def _standing(names: tuple[str, ...], header: Header) -> list[str]:
    wanted = {fold.key(name) for name in names}
    return [fold.clean(cell) for cell in header.cells if fold.key(cell) in wanted]


def _title(pattern: str, preamble: tuple[Row, ...]) -> str | None:
    cells = (fold.clean(cell).strip('"') for row in preamble for cell in row[:1])
    return next((cell for cell in cells if re.fullmatch(pattern, cell, re.IGNORECASE)), None)


def has_range_line(preamble: Iterable[Row], panel: Panel) -> bool:
    """True for a preamble with a line that is only a range of dates, or says that there is none."""
    all_time = {fold.key(words) for words in panel.preamble.all_time}
    lines = [fold.clean(row[0]) for row in preamble if row and not any(cell.strip() for cell in row[1:])]
    return any(line and (fold.key(line) in all_time or range_of(line)) for line in lines)


def _glued_money(sheet: Sheet, header: Header) -> bool:
    at = header.roles.get("spend")
    below = sheet.head[header.index + 1 : header.index + 1 + MONEY_ROWS]
    shapes = [SHAPE.fullmatch(row[at].translate(SPACES)) for row in below if at is not None and len(row) > at]
    return any(shape and is_sign(shape["before"] or shape["after"]) for shape in shapes)
