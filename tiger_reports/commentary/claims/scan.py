"""Everything in a text that tells what its numbers mean: metrics, moves, months, channels, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.reading.lexicon import (
    Finder,
    Mention,
    finder,
    metric_finder,
    section_finder,
    weak_words,
    words,
)
from tiger_reports.commentary.reading.months_in_text import Month, months_in
from tiger_reports.commentary.reading.number_forms import Typed, numbers_in
from tiger_reports.commentary.reading.passed_over import without_passed_over
from tiger_reports.model.change import Scope
from tiger_reports.panels.catalogue import panel_name

NAME = "■"
"""What stands in a text in place of every sign of a name."""

SHORTEST_NAME = 3
KEPT = 64
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[\"„“«(]?[A-ZĄ-ŽА-ЯЁ])|\n+")
_THAN = r"\s+(?:чем|niż|než|than|по сравнению|w porównaniu|ve srovnání|oproti|compared)\b"
_CLAUSE = re.compile(rf"[,;](?=\s)(?!{_THAN})|\s[–—-]\s|[()]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Place:
    """A channel or campaign by name: which scopes of the report it may be."""

    start: int
    end: int
    scopes: frozenset[Scope]


@dataclass(frozen=True)
class Scan:
    """A text as it was read, with places in `text`; `clean` has blanks where no figure can be."""

    text: str
    language: str
    table: FactTable

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return tuple(_places(self.text, self.table))

    @cached_property
    def clean(self) -> str:
        return without_passed_over(self.plain, self.language)

    @cached_property
    def plain(self) -> str:
        """The text without names of campaigns: what they are called is no word of the writer's."""
        text = self.text
        for place in self.places:
            text = text[: place.start] + NAME * (place.end - place.start) + text[place.end :]
        return text

    @cached_property
    def numbers(self) -> tuple[Typed, ...]:
        return numbers_in(self.clean)

    @cached_property
    def metrics(self) -> tuple[Mention, ...]:
        return metric_finder(self.language, self.table.metrics())(self.plain)

    @cached_property
    def weak(self) -> frozenset[int]:
        """Places of metrics' names that are ordinary words as well."""
        ends = {(one.start, one.end) for one in weak_words(self.language)(self.plain)}
        return frozenset(one.start for one in self.metrics if (one.start, one.end) in ends)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        return months_in(self.plain, self.language, self.table.period)

    @cached_property
    def moves(self) -> tuple[Mention, ...]:
        found = section_finder(self.language, "move")(self.plain)
        taken = [(one.start, one.end) for one in self.metrics]
        return tuple(
            one
            for one in found
            if "none" not in one.names and not any(start <= one.start < end for start, end in taken)
        )

    @cached_property
    def _marks(self) -> dict[tuple[str, ...], tuple[Mention, ...]]:
        return {}

    def marks(self, section: str, *names: str) -> tuple[Mention, ...]:
        """Words of a section of the lexicon, or of some of its lists."""
        wanted = (section, *names)
        if wanted not in self._marks:
            self._marks[wanted] = section_finder(self.language, section, names)(self.plain)
        return self._marks[wanted]

    def said(self, section: str, name: str, start: int, end: int) -> bool:
        return any(start <= one.start < end for one in self.marks(section, name))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple(_spans(self.text, self._ends))

    @cached_property
    def _ends(self) -> list[tuple[int, int]]:
        """Ends of sentences; `0.3 p.p. YoY` is none."""
        units = {number.end for number in self.numbers}
        times = {one.start for one in self.months}
        found = [match.span() for match in _SENTENCE.finditer(self.text)]
        return [cut for cut in found if not (cut[0] in units and cut[1] in times)]

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        cuts = [match.span() for match in _CLAUSE.finditer(self.plain)]
        cuts += self._ends
        numbers = [(one.start, one.end) for one in self.numbers]
        cuts = [cut for cut in cuts if not any(start < cut[0] < end for start, end in numbers)]
        cuts += self._joins()
        return tuple(_spans(self.text, sorted(cuts)))

    def _joins(self) -> list[tuple[int, int]]:
        """`and`, `but` before a metric's name, after a first one: another clause begins."""
        starts = {one.start for one in self.metrics} | {one.start for one in self.moves}
        found = []
        for join in self.marks("mark", "join"):
            gap = re.match(r"\s+(?:[^\W\d_]+\s+)?", self.plain[join.end :])
            near = {join.end + at for at in ((gap.end(), len(gap[0]) - len(gap[0].lstrip())) if gap else ())}
            if near & starts:
                found.append((join.start, join.end))
        return found

    def span(self, spans: Iterable[tuple[int, int]], at: int) -> tuple[int, int]:
        return next(((start, end) for start, end in spans if start <= at < end), (0, len(self.text)))


def words_between(text: str, start: int, end: int) -> int:
    """How many words stand between two places, in whichever order they come."""
    return len(_WORD.findall(text[min(start, end) : max(start, end)]))


def _spans(text: str, cuts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = 0
    for cut, after in cuts:
        if cut >= start:
            yield start, cut
            start = after
    yield start, len(text)


def _places(text: str, table: FactTable) -> Iterator[Place]:
    """Campaigns by their exact name, channels by theirs in any case, the longest names first."""
    taken: list[tuple[int, int]] = []
    for campaign, scope in sorted(_campaigns(table).items(), key=lambda one: -len(one[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(campaign)}(?!\w)", text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Place(*match.span(), scope)
    find, scopes = _channels(tuple(scope.channel for scope in table.scopes() if not scope.campaign))
    for one in find(text):
        if not any(start < one.end and one.start < end for start, end in taken):
            yield Place(one.start, one.end, frozenset(scopes[name] for name in one.names))


def _campaigns(table: FactTable) -> dict[str, frozenset[Scope]]:
    found: dict[str, frozenset[Scope]] = {}
    for scope in table.scopes():
        if len(scope.campaign) >= SHORTEST_NAME:
            found[scope.campaign] = found.get(scope.campaign, frozenset()) | {scope}
    return found


@lru_cache(KEPT)
def _channels(keys: tuple[str, ...]) -> tuple[Finder, dict[str, Scope]]:
    """Channels by the panel's name, its first word in any form, and what people call it."""
    patterns: dict[str, list[str]] = {}
    own = set()
    for key in filter(None, keys):
        name = panel_name(key)
        first = name.split()[0].casefold()
        patterns[key] = [name.casefold(), f"{first}*" if len(first) >= SHORTEST_NAME else first]
        own.update(patterns[key])
    for group, aliases in words("en")["scope"].items():
        for key in filter(None, keys):
            if group in f"{key} {panel_name(key)}".casefold().replace("-", " ").split():
                patterns[key] += [alias for alias in aliases if alias not in own]
    listed = {key: tuple(found) for key, found in patterns.items()}
    return finder(listed), {key: Scope(key) for key in listed}
