"""Commands about a client's month: cards, words, approval."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import typer

from tiger_reports.cli.month_form import card_document
from tiger_reports.cli.output import err, print_json
from tiger_reports.model.card import CAUSES, Card, Comment
from tiger_reports.model.client import Actor
from tiger_reports.model.period import Period, parse_month
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.services import comments
from tiger_reports.services.months import month_report
from tiger_reports.services.office import Office, actor_for, local_actor, open_office
from tiger_reports.services.refusals import NotAllowedError, RefusedError

ClientId = Annotated[str, typer.Option("--client", help="The client's short name.")]
Month = Annotated[str, typer.Option(help="YYYY-MM.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def cards(client: ClientId, month: Month, *, as_json: Json = False) -> None:
    """Changes that deserve an expert's words, with the evidence."""
    report = with_data(month_report(open_office(), local_actor(), client, asked_month(month)))
    if as_json:
        print_json([card_document(card) for card in report.cards])
        return
    for card in report.cards:
        err.print(
            f"{card.state:9} {card.key}  {'blocks' if card.blocking else ''}", style="bold", markup=False
        )
        err.print(f"          {card.sentence}", markup=False)


def comment(  # noqa: PLR0913, PLR0917  (one option a field)
    client: ClientId,
    month: Month,
    card: Annotated[str, typer.Option(help="The card's key, as `tiger cards` prints it.")],
    cause: Annotated[str, typer.Option(help=f"One of {', '.join(CAUSES)}.")],
    text: Annotated[str, typer.Option(help="The cause in the client's language.")],
    solution: Annotated[str, typer.Option(help="What is proposed, or why nothing can be.")] = "",
    owner: Annotated[str, typer.Option()] = "",
    due: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    *,
    no_solution: Annotated[bool, typer.Option("--no-solution")] = False,
) -> None:
    """Fill a card."""
    if cause not in CAUSES:
        raise typer.BadParameter(f"--cause is one of {', '.join(CAUSES)}")
    office = open_office()
    found = _card(office, client, asked_month(month), card)
    words = replace(
        found.comment or Comment(card=found.key),
        cause_tag=cause,
        cause=text,
        solution=solution,
        no_solution=no_solution,
        owner=owner,
        due=due.date() if due else None,
        before=found.change.before.amount,
        after=found.change.after.amount,
    )
    saved = comments.save_comment(office, local_actor(), client, words)
    if saved.rejected:
        raise RefusedError("comment_changed")
    err.print(f"{found.key}: saved, revision {saved.stored.rev}", markup=False)


def approve(
    client: ClientId,
    month: Month,
    email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="The lead who approves.")],
) -> None:
    """The lead's step: nothing may be open."""
    office = open_office()
    comments.approve_month(office, _lead(office, email), client, asked_month(month))
    err.print(f"{client} {month}: approved by {email}", markup=False)


def asked_month(text: str) -> Period:
    try:
        return parse_month(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def with_data(report: MonthReport) -> MonthReport:
    if report.state is MonthState.NO_DATA:
        raise RefusedError("no_data")
    return report


def _card(office: Office, client: str, month: Period, key: str) -> Card:
    report = month_report(office, local_actor(), client, month)
    found = next((card for card in report.cards if card.key == key), None)
    if found is None:
        raise RefusedError("card_unknown", {"card": key})
    return found


def _lead(office: Office, email: str) -> Actor:
    actor = actor_for(office, email)
    if actor is None:
        raise NotAllowedError("user_unknown")
    return actor


def register(app: typer.Typer) -> None:
    for command in (cards, comment, approve):
        app.command(command.__name__)(command)
