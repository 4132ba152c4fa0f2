"""Commands about decks: make one, make all, hold one against the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from tiger_reports.cli.months import ClientId, Json, Month, asked_month
from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.services import decks
from tiger_reports.services.batch import make_all
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.verifying import verify_deck

Draft = Annotated[
    bool, typer.Option("--draft", help="A draft with a mark on every slide is always possible.")
]


def deck(
    client: ClientId,
    month: Month,
    out: Annotated[Path, typer.Option("-o", "--out", help="Where to write the deck.")],
    lang: Annotated[str | None, typer.Option(help="en, pl, cs or ru; else the client's.")] = None,
    xlsx: Annotated[
        Path | None, typer.Option(help="Where to write the workbook with the same figures.")
    ] = None,
    *,
    draft: Draft = False,
) -> None:
    """Write the month's deck, or refuse and list what is open."""
    office, actor, period = open_office(), local_actor(), asked_month(month)
    made = decks.export(office, actor, client, period, language=lang, draft=draft)
    out.write_bytes(made.data)
    if xlsx:
        xlsx.write_bytes(decks.appendix(office, actor, client, period, language=lang).data)
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
    office, period = open_office(), asked_month(month)
    out.mkdir(parents=True, exist_ok=True)
    refused = 0
    with Progress(console=err) as progress:
        task = progress.add_task(month, total=None)
        for made in make_all(office, local_actor(), period, draft=draft):
            progress.update(task, total=made.of, completed=made.number, description=made.client.name)
            if made.deck is not None:
                (out / made.deck.name).write_bytes(made.deck.data)
            else:
                refused += 1
                err.print(f"{made.client.name}: {made.refusal}", markup=False)
    return Exit.REFUSED if refused else Exit.DONE


def register(app: typer.Typer) -> None:
    for command in (deck, verify, batch):
        app.command(command.__name__)(command)
