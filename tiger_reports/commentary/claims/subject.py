"""Which metric a number belongs to: by the names around it, and by what the text is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tiger_reports.commentary.claims.beside import Beside
from tiger_reports.commentary.claims.role import Role, role_of
from tiger_reports.commentary.reading.lexicon import Mention
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period

WHOLE = Scope()
SMALL = frozenset(
    [
        "of",
        "in",
        "the",
        "w",
        "we",
        "v",
        "ve",
        "в",
        "во",
        "на",
        "new",
        "nowych",
        "nových",
        "новых",
        "za",
        "u",
        "у",
    ]
)
"""Words that may stand between a number and the name of what it counts."""


@dataclass(frozen=True)
class About:
    """What a text is about before it names anything. `intent`: it speaks of what is to come."""

    metric: str = ""
    scope: Scope = WHOLE
    bases: tuple[Period, ...] = ()
    intent: bool = False


@dataclass(frozen=True)
class Subject(Beside):
    """One number, and the metrics that its sentence and the text name for it."""

    about: About

    @cached_property
    def role(self) -> Role:
        return role_of(self)

    @cached_property
    def part_of(self) -> bool:
        """`37 % of spend`: a percentage of what is named right behind it."""
        return self.number.unit == "percent" and self._following is not None and not self.move

    @cached_property
    def _following(self) -> Mention | None:
        """The metric that follows with nothing but moves and small words between: `12 % more clicks`."""
        found = next((one for one in self.scan.metrics if self.after[0] <= one.start < self.after[1]), None)
        if found is None:
            return None
        gap = self.scan.plain[self.number.end : found.start]
        for move in self.scan.moves:
            if self.number.end <= move.start and move.end <= found.start:
                gap = gap.replace(move.text, "", 1)
        return found if all(word.casefold() in SMALL for word in gap.split()) else None

    @cached_property
    def _run(self) -> tuple[Mention, ...]:
        """The metrics named last before the number in its clause, no number among them."""
        numbers = [one.start for one in self.scan.numbers[: self.at] if one.start >= self.clause[0]]
        held = [
            one for one in self.scan.metrics if self.clause[0] <= one.start and one.end <= self.number.start
        ]
        if not held:
            return ()
        cut = max((at for at in numbers if at < held[-1].start), default=-1)
        return tuple(one for one in held if one.start > cut)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Metrics named in the clause that the number may belong to; empty where it names none."""
        following, run = self._following, self._run
        if following is not None and (not run or not (self.number.unit or self.number.currency)):
            return (following,)
        if run:
            nearest = run if self._respectively else run[-2:]
            return (*nearest, *((following,) if following else ()))
        later = [one for one in self.scan.metrics if self.after[0] <= one.start < self.after[1]]
        return tuple(later[:1])

    @property
    def _respectively(self) -> bool:
        return self.scan.said("mark", "respectively", *self.sentence)

    @cached_property
    def named(self) -> bool:
        """Whether the clause names the metric by a word that means nothing else."""
        return any(one.start not in self.scan.weak for one in self.mentions)

    @cached_property
    def metrics(self) -> frozenset[str]:
        """Metrics whose figure it may be."""
        found = frozenset(key for one in self.mentions for key in one.names)
        return found if self.named else found | self._carried

    @cached_property
    def _carried(self) -> frozenset[str]:
        """From earlier in the sentence, and what the text is about."""
        named = [
            one for one in self.scan.metrics if self.sentence[0] <= one.start and one.end <= self.number.start
        ]
        held = [one for one in named if one.start not in self.scan.weak] or named
        chosen = held if self._respectively else [*held[:1], *held[-1:]]
        keys = {key for one in chosen for key in one.names}
        return frozenset(keys | {self.about.metric} - {""})

    @cached_property
    def carries(self) -> bool:
        """Whether the sentence names a metric before the clause does."""
        return self.named or any(
            self.sentence[0] <= one.start < self.number.start and one.start not in self.scan.weak
            for one in self.scan.metrics
        )
