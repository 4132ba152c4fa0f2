"""`tiger promises`: what was proposed, what became of it, and what the figure did after it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tiger_reports.cli.months import ClientId, Json, Month, asked_month
from tiger_reports.cli.output import err, print_json
from tiger_reports.model.promise import Followed, Outcome, PromiseStatus
from tiger_reports.services.months.promises import ledger, settle
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor, open_office


def promises(
    client: ClientId,
    month: Month,
    card: Annotated[str, typer.Option(help="The promise's card, to say what became of it.")] = "",
    status: Annotated[str, typer.Option(help="done, dropped or open; with --card.")] = "",
    reason: Annotated[str, typer.Option(help="Why; needed where it was dropped.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """Last month's promises as the report of a month tells of them."""
    office, period = open_office(), asked_month(month)
    if bool(card) != bool(status) or (status and status not in tuple(PromiseStatus)):
        raise typer.BadParameter(f"--card goes with --status, which is one of {', '.join(PromiseStatus)}")
    if card:
        known = next((one.outcome for one in ledger(office, local_actor(), client) if one.card == card), None)
        outcome = Outcome(card, PromiseStatus(status), reason, rev=known.rev if known else 0)
        settle(office, local_actor(), client, outcome)
    found = month_report(office, local_actor(), client, period).followed
    if as_json:
        print_json([_document(one) for one in found])
        return
    for one in found:
        err.print(f"{one.promise.status:8} {one.promise.card}  {one.effect}", style="bold", markup=False)
        err.print(f"         {one.promise.what}", markup=False)


def _document(one: Followed) -> dict[str, Any]:
    promise, change = one.promise, one.change
    return {
        "card": promise.card,
        "what": promise.what,
        "action": promise.action,
        "owner": promise.owner,
        "due": promise.due,
        "expected": {
            "words": promise.expected,
            "metric": promise.measured,
            "way": promise.way,
            "size": promise.size,
        },
        "told": promise.told,
        "status": promise.status,
        "reason": promise.outcome.reason,
        "before": change.before.amount if change else None,
        "after": change.after.amount if change else None,
        "relative": change.relative if change else None,
        "effect": one.effect,
    }


def register(app: typer.Typer) -> None:
    app.command(promises.__name__)(promises)
