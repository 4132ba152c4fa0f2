"""The part that a number plays in its sentence: a level, a difference, or an end of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from tiger_reports.commentary.claims.beside import REACH, Beside
from tiger_reports.commentary.claims.scan import words_between
from tiger_reports.commentary.reading.lexicon import Mention
from tiger_reports.commentary.reading.months_in_text import Month

_ARROW = re.compile(r"^\s*(?:→|->|=>|➔|➜)\s*$")


class Role(StrEnum):
    """The part that a number plays: a level, a difference, the start or the end of one."""

    ANY = "any"
    BY = "by"
    TO = "to"
    AT = "at"  # a level that nothing is said to have moved to
    FROM = "from"
    BASE = "base"


def role_of(number: Beside) -> Role:
    """As its arrow tells it, else the word before it, else a move beside it; ANY where nothing does."""
    if _arrow(number, number.at - 1) or _arrow(number, number.at):
        return Role.TO if _arrow(number, number.at - 1) else Role.FROM
    edge = _edge(number)
    named = number.ending("role", edge, ("by", "to", "at", "from", "base"))
    if named is not None:
        return _told(number, Role(named.name))
    if _near_to(number, edge):
        return Role.TO
    turned = number.moved_after is not None and number.moved_after.name in ("up", "down")
    return Role.BY if turned or number.ends_with(number.scan.moves, edge) else Role.ANY


def _told(number: Beside, role: Role) -> Role:
    """The part that a word gives it, unless what follows says otherwise."""
    if role is Role.FROM and not _ends_somewhere(number):
        return Role.ANY
    return Role.BY if role in (Role.TO, Role.AT) and number.moved_after is not None else role


def _ends_somewhere(number: Beside) -> bool:
    """Whether the next number says where it went: `from 83 to 104`, and not `with 83 clicks`."""
    if number.at + 1 >= len(number.scan.numbers):
        return False
    return role_of(replace(number, at=number.at + 1)) is Role.TO


def _edge(number: Beside) -> int:
    """Where the number begins with its hedges and small words such as `only` or `aż`."""
    edge = number.number.start
    for _ in range(REACH):
        found = number.ending("hedge", edge) or number.ending("role", edge, ("filler",))
        if found is None:
            break
        edge = found.start
    return edge


def _near_to(number: Beside, edge: int) -> bool:
    """`do rekordowych 24 830`: an adjective between the word and its number."""
    scan = number.scan
    named: tuple[Mention | Month, ...] = (*scan.metrics, *scan.moves, *scan.months)
    return any(
        number.before[0] <= one.start
        and words_between(scan.plain, one.end, edge) == 1
        and not _any_in(named, one.end, edge)
        for one in scan.marks("role", "to")
        if one.end <= edge and not number.part_of_name(one)
    )


def _any_in(mentions: Iterable[Mention | Month], start: int, end: int) -> bool:
    return any(start <= one.start and one.end <= end for one in mentions)


def _arrow(number: Beside, at: int) -> bool:
    """Whether an arrow leads from the number at a place to the next."""
    numbers = number.scan.numbers
    if at < 0 or at + 1 >= len(numbers):
        return False
    return bool(_ARROW.match(number.scan.text[numbers[at].end : numbers[at + 1].start]))
