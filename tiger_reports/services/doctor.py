"""A health report of the program and its house, for whoever has to mend it."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from tiger_reports.decks.layout.font import face
from tiger_reports.model.job import JobState
from tiger_reports.services.office import Office
from tiger_reports.store.health import state_revisions
from tiger_reports.store.state import jobs, workers

MEASURED = ("Calibri", "Arial")
PACKAGES = ("streamlit", "great-expectations", "duckdb", "deltalake", "pandas", "python-pptx", "sqlalchemy")


@dataclass(frozen=True)
class Line:
    what: str
    found: str
    ok: bool = True


@dataclass(frozen=True)
class Health:
    lines: tuple[Line, ...]

    @property
    def ok(self) -> bool:
        return all(line.ok for line in self.lines)


def examine(office: Office) -> Health:
    """Look at each part; a part that fails says so and stops nothing else."""
    looks = {
        "home": _home,
        "state": _state,
        "facts": _facts,
        "reader": _reader,
        "fonts": _fonts,
        "worker": _worker,
    }
    lines = [Line("python", platform.python_version())]
    lines += [Line(name, version(name)) for name in PACKAGES]
    return Health((*lines, *(_guarded(what, look, office) for what, look in looks.items())))


def _guarded(what: str, look: Callable[[Office], Line], office: Office) -> Line:
    try:
        return look(office)
    except Exception as fault:  # noqa: BLE001  (the report is about what fails)
        return Line(what, f"{type(fault).__name__}: {fault}", ok=False)


def _home(office: Office) -> Line:
    return Line("home", str(office.store.settings.home))


def _state(office: Office) -> Line:
    current, newest = state_revisions(office.store)
    return Line("state", f"revision {current} of {newest}", ok=current == newest)


def _facts(office: Office) -> Line:
    return Line("facts", f"version {office.store.facts.version()}")


def _reader(office: Office) -> Line:
    """The child answers and its checks load."""
    fault = office.reader.ping()
    return Line("reader", fault or "answers", ok=not fault)


def _worker(office: Office) -> Line:
    """Jobs that wait need somebody who does them."""
    with office.store.read() as session:
        numbers = jobs.counts(session)
        alive = [one for one in workers.listed(session) if one.serves and one.alive(office.now())]
    waiting = numbers.get(JobState.WAITING, 0)
    told = ", ".join(f"{number} {state}" for state, number in sorted(numbers.items())) or "none"
    who = f"{len(alive)} alive" if alive else "none alive; `tiger worker` starts one"
    return Line("worker", f"{who}; jobs: {told}", ok=bool(alive) or not waiting)


def _fonts(_: Office) -> Line:
    """The fonts that text is measured with are there and readable."""
    return Line("fonts", ", ".join(sorted(name for name in MEASURED if face(name).widths)))
