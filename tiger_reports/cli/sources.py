"""Commands about where figures come from: trace one to its rows, choose between sources that disagree."""

from __future__ import annotations

from typing import Annotated

import typer

from tiger_reports.cli.figures import Month as OneMonth
from tiger_reports.cli.figures import Of, Quarter, Year, one_period
from tiger_reports.cli.months import ClientId, Json, Month, asked_month
from tiger_reports.cli.output import err, print_json
from tiger_reports.cli.source_form import choice_document, trace_document
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period, parse_period
from tiger_reports.model.row_ranges import ranges_text
from tiger_reports.services.delivery.tracing import sources_of
from tiger_reports.services.importing.sources import choose_source
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.tiger_year.figures import asked_quarter, asked_year, period_of

MOST_RANGES = 12
Channel = Annotated[
    str, typer.Option(help="A panel, for example meta-ads; all channels where none is named.")
]


def trace(  # noqa: PLR0913, PLR0917  (one parameter an option)
    client: ClientId,
    metric: Annotated[str, typer.Option(help="The figure, for example spend.")],
    month: OneMonth = "",
    quarter: Quarter = None,
    of: Of = None,
    year: Year = None,
    days: Annotated[
        str, typer.Option(help="First and last day of a month of the cooperation: YYYY-MM-DD/YYYY-MM-DD.")
    ] = "",
    channel: Channel = "",
    campaign: Annotated[str, typer.Option(help="A campaign of that channel.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """Lead a figure of a month, or of the cooperation's quarter or year, back to its files and rows."""
    if campaign and not channel:
        raise typer.BadParameter("--campaign needs the --channel that it runs in")
    scope = Scope(channel, campaign)
    office, actor = open_office(), local_actor()
    if days:
        if month or quarter or year:
            raise typer.BadParameter("--days goes with no other period")
        period = _days(days)
    else:
        one_period(month, quarter, of, year)
        if month:
            period = asked_month(month)
        else:
            asked = asked_year(year) if year else asked_quarter(office, actor, client, quarter or 1, of)
            period = period_of(office, actor, client, asked)
    found = sources_of(office, actor, client, period, metric, scope)
    if as_json:
        print_json(trace_document(found))
        return
    err.print(f"{metric} {scope.key}: {found.value.amount}", style="bold", markup=False)
    for file in found.files:
        sums = ", ".join(f"{measure} {amount:.12g}" for measure, amount in file.amounts.items())
        err.print(f"  {file.file}: rows {ranges_text(file.rows, MOST_RANGES)}; {sums}", markup=False)


def _days(text: str) -> Period:
    try:
        return parse_period(text)
    except ValueError as error:
        raise typer.BadParameter(f"--days: {error}") from error


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
