"""`tiger import`: check panel files and store them for a client."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import track

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
    show_findings,
)
from tiger_reports.cli.import_form import import_document
from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.model.period import Period, parse_month
from tiger_reports.services.importing.files import Imported, import_file
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.office import local_actor, open_office


def import_(  # noqa: PLR0913, PLR0917  (one parameter an option)
    files: Files,
    client: Annotated[str, typer.Option(help="The client's short name.")],
    currency: Currency = None,
    year: Year = None,
    columns: Map = None,
    channel: Channel = None,
    month: Annotated[str | None, typer.Option(help="The month meant, YYYY-MM.")] = None,
    accept: Annotated[list[str] | None, typer.Option(help="Code of a finding to accept.")] = None,
    reason: Annotated[str, typer.Option(help="Why it is accepted; printed in the deck.")] = "",
    lang: Language = "en",
    *,
    as_json: Json = False,
) -> int:
    """Check files, then store them; the same file twice changes nothing.

    What --map says is remembered for the client: the next file with the same headers needs none.
    """
    options = Options(
        currency=currency_code(currency),
        year=year,
        month=_month(month),
        mapping=column_meanings(columns),
        channel=channel,
    )
    office, actor = open_office(), local_actor()
    waivers = dict.fromkeys(accept or (), reason)
    found = [
        import_file(office, actor, client, NewFile(path.name, path.read_bytes()), options, waivers)
        for path in track(files, "import", console=err, transient=True)
    ]
    office.reader.close()
    if as_json:
        print_json([import_document(one, lang) for one in found])
    for one in found if not as_json else ():
        _show(one, lang)
    return Exit.DONE if all(one.ok for one in found) else Exit.REFUSED


def _month(text: str | None) -> Period | None:
    try:
        return parse_month(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _show(one: Imported, language: str) -> None:
    word = "stored  " if one.stored else "same    " if one.ok else "REFUSED "
    err.print(f"{word} {one.name}", style="bold", markup=False)
    show_findings(one.findings, language)


def register(app: typer.Typer) -> None:
    app.command("import")(import_)
