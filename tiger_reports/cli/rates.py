"""`tiger rate`: the client's register of rates of currencies."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer

from tiger_reports.cli.output import err, print_json
from tiger_reports.model.period import Period
from tiger_reports.model.terms import Rate
from tiger_reports.services.clients import get_client
from tiger_reports.services.measuring import rates
from tiger_reports.services.office import local_actor, open_office

rate_app = typer.Typer(help="Rates of currencies, as they were read somewhere.", no_args_is_help=True)
ClientId = Annotated[str, typer.Option("--client", help="The client's short name.")]
Day = typer.Option(formats=["%Y-%m-%d"])


@rate_app.command("add")
def add(
    client: ClientId,
    base: Annotated[str, typer.Option("--from", help="Currency of the files, for example EUR.")],
    rate: Annotated[
        str, typer.Option(help="What one unit costs in the report's currency, for example 4.2654.")
    ],
    first: Annotated[datetime, Day],
    last: Annotated[datetime, Day],
    source: Annotated[str, typer.Option(help="Where and when the rate was read.")],
) -> None:
    """Write a rate down."""
    if last < first:
        raise typer.BadParameter("--last comes before --first")
    try:
        value = Decimal(rate)
    except InvalidOperation as malformed:
        raise typer.BadParameter("--rate is a number such as 4.2654") from malformed
    office, actor = open_office(), local_actor()
    quote = get_client(office, actor, client).currency
    days = Period(first.date(), last.date() + timedelta(1))
    made = rates.add(office, actor, client, Rate(base.upper(), quote, value, days, source))
    err.print(f"{made.id}: 1 {made.base} = {made.rate} {made.quote}", markup=False)


@rate_app.command("list")
def listed(
    client: ClientId, *, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False
) -> None:
    """List the client's rates."""
    found = rates.listed(open_office(), local_actor(), client)
    if as_json:
        print_json([_document(rate) for rate in found])
    for rate in found if not as_json else ():
        days = f"{rate.days.start} .. {rate.days.last_day}"
        err.print(f"{rate.id}  1 {rate.base} = {rate.rate} {rate.quote}  {days}  {rate.source}", markup=False)


@rate_app.command("remove")
def remove(client: ClientId, rate_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Take a rate back; money that needed it has no total any more."""
    rates.remove(open_office(), local_actor(), client, rate_id)


def _document(rate: Rate) -> dict[str, Any]:
    return {
        "id": rate.id,
        "from": rate.base,
        "to": rate.quote,
        "rate": str(rate.rate),
        "first": rate.days.start,
        "last": rate.days.last_day,
        "source": rate.source,
        "who": rate.who,
        "at": rate.at,
    }


def register(app: typer.Typer) -> None:
    app.add_typer(rate_app, name="rate")
