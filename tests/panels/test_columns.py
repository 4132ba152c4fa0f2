"""Other column choices, orders and wordings: a table is read right, or asked about, never read wrong."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.panels.conftest import column, total
from tiger_reports.model.fact import ATTRIBUTES, BREAKDOWNS, IDENTITY, MEASURES
from tiger_reports.panels import ReadOptions, read_file
from tiger_reports.panels.catalogue import panels
from tiger_reports.panels.definition import PanelKind, TotalRule

ASKED = {"unrecognised", "several", "panel_misfit"}
TEXTS = (*IDENTITY, *BREAKDOWNS, *(name for name in ATTRIBUTES if name != "currency"))
ROWS = 3
LABELS = {
    "tiktok-ads": "Total of 3 results",
    "yandex-direct": "Итого",
    "vk-ads": "Итого",
    "sklik": "Celkem",
    "allegro-ads": "Razem",
}


def cell(role: str, row: int) -> str:
    if role == "day":
        return f"2026-06-{row + 1:02}"
    if role == "currency":
        return "EUR"
    return (
        f"{role} {row}"
        if role in TEXTS
        else f"{row + 1}.50"
        if role in {"spend", "conversion_value"}
        else str(row + 1)
    )


@st.composite
def tables(draw):
    """A panel, and a table of some of its columns in any order and wording; perhaps with the total it writes."""
    panel = draw(st.sampled_from([one for one in panels() if one.kind is PanelKind.ADS and not one.template]))
    language = draw(st.sampled_from(list(panel.columns.get("spend", {"en": ()}))))
    known = {role: headers[language] for role, headers in panel.columns.items() if language in headers}
    optional = [
        role
        for role in known
        if role in (*TEXTS, *MEASURES, "currency") and role not in {"spend", "campaign"}
    ]
    roles = {
        "day",
        "campaign",
        "spend",
        *draw(st.lists(st.sampled_from(optional), max_size=8)),
    } & known.keys()
    order = draw(st.permutations(sorted(roles)))
    bracket = " (EUR)" if any(sign.bracket for sign in signs_of(panel)) and draw(st.booleans()) else ""
    header = [draw(st.sampled_from(known[role])) + (bracket if role == "spend" else "") for role in order]
    rows = [[cell(role, row) for role in order] for row in range(ROWS)]
    if draw(st.booleans()) and panel.totals.rule in {TotalRule.EDGE, TotalRule.EMPTY_KEYS}:
        rows = with_total(panel, order, rows)
    return panel, language, [header, *rows]


def signs_of(panel):
    return [sign for report in panel.reports for sign in report.signs]


def with_total(panel, order, rows):
    sums = {role: "7.50" if role == "spend" else "6" for role in MEASURES}
    line = [sums.get(role, "") for role in order]
    if panel.totals.rule is TotalRule.EMPTY_KEYS:
        return [line, *rows]
    if order[0] in (*TEXTS, "day"):
        line[0] = LABELS.get(panel.key, "Total")
    return [*rows, line]


def read(lines, panel: str | None):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_text(out.getvalue(), "utf-8")
        return read_file(path, name="export.csv", options=ReadOptions(panel=panel))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.booleans())
def test_any_choice_of_columns_is_read_right_or_asked_about(drawn, named_by_the_user):
    panel, language, lines = drawn
    file = read(lines, panel.key if named_by_the_user else None)
    if not file.tables:
        assert {finding.code for finding in file.all_findings} & ASKED, lines
        return
    (table,) = file.tables
    assert table.panel == panel.key
    assert (total(table, "spend"), table.frame.num_rows) == (7.5, ROWS), lines
    assert column(table, "campaign") == ["campaign 0", "campaign 1", "campaign 2"], lines
    assert table.unknown_columns == ()
    if "day" in panel.columns and language in panel.columns["day"]:
        assert column(table, "period_start") == [dt.date(2026, 6, day) for day in (1, 2, 3)], lines
