"""The synthetic demo agency, loaded from `sample_data` by the same use cases that people use."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import sample_data
from tiger_reports.model.card import Comment
from tiger_reports.model.client import Actor, Brand, Client, Role
from tiger_reports.model.people import Agency, User
from tiger_reports.model.period import parse_month
from tiger_reports.model.promise import PromiseStatus
from tiger_reports.model.record import Record
from tiger_reports.model.report import KeyFigure, MonthState, PlanItem
from tiger_reports.model.revised import Listed
from tiger_reports.services import clients as client_service
from tiger_reports.services import intake
from tiger_reports.services import records as record_service
from tiger_reports.services.demo_rhythm import load_rhythm
from tiger_reports.services.months import month_report
from tiger_reports.services.office import Office, local_actor
from tiger_reports.services.options import NewFile
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import agency, comments, month_lists, promises, users
from tiger_reports.store.state.record_kinds import by_name

FOLDER = Path(sample_data.__file__).parent
SPECIALIST = Actor("specialist@agency.example", "Demo Specialist", Role.SPECIALIST)
"""Whoever the demo says loaded its files."""
Told = Callable[[str, int, int], None]
"""Called with what is being loaded, the number done and the number in all."""


@dataclass(frozen=True)
class Loaded:
    """How much of the demo was new; a second call finds nothing to do."""

    clients: int
    files: int


def load_demo(office: Office, told: Told, *, force: bool = False) -> Loaded:
    """Add the demo's people, clients, files and past words, each only where it is missing.

    `force` loads the files and words again over what is there; nothing of other clients is touched.
    """
    record, rhythm = _toml(FOLDER / "agency.toml"), _toml(FOLDER / "rhythm.toml")
    files = [entry for entry in _toml(FOLDER / record["files"])["file"] if not entry["inbox"]]
    _people(office, record)
    fresh = [entry for entry in record["client"] if _add_client(office, entry, record["today"]) or force]
    ids = {entry["id"] for entry in fresh}
    wanted = [entry for entry in files if entry["client"] in ids]
    for done, entry in enumerate(wanted):
        told(Path(entry["path"]).name, done, len(wanted))
        _load(office, entry)
    for entry in fresh:
        _words(office, record, entry["id"])
        _records(office, entry["id"])
        load_rhythm(office, rhythm, entry["id"])
    told("", len(wanted), len(wanted))
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


def _load(office: Office, entry: Mapping[str, Any]) -> None:
    path, actor = FOLDER / entry["path"], SPECIALIST
    for staged in intake.stage(office, actor, entry["client"], NewFile(path.name, path.read_bytes())):
        if staged.open_findings:
            raise DemoFileError(f"{path.name}: {', '.join(f.code for f in staged.open_findings)}")
        intake.accept(office, actor, entry["client"], staged.upload.id)


def _words(office: Office, record: Mapping[str, Any], client_id: str) -> None:
    """What was written and approved for past months, as their authors saved it."""
    for month in sorted({entry["month"] for entry in _of(record["comment"], client_id)}):
        _comments(office, client_id, month, _of(record["comment"], client_id, month))
    for month in sorted({entry["month"] for entry in _of(record["key_figure"], client_id)}):
        _lists(office, record, client_id, month)
    _outcomes(office, client_id, _of(record["outcome"], client_id))
    for entry in _of(record["approval"], client_id):
        _approve(office, client_id, entry["month"], by=entry["by"], at=entry["at"])


def _records(office: Office, client_id: str) -> None:
    """What people wrote down of the Tiger Year, save by save; loaded again, it stands as a newer save."""
    for entry in _of(_toml(FOLDER / "records.toml")["record"], client_id):
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


def _approve(office: Office, client_id: str, month: str, *, by: str, at: datetime) -> None:
    """The lead's word on every comment of a past month, and the report as it went out."""
    with office.store.write() as session:
        for comment in comments.of_month(session, client_id, month):
            read = comments.review(session, client_id, comment, by=by, at=at).stored
            comments.judge(session, client_id, read, by=by, at=at)
        reach(session, client_id, month, MonthState.EXPORTED, by=by, at=at)


def _of(entries: list[dict[str, Any]], client_id: str, month: str = "") -> Iterator[dict[str, Any]]:
    wanted = (entry for entry in entries if entry["client"] == client_id)
    return (entry for entry in wanted if not month or entry["month"] == month)


def _comments(office: Office, client_id: str, month: str, entries: Iterator[dict[str, Any]]) -> None:
    """Keep the words with the figures that stood then; words without a card in their month are let go."""
    report = month_report(office, local_actor(), client_id, parse_month(month))
    cards = {card.key: card for card in report.cards}
    names = set(Comment.__dataclass_fields__) - {"before", "after", "rev"}
    for entry in entries:
        card = cards.get(f"{month}:{entry['metric']}:{entry['scope']}")
        if card is None:
            continue
        words = Comment(card=card.key, **{name: entry[name] for name in names & set(entry)})
        seen = replace(words, before=card.change.before.amount, after=card.change.after.amount)
        with office.store.write() as session:
            comments.save(session, client_id, seen, at=entry["saved_at"])


def _outcomes(office: Office, client_id: str, entries: Iterator[dict[str, Any]]) -> None:
    """What became of steps that were promised."""
    with office.store.write() as session:
        for entry in entries:
            card = f"{entry['month']}:{entry['metric']}:{entry['scope']}"
            held = promises.get(session, client_id, card)
            status, reason = PromiseStatus(entry["status"]), entry.get("reason", "")
            told = replace(held, status=status, reason=reason, author=entry["author"])
            promises.save(session, client_id, told, at=entry["at"])


def _lists(office: Office, record: Mapping[str, Any], client_id: str, month: str) -> None:
    figures = tuple(
        KeyFigure(entry["metric"], entry["sentence"], entry["author"])
        for entry in _of(record["key_figure"], client_id, month)
    )
    items = tuple(
        PlanItem(
            entry["what"], entry["owner"], entry.get("due"), entry.get("expected", ""), entry["decision"]
        )
        for entry in _of(record["plan"], client_id, month)
    )
    with office.store.write() as session:
        now = office.now()
        month_lists.key_figures.save(session, client_id, month, Listed(figures), at=now)
        month_lists.plans.save(session, client_id, month, Listed(items), at=now)
