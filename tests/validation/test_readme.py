"""The README says how many rules there are."""

from __future__ import annotations

from pathlib import Path

from validation import rules

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_counts_the_rules_right():
    assert f"\n{len(rules())} rules run in Great Expectations" in README.read_text("utf-8")
