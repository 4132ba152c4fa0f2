"""The cards of a client's month that ask for words."""

from __future__ import annotations

from typing import Annotated

import typer

from tiger_reports.cli.month_form import card_document
from tiger_reports.cli.output import err, print_json
from tiger_reports.commentary.sentence import Voice
from tiger_reports.model.card import Card, Duty
from tiger_reports.model.period import Period, parse_month
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text import phrase

ClientId = Annotated[str, typer.Option("--client", help="The client's short name.")]
Month = Annotated[str, typer.Option(help="YYYY-MM.")]
SPOKEN = "en"
"""The language of the command line itself; the evidence is told in the client's."""
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def cards(client: ClientId, month: Month, *, as_json: Json = False) -> None:
    """Changes that deserve an expert's words, with the evidence."""
    report = with_data(month_report(open_office(), local_actor(), client, asked_month(month)))
    if as_json:
        voice = Voice(report.client.language, report.client.currency)
        print_json([card_document(card, voice) for card in report.cards])
        return
    for card in report.cards:
        err.print(f"{card.key}  {_standing(card)}", style="bold", markup=False)
        err.print(f"  {card.sentence}", markup=False)
        if card.missing:
            asked = ", ".join(phrase(f"missing.{name}", SPOKEN) for name in card.missing)
            err.print(f"  still needed: {asked}", markup=False)


def _standing(card: Card) -> str:
    """The state of its words as the pages name it; of normal variation whether somebody ticked it."""
    if card.duty is Duty.NOTICE:
        ticked = "seen" if card.state.explained else "to tick"
        return f"[within normal variation, {ticked}]"
    blocks = ", blocks the deck" if card.blocking else ""
    return f"[{phrase(f'card_state.{card.state}', SPOKEN)}{blocks}]"


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
    app.command("cards")(cards)
