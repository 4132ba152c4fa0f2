"""`tiger changes`: what moved since a month was approved or sent, and what becomes of the report."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tiger_reports.cli.months import ClientId, Json, Month, asked_month
from tiger_reports.cli.output import err, print_json
from tiger_reports.model.client import Actor
from tiger_reports.model.restated import Decision, MovedDay, MovedFigure, Restated, Way
from tiger_reports.services.measuring.restating import changes as changes_of
from tiger_reports.services.measuring.restating import decide
from tiger_reports.services.office import Office, actor_for, local_actor, open_office
from tiger_reports.services.refusals import NotAllowedError


def changes(
    client: ClientId,
    month: Month,
    way: Annotated[str, typer.Option(help="Decide: footnote, reissue or keep.")] = "",
    reason: Annotated[str, typer.Option(help="Why; needed to keep the report as it is.")] = "",
    email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="Who decides.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """What changed since the month's report was approved or sent."""
    if way and way not in tuple(Way):
        raise typer.BadParameter(f"--way is one of {', '.join(Way)}")
    office, period = open_office(), asked_month(month)
    actor = _actor(office, email)
    if way:
        decide(office, actor, client, period, Way(way), reason)
    found = changes_of(office, actor, client, period)
    if as_json:
        print_json({"client": client, "month": period.month_key, **_document(found)})
        return
    if found is None:
        err.print("Nothing changed since.", markup=False)
        return
    for figure in found.figures:
        moved = f"{figure.before} -> {figure.after}"
        err.print(f"{figure.metric:18} {figure.period.month_key}  {moved}", markup=False)
    err.print(f"{found.cells_moved} of {found.cells} campaign-days differ", markup=False)


def _actor(office: Office, email: str) -> Actor:
    actor = actor_for(office, email) if email else local_actor()
    if actor is None:
        raise NotAllowedError("user_unknown")
    return actor


def _document(found: Restated | None) -> dict[str, Any]:
    if found is None:
        return {"changed": False, "figures": [], "days": [], "campaign_days": []}
    return {
        "changed": True,
        "since": found.since,
        "version": found.version,
        "deck": found.deck.file if found.deck else None,
        "figures": [_figure(moved) for moved in found.figures],
        "days": [_day(moved) for moved in found.days],
        "campaign_days": [_day(moved) for moved in found.parts],
        "campaign_days_moved": found.cells_moved,
        "campaign_days_known": found.cells,
        "decided": found.decided,
        "decision": _decision(found.decision),
    }


def _figure(moved: MovedFigure) -> dict[str, Any]:
    return {
        "metric": moved.metric,
        "month": moved.period.month_key,
        "before": moved.before,
        "after": moved.after,
    }


def _day(moved: MovedDay) -> dict[str, Any]:
    place = {"channel": moved.channel, "campaign": moved.campaign} if moved.channel else {}
    return {
        "day": moved.day,
        **place,
        "measure": moved.measure,
        "before": moved.before,
        "after": moved.after,
    }


def _decision(one: Decision | None) -> dict[str, Any] | None:
    return {"way": one.way, "who": one.who, "at": one.at, "reason": one.reason} if one else None


def register(app: typer.Typer) -> None:
    app.command(changes.__name__)(changes)
