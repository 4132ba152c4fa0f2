"""One run: the rules that apply become one suite, run over one batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import duckdb
import great_expectations as gx
import pyarrow as pa
from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.expectations.expectation import Expectation

from tiger_reports.model.check import Expected, Subject
from tiger_reports.model.finding import Finding
from validation.database import database, entities, prepare
from validation.dialect import URL, engine_arguments
from validation.expectation import expectation
from validation.presence import lists, present
from validation.report import CheckReport
from validation.results import findings
from validation.rule import Rule, rules, tables_for


def run(frame: pa.Table, subject: Subject, expected: Expected) -> CheckReport:
    """Check `frame`; a frame without rows has nothing to check."""
    if not frame.num_rows:
        return CheckReport(0, ())
    words = present(frame, subject, expected)
    columns = lists(words)
    chosen = {rule.code: rule for rule in rules() if rule.applies(words) and rule.cases(words)}
    cases = [(rule, case) for rule in chosen.values() for case in rule.cases(words)]
    expectations = [expectation(rule, case, columns) for rule, case in cases]
    with database(frame, subject, expected) as connection:
        prepare(connection, tables_for(_used(chosen.values())), columns)
        results = validate(connection, expectations)
        found = [finding for result in results for finding in findings(result, chosen, subject)]
        return CheckReport(len(chosen), _named(connection, found))


def validate(connection: duckdb.DuckDBPyConnection, expectations: Sequence[Expectation]) -> Sequence[Any]:
    """Results of the expectations over the table `facts`, in the same order."""
    arguments: dict[str, Any] = {"connection_string": URL, "kwargs": engine_arguments(connection)}
    source = _context().data_sources.add_sql("duckdb", **arguments)
    facts = source.add_table_asset("facts", table_name="facts").add_batch_definition_whole_table("all")
    suite = gx.ExpectationSuite(name="rules", expectations=list(expectations))
    return facts.get_batch().validate(suite, result_format="SUMMARY").results


def _named(connection: duckdb.DuckDBPyConnection, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the name of the campaign or ad in its first row."""
    names = entities(connection, {finding.row for finding in found if finding.row})
    return tuple(
        replace(finding, details={"entity": names[finding.row], **finding.details})
        if finding.row in names
        else finding
        for finding in found
    )


def _used(chosen: Iterable[Rule]) -> set[str]:
    return {table for rule in chosen for table in rule.uses}


def _context() -> EphemeralDataContext:
    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        progress_bars=ProgressBarsConfig(globally=False, metric_calculations=False),
        analytics_enabled=False,
    )
    return gx.get_context(project_config=config, mode="ephemeral")
