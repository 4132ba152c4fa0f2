"""What a user may say about a file that the file does not say itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.period import Period


class DateOrder(StrEnum):
    """Which number comes first in dates such as 03/04/2026."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True)
class ReadOptions:
    """All empty: the file alone decides.

    `period` says which days the rows cover where the file does not (`All time`).
    `mapping` takes a header of the file to one of our columns (or to `day`, `starts`, `ends`, `month`,
    `week`); `year` completes dates such as `February 28`; that of the newest row.
    `channel` names the channel of a table that no definition knows; `known` are such tables of before.
    """

    panel: str | None = None
    currency: str | None = None
    year: int | None = None
    mapping: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    date_order: DateOrder | None = None
    period: Period | None = None
    channel: str | None = None
    known: tuple[ColumnMap, ...] = ()
