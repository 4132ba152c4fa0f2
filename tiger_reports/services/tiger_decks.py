"""Decks of the cooperation's quarters: looked at, refused while a month of theirs is open, made and kept."""

from __future__ import annotations

from tiger_reports.commentary.tiger_gate import open_items as gate
from tiger_reports.decks.quarter import quarter_deck
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import DeckKind
from tiger_reports.model.report import MonthState, OpenItem
from tiger_reports.model.slide import Deck
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.decks import Exported, Kept, file_part, finished, keep
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_figures import asked_quarter, build_tiger
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.periods import stretch_name


def preview(
    office: Office,
    actor: Actor,
    client_id: str,
    number: int,
    year: int | None = None,
    language: str | None = None,
) -> Deck:
    """The slides as they would be exported now; marked as a draft while something is open."""
    client = seen_client(office, actor, client_id)
    report = _report(office, client, number, year)
    return quarter_deck(report, language or client.language, draft=bool(gate(report)))


def open_items(
    office: Office, actor: Actor, client_id: str, number: int, year: int | None = None
) -> tuple[OpenItem, ...]:
    client = seen_client(office, actor, client_id)
    return gate(build_tiger(office, client, asked_quarter(client, number, year, office.today(client))))


def export(  # noqa: PLR0913
    office: Office,
    actor: Actor,
    client_id: str,
    number: int,
    year: int | None = None,
    *,
    language: str | None = None,
    draft: bool = False,
) -> Exported:
    """Make the quarter's deck and keep it; raise RefusedError with what is open, unless a draft is wanted."""
    client = seen_client(office, actor, client_id)
    report, told = _report(office, client, number, year), language or client.language
    left = gate(report)
    if left and not draft:
        raise RefusedError("open_items", open_items=left)
    data = finished(office, client, quarter_deck(report, told, draft=draft))
    name = _file_name(report, told, draft=draft)
    return keep(office, actor, report, DeckKind.QUARTER, Kept(name, data, told, draft))


def _report(office: Office, client: Client, number: int, year: int | None) -> TigerReport:
    report = build_tiger(office, client, asked_quarter(client, number, year, office.today(client)))
    if report.state is MonthState.NO_DATA:
        raise RefusedError("no_data_in_period")
    return report


def _file_name(report: TigerReport, language: str, *, draft: bool) -> str:
    """`2026-03-17_2026-06-16 Client, quarterly report, Quarter I of the cooperation.pptx`."""
    kind = phrase("file.quarter", language, name=stretch_name(report.now, language))
    mark = f" {phrase('decks.draft', language).split(' ', maxsplit=1)[0]}" if draft else ""
    days = f"{report.period.start}_{report.period.last_day}"
    return f"{days} {file_part(report.client.name)}, {kind}{mark}.pptx"
