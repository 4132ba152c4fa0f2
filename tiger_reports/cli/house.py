"""`tiger demo` loads the demo agency; `tiger doctor` looks at the house, `tiger tidy` cleans it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import Progress

from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.services import upkeep
from tiger_reports.services.demo.agency import load_demo
from tiger_reports.services.doctor import examine
from tiger_reports.services.office import open_office


def demo(
    *,
    force: Annotated[bool, typer.Option(help="Load its files and words again.")] = False,
    client: Annotated[list[str] | None, typer.Option(help="Only this client; may be given again.")] = None,
) -> None:
    """Load the synthetic demo agency; a second call changes nothing."""
    office = open_office()
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task("demo", total=None)
        loaded = load_demo(
            office,
            lambda name, done, total: progress.update(task, description=name, completed=done, total=total),
            force=force,
            only=client or (),
        )
    office.reader.close()
    err.print(f"Demo agency: {loaded.clients} new clients, {loaded.files} new files.", markup=False)


def doctor(*, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> int:
    """A health report: store, settings, versions, fonts."""
    report = examine(open_office())
    if as_json:
        print_json(report)
    for line in report.lines if not as_json else ():
        err.print(f"{'ok ' if line.ok else 'BAD'}  {line.what}: {line.found}", markup=False)
    return Exit.DONE if report.ok else Exit.REFUSED


def tidy() -> None:
    """Compact the stored facts and clean what nothing needs; a worker does it once a day."""
    done = upkeep.tidy(open_office())
    compacted = ", ".join(done.compacted) or "nothing"
    err.print(f"Compacted: {compacted}; {done.files_removed} old files removed.", markup=False)


def register(app: typer.Typer) -> None:
    for command in (demo, doctor, tidy):
        app.command(command.__name__)(command)
