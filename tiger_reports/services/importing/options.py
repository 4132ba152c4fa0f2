"""What a person says about a file beside the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from tiger_reports.model.period import Period, parse_month
from tiger_reports.services.reading.table import ReadRequest


@dataclass(frozen=True)
class NewFile:
    """A file as it arrived; its name is data and never a path. A large one stays a stream: no second copy."""

    name: str
    data: bytes | BinaryIO


@dataclass(frozen=True)
class Options:
    """`month` is the month that the person means to load; a file without a day in it is refused.

    The others answer what a file may leave open: its panel, currency, the year of its dates, their order
    (`day-first` or `month-first`), and the days that an "All time" export stands for. `mapping` and
    `channel` say what a table is that no definition knows: pairs of a header and our column, and whose
    figures it holds.
    """

    panel: str | None = None
    currency: str | None = None
    year: int | None = None
    month: Period | None = None
    date_order: str | None = None
    period: Period | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    channel: str | None = None

    def plain(self) -> Mapping[str, Any]:
        """For the database; `options_from` reads it back."""
        return {
            "panel": self.panel,
            "currency": self.currency,
            "year": self.year,
            "month": self.month.month_key if self.month else None,
            "date_order": self.date_order,
            "period": [self.period.start.isoformat(), self.period.end.isoformat()] if self.period else None,
            "mapping": [list(pair) for pair in self.mapping],
            "channel": self.channel,
        }

    def request(self, path: Path, name: str, out: Path) -> ReadRequest:
        """Asks the reader for the file at `path`; tables go into the folder `out`."""
        return ReadRequest(
            path=path,
            name=name,
            out=out,
            panel=self.panel,
            currency=self.currency,
            year=self.year,
            date_order=self.date_order,
            period=self.period,
            mapping=self.mapping,
            channel=self.channel,
        )


def options_from(plain: Mapping[str, Any]) -> Options:
    known = {name: plain.get(name) for name in ("panel", "currency", "year", "date_order", "channel")}
    month, period = plain.get("month"), plain.get("period")
    return Options(
        **known,
        month=parse_month(month) if month else None,
        period=Period(*map(date.fromisoformat, period)) if period else None,
        mapping=tuple((header, column) for header, column in plain.get("mapping") or ()),
    )


def shown_name(name: str) -> str:
    """The last part of a name that may be a path, without control characters, of sensible length."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(char for char in last if char.isprintable())[:200] or "file"
