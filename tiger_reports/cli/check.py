"""`tiger check`: look at panel files without any client or store."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import track

from tiger_reports.cli.file_form import check_document
from tiger_reports.cli.file_options import (
    Channel,
    Currency,
    Files,
    Json,
    Language,
    Map,
    Year,
    column_meanings,
    currency_code,
    show_columns,
    show_findings,
)
from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.services.clock import wall_clock
from tiger_reports.services.importing.checking import FileCheck, check_file
from tiger_reports.services.importing.options import Options
from tiger_reports.services.reading import Reader


def check(  # noqa: PLR0913, PLR0917  (one parameter an option)
    files: Files,
    panel: Annotated[str | None, typer.Option(help="Read the file as this panel's.")] = None,
    currency: Currency = None,
    year: Year = None,
    columns: Map = None,
    channel: Channel = None,
    lang: Language = "en",
    *,
    as_json: Json = False,
) -> int:
    """Read and check files without any client or store."""
    options = Options(
        panel=panel,
        currency=currency_code(currency),
        year=year,
        mapping=column_meanings(columns),
        channel=channel,
    )
    reader = Reader()
    today = wall_clock().date()
    turns = track(files, "check", console=err, transient=True)
    found = [check_file(reader, path, options, today) for path in turns]
    reader.close()
    if as_json:
        print_json([check_document(one, lang) for one in found])
    for one in found if not as_json else ():
        _show(one, lang)
    return Exit.DONE if all(one.ok for one in found) else Exit.REFUSED


def _show(one: FileCheck, language: str) -> None:
    err.print(f"{'ok      ' if one.ok else 'REFUSED '} {one.name}", style="bold", markup=False)
    for table in one.tables:
        read = table.read
        err.print(
            f"         {read.panel} {read.report}, {read.rows} rows, {read.currency or '?'}", markup=False
        )
    show_findings(one.findings, language)
    for outline in () if one.tables else one.outlines:
        show_columns(outline)


def register(app: typer.Typer) -> None:
    app.command("check")(check)
