"""`rules.toml` itself: every entry is whole, worded in four languages, and honest about what it needs."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tiger_reports.model.fact import COLUMNS
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.text import LANGUAGES, has
from tiger_reports.text.findings import PARTS, describe
from validation import Rule, rules
from validation.rule import tables

RULES = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
WORDS = re.compile(r"(subject|expected|grain|level|panel|kind)\.\w[\w-]*|owner|ids|figures|sums")


@RULES
def test_a_rule_is_sql_or_an_expectation_of_the_library(rule: Rule) -> None:
    assert bool(rule.sql) != bool(rule.expect)
    assert "source_row" in rule.sql or rule.expect


@RULES
def test_a_rule_needs_only_words_that_exist(rule: Rule) -> None:
    cases = [word for case in rule.each for word in str(case.get("needs", "")).split()]
    assert all(word in COLUMNS or WORDS.fullmatch(word) for word in (*rule.needs, *rule.unless, *cases))


@RULES
def test_a_rule_names_the_tables_that_it_reads(rule: Rule) -> None:
    names = {table.name for table in tables()}
    read = {name for name in names if re.search(rf"\b(FROM|JOIN|,) {name}\b", rule.sql)}
    assert read <= set(rule.uses) <= names


@RULES
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_has_words_in_every_language(rule: Rule, language: str) -> None:
    assert all(has(f"finding.{rule.code}.{part}", language) for part in PARTS)


@pytest.mark.parametrize("code", ["wrong_currency", "mixed_currency", "wrong_period", "foreign_account"])
def test_wrong_client_currency_and_period_can_never_be_accepted(code: str) -> None:
    (rule,) = (rule for rule in rules() if rule.code == code)
    assert rule.severity is Severity.ERROR


@RULES
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_without_details_is_still_a_sentence(rule: Rule, language: str) -> None:
    described = describe(Finding(rule.code, rule.severity), language)
    assert described.title
    assert "{" not in described.title + described.why + described.fix


def test_naming_the_rules_does_not_import_great_expectations() -> None:
    code = "import sys, validation; validation.rules(); sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
