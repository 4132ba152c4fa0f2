"""What the form of a record asks for: rows of fields. Their labels are `record.<kind>.<field>`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Widget(Enum):
    LINE = auto()
    TEXT = auto()  # saves itself while one writes
    DAY = auto()
    PERSON = auto()
    TICK = auto()
    CHOICE = auto()
    METRIC = auto()
    CHANNEL = auto()
    CHANNELS = auto()
    TARGET = auto()  # a figure in the unit of the record's metric
    MONEY = auto()
    COUNT = auto()
    PICTURE = auto()


@dataclass(frozen=True)
class Entry:
    """One field; `options` are the members of a choice, in words `record.<kind>.<field>_<option>`."""

    name: str
    widget: Widget = Widget.LINE
    weight: int = 1
    options: tuple[str, ...] = ()
    lines: int = 3


@dataclass(frozen=True)
class Form:
    """`part` tells forms of one record apart that stand on one page; `compact`: labels are hidden."""

    kind: str
    rows: tuple[tuple[Entry, ...], ...]
    part: str = ""
    compact: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for row in self.rows for entry in row)
