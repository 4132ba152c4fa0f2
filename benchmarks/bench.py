"""What every benchmark gets: a folder of its own, and how to say what is going on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rich.console import Console

from tiger_reports.services.demo.agency import load_demo
from tiger_reports.services.office import open_office
from tiger_reports.store.settings import Settings


@dataclass(frozen=True)
class Bench:
    """`folder` is thrown away after the run; `rounds` is how often each side of a ratio runs."""

    folder: Path
    console: Console
    rounds: int = 5
    import_rows: int = 1_000_000
    stored_rows: int = 50_000_000

    def say(self, what: str) -> None:
        self.console.print(f"[dim]{what}[/dim]")

    @cached_property
    def demo(self) -> Path:
        """The home of a demo agency, loaded once a run; benchmarks work on copies of it or only read."""
        self.say("loading the demo agency")
        home = self.folder / "demo"
        office = open_office(Settings(home=home))
        load_demo(office, lambda _name, _done, _of: None)
        office.reader.close()
        return home
