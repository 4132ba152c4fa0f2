"""Currency codes and the signs that stand for exactly one of them."""

from __future__ import annotations

from functools import cache

from babel.numbers import list_currencies

SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "zł": "PLN",
    "kč": "CZK",
    "₽": "RUB",
    "руб": "RUB",
    "руб.": "RUB",
    "р.": "RUB",
    "₴": "UAH",
    "грн": "UAH",
    "грн.": "UAH",
    "r$": "BRL",
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "ca$": "CAD",
    "c$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "mx$": "MXN",
    "s$": "SGD",
    "₹": "INR",
    "₺": "TRY",
    "₸": "KZT",
    "тг": "KZT",
    "тг.": "KZT",
    "₪": "ILS",
    "ft": "HUF",
    "rp": "IDR",
    "лв.": "BGN",
    "chf": "CHF",
}
AMBIGUOUS = ("$", "kr", "kr.", "¥", "lei")
"""Signs of several currencies: a number beside them is read, the currency is asked for."""


@cache
def _codes() -> frozenset[str]:
    return frozenset(list_currencies())


def is_code(text: str) -> bool:
    """True for `PLN`; `pln` or `Pln` are words, not codes."""
    return len(text) == 3 and text.isascii() and text.isupper() and text in _codes()  # noqa: PLR2004  (letters of a code)


def code_of(sign: str) -> str | None:
    """The one currency that a sign or code stands for; None for `$` and for anything else."""
    bare = sign.strip()
    return bare if is_code(bare) else SIGNS.get(bare.casefold())


def is_sign(text: str) -> bool:
    bare = text.strip()
    return code_of(bare) is not None or bare.casefold() in AMBIGUOUS
