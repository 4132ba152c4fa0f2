"""Words by which specialists call metrics, moves, months and channels, in four languages.

The words live in `lexicon/<language>.toml`, names that all languages share in `common.toml`. A pattern's
words may end in `*` for any ending; where two patterns fit at one place the longer one is meant.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tiger_reports.commentary.reading.number_forms import SPACES
from tiger_reports.text.catalogue import phrase

KEPT = 128
Patterns = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Mention:
    """A place in a text and what is named there: keys of metrics, `up`, a hedge ..."""

    start: int
    end: int
    names: frozenset[str]
    text: str

    @property
    def name(self) -> str:
        return min(self.names)


@dataclass(frozen=True)
class Finder:
    """Finds the patterns of named lists in texts, the longest first."""

    pattern: re.Pattern[str]
    names: tuple[frozenset[str], ...]

    def __call__(self, text: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(match.start(), match.end(), self.names[(match.lastindex or 1) - 1], match[0])
            for match in self.pattern.finditer(text)
        )


def finder(patterns: Patterns) -> Finder:
    """A finder for patterns by name; one pattern under several names means each of them."""
    names: dict[str, set[str]] = defaultdict(set)
    for name, listed in patterns.items():
        for pattern in listed:
            names[pattern].add(name)
    ordered = sorted(names, key=lambda pattern: (-len(pattern.split()), -len(pattern)))
    whole = "|".join(f"({_expression(pattern)})" for pattern in ordered) or r"(?!)()"
    compiled = re.compile(rf"(?<![\w])(?:{whole})(?:-[^\W\d_]{{1,3}})?(?![\w])", re.IGNORECASE)
    return Finder(compiled, tuple(frozenset(names[pattern]) for pattern in ordered))


def _expression(pattern: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in pattern.split())
    return rf"[{SPACES}\n]+".join(words)


@lru_cache(KEPT)
def words(language: str) -> Mapping[str, Patterns]:
    """All lists of a language by section and name, what all languages share included."""
    own, common = (_read(name) for name in (language, "common"))
    sections = {section: dict(lists) for section, lists in own.items()}
    for section, lists in common.items():
        held = sections.setdefault(section, {})
        for name, listed in lists.items():
            held[name] = (*held.get(name, ()), *listed)
    return sections


@lru_cache(KEPT)
def section_finder(language: str, section: str, names: tuple[str, ...] = ()) -> Finder:
    """A finder for one section of the lexicon, or for some of its lists."""
    lists = words(language)[section]
    return finder({name: lists[name] for name in names or lists})


@lru_cache(KEPT)
def metric_finder(language: str, present: frozenset[str]) -> Finder:
    """A finder for names of metrics that a report has: others are ordinary words."""
    listed = words(language)["metric"]
    return finder({key: (*listed.get(key, ()), *_own_names(key, language)) for key in sorted(present)})


def _own_names(key: str, language: str) -> tuple[str, ...]:
    """What the report itself calls a metric, without what stands in brackets."""
    names = (phrase(f"metric.{key}.{form}", language) for form in ("name", "short"))
    return tuple(name.partition("(")[0].strip().casefold() for name in names)


@lru_cache(KEPT)
def weak_words(language: str) -> Finder:
    """Names of metrics that are ordinary words as well: `results`, `orders`."""
    return finder({"weak": words(language)["weak"]["words"]})


def between(mentions: Iterable[Mention], start: int, end: int) -> tuple[Mention, ...]:
    return tuple(one for one in mentions if start <= one.start and one.end <= end)


def _read(name: str) -> Mapping[str, Patterns]:
    found = tomllib.loads((files(__package__) / "lexicon" / f"{name}.toml").read_text("utf-8"))
    return {
        section: {key: tuple(listed) for key, listed in lists.items()} for section, lists in found.items()
    }
