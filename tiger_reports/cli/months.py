"""Commands that show a client's month: figures, and the cards that ask for words."""

from __future__ import annotations

from typing import Annotated

import typer

from tiger_reports.cli.month_form import card_document, day_documents, figures_document
from tiger_reports.cli.output import err, print_json
from tiger_reports.commentary.sentence import Voice
from tiger_reports.model.period import Period, parse_month
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.services.months import daily, month_report
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import RefusedError

ClientId = Annotated[str, typer.Option("--client", help="The client's short name.")]
Month = Annotated[str, typer.Option(help="YYYY-MM.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
DAILY = ("spend", "impressions", "clicks", "link_clicks", "conversions", "conversion_value")


def figures(
    client: ClientId,
    month: Month,
    by: Annotated[str, typer.Option(help="channel, campaign or day.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """Metrics of a month with both comparisons."""
    if by not in ("", "channel", "campaign", "day"):
        raise typer.BadParameter("--by is channel, campaign or day")
    office, period = open_office(), asked_month(month)
    report = with_data(month_report(office, local_actor(), client, period))
    document = figures_document(report, by)
    if by == "day":
        present = [figure.metric for figure in report.figures if figure.metric in DAILY]
        document["by_day"] = {
            key: day_documents(daily(office, local_actor(), client, period, key)) for key in present
        }
    if as_json:
        print_json(document)
        return
    for figure in document["figures"]:
        err.print(f"{figure['metric']:18} {figure['value']}  {figure['previous']['relative']}", markup=False)


def cards(client: ClientId, month: Month, *, as_json: Json = False) -> None:
    """Changes that deserve an expert's words, with the evidence."""
    report = with_data(month_report(open_office(), local_actor(), client, asked_month(month)))
    if as_json:
        voice = Voice(report.client.language, report.client.currency)
        print_json([card_document(card, voice) for card in report.cards])
        return
    for card in report.cards:
        err.print(
            f"{card.state:9} {card.key}  {'blocks' if card.blocking else ''}", style="bold", markup=False
        )
        err.print(f"          {card.sentence}", markup=False)
        if card.missing:
            err.print(f"          missing: {', '.join(card.missing)}", markup=False)


def asked_month(text: str) -> Period:
    try:
        return parse_month(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def with_data(report: MonthReport) -> MonthReport:
    if report.state is MonthState.NO_DATA:
        raise RefusedError("no_data")
    return report


def register(app: typer.Typer) -> None:
    for command in (figures, cards):
        app.command(command.__name__)(command)
