"""Great Expectations over DuckDB: rules of any text reach the database as they were written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from tests.validation.frames import frame_of, subject_of
from tiger_reports.model.check import Expected
from tiger_reports.model.finding import Severity
from validation import check
from validation.database import database, prepare
from validation.expectation import ExpectNoRows, expectation, literal
from validation.report import BrokenRuleError
from validation.results import findings
from validation.rule import Rule, Table, tables
from validation.suite import validate


def run(sql: str, *rows, **rule):
    """What a rule of this SQL finds in some rows."""
    made = Rule("any", Severity.NOTE, sql=sql, **rule)
    with database(frame_of(*rows), subject_of(), Expected()) as connection:
        (result,) = validate(connection, [expectation(made, {}, {})])
        return list(findings(result, {"any": made}, subject_of()))


@pytest.mark.parametrize(
    "condition",
    [
        r"regexp_matches(campaign, '^\d{4}$')",
        "regexp_matches(campaign, '[0-9]{2,4}')",
        "campaign LIKE '20%'",
        "campaign::INTEGER % 2 = 0",
        "campaign <> 'x:y' AND campaign <> '12:30'",
        "campaign <> '{batch}' AND campaign <> '{}'",
        "campaign <> 'it''s \"quoted\"' AND \"campaign\" = '2026'",
        "campaign = '2026' -- a remark: {3}\n",
        "campaign <> 'back\\slash'",
        "list_contains([2026], campaign::INTEGER)",
        "map {{'a': 1}}['a'] = 1",
    ],
)
def test_sql_of_a_rule_may_hold_any_mark(condition: str) -> None:
    sql = f"SELECT source_row, campaign AS value FROM facts WHERE {condition.replace('{{', '{').replace('}}', '}')}"
    (finding,) = run(sql, {"campaign": "2026"})
    assert (finding.row, finding.value) == (2, "2026")


@pytest.mark.parametrize(
    "name",
    [
        "{batch}",
        "{0} {x!r:>9}",
        "50 % off",
        "%s %(x)s",
        'it\'s "it"',
        "'; DROP TABLE facts; --",
        ":name $1 \\",
        "Ż😍\n",
    ],
)
def test_names_come_back_as_they_are(name: str) -> None:
    (finding,) = run("SELECT source_row, campaign AS value FROM facts", {"campaign": name})
    assert finding.value == name


def test_headers_may_hold_quotes_and_braces() -> None:
    about = subject_of(headers={"spend": 'Spend "net" {PLN} 100%'})
    rule = Rule("any", Severity.NOTE, column="spend", sql="SELECT source_row, spend AS value FROM facts")
    with database(frame_of({"spend": 1.0}), about, Expected()) as connection:
        (result,) = validate(connection, [expectation(rule, {}, {})])
        (finding,) = findings(result, {"any": rule}, about)
    assert finding.column == 'Spend "net" {PLN} 100%'


@pytest.mark.parametrize("sql", ["SELECT nonsense FROM facts", "SELECT source_row FROM nowhere", "SELECT ("])
def test_a_rule_that_cannot_run_is_never_passed_over(sql: str) -> None:
    with pytest.raises(BrokenRuleError, match="rule 'any'"):
        run(sql, {"spend": 1.0})


def test_a_result_is_read_after_the_connection_was_given_back() -> None:
    """Many expectations over one connection, each with rows: the stock dialect loses all but the last."""
    rules = {
        str(n): Rule(str(n), Severity.NOTE, sql=f"SELECT source_row, {n} AS value FROM facts")
        for n in range(9)
    }
    with database(frame_of({"spend": 1.0}), subject_of(), Expected()) as connection:
        results = validate(connection, [expectation(rule, {}, {}) for rule in rules.values()])
        values = [each.value for result in results for each in findings(result, rules, subject_of())]
    assert values == [str(n) for n in range(9)]


def test_a_large_frame_is_scanned_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("validation.database.SMALL", 1)
    with database(frame_of({"spend": 1.0}, {"spend": 2.0}), subject_of(), Expected()) as connection:
        kinds = connection.execute(
            "SELECT table_type FROM information_schema.tables WHERE table_name = 'facts'"
        ).fetchall()
        assert kinds == [("VIEW",)]
        assert validate(
            connection, [ExpectNoRows(unexpected_rows_query="SELECT 1 FROM {batch} WHERE spend > 5")]
        )[0].success


def test_tables_are_made_in_an_order_that_serves_them() -> None:
    names = [table.name for table in tables()]
    assert all(names.index(used) < names.index(table.name) for table in tables() for used in table.uses)


def test_a_broken_table_is_loud() -> None:
    with (
        database(frame_of({"spend": 1.0}), subject_of(), Expected()) as connection,
        pytest.raises(duckdb.Error),
    ):
        prepare(connection, [Table("broken", "SELECT nonsense FROM facts")], {})


def test_braces_and_colons_are_protected_for_the_libraries_between() -> None:
    assert literal("x::DATE ~ '{2}' AND y = 'a:b'") == "x::DATE ~ '{{2}}' AND y = 'a\\:b'"


def test_checks_in_several_threads_do_not_meet() -> None:
    frames = [frame_of(*({"spend": -1.0 if row < bad else 1.0} for row in range(9))) for bad in range(8)]
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda frame: check(frame, subject_of(), Expected()), frames))
    assert [sum(each.count for each in report.findings) for report in reports] == list(range(8))


def test_rows_without_room_are_told_as_such_and_not_as_a_broken_rule():
    def crowded():
        with database(frame_of({"spend": 1.0}), subject_of(), Expected()) as connection:
            connection.execute("SET memory_limit = '1MB'")
            connection.execute("CREATE TABLE wide AS SELECT range AS a, hash(range) AS b FROM range(1000000)")

    with pytest.raises(MemoryError):
        crowded()
