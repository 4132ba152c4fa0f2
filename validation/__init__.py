"""Checks of normalised rows. The rules are data (`rules.toml`); Great Expectations runs them.

`check` imports Great Expectations when it is first called: that takes seconds and belongs in the
long-lived process that reads uploads, not in a page.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from validation.later import later
from validation.report import CheckReport
from validation.rule import Rule, rules

if TYPE_CHECKING:
    import pyarrow as pa

    from tiger_reports.model.check import Expected, Subject

__all__ = ["CheckReport", "Rule", "check", "rules"]


def check(frame: pa.Table, subject: Subject, expected: Expected) -> CheckReport:
    """Run every rule that applies to `frame` (columns of `model.fact.COLUMNS`) and report what it found.

    Raises `validation.report.BrokenRuleError` where a rule cannot be run: that is our fault, and a file
    that was not checked must not pass as checked.
    """
    _before_great_expectations()
    from validation.suite import run

    return run(frame, subject, expected)


@cache
def _before_great_expectations() -> None:
    """What it reads while it is imported."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"  # nothing is sent anywhere
    later("scipy.stats")  # only expectations about distributions need it
