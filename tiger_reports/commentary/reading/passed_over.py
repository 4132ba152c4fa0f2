"""What looks like a number and is no figure: dates, years, hours, ages, list numbers, sizes, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tiger_reports.commentary.reading.number_forms import SPACES, any_of, number_words
from tiger_reports.model.period import month
from tiger_reports.text.dates import month_name, short_date

CASES = ("nominative", "genitive", "locative", "instrumental")
_WORD = re.compile(r"[^\W\d_]+")


def without_passed_over(text: str, language: str, names: Iterable[str] = ()) -> str:
    """The text with blanks in place of what is no figure, so that places stay."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, blank(name))
    return _passed_over(language).sub(lambda match: blank(match[0]), text)


def blank(text: str) -> str:
    return " " * len(text)


def _month_names(language: str) -> set[str]:
    """Names in every case, and short names where dates are written with them."""
    months = [month(2026, at) for at in range(1, 13)]
    short = {word for one in months for word in _WORD.findall(short_date(one.start, language))}
    return short | {month_name(one, language, case) for one in months for case in CASES}


@cache
def _passed_over(language: str) -> re.Pattern[str]:
    months = any_of(_month_names(language))
    time = any_of(number_words()["time"]["stems"])
    money = any_of(word for listed in number_words()["currency"].values() for word in listed)
    once = "miesiąc|rok|měsíc|месяц|месяцем|год|годом|month|year"  # `273 miesiąc wcześniej` is no time of 273
    ago = "wcześniej|temu|do|ranee|earlier|ago|ранее|назад|к|dříve|předtím"
    again = f"[{SPACES}](?:on|over|to|do|k|к)[{SPACES}]"  # month on month
    told = rf"(?!\d+[{SPACES}](?:{once})[{SPACES}](?:{ago}))"
    price = r"(?:za|na|per|за|koszt\w*|cen\w*|цен\w*|стоимост\w*)"
    gap, to = f"[{SPACES}]", "(?:\u2013|-|do|a\u017e|to|and|i|a|\u043f\u043e|\u0434\u043e|\u0438)"
    patterns = (
        r"\d{4}-\d{2}(?:-\d{2})?(?!\d)",  # 2026-10-03
        rf"\d{{1,2}}\.?{gap}?{to}{gap}?\d{{1,2}}\.{gap}?\d{{1,2}}\.(?:{gap}?\d{{4}})?(?!\d)",  # 3.-7. 10.
        rf"\d{{1,2}}\.{gap}?\d{{1,2}}\.(?:{gap}?\d{{4}})(?!\d)",  # 3.05.2026
        rf"\d{{1,2}}\.{gap}?\d{{1,2}}\.(?!\d)" if language != "en" else "(?!)",  # 3. 5.
        rf"\d{{1,2}}\.(?:0[1-9]|1[0-2]){gap}?{to}{gap}?\d{{1,2}}\.(?:0[1-9]|1[0-2])(?![\d.,]\d|{gap}?(?:%|{money}))",
        r"\d{1,2}/\d{1,2}/\d{2,4}(?!\d)",
        rf"\d{{1,2}}\.?{gap}?{to}{gap}?\d{{1,2}}\.?{gap}(?:{months})(?:{gap}\d{{4}})?",  # 3-17 maja
        rf"\d{{1,2}}\.?{gap}(?:{months})(?:{gap}\d{{4}})?",  # 3 maja 2026, 3. května
        rf"(?:{months}){gap}\d{{1,2}}(?:{gap}?{to}{gap}?\d{{1,2}})?(?:,?{gap}\d{{4}})?(?![\d.,]\d|\d|{gap}?%|{gap}\d)",
        r"\d{1,2}:\d{2}(?!\d)|\d+/\d+(?![\d/])|\d+:\d+(?![\d:])|\d{3,4}[x×]\d{3,4}",  # 14:30, 24/7, 9:16
        rf"20[12]\d(?![\d%.,]\d|{gap}?%|{gap}\d{{3}}(?!\d)|{gap}?(?:{money}))(?!\w)",  # a year
        rf"\d+{gap}?[\u2013-]{gap}?\d+{gap}(?:{time})\w*",  # 25-34 lat
        rf"{told}\d+(?:[.,]\d+)?{gap}(?:{time})\w*(?!\w)(?!{again})",  # 14 dni
        rf"(?:1[3-9]|[2-6]\d){gap}?[\u2013-]{gap}?[2-7]\d\+?(?!\w|[.,]\d|{gap}?(?:%|{money}))",  # women 25-44
        r"(?:1[3-9]|[2-7]\d)\+(?!\d)",  # 18+
        r"\d+-[^\W\d_]+",  # 2-й
        rf"(?:(?<=^)|(?<=\n))\d+[.)]{gap}",  # list number
        rf"\d+\.{gap}(?=(?-i:[a-zà-žа-яё]))",  # 1. čtvrtletí
        rf"(?:#|№|nr|č\.|no\.|top|plán|A/B){gap}?\d+(?![\d.,%])",  # nr 1, top 10
        rf"{price}{gap}1[{SPACES}.,]?000(?={gap}[^\W\d_])",  # per 1,000 views
    )
    return re.compile("|".join(rf"(?<![\w.,])(?:{pattern})" for pattern in patterns), re.IGNORECASE)
