"""One date as text, in any of the forms that panels write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tiger_reports.panels.fold import clean
from tiger_reports.panels.months import filler_words, month_words
from tiger_reports.panels.options import DateOrder

MONTHS = 12
YEAR_FIRST = re.compile(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?:[T ]\s?\d{1,2}:.*)?")
COMPACT = re.compile(r"(?:19|20)\d{6}")
YEAR_LAST = re.compile(
    r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?(?:,?\s+\d{1,2}:\d\d.*| г\.?| r\.?)?"
)
CLOCK = re.compile(r",?\s*\b\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp]\.?\s?[Mm]\.?)?")
TOKEN = re.compile(r"[^\W\d_]+|\d+")
IN_COMMENT = re.compile(r"(?<!\d)((?:19|20)\d{6})(?!\d)")
CENTURY, YEAR_DIGITS = 2000, 4


@dataclass(frozen=True)
class Parts:
    """A date as written; `year` None: not written.

    `first` is the day and `second` the month, or the reverse where the date is `unordered`.
    """

    first: int
    second: int
    year: int | None
    unordered: bool = False

    def day(self, order: DateOrder | None, year: int | None = None) -> date | None:
        """The date, or None where it does not exist or its order is not known."""
        full = self.year or year
        if full is None or (self.unordered and order is None and self.first != self.second):
            return None
        swap = self.unordered and order is DateOrder.MONTH_FIRST
        day, month = (self.second, self.first) if swap else (self.first, self.second)
        try:
            return date(full, month, day)
        except ValueError:
            return None


@lru_cache(maxsize=65536)
def parts_of(text: str) -> Parts | None:
    """Day and month (in this order unless `unordered`) and year of a text; None for no date."""
    bare = clean(text).strip(" \"'")
    year_first = YEAR_FIRST.fullmatch(bare)
    if year_first:
        return Parts(int(year_first[4]), int(year_first[3]), int(year_first[1]))
    if COMPACT.fullmatch(bare):
        return Parts(int(bare[6:]), int(bare[4:6]), int(bare[:4]))
    year_last = YEAR_LAST.fullmatch(bare)
    if year_last:
        year = int(year_last[4]) + (0 if len(year_last[4]) == YEAR_DIGITS else CENTURY)
        unordered = year_last[2] != "."  # with dots the day is always first
        return Parts(int(year_last[1]), int(year_last[3]), year, unordered)
    return _in_words(bare)


def dates_in_comments(lines: Iterable[str]) -> tuple[date, ...]:
    """The dates `20230708` in lines that begin with `#`, in their order, whatever words stand beside them."""
    comments = (line for line in lines if line.lstrip().startswith("#"))
    written = (parts_of(text) for line in comments for text in IN_COMMENT.findall(line))
    return tuple(day for parts in written if parts and (day := parts.day(None)))


def month_of_text(text: str) -> date | None:
    """First day of a month written `January 2026`, `2026-01` or `01.2026`; any day of it counts."""
    bare = clean(text)
    numeric = re.fullmatch(r"(\d{4})-(\d{1,2})", bare) or re.fullmatch(
        r"(?P<m>\d{1,2})[./](?P<y>\d{4})", bare
    )
    if numeric:
        year, number = (numeric["y"], numeric["m"]) if numeric.re.groupindex else (numeric[1], numeric[2])
        return date(int(year), int(number), 1) if 1 <= int(number) <= MONTHS else None
    found = _in_words("1 " + bare)
    return found.day(None) if found else None


def _in_words(text: str) -> Parts | None:
    """`July 8, 2025`, `Thu, 5 Feb 2026`, `5 de maio de 2026`, `1 июня 2026 г.`, `February 28`."""
    tokens = TOKEN.findall(CLOCK.sub("", text).casefold())
    numbers = [token for token in tokens if token.isdigit()]
    words = [token for token in tokens if not token.isdigit()]
    months = [month_words()[word] for word in words if word in month_words()]
    strangers = [word for word in words if word not in month_words() and word not in filler_words()]
    years = [int(number) for number in numbers if len(number) == YEAR_DIGITS]
    days = [int(number) for number in numbers if len(number) <= 2]  # noqa: PLR2004  (digits of a day)
    if strangers or (len(months), len(days)) != (1, 1) or len(years) > 1 or len(numbers) != len(years) + 1:
        return None
    return Parts(days[0], months[0], years[0] if years else None)
