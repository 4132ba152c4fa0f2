"""`tiger periods` counts a cooperation's months, quarters and years; `pause` and `restart` interrupt it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import typer

from tiger_reports.cli.output import err, print_json
from tiger_reports.model.cooperation import Meeting, Pause
from tiger_reports.model.tiger_year import baseline, months, quarters, tiger_year
from tiger_reports.services import cooperation
from tiger_reports.services.clients import get_client
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import RefusedError

Document = dict[str, list[dict[str, Any]]]
ClientId = Annotated[str, typer.Option("--client", help="The client's short name.")]
DAY = ["%Y-%m-%d"]


def periods(
    start: Annotated[datetime | None, typer.Option(formats=DAY, help="First day of the cooperation.")] = None,
    client: Annotated[str, typer.Option(help="A client's own start, pauses and meetings instead.")] = "",
    years: Annotated[int, typer.Option(min=1, max=30)] = 2,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tiger months, quarters and years, counted from the first day of the cooperation; all days inclusive."""
    if (start is None) is (not client):
        raise typer.BadParameter("give --start YYYY-MM-DD or --client ID")
    document = _periods(start.date(), years) if start else _of_client(client, years)
    if as_json:
        print_json(document)
        return
    for name, found in document.items():
        err.print(name, style="bold")
        for entry in found:
            err.print("  " + "  ".join(str(value) for value in entry.values()), markup=False)


def pause(
    client: ClientId,
    first: Annotated[datetime, typer.Option("--from", formats=DAY, help="First day of the pause.")],
    reason: Annotated[str, typer.Option(help="Why; it is kept in the log.")],
    last: Annotated[datetime | None, typer.Option("--to", formats=DAY, help="Last day, if known.")] = None,
) -> None:
    """Pause a cooperation: nothing is expected and nothing compared."""
    end = date.fromordinal(last.toordinal() + 1) if last else None
    made = cooperation.pause(open_office(), local_actor(), client, first.date(), reason, end)
    err.print(f"{client}: paused from {made.start}", markup=False)


def restart(
    client: ClientId,
    day: Annotated[datetime, typer.Option("--on", formats=DAY, help="First day of work again.")],
    *,
    new_count: Annotated[bool, typer.Option(help="Count the Tiger Year anew from this day.")] = False,
) -> None:
    """End the pause that lasts."""
    office, actor = open_office(), local_actor()
    lasting = [one for one in cooperation.pauses(office, actor, client) if one.end is None]
    if not lasting:
        raise RefusedError("pause_unknown")
    saved = cooperation.restart(office, actor, client, lasting[-1].id, day.date(), new_count=new_count)
    err.print(f"{client}: at work again on {day.date()}, counted from {saved.start}", markup=False)


def _of_client(client_id: str, years: int) -> Document:
    office, actor = open_office(), local_actor()
    client = get_client(office, actor, client_id)
    return {
        **_periods(client.start, years),
        "pauses": [pause_document(one) for one in cooperation.pauses(office, actor, client_id)],
        "meetings": [_meeting(one) for one in cooperation.meetings(office, actor, client_id)],
    }


def _periods(start: date, years: int) -> Document:
    before = baseline(start)
    return {
        "baseline": [{"start": before.start, "end": before.last_day}],
        "years": [
            {"year": n, "start": tiger_year(start, n).start, "end": tiger_year(start, n).last_day}
            for n in range(1, years + 1)
        ],
        "quarters": [
            {"year": q.year, "quarter": q.number, "start": q.period.start, "end": q.period.last_day}
            for q in quarters(start, years)
        ],
        "months": [
            {"year": m.year, "month": m.number, "start": m.period.start, "end": m.period.last_day}
            for m in months(start, years)
        ],
    }


def pause_document(one: Pause) -> dict[str, Any]:
    last = date.fromordinal(one.end.toordinal() - 1) if one.end else None
    return {"start": one.start, "end": last, "reason": one.reason, "by": one.who}


def _meeting(one: Meeting) -> dict[str, Any]:
    return {"year": one.quarter.year, "quarter": one.quarter.number, "due": one.due, "done": one.done}


def register(app: typer.Typer) -> None:
    for command in (periods, pause, restart):
        app.command(command.__name__)(command)
