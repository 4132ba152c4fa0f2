"""Month and weekday words of the languages that panels speak, from CLDR."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from babel.dates import get_day_names, get_month_names

LANGUAGES = (
    "en",
    "en_GB",
    "pl",
    "cs",
    "ru",
    "de",
    "es",
    "pt_BR",
    "pt_PT",
    "uk",
    "fr",
    "it",
    "nl",
    "bg",
    "sk",
)
EXTRA = {"sept": 9, "июн": 6, "июл": 7, "юни": 6, "юли": 7, "мая": 5, "května": 5}
FILLERS = frozenset(
    {"de", "del", "of", "r", "г", "года", "р", "року", "st", "nd", "rd", "th", "utc", "le", "el", "am", "pm"}
)
SHORTEST = 3


@cache
def month_words() -> Mapping[str, int]:
    """Lower-case word without dots -> month; a word for different months in two languages is left out."""
    meanings: dict[str, set[int]] = {}
    for number, word in _names():
        meanings.setdefault(word, set()).add(number)
    return {word: numbers.pop() for word, numbers in meanings.items() if len(numbers) == 1} | EXTRA


@cache
def filler_words() -> frozenset[str]:
    """Words that may stand beside a date: weekdays, `de`, `г.`."""
    return frozenset(part for name in _weekdays() for part in name.split("-")) | FILLERS


def is_weekday(text: str) -> bool:
    """True for `Monday`, `pon.`: a day of every week and no date."""
    return _bare(text.strip()) in _weekdays()


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        _bare(name)
        for language in LANGUAGES
        for width in ("wide", "abbreviated", "short")
        for context in ("format", "stand-alone")
        for name in get_day_names(width, context, language).values()
    )


def is_month_word(word: str) -> bool:
    return word.casefold() in month_words()


def _names() -> Iterator[tuple[int, str]]:
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    if len(_bare(name)) >= SHORTEST and _bare(name).isalpha():
                        yield number, _bare(name)


def _bare(name: str) -> str:
    return name.casefold().strip(".").replace(".", "")
