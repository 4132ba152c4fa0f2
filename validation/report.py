"""What a run of the checks gives back."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.finding import Finding


class BrokenRuleError(RuntimeError):
    """A rule that the engine could not run: the rule is at fault, not the file."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"rule {code!r} in validation/rules.toml could not be run: {reason}")
        self.code = code


@dataclass(frozen=True)
class CheckReport:
    """`run` counts the rules that applied to the file, failed or not."""

    run: int
    findings: tuple[Finding, ...]
