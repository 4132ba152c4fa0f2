"""The synthetic demo agency, loaded from `sample_data` by the same use cases that people use."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import sample_data
from tiger_reports.model.client import Brand, Client, Role
from tiger_reports.model.people import Agency, User
from tiger_reports.model.record import Record
from tiger_reports.services import clients as client_service
from tiger_reports.services import records as record_service
from tiger_reports.services.demo.months import SPECIALIST, load_drops, load_month, load_outcomes, then
from tiger_reports.services.demo.rhythm import load_rhythm
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.options import NewFile
from tiger_reports.services.office import Office, local_actor
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import agency, users
from tiger_reports.store.state.record_kinds import by_name
from tiger_reports.year.workdays import working_day

FOLDER = Path(sample_data.__file__).parent
MORNING, A_FILE = time(7), timedelta(minutes=6)
"""When a specialist begins to load a client's files, in UTC, and how long each takes."""
Told = Callable[[str, int, int], None]
"""Called with what is being loaded, the number done and the number in all."""


@dataclass(frozen=True)
class Loaded:
    """How much of the demo was new; a second call finds nothing to do."""

    clients: int
    files: int


def load_demo(office: Office, told: Told, *, force: bool = False, only: Collection[str] = ()) -> Loaded:
    """Add the demo's people, clients (or `only` some, by id), files and words, each where it is missing.

    `force` loads the files and words again over what is there; nothing of other clients is touched.
    """
    record, rhythm, words = (_toml(FOLDER / f"{name}.toml") for name in ("agency", "rhythm", "months"))
    _people(office, record)
    asked = [entry for entry in record["client"] if not only or entry["id"] in only]
    fresh = [entry for entry in asked if _add_client(office, entry, record["today"]) or force]
    ids = {entry["id"] for entry in fresh}
    files = [entry for entry in _toml(FOLDER / record["files"])["file"] if not entry["inbox"]]
    wanted = [entry for entry in files if entry["client"] in ids]
    months = [entry for entry in words["month"] if entry["client"] in ids]
    for done, (entry, at) in enumerate(zip(wanted, _moments(wanted, fresh), strict=True)):
        told(Path(entry["path"]).name, done, len(wanted) + len(months))
        _load(then(office, at), entry)
    for done, entry in enumerate(months, len(wanted)):
        told(f"{entry['client']} {entry['month']}", done, len(wanted) + len(months))
        load_month(office, entry, words["comment"])
    for entry in fresh:
        load_outcomes(office, words["outcome"], entry["id"])
        _records(office, entry["id"])
        load_rhythm(office, rhythm, entry["id"])
        load_drops(office, words["drop"], entry["id"])
    told("", len(wanted) + len(months), len(wanted) + len(months))
    return Loaded(len(fresh), len(wanted))


class DemoFileError(RuntimeError):
    """A file of the demo did not pass its checks: a fault of ours."""


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _people(office: Office, record: Mapping[str, Any]) -> None:
    with office.store.write() as session:
        if not agency.get(session).name:
            agency.save(session, Agency(name=record["name"]))
        for entry in record["user"]:
            if users.get(session, entry["email"]) is None:
                users.save(session, User(entry["email"], entry["name"], Role(entry["role"]), None))


def _add_client(office: Office, entry: Mapping[str, Any], today: date) -> bool:
    """Whether the client was missing and is there now, brand and logo included."""
    brand = dict(entry["brand"])
    picture = FOLDER / brand.pop("logo")
    accounts = tuple((panel, account) for panel, account in entry.get("accounts", ()))
    plain = {key: value for key, value in entry.items() if key not in ("brand", "accounts")}
    client = Client(**plain, brand=Brand(**brand), accounts=accounts, today=today)
    try:
        client_service.add_client(office, local_actor(), client)
    except RefusedError:
        return False
    client_service.set_logo(office, local_actor(), client.id, picture.read_bytes())
    return True


def _moments(files: Iterable[Mapping[str, Any]], clients: Iterable[Mapping[str, Any]]) -> Iterator[datetime]:
    """When each file was loaded: one after another on the first working day after its last day."""
    countries = {client["id"]: client["country"] for client in clients}
    loaded: Counter[tuple[str, date]] = Counter()
    for file in files:
        day = working_day(countries[file["client"]], file["end"], 1)
        yield datetime.combine(day, MORNING, UTC) + loaded[file["client"], day] * A_FILE
        loaded[file["client"], day] += 1


def _load(office: Office, entry: Mapping[str, Any]) -> None:
    path, actor = FOLDER / entry["path"], SPECIALIST
    for staged in intake.stage(office, actor, entry["client"], NewFile(path.name, path.read_bytes())):
        if staged.open_findings:
            raise DemoFileError(f"{path.name}: {', '.join(f.code for f in staged.open_findings)}")
        intake.accept(office, actor, entry["client"], staged.upload.id)


def _records(office: Office, client_id: str) -> None:
    """What people wrote down of the Tiger Year, save by save; loaded again, it stands as a newer save."""
    entries = _toml(FOLDER / "records.toml")["record"]
    for entry in (one for one in entries if one["client"] == client_id):
        kind = by_name(entry["kind"])
        words = kind.adapter.validate_python(_with_picture(office, entry))
        with office.store.write() as session:
            before = kind.get(session, client_id, entry["id"])
            rev = before.rev if before else 0
            mine = Record(entry["id"], words, rev, SPECIALIST.name)
            kind.save(session, client_id, mine, at=entry["at"])


def _with_picture(office: Office, entry: Mapping[str, Any]) -> dict[str, Any]:
    """The record's words; a picture that they name by its path is kept, and named by its key."""
    words = dict(entry["words"])
    if path := words.get("picture"):
        data = (FOLDER / path).read_bytes()
        words["picture"] = record_service.keep_picture(office, local_actor(), entry["client"], data)
    return words
