"""Columns that carry names, addresses or words of private persons: they are never kept."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tiger_reports.panels import fold
from tiger_reports.panels.arrow import Column, pc

EMAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)*\.[A-Za-zА-Яа-я]{2,}"
SPOKEN = r"\S+(\s+\S+){4,}[.!?…](\s|$)|[.!?…]\s+\S+(\s+\S+){3,}"
"""Five words and a full stop: something said, not the name of a campaign."""
NUMBER = "^[\\s\u00a0\u202f\\d.,%-]+$"
OFTEN = 0.3
"""The share of a column's different texts that makes it a column of messages."""
SAMPLE = 2_000


@dataclass(frozen=True)
class Personal:
    """Positions of such columns in a sheet, below its record `header` and above its record `end`."""

    sheet: str
    header: int
    columns: tuple[int, ...]
    end: int | None = None  # None: to the end of the sheet

    def holds(self, record: int) -> bool:
        return self.header < record and (self.end is None or record < self.end)


def is_personal_column(header: str, text: Column) -> bool:
    """Whether a column speaks of private persons, by the words of its header or by what stands below it."""
    if holds_addresses(header, text):
        return True
    sample = [value for value in pc.unique(text.slice(0, SAMPLE)).to_pylist() if value]
    named = fold.key(header) in _words()["whole"] and not _only_numbers(text)
    return named or speaks_of_persons(sample)


def holds_addresses(header: str, text: Column) -> bool:
    """Whether a column holds names and addresses of persons: its header says so, or an e-mail does."""
    folded, words = fold.key(header), _words()
    if _has_any(folded, words["number"]) or (_has_any(folded, words["part"]) and not _only_numbers(text)):
        return True
    return bool(pc.any(pc.match_substring_regex(text, EMAIL)).as_py())


def _has_any(folded: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) for word in words)


def _only_numbers(text: Column) -> bool:
    """True for a column that counts; one without any value may hold anything next time."""
    matched = pc.match_substring_regex(text, NUMBER)
    return text.null_count < len(text) and pc.all(matched).as_py() is True


def speaks_of_persons(texts: Sequence[str]) -> bool:
    """Whether some of the texts are addresses, or many of them are something said."""
    if any(re.search(EMAIL, text) for text in texts):
        return True
    said = sum(1 for text in texts if re.search(SPOKEN, text))
    return bool(texts) and said >= OFTEN * len(texts)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    source = files("tiger_reports.panels") / "personal_words.toml"
    lists: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
    return {name: frozenset(_folded(words)) for name, words in lists.items()}


def _folded(words: Iterable[str]) -> Iterable[str]:
    return (fold.key(word) for word in words)
