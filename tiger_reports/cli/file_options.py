"""Options that commands about files share, and how they print findings."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from tiger_reports.cli.output import err
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.outline import Outline
from tiger_reports.panels.mapped import NAMEABLE
from tiger_reports.text.findings import describe

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", exists=True, dir_okay=False, help="Panel exports.")
]
Currency = Annotated[str | None, typer.Option(help="Three letters, for files that name none.")]
Year = Annotated[int | None, typer.Option(help="For files whose dates have no year.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, everything else on stderr.")]
Language = Annotated[str, typer.Option("--lang", help="Language of the findings: en, pl, cs, ru.")]


Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="HEADER=COLUMN",
        help="What a column means, for a table that no definition knows: --map Datum=day --map Kosten=spend.",
    ),
]
Channel = Annotated[
    str | None, typer.Option(help="The channel's name, for a table that no definition knows.")
]


def column_meanings(pairs: list[str] | None) -> tuple[tuple[str, str], ...]:
    """`Header=column` as pairs; a header may hold `=` itself."""
    return tuple(_meaning(pair) for pair in pairs or ())


def _meaning(pair: str) -> tuple[str, str]:
    header, _, column = pair.rpartition("=")
    if not header.strip() or column.strip() not in NAMEABLE:
        known = ", ".join(NAMEABLE)
        raise typer.BadParameter(f"{pair!r}: write HEADER=COLUMN, where COLUMN is one of {known}")
    return header.strip(), column.strip()


def currency_code(text: str | None) -> str | None:
    return text.upper() if text else None


def show_columns(outline: Outline) -> None:
    """The columns of an unknown table, each with what `--map` could say of it."""
    for column in outline.columns:
        meaning = quote(f"{column.header}={column.suggestion or '…'}")
        said = f"{column.header}: not kept" if column.personal else f"--map {meaning}"
        examples = f"   ({', '.join(column.examples)})" if column.examples else ""
        err.print(f"           {said}{examples}", markup=False)


def show_findings(findings: tuple[Finding, ...], language: str) -> None:
    for finding in findings:
        words = describe(finding, language)
        mark = "note" if finding.severity is Severity.NOTE else finding.severity.value.upper()
        place = f" ({words.where})" if words.where else ""
        err.print(f"         {mark} {finding.code}{place}: {words.title} {words.fix}", markup=False)
