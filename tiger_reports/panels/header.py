"""Which column of a sheet is which of ours, by the panel's aliases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import lru_cache

from tiger_reports.model.fact import BREAKDOWNS, MEASURES, POST
from tiger_reports.panels import fold
from tiger_reports.panels.definition import Panel
from tiger_reports.panels.sheet import Row

PANELS_KNOWN = 1024
"""Panels whose aliases are kept at hand: those of the program, and tables of clients read lately."""


SEGMENT = "segment"


@dataclass(frozen=True)
class Header:
    """The header row of a sheet as a panel understands it.

    `roles`: our column -> position. `spare`: positions that are known but not read (a second name for a
    column already found, a twin, a column the definition leaves out). The rest is `unknown`.
    `twins`: breakdown -> positions of further columns that cut the rows in the same way, only finer;
    title of a post -> those that may have it where the first is empty.
    """

    index: int  # of the record in the sheet's head
    cells: Row
    roles: Mapping[str, int]
    spare: tuple[int, ...]
    language: str
    believed: tuple[int, ...] = ()  # matched only by wording that no real file has confirmed
    unused_mapping: tuple[str, ...] = ()
    twins: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    mapped: tuple[int, ...] = ()  # positions whose meaning a person gave
    left_out: tuple[int, ...] = ()  # positions that a person left out
    cuts: tuple[int, ...] = ()  # positions of breakdowns that only the file's owner knows

    @property
    def unknown(self) -> tuple[str, ...]:
        known = {*self.roles.values(), *self.spare}
        return tuple(
            name for position, name in enumerate(self.cells) if name.strip() and position not in known
        )

    def with_days_as(self, unit: str) -> Header:
        """Read the day column as one of weeks or months, where the file says so above the header."""
        return replace(self, roles={unit if role == "day" else role: at for role, at in self.roles.items()})

    def without(self, positions: tuple[int, ...]) -> Header:
        """The header with some columns known and not read; the next of its twins takes a lost one's place."""
        places = {role: (at, *self.twins.get(role, ())) for role, at in self.roles.items()}
        left = {role: tuple(at for at in held if at not in positions) for role, held in places.items()}
        return replace(
            self,
            roles={role: held[0] for role, held in left.items() if held},
            twins={role: held[1:] for role, held in left.items() if held[1:]},
            spare=tuple(sorted({*self.spare, *positions})),
        )

    @property
    def names(self) -> Row:
        """The file's own words for all columns that have any, one line each."""
        return tuple(fold.clean(cell) for cell in self.cells if cell.strip())

    def name(self, role: str) -> str:
        """The file's own words for a column, one line."""
        return fold.clean(self.cells[self.roles[role]])


@dataclass(frozen=True)
class _Alias:
    role: str
    rank: int
    languages: frozenset[str]


def structure_of(cells: Row) -> tuple[str, ...]:
    """What makes two headers one shape: their names, folded, in order of the alphabet."""
    return tuple(sorted({fold.key(cell) for cell in cells if cell.strip()}))


def known_cells(cells: Row, panel: Panel, mapping: Mapping[str, str]) -> int:
    """How many different columns of ours a record names."""
    aliases, mapped = _aliases(panel), {fold.key(header): role for header, role in mapping.items()}
    keys = [fold.key(cell) for cell in cells]
    return len(
        {aliases[key].role for key in keys if key in aliases} | {mapped[key] for key in keys if key in mapped}
    )


def read_header(index: int, cells: Row, panel: Panel, mapping: Mapping[str, str]) -> Header:
    """Match one record against a panel's aliases; what the user mapped wins."""
    aliases = _aliases(panel)
    matches = {
        position: aliases[fold.key(cell)] for position, cell in enumerate(cells) if fold.key(cell) in aliases
    }
    mapped = {fold.key(header): role for header, role in mapping.items()}
    by_user = {mapped[fold.key(cell)]: at for at, cell in enumerate(cells) if fold.key(cell) in mapped}
    roles = {**_best(matches), **by_user}
    used = set(roles.values())
    left_out = {at for at in range(len(cells)) if at not in used} if panel.column_map else set()
    spare = (
        {position for position in matches if position not in used} | _left_out(cells, panel, used) | left_out
    )
    counted = [matches[position] for position in used if position in matches]
    cuts = _dimensions(cells, roles, spare) if panel.dimensions_first else ()
    if cuts:
        roles.setdefault(SEGMENT, cuts[0])
    twins = _twins(matches, roles, cuts)
    return Header(
        index=index,
        cells=cells,
        roles=roles,
        spare=tuple(sorted(spare)),
        language=_language(counted, panel),
        believed=tuple(
            at for at in sorted(used & set(matches)) if matches[at].languages <= set(panel.believed)
        ),
        left_out=tuple(sorted(left_out)),
        mapped=tuple(sorted(used if panel.column_map else by_user.values())),
        unused_mapping=tuple(header for header in mapping if mapped[fold.key(header)] not in by_user),
        twins=twins,
        cuts=cuts,
    )


def _best(matches: Mapping[int, _Alias]) -> dict[str, int]:
    """For each column the position whose alias ranks best; of twins the first."""
    roles: dict[str, int] = {}
    for position, alias in sorted(matches.items(), key=lambda item: (item[1].rank, item[0])):
        roles.setdefault(alias.role, position)
    return roles


def _twins(
    matches: Mapping[int, _Alias], roles: Mapping[str, int], cuts: tuple[int, ...]
) -> dict[str, tuple[int, ...]]:
    """Further columns of a breakdown or a title; `cuts` are columns nobody knows, all of them segments."""
    means = {at: alias.role for at, alias in matches.items()} | dict.fromkeys(cuts, SEGMENT)
    found = {
        role: tuple(at for at, meaning in means.items() if meaning == role and at != roles[role])
        for role in (*BREAKDOWNS, *POST)
        if role in roles
    }
    return {role: positions for role, positions in found.items() if positions}


def _dimensions(cells: Row, roles: Mapping[str, int], spare: set[int]) -> tuple[int, ...]:
    """Columns before the first figure that nobody knows: each cuts the rows into parts."""
    first = min((at for role, at in roles.items() if role in MEASURES), default=0)
    known = {*roles.values(), *spare}
    return tuple(at for at in range(first) if cells[at].strip() and at not in known)


def _left_out(cells: Row, panel: Panel, used: set[int]) -> set[int]:
    patterns = [pattern.casefold() for pattern in panel.unused]
    bare = {at: fold.split_currency(cell)[0].casefold() for at, cell in enumerate(cells) if at not in used}
    return {at for at, name in bare.items() if any(fnmatchcase(name, pattern) for pattern in patterns)}


def _language(aliases: list[_Alias], panel: Panel) -> str:
    """The language most headers are in; English where several fit equally."""
    counts = Counter(language for alias in aliases for language in alias.languages)
    order = list(dict.fromkeys(language for languages in panel.columns.values() for language in languages))
    return max(order, key=lambda language: (counts[language], language == "en"), default="en")


@lru_cache(maxsize=PANELS_KNOWN)
def _aliases(panel: Panel) -> Mapping[str, _Alias]:
    found: dict[str, _Alias] = {}
    for role, languages in panel.columns.items():
        for language, headers in languages.items():
            for rank, header in enumerate(headers):
                folded = fold.key(header)
                known = found.get(folded, _Alias(role, rank, frozenset()))
                found[folded] = _Alias(role, min(rank, known.rank), known.languages | {language})
    return found
