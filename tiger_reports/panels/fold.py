"""Headers made comparable: case, plurals, brackets, invisible characters and the currency taken off."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tiger_reports.panels.currency_signs import code_of, is_code

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
QUOTES = str.maketrans(
    dict.fromkeys("„“”«»‟″", '"') | dict.fromkeys("’‘`´ʼ", "'") | {"–": "-", "—": "-", "ё": "е"}
)
BRACKETED = re.compile(r"\s*\(([^()]{1,5})\)")  # "Amount spent (PLN)", "Расход (руб.)"
AFTER_COMMA = re.compile(r",\s*([^\s,()]{1,5})$")  # "Расход, ₽"
SENTENCE_WORDS = 3
SHORTEST_PLURAL = 5  # "Tag" (German: day) and "Tags" are two things


def clean(text: str) -> str:
    """The text without invisible characters, odd spaces or full-width forms; case is kept."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(INVISIBLE).split())


def is_sentence(text: str) -> bool:
    """Whether a lone cell is something said and not a cut row: three words, or a full stop."""
    bare = clean(text)
    return len(bare.split()) >= SENTENCE_WORDS or bare.endswith((".", "!"))


def split_currency(header: str) -> tuple[str, str | None]:
    """A header without its currency, and that currency: `Cost (PLN)` gives `Cost`, `PLN`."""
    cleaned = clean(header)
    for pattern in (BRACKETED, AFTER_COMMA):
        for match in pattern.finditer(cleaned):
            currency = _currency(match[1])
            if currency:
                return clean(cleaned[: match.start()] + cleaned[match.end() :]), currency
    return cleaned, None


@cache
def key(header: str) -> str:
    """What two spellings of one header have in common.

    `Cost per results (USD)` and `COST PER RESULT` give the same key.
    """
    bare = split_currency(header)[0].translate(QUOTES).casefold()
    words = bare.translate(QUOTES).replace("(", " ( ").replace(")", " ) ").split()
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    if len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _currency(text: str) -> str | None:
    bare = text.strip()
    return bare if is_code(bare) else code_of(bare)
