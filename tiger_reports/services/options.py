"""What a person says about a file beside the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tiger_reports.model.period import Period, parse_month


@dataclass(frozen=True)
class NewFile:
    """A file as it arrived; its name is data and never a path."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Options:
    """`month` is the month that the person means to load; a file without a day in it is refused."""

    panel: str | None = None
    currency: str | None = None
    year: int | None = None
    month: Period | None = None

    def plain(self) -> Mapping[str, Any]:
        """For the database; `options_from` reads it back."""
        month = self.month.month_key if self.month else None
        return {"panel": self.panel, "currency": self.currency, "year": self.year, "month": month}


def options_from(plain: Mapping[str, Any]) -> Options:
    month = plain.get("month")
    return Options(
        plain.get("panel"), plain.get("currency"), plain.get("year"), parse_month(month) if month else None
    )


def shown_name(name: str) -> str:
    """The last part of a name that may be a path, without control characters, of sensible length."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(char for char in last if char.isprintable())[:200] or "file"
