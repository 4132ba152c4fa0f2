"""Figures typed into the form: they become a small file and go the way of every file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.imports import Staged
from tiger_reports.model.period import Period, month_of
from tiger_reports.panels import by_hand
from tiger_reports.panels.catalogue import channel_name
from tiger_reports.services.guard import seen_client
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text import phrase


@dataclass(frozen=True)
class TypedFigures:
    """Amounts by measure for one channel and period; money in the client's currency."""

    channel: str
    period: Period
    amounts: Mapping[str, float]
    campaign: str = ""


def save_typed(office: Office, actor: Actor, client_id: str, typed: TypedFigures) -> tuple[Staged, ...]:
    """Check what was typed; it waits beside the files, under the name of who typed it and when."""
    client = seen_client(office, actor, client_id)
    if not channel_name(typed.channel):
        raise RefusedError("channel_missing")
    if not typed.amounts:
        raise RefusedError("nothing_typed")
    origin = _origin(office, actor, client)
    month = month_of(typed.period.start) if typed.period.days > 1 else None
    file = NewFile(origin.replace("/", "-"), typed_file(client, typed, origin))
    return intake.stage(office, actor, client_id, file, Options(month=month))


def typed_file(client: Client, typed: TypedFigures, origin: str) -> bytes:
    """Tab-separated text in the client's language: who typed it, the headers, one row."""
    names = by_hand.headers(client.language, client.currency)
    cells = {
        "channel": channel_name(typed.channel),
        "campaign": typed.campaign.strip(),
        "starts": typed.period.start.isoformat(),
        "ends": typed.period.last_day.isoformat(),
        **{measure: _plain(amount) for measure, amount in typed.amounts.items()},
    }
    columns = [column for column in names if cells.get(column)]
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow([by_hand.title(origin)])
    writer.writerow([names[column] for column in columns])
    writer.writerow([cells[column] for column in columns])
    return out.getvalue().encode()


def _origin(office: Office, actor: Actor, client: Client) -> str:
    moment = office.now().astimezone(ZoneInfo(client.timezone))
    name = " ".join(actor.shown.split())
    return phrase("ui.typed.file", client.language, name=name, moment=f"{moment:%Y-%m-%d %H:%M:%S}")


def _plain(amount: float) -> str:
    return f"{Decimal(repr(amount)):f}"
