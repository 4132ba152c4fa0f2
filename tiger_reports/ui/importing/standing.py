"""How a waiting file stands: what stops it, and in which order a person meets its findings."""

from __future__ import annotations

from enum import StrEnum

from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import Staged


class Standing(StrEnum):
    READY = "ready"
    TO_ACCEPT = "to_accept"  # blocking findings that a person may accept
    STOPPED = "stopped"


CHIPS = {Standing.READY: "better", Standing.TO_ACCEPT: "warn", Standing.STOPPED: "worse"}


def standing(file: Staged) -> Standing:
    left = {finding.severity for finding in file.open_findings}
    if Severity.ERROR in left:
        return Standing.STOPPED
    return Standing.TO_ACCEPT if left else Standing.READY


def by_severity(file: Staged) -> tuple[tuple[Severity, tuple[Finding, ...]], ...]:
    """Findings grouped by what a person can do about them, worst first."""
    groups = ((severity, tuple(f for f in file.findings if f.severity is severity)) for severity in Severity)
    return tuple((severity, found) for severity, found in groups if found)


def codes(findings: tuple[Finding, ...]) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Findings of one code together, in the order in which they came."""
    order = dict.fromkeys(finding.code for finding in findings)
    return tuple((code, tuple(f for f in findings if f.code == code)) for code in order)
