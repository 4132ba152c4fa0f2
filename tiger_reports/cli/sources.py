"""Commands about where figures come from: trace one to its rows, choose between sources that disagree."""

from __future__ import annotations

from typing import Annotated

import typer

from tiger_reports.cli.months import ClientId, Json, Month, asked_month
from tiger_reports.cli.output import err, print_json
from tiger_reports.cli.source_form import choice_document, trace_document
from tiger_reports.model.change import Scope
from tiger_reports.model.row_ranges import ranges_text
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.sources import choose_source
from tiger_reports.services.tracing import sources_of

MOST_RANGES = 12
Channel = Annotated[
    str, typer.Option(help="A panel, for example meta-ads; all channels where none is named.")
]


def trace(
    client: ClientId,
    month: Month,
    metric: Annotated[str, typer.Option(help="The figure, for example spend.")],
    channel: Channel = "",
    campaign: Annotated[str, typer.Option(help="A campaign of that channel.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """Lead a figure back to its files and rows."""
    if campaign and not channel:
        raise typer.BadParameter("--campaign needs the --channel that it runs in")
    scope = Scope(channel, campaign)
    found = sources_of(open_office(), local_actor(), client, asked_month(month), metric, scope)
    if as_json:
        print_json(trace_document(found))
        return
    err.print(f"{metric} {scope.key}: {found.value.amount}", style="bold", markup=False)
    for file in found.files:
        sums = ", ".join(f"{measure} {amount:.12g}" for measure, amount in file.amounts.items())
        err.print(f"  {file.file}: rows {ranges_text(file.rows, MOST_RANGES)}; {sums}", markup=False)


def source(  # noqa: PLR0913  (one parameter an option)
    client: ClientId,
    month: Month,
    channel: Channel,
    use: Annotated[str, typer.Option(help="The source, as `tiger figures --json` names it under `source`.")],
    reason: Annotated[str, typer.Option(help="Why it counts; printed in the deck.")],
    account: Annotated[str, typer.Option(help="Of which account, where the channel has several.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """Choose the source that counts, where two of them disagree."""
    made = choose_source(
        open_office(), local_actor(), client, asked_month(month), (channel, account), use, reason
    )
    if as_json:
        print_json(choice_document(made))
        return
    err.print(f"{client} {month} {channel}: {made.origin.key}", markup=False)


def register(app: typer.Typer) -> None:
    for command in (trace, source):
        app.command(command.__name__)(command)
