"""Phrases by key and language, read once from one TOML file a language.

A phrase is a string with `{names}`, or a table of CLDR plural forms (`one`, `few`, `many`, `other`)
chosen by the parameter `n`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

from babel import Locale

LANGUAGES = ("en", "pl", "cs", "ru")
PLURAL_FORMS = frozenset({"one", "few", "many", "other"})

Phrase = str | dict[str, str]


class MissingPhraseError(LookupError):
    """A key that no language file has: a fault of ours, never of the user's."""


@cache
def phrases(language: str) -> Mapping[str, Phrase]:
    """All phrases of a language by dotted key."""
    if language not in LANGUAGES:
        raise MissingPhraseError(f"no such language: {language!r}; there are {', '.join(LANGUAGES)}")
    found: dict[str, Phrase] = {}
    text = (files(__package__) / f"{language}.toml").read_text("utf-8")
    _flatten(tomllib.loads(text), "", found)
    return found


def phrase(key: str, language: str, /, **values: object) -> str:
    """The phrase of `key` with `values` filled in; `n` chooses the plural form where there are some."""
    found = phrases(language).get(key)
    if found is None:
        raise MissingPhraseError(f"no phrase {key!r} in {language!r}")
    if isinstance(found, dict):
        found = found.get(plural_form(values["n"], language), found["other"])
    return found.format_map(values)


def has(key: str, language: str) -> bool:
    return key in phrases(language)


def plural_form(number: object, language: str) -> str:
    """CLDR class of a number: `one`, `few`, `many` or `other`. A number with decimals has its own class."""
    exact = Decimal(str(number))
    return Locale.parse(language).plural_form(int(exact) if exact == exact.to_integral() else exact)


def _flatten(table: Mapping[str, object], prefix: str, into: dict[str, Phrase]) -> None:
    for name, entry in table.items():
        key = f"{prefix}{name}"
        if isinstance(entry, str):
            into[key] = entry
        elif isinstance(entry, dict):
            if "other" in entry and set(entry) <= PLURAL_FORMS:
                into[key] = entry
            else:
                _flatten(entry, f"{key}.", into)
