"""On what terms money is shown: the report's currency, rates into it, and the agency's margin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tiger_reports.model.period import Period


@dataclass(frozen=True)
class Rate:
    """One `base` costs `rate` `quote` on the days of `days`; `source` says where that was read."""

    base: str
    quote: str
    rate: Decimal
    days: Period
    source: str
    who: str = ""
    at: datetime | None = None
    id: str = ""


@dataclass(frozen=True)
class Margin:
    """From its first day on, `percent` of net spend is added to it: gross = net * (1 + percent / 100)."""

    since: date
    percent: Decimal


@dataclass(frozen=True)
class Terms:
    """`margins` is empty where spend is shown net. Conversion value knows no margin."""

    currency: str = ""
    rates: tuple[Rate, ...] = ()
    margins: tuple[Margin, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether money is shown as the panels wrote it."""
        return not self.rates and not self.margins


def margin_on(margins: tuple[Margin, ...], day: date) -> Decimal:
    """Percent in force on a day; 0 before the first."""
    known = [margin for margin in margins if margin.since <= day]
    return max(known, key=lambda margin: margin.since).percent if known else Decimal()
