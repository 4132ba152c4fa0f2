"""Whatever columns a file has and whatever the client's record says, no rule breaks."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.validation.frames import KINDS, frame_of, subject_of
from tiger_reports.model.check import Expected, Total
from tiger_reports.model.fact import COLUMNS, Grain, Level, column_type
from tiger_reports.model.finding import EXAMPLE_ROWS
from tiger_reports.model.period import month
from tiger_reports.text import LANGUAGES
from tiger_reports.text.findings import describe
from validation import check, rules

CELLS = {
    "text": st.one_of(
        st.none(), st.sampled_from(["a", "", "{x}", "100 %", "'", '"', ":y", "PLN"]), st.text(max_size=4)
    ),
    "number": st.one_of(
        st.none(), st.floats(-1e6, 1e12), st.sampled_from([0.0, float("inf"), float("nan"), 5e-324])
    ),
    "date": st.one_of(st.none(), st.dates(date(2026, 9, 20), date(2026, 11, 10))),
    "integer": st.integers(1, 99),
}
FREE = [name for name in COLUMNS if name != "source_row"]
ROWS = st.lists(st.sampled_from(FREE), max_size=25, unique=True).flatmap(
    lambda names: st.lists(
        st.fixed_dictionaries({name: CELLS[column_type(name)] for name in names}), min_size=1, max_size=6
    )
)
KNOWN = st.fixed_dictionaries(
    {},
    optional={
        "currency": st.just("PLN"),
        "period": st.just(month(2026, 10)),
        "since": st.just(date(2026, 10, 3)),
        "today": st.dates(date(2026, 9, 25), date(2026, 11, 15)),
        "accounts": st.just(("a", "{x}")),
        "foreign_accounts": st.just(("'", "a")),
        "history": st.just(tuple((f"2026-0{n}", "spend", 50.0 * n) for n in range(1, 5))),
        "stored_totals": st.just((("spend", 100.0), ("conversions", 3.0), ("reach", 1.0))),
    },
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, KNOWN, st.sampled_from(Level), st.sampled_from(Grain))
def test_every_frame_is_checked_and_every_finding_said(rows, known, level, grain) -> None:
    about = subject_of(
        level=level,
        grain=grain,
        export_day=date(2026, 10, 20) + timedelta(len(rows)),
        totals=(Total(1, "Total {", covers_rows=True, values={"spend": 5.0, "reach": 1.0, "clicks": 2.0}),),
    )
    report = check(frame_of(*rows), about, Expected(**known))
    assert 0 < report.run <= len(rules())
    for finding in report.findings:
        assert finding.count >= 1
        assert len(finding.rows) <= EXAMPLE_ROWS
        assert all(2 <= row < 2 + len(rows) or row == 1 for row in finding.rows)
        assert all(describe(finding, language).title for language in LANGUAGES)


def test_the_strategy_covers_every_kind_of_column() -> None:
    assert set(CELLS) == set(KINDS) == {column_type(name) for name in COLUMNS}
