"""`tiger log`: what was done to a client's campaigns, and what the figures suggest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any

import typer

from tiger_reports.cli.months import asked_month
from tiger_reports.cli.output import err, print_json
from tiger_reports.model.campaign_log import Action, CampaignLog, LogEntry, LogHint
from tiger_reports.model.period import Period, month_of
from tiger_reports.services.clients import get_client
from tiger_reports.services.months import campaign_log
from tiger_reports.services.office import Office, local_actor, open_office

ClientId = Annotated[str, typer.Option("--client", help="The client's short name.")]


def log(  # noqa: PLR0913, PLR0917  (one option a field)
    client: ClientId,
    month: Annotated[
        str, typer.Option(help="YYYY-MM; without it the month of the day given, or this one.")
    ] = "",
    day: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    action: Annotated[Action | None, typer.Option(help="The kind of action.")] = None,
    what: Annotated[str | None, typer.Option(help="What was done, in the client's language.")] = None,
    reason: Annotated[str | None, typer.Option()] = None,
    channel: Annotated[str | None, typer.Option(help="Such as meta-ads; empty: all channels.")] = None,
    campaign: Annotated[str | None, typer.Option(help="Empty: all campaigns.")] = None,
    change: Annotated[str, typer.Option(metavar="ID", help="Change the fields given of this entry.")] = "",
    remove: Annotated[str, typer.Option(metavar="ID", help="Take this entry back.")] = "",
    accept: Annotated[str, typer.Option(metavar="HINT", help="Make an entry of this hint.")] = "",
    dismiss: Annotated[str, typer.Option(metavar="HINT", help="Show this hint no more.")] = "",
    restore: Annotated[str, typer.Option(metavar="HINT", help="Show a dismissed hint again.")] = "",
    *,
    add: Annotated[bool, typer.Option("--add", help="Write an entry down: --day, --action, --what.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List a month's campaign log, or write into it."""
    if sum(map(bool, (add, change, remove, accept, dismiss, restore))) > 1:
        raise typer.BadParameter("one of --add, --change, --remove, --accept, --dismiss, --restore at a time")
    office, actor = open_office(), local_actor()
    given = {
        "day": day.date() if day else None,
        "action": action,
        "what": what,
        "reason": reason,
        "channel": channel,
        "campaign": campaign,
    }
    fields: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    shown = asked_month(month) if month else month_of(fields.get("day") or _today(office, client))
    if add:
        campaign_log.add(office, actor, client, _made(fields))
    elif change:
        seen = campaign_log.entry(office, actor, client, change)
        campaign_log.change(office, actor, client, seen, replace(seen, **fields))
    elif remove:
        campaign_log.remove(office, actor, client, remove)
    elif accept:
        campaign_log.accept(office, actor, client, shown, accept)
    elif dismiss or restore:
        hint = dismiss or restore
        campaign_log.dismiss(office, actor, client, shown, hint, dismissed=bool(dismiss))
    _print(campaign_log.of_month(office, actor, client, shown), shown, as_json=as_json)


def _made(fields: dict[str, Any]) -> LogEntry:
    missing = [f"--{name}" for name in ("day", "action", "what") if not fields.get(name)]
    if missing:
        raise typer.BadParameter(f"--add needs {', '.join(missing)}")
    return LogEntry("", **fields)


def _today(office: Office, client: str) -> date:
    return office.today(get_client(office, local_actor(), client))


def _print(found: CampaignLog, month: Period, *, as_json: bool) -> None:
    if as_json:
        hints, gone = ([_hint(one) for one in held] for held in (found.hints, found.dismissed))
        entries = [_entry(one) for one in found.entries]
        print_json({"month": month.month_key, "entries": entries, "hints": hints, "dismissed": gone})
        return
    for one in found.entries:
        where = " / ".join(filter(None, (one.channel, one.campaign)))
        line = f"{one.day}  {one.action:10}  {one.what}  {where}  {one.reason}".rstrip()
        err.print(f"{line}  ({one.author}, {one.id})", markup=False, soft_wrap=True)
    for hint in found.hints:
        moved = f"{hint.before:.2f} -> {hint.after:.2f} a day"
        err.print(f"hint, not counted: {hint.id}  {moved}", style="dim", markup=False, soft_wrap=True)
    for hint in found.dismissed:
        err.print(f"dismissed: {hint.id}", style="dim", markup=False, soft_wrap=True)


def _entry(one: LogEntry) -> dict[str, Any]:
    return {
        "id": one.id,
        "day": one.day,
        "action": one.action,
        "what": one.what,
        "reason": one.reason,
        "channel": one.channel,
        "campaign": one.campaign,
        "author": one.author,
        "at": one.at,
    }


def _hint(one: LogHint) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "day": one.day,
        "action": one.action,
        "channel": one.channel,
        "campaign": one.campaign,
        "before": one.before,
        "after": one.after,
    }


def register(app: typer.Typer) -> None:
    app.command("log")(log)
