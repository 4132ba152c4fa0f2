"""From a rule to an expectation of Great Expectations."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from great_expectations.expectations import core
from great_expectations.expectations.core.unexpected_rows_expectation import UnexpectedRowsExpectation
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity

from tiger_reports.model.finding import EXAMPLE_ROWS, Severity
from validation.rule import Parameter, Rule

SEVERITY = {
    Severity.ERROR: FailureSeverity.CRITICAL,
    Severity.BLOCKING: FailureSeverity.WARNING,
    Severity.NOTE: FailureSeverity.INFO,
}

LIMITED = """
SELECT *, count(*) OVER () AS found FROM ({sql}) AS offending
WHERE EXISTS (SELECT 1 FROM {{batch}}) ORDER BY source_row LIMIT {limit}
"""
"""At most the example rows leave the database; `found` says how many there are."""


class ExpectNoRows(UnexpectedRowsExpectation):
    """No row comes back from the query. `found` in the rows is the count, so the query runs once."""

    metric_dependencies: ClassVar[tuple[str, ...]] = ("unexpected_rows_query.table",)

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,  # noqa: ARG002  (the signature is theirs)
        execution_engine: object = None,  # noqa: ARG002  (the library passes it)
    ) -> dict[str, Any]:
        rows = metrics["unexpected_rows_query.table"]
        count = rows[0]["found"] if rows else 0
        result = {"observed_value": count, "details": {"unexpected_rows": rows}}
        return {"success": not rows, "result": result}


def expectation(rule: Rule, case: Mapping[str, Parameter], lists: Mapping[str, str]) -> Expectation:
    """The expectation of one case of a rule; its `meta` carries the code and the case back to us."""
    meta = {"code": rule.code, "case": dict(case)}
    severity = SEVERITY[rule.severity]
    if rule.sql:
        sql = LIMITED.format(sql=literal(rule.query(case, lists)), limit=EXAMPLE_ROWS)
        return ExpectNoRows(unexpected_rows_query=sql, meta=meta, severity=severity)
    built_in: Callable[..., Expectation] = getattr(core, rule.expect)
    return built_in(**rule.kwargs, meta=meta, severity=severity)


def literal(sql: str) -> str:
    r"""Protect what others would read as theirs: braces (Great Expectations), `:name` (SQLAlchemy).

    `regexp_matches(ad_id, '^\d{4}$')` and `'12:30'` then reach DuckDB as they were written.
    """
    return re.sub(r"(?<!:):(?=\w)", r"\\:", sql.replace("{", "{{").replace("}", "}}"))
