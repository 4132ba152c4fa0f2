"""Options that commands about files share, and how they print findings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tiger_reports.cli.output import err
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.text.findings import describe

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", exists=True, dir_okay=False, help="Panel exports.")
]
Currency = Annotated[str | None, typer.Option(help="Three letters, for files that name none.")]
Year = Annotated[int | None, typer.Option(help="For files whose dates have no year.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, everything else on stderr.")]
Language = Annotated[str, typer.Option("--lang", help="Language of the findings: en, pl, cs, ru.")]


def currency_code(text: str | None) -> str | None:
    return text.upper() if text else None


def show_findings(findings: tuple[Finding, ...], language: str) -> None:
    for finding in findings:
        words = describe(finding, language)
        mark = "note" if finding.severity is Severity.NOTE else finding.severity.value.upper()
        place = f" ({words.where})" if words.where else ""
        err.print(f"         {mark} {finding.code}{place}: {words.title} {words.fix}", markup=False)
