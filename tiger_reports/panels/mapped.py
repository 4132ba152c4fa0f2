"""A table that no definition knows becomes a panel by what a person said of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.fact import ATTRIBUTES, BREAKDOWNS, IDENTITY, MEASURES, REPORTED
from tiger_reports.panels import fold
from tiger_reports.panels.catalogue import channel_key, channel_name, panels
from tiger_reports.panels.definition import CHANNEL, Panel, Report, Sign, TotalRule, Totals
from tiger_reports.panels.header import structure_of
from tiger_reports.panels.options import DateOrder
from tiger_reports.panels.sheet import Row

TIMES = ("day", "month", "week", "starts", "ends")
NAMEABLE = (*TIMES, CHANNEL, *IDENTITY, *BREAKDOWNS, *ATTRIBUTES, *MEASURES, *REPORTED)
"""What a person may call a column."""
KNOWN_AGAIN = 512
MORE_NULLS = ("n/a", "N/A", "#N/A", "null", "brak", "–")
MORE_TOTALS = ("Grand total", "Suma końcowa", "Celkový součet", "Součet", "Общий итог", "Сумма")


def described(
    head: Iterable[Row], mapping: Mapping[str, str], channel: str, currency: str | None, order: str | None
) -> ColumnMap | None:
    """The map of a sheet whose head has a record with the mapped headers; None where none has any."""
    wanted = {fold.key(header) for header in mapping}
    best = max(head, key=lambda row: len(wanted & {fold.key(cell) for cell in row}), default=())
    present = {fold.key(cell): cell for cell in reversed(best) if cell.strip()}
    columns = tuple(
        (fold.clean(present[fold.key(header)]), column)
        for header, column in mapping.items()
        if fold.key(header) in present
    )
    if not columns:
        return None
    return ColumnMap(channel_name(channel), structure_of(best), columns, currency, order)


@lru_cache(maxsize=KNOWN_AGAIN)
def panel_of(known: ColumnMap) -> Panel:
    """The panel of a mapped table: one report, told by all its headers and by no others."""
    roles: dict[str, list[str]] = {}
    for header, column in known.columns:
        roles.setdefault(column, []).append(header)
    key = channel_key(known.channel)
    return Panel(
        key=key,
        name=known.channel,
        source="",
        columns={column: {"en": tuple(headers)} for column, headers in roles.items()},
        reports=(Report(f"table-{known.structure[:12]}", (Sign(structure=known.headers),)),),
        null_marks=_null_marks(),
        date_order=DateOrder(known.date_order) if known.date_order else None,
        totals=Totals(TotalRule.ANY, _total_words(), known=("",)),
        currency=known.currency or "",
        column_map=known,
    )


@cache
def _null_marks() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(mark for panel in panels() for mark in panel.null_marks), *MORE_NULLS)))


@cache
def _total_words() -> tuple[str, ...]:
    """The words of all panels that write a label, longest first."""
    labelled = (panel.totals.words for panel in panels() if panel.totals.rule is TotalRule.LABEL)
    words = dict.fromkeys((*(word for words in labelled for word in words), *MORE_TOTALS))
    return tuple(sorted(words, key=len, reverse=True))
