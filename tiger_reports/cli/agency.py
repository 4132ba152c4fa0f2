"""Commands about clients."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from tiger_reports.cli.output import err, print_json
from tiger_reports.model.client import Client
from tiger_reports.services import clients
from tiger_reports.services.office import local_actor, open_office

client_app = typer.Typer(help="Clients of the agency.", no_args_is_help=True)


@client_app.command("add")
def add(  # noqa: PLR0913, PLR0917  (one option a field)
    client_id: Annotated[str, typer.Argument(metavar="ID", help="Short name: letters, digits, hyphens.")],
    name: Annotated[str, typer.Option(help="The client's name as it stands on slides.")],
    start: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First day of the cooperation.")],
    currency: Annotated[str, typer.Option(help="Three letters, for example PLN.")],
    language: Annotated[str, typer.Option(help="Language of the decks: en, pl, cs, ru.")],
    timezone: Annotated[str, typer.Option()] = "Europe/Warsaw",
    country: Annotated[str, typer.Option(help="Two letters; whose holidays count.")] = "PL",
) -> None:
    """Add a client."""
    client = Client(
        client_id, name, start.date(), currency.upper(), language, timezone=timezone, country=country.upper()
    )
    added = clients.add_client(open_office(), local_actor(), client)
    err.print(f"{added.id}: {added.name}", markup=False)


@client_app.command("list")
def listed(*, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the clients."""
    found = clients.list_clients(open_office(), local_actor())
    if as_json:
        print_json(found)
    for client in found if not as_json else ():
        err.print(
            f"{client.id}  {client.name}  {client.start}  {client.currency}  {client.language}", markup=False
        )


def register(app: typer.Typer) -> None:
    app.add_typer(client_app, name="client")
