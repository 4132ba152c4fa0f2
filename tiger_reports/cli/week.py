"""`tiger week`: the note of a client's week, as text, as JSON, or as a mail that opens as a draft."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from tiger_reports.cli.months import ClientId, Json
from tiger_reports.cli.output import err, print_json
from tiger_reports.model.week_note import NoteKind, WrittenNote
from tiger_reports.services.clients import get_client
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.week.notes import addressees, mail, written_note


def week(
    client: ClientId,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="A day of the week; today if left out.")
    ] = None,
    eml: Annotated[Path | None, typer.Option(help="Write the note as a mail draft to this file.")] = None,
    to: Annotated[
        str, typer.Option(help="Address of one of the client's people, for --eml; else nobody's.")
    ] = "",
    *,
    friday: Annotated[bool, typer.Option("--friday", help="Friday's summary, not Monday's plan.")] = False,
    as_json: Json = False,
) -> None:
    """The note to the client: Monday's plan or Friday's summary. Nothing is sent."""
    office, actor = open_office(), local_actor()
    asked = day.date() if day else office.today(get_client(office, actor, client))
    kind = NoteKind.FRIDAY if friday else NoteKind.MONDAY
    note = written_note(office, actor, client, asked, kind)
    if eml is not None:
        known = {one.words.email: one.id for one in addressees(office, actor, client)}
        if to and to not in known:
            raise RefusedError("person_unknown")
        eml.write_bytes(mail(office, actor, client, asked, kind, known.get(to, "")).data)
        err.print(f"{eml}: a draft, not sent", markup=False)
    if as_json:
        print_json({"client": client, **_document(note)})
    elif eml is None:
        sys.stdout.write(note.text)


def _document(note: WrittenNote) -> dict[str, object]:
    facts = note.facts
    return {
        "kind": facts.kind,
        "day": facts.day,
        "plan_first": facts.plan_days.start,
        "plan_last": facts.plan_days.last_day,
        "subject": note.subject,
        "text": note.text,
        "edited": bool(note.record.words.text),
        "overdue": facts.overdue,
        "plan": facts.plan,
        "done": facts.done,
        "open": facts.open,
    }


def register(app: typer.Typer) -> None:
    app.command(week.__name__)(week)
