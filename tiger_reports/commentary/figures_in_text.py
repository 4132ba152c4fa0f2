"""Numbers in words must be numbers of the slide: what a title or comment says stands on its slide.

Dates, years, hours, lengths of time, list numbers, ordinals and names are no figures and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tiger_reports.commentary.number_forms import SPACES, Reading, Typed, any_of, number_words, numbers_in
from tiger_reports.model.period import month
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.text.dates import month_name, short_date

HUNDRED = 100.0
ROUNDING = 1e-9
_WORD = re.compile(r"[^\W\d_]+")
CASES = ("nominative", "genitive", "locative", "instrumental")


def unknown_on(slide: Slide, language: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Numbers of the slide's title and comment that none of its shown figures is."""
    said = [slide.title, *(text for part in slide.comment for text in (part.lead, part.text))]
    known = tuple(names)
    return tuple(
        number.text for text in said for number in unknown_numbers(text, slide.shown, language, known)
    )


def unknown_numbers(
    text: str, shown: Iterable[Shown], language: str, names: Iterable[str] = ()
) -> tuple[Typed, ...]:
    """Numbers of `text` that none of the shown figures is; `names` (campaigns, clients) may hold digits.

    A number is a figure when the unit is the same and the sizes differ by no more than half a unit of its
    last digit, so `1,2 mln` is 1 234 567. A typed sign must be the figure's; without one it may fall.
    """
    figures = tuple(shown)
    found = numbers_in(_without_passed_over(text, language, names))
    return tuple(number for number in found if not any(_is(number, figure) for figure in figures))


def _is(number: Typed, figure: Shown) -> bool:
    written = numbers_in(figure.text)
    unit = written[0].unit if written else ""
    if number.unit != unit:
        return False
    if number.sign and number.sign * figure.value < 0:
        return False
    size = abs(figure.value) * (HUNDRED if unit else 1.0)
    sizes = (size, *(reading.size for other in written[:1] for reading in other.readings))
    return any(_reads(reading, one) for reading in number.readings for one in sizes)


def _reads(reading: Reading, size: float) -> bool:
    return abs(reading.size - size) <= reading.half * (1 + ROUNDING) + ROUNDING


def _without_passed_over(text: str, language: str, names: Iterable[str]) -> str:
    """The text with blanks in place of what is no figure, so that places stay."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, " " * len(name))
    return _passed_over(language).sub(lambda match: " " * len(match[0]), text)


def _month_names(language: str) -> set[str]:
    """Names in every case, and short names where dates are written with them."""
    months = [month(2026, at) for at in range(1, 13)]
    short = {word for one in months for word in _WORD.findall(short_date(one.start, language))}
    return short | {month_name(one, language, case) for one in months for case in CASES}


@cache
def _passed_over(language: str) -> re.Pattern[str]:
    months = any_of(_month_names(language))
    time = any_of(number_words()["time"]["stems"])
    gap = f"[{SPACES}]"
    patterns = (
        r"\d{4}-\d{2}(?:-\d{2})?(?!\d)",  # 2026-10-03
        rf"\d{{1,2}}\.{gap}?\d{{1,2}}\.(?:{gap}?\d{{4}})?(?!\d)",  # 3.05.2026, 3. 5.
        r"\d{1,2}/\d{1,2}/\d{2,4}(?!\d)",
        rf"\d{{1,2}}\.?{gap}(?:{months})(?:{gap}\d{{4}})?",  # 3 maja 2026, 3. května
        rf"(?:{months}){gap}\d{{1,2}}(?:,?{gap}\d{{4}})?(?!\d)",  # October 3, 2026
        r"\d{1,2}:\d{2}(?!\d)|24/7",
        rf"(?:19|20)\d{{2}}(?![\d%.,]\d|{gap}?%|{gap}\d{{3}}(?!\d))(?!\w)",  # a year
        rf"\d+(?:[.,]\d+)?{gap}(?:{time})\w*",  # 14 dni
        r"\d+-[^\W\d_]+",  # 2-й
        rf"(?:(?<=^)|(?<=\n))\d+[.)]{gap}",  # list number
        rf"\d+\.{gap}(?=(?-i:[a-zà-žа-яё]))",  # 1. čtvrtletí
    )
    return re.compile("|".join(rf"(?<![\w.,])(?:{pattern})" for pattern in patterns), re.IGNORECASE)
