"""`tiger template`: a workbook to type a month's figures into."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tiger_reports.cli.months import ClientId, Month, asked_month
from tiger_reports.cli.output import err
from tiger_reports.services.importing.template import template as make
from tiger_reports.services.office import local_actor, open_office


def template(
    client: ClientId,
    month: Month,
    out: Annotated[Path, typer.Option("-o", "--out", dir_okay=False, help="Where to write the workbook.")],
) -> None:
    """Write a workbook for figures typed by hand, with the client's channels, month and currency in it."""
    made = make(open_office(), local_actor(), client, asked_month(month))
    out.write_bytes(made.data)
    err.print(f"{out}: {len(made.data):,} bytes", markup=False)


def register(app: typer.Typer) -> None:
    app.command("template")(template)
