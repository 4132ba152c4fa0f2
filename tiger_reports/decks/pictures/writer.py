"""How a picture gets its words and figures: a page's way of writing them, or a slide's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.metric import Good, Unit
from tiger_reports.model.period import Period
from tiger_reports.text import phrase
from tiger_reports.text.numbers import percent


class Writer(Protocol):
    """Strings in the reader's language; a slide's writer also remembers what it has shown."""

    @property
    def language(self) -> str: ...

    def name(self, metric: str) -> str: ...

    def short(self, metric: str) -> str: ...

    def unit(self, metric: str) -> str: ...

    def level(self, change: Change, *, after: bool) -> str: ...

    def amount(self, metric: str, value: float | None) -> str: ...

    def part(self, change: Change, effect: float, part: str) -> str: ...

    def link(self, metric: str, period: Period, scope: Scope, day: date | None = None, /) -> str: ...


@dataclass(frozen=True)
class Shares:
    """Shares of a change; of all movement where plus and minus nearly cancel, for then shares explode."""

    whole: float
    of_movement: bool

    def of(self, effect: float, language: str) -> str:
        return percent(effect / self.whole, language, 0) if self.whole else ""


CANCELLED = 0.05
"""Net change below this share of the gross movement: signs cancel."""


def shares(effects: tuple[float, ...], delta: float) -> Shares:
    gross = sum(map(abs, effects))
    cancelled = abs(delta) < CANCELLED * gross
    return Shares(gross if cancelled else delta, cancelled)


def say(writer: Writer, key: str, /, **values: object) -> str:
    return phrase(f"picture.{key}", writer.language, **values)


def headed(writer: Writer, key: str, metric: str) -> str:
    """A picture's title, with the unit that its labels leave out."""
    title, unit = say(writer, key), writer.unit(metric)
    return say(writer, "headed", title=title, unit=unit) if unit else title


def role_of(metric: str, effect: float) -> Role:
    """Good or bad by the metric's own direction; neither where it has none."""
    good = definition(metric).good
    if good not in (Good.UP, Good.DOWN) or effect == 0:
        return Role.NEUTRAL
    return Role.BETTER if (effect > 0) == (good is Good.UP) else Role.WORSE


def number_format(metric: str) -> str:
    """A spreadsheet's format of the figure, in the US form that files store."""
    entry = definition(metric)
    digits = "0" * (0 if entry.unit is Unit.COUNT else entry.decimals)
    return f"#,##0{'.' + digits if digits else ''}{'%' if entry.unit is Unit.PERCENT else ''}"
