"""Commands about decks: make one, make all, hold one against the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from tiger_reports.cli.figures import Month as OneMonth
from tiger_reports.cli.figures import Of, Quarter, Year, one_period
from tiger_reports.cli.months import ClientId, Json, Month, asked_month
from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.model.client import LANGUAGES
from tiger_reports.services.clients import list_clients
from tiger_reports.services.delivery import decks, tiger_decks
from tiger_reports.services.delivery.batch import FAULT, make_all, own_name
from tiger_reports.services.delivery.verifying import verify_deck
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.figures import asked_quarter, asked_year
from tiger_reports.services.wording import refusal_words

Draft = Annotated[
    bool, typer.Option("--draft", help="A draft with a mark on every slide is always possible.")
]


def deck(  # noqa: PLR0913, PLR0917  (one option a field)
    client: ClientId,
    out: Annotated[Path, typer.Option("-o", "--out", help="Where to write the deck.")],
    month: OneMonth = "",
    quarter: Quarter = None,
    of: Of = None,
    year: Year = None,
    lang: Annotated[str | None, typer.Option(help="en, pl, cs or ru; else the client's.")] = None,
    xlsx: Annotated[
        Path | None, typer.Option(help="Where to write the workbook with the same figures.")
    ] = None,
    *,
    draft: Draft = False,
    appendix: Annotated[
        bool, typer.Option("--appendix", help="A year's deck, or that of quarter 4, with its appendix.")
    ] = False,
    main: Annotated[
        int, typer.Option("--main", min=1, help="Most slides of a year's main part.")
    ] = tiger_decks.MAIN_SLIDES,
) -> None:
    """Write the deck of a month, or of the cooperation's quarter or year, or refuse and list what is open.

    The deck of quarter 4 tells the quarter in a few slides and goes on with the annual deck.
    """
    one_period(month, quarter, of, year)
    if lang is not None and lang not in LANGUAGES:
        raise typer.BadParameter(f"--lang is one of {', '.join(LANGUAGES)}")
    office, actor = open_office(), local_actor()
    if not month:
        asked = asked_year(year) if year else asked_quarter(office, actor, client, quarter or 1, of)
        made = tiger_decks.export(
            office, actor, client, asked, language=lang, draft=draft, appendix=appendix, most=main
        )
        book = tiger_decks.workbook(office, actor, client, asked, language=lang) if xlsx else None
    else:
        period = asked_month(month)
        made = decks.export(office, actor, client, period, language=lang, draft=draft)
        book = decks.appendix(office, actor, client, period, language=lang) if xlsx else None
    out.write_bytes(made.data)
    if xlsx and book:
        xlsx.write_bytes(book.data)
    err.print(f"{out}: {len(made.data):,} bytes", markup=False)


def verify(
    file: Annotated[Path, typer.Argument(metavar="DECK", exists=True, dir_okay=False)],
    *,
    as_json: Json = False,
) -> int:
    """Check a deck's package, and name figures that no longer match the store."""
    found = verify_deck(open_office(), local_actor(), file.read_bytes())
    if as_json:
        print_json(found)
    else:
        for fault in found.faults:
            err.print(f"fault: {fault}", markup=False)
        for change in found.changed:
            err.print(f"changed: {change.metric} {change.period} {change.text}", markup=False)
    return Exit.DONE if found.ok else Exit.REFUSED


def batch(
    month: Month,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the decks.")],
    *,
    draft: Draft = False,
) -> int:
    """Make every client's deck; a client that is refused is named and the others go on."""
    office, actor, period = open_office(), local_actor(), asked_month(month)
    out.mkdir(parents=True, exist_ok=True)
    names = {client.id: client.name for client in list_clients(office, actor)}
    taken: set[str] = set()
    refused: list[RefusedError] = []
    with Progress(console=err) as progress:
        task = progress.add_task(month, total=len(names))
        for made in make_all(office, actor, tuple(names), period, draft=draft):
            name = names[made.client_id]
            progress.update(task, advance=1, description=name)
            if made.deck is not None:
                (out / own_name(made.deck.name, made.client_id, taken)).write_bytes(made.deck.data)
            if made.refused is not None:
                refused.append(made.refused)
                err.print(f"{name}: {refusal_words(made.refused, 'en').whole}", markup=False)
    if any(one.code == FAULT for one in refused):
        return Exit.FAULT
    return Exit.REFUSED if refused else Exit.DONE


def register(app: typer.Typer) -> None:
    for command in (deck, verify, batch):
        app.command(command.__name__)(command)
