"""The history of findings as a grid and as a table, in the reader's words."""

from __future__ import annotations

from collections import Counter

from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.finding import Severity
from tiger_reports.model.finding_history import FoundInMonth
from tiger_reports.model.finding_kind import KINDS
from tiger_reports.model.period import Period, previous_month
from tiger_reports.text.dates import month_short, month_title
from tiger_reports.text.numbers import number
from tiger_reports.ui.charts.history import Spot
from tiger_reports.ui.words import Words

ROLES = {Severity.ERROR: Role.WORSE, Severity.BLOCKING: Role.HIGHLIGHT, Severity.NOTE: Role.NEUTRAL}
"""The colours of the three groups under a file."""
TEXTS = 3
"""Columns of words in the table; counts follow."""

History = tuple[FoundInMonth, ...]


def kinds_of(history: History, t: Words) -> tuple[str, ...]:
    """Names of the kinds that were found at all, in the order of the checks."""
    found = {one.kind for one in history}
    return tuple(kind_word(kind, t) for kind in KINDS if kind in found)


def months_of(history: History, t: Words) -> tuple[str, ...]:
    """Names of all months from the first to the last, then of the files without one."""
    dated = sorted({one.month for one in history if one.month})
    found: list[Period] = dated[-1:]
    while found and found[0] > dated[0]:
        found.insert(0, previous_month(found[0]))
    undated = (t("ui.history.undated"),) if any(one.month is None for one in history) else ()
    return (*(month_short(month, t.language) for month in found), *undated)


def spots(history: History, t: Words) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            month=month_short(one.month, t.language) if one.month else t("ui.history.undated"),
            check=kind_word(one.kind, t),
            files=one.files,
            label=number(one.files, t.language),
            role=ROLES[one.severity],
            detail=_detail(one, t),
        )
        for one in history
    )


def history_alt(history: History, t: Words) -> str:
    files: Counter[str] = Counter()
    for one in history:
        files[one.kind] += one.files
    months = months_of(history, t)
    most = kind_word(files.most_common(1)[0][0], t)
    return t("ui.history.alt", first=months[0], last=months[-1], check=most)


def history_table(history: History, t: Words) -> Table:
    """Newest month first; files that name no day at the top."""
    heads = (
        "ui.word.month",
        "ui.history.check",
        "ui.history.severity",
        "ui.history.files",
        "ui.history.thrown",
    )
    columns = tuple(Column(t(head), numeric=place >= TEXTS) for place, head in enumerate(heads))
    by_kind = sorted(history, key=lambda one: KINDS.index(one.kind))
    newest = sorted(by_kind, key=lambda one: one.month.month_key if one.month else "~", reverse=True)
    return Table(columns, tuple(_row(one, t) for one in newest), history_alt(history, t), "history")


def kind_word(kind: str, t: Words) -> str:
    return t(f"finding.kind.{kind}")


def _detail(one: FoundInMonth, t: Words) -> str:
    thrown = t("ui.history.refused", n=one.refused) if one.refused else ""
    return "; ".join(filter(None, (t("ui.history.in_files", n=one.files), thrown)))


def _row(one: FoundInMonth, t: Words) -> tuple[Cell, ...]:
    return (
        Cell(month_title(one.month, t.language) if one.month else t("ui.history.undated")),
        Cell(kind_word(one.kind, t)),
        Cell(t(f"finding.sheet.{one.severity}")),
        Cell(number(one.files, t.language)),
        Cell(number(one.refused, t.language)),
    )
