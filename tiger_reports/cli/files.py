"""Commands about panel files: look at them, store them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from tiger_reports.cli.file_form import check_document, import_document
from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.period import Period, parse_month
from tiger_reports.services.checking import FileCheck, check_file
from tiger_reports.services.importing import Imported, import_file
from tiger_reports.services.office import local_actor, open_office, wall_clock
from tiger_reports.services.options import NewFile, Options
from tiger_reports.services.reading import Reader
from tiger_reports.text.findings import describe

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Panel exports.")]
Panel = Annotated[str | None, typer.Option(help="Read the file as this panel's.")]
Currency = Annotated[str | None, typer.Option(help="Three letters, for files that name none.")]
Year = Annotated[int | None, typer.Option(help="For files whose dates have no year.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, everything else on stderr.")]
Language = Annotated[str, typer.Option("--lang", help="Language of the findings: en, pl, cs, ru.")]


def check(
    files: Files,
    panel: Panel = None,
    currency: Currency = None,
    year: Year = None,
    lang: Language = "en",
    *,
    as_json: Json = False,
) -> int:
    """Read and check files without any client or store."""
    options = Options(panel=panel, currency=_upper(currency), year=year)
    reader = Reader()
    reader.warm()
    today = wall_clock().date()
    found = [
        check_file(reader, path, options, today)
        for path in track(files, "check", console=err, transient=True)
    ]
    reader.close()
    if as_json:
        print_json([check_document(one, lang) for one in found])
    else:
        for one in found:
            _show_check(one, lang)
    return Exit.DONE if all(one.ok for one in found) else Exit.REFUSED


def import_(  # noqa: PLR0913  (one parameter an option)
    files: Files,
    client: Annotated[str, typer.Option(help="The client's short name.")],
    currency: Currency = None,
    year: Year = None,
    month: Annotated[
        str | None, typer.Option(help="The month meant, YYYY-MM; other files are refused.")
    ] = None,
    accept: Annotated[
        list[str] | None, typer.Option(help="Code of a finding to accept; may be repeated.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why it is accepted; printed in the deck.")] = "",
    lang: Language = "en",
    *,
    as_json: Json = False,
) -> int:
    """Check files, then store them; the same file twice changes nothing."""
    options = Options(currency=_upper(currency), year=year, month=_month(month))
    office, actor = open_office(), local_actor()
    waivers = dict.fromkeys(accept or (), reason)
    found = [
        import_file(office, actor, client, NewFile(path.name, _bytes(path)), options, waivers)
        for path in track(files, "import", console=err, transient=True)
    ]
    office.reader.close()
    if as_json:
        print_json([import_document(one, lang) for one in found])
    else:
        for one in found:
            _show_import(one, lang)
    return Exit.DONE if all(one.ok for one in found) else Exit.REFUSED


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}") from error


def _upper(currency: str | None) -> str | None:
    return currency.upper() if currency else None


def _month(text: str | None) -> Period | None:
    try:
        return parse_month(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _show_check(one: FileCheck, language: str) -> None:
    err.print(f"{'ok      ' if one.ok else 'REFUSED '} {one.name}", style="bold", markup=False)
    for table in one.tables:
        read = table.read
        err.print(
            f"         {read.panel} {read.report}, {read.rows} rows, {read.currency or '?'}", markup=False
        )
    _show_findings(one.findings, language)


def _show_import(one: Imported, language: str) -> None:
    word = "stored  " if one.stored else "same    " if one.ok else "REFUSED "
    err.print(f"{word} {one.name}", style="bold", markup=False)
    _show_findings(one.findings, language)


def _show_findings(findings: tuple[Finding, ...], language: str) -> None:
    for finding in findings:
        words = describe(finding, language)
        mark = "note" if finding.severity is Severity.NOTE else finding.severity.value.upper()
        err.print(f"         {mark} {finding.code} ({words.where}): {words.title} {words.fix}", markup=False)


def register(app: typer.Typer) -> None:
    app.command("check")(check)
    app.command("import")(import_)
