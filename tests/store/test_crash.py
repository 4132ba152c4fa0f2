"""A process that dies anywhere: the facts and the registry agree again after the next start."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta

import pytest

from tests.store.frames import by_day, frame_of, key, row, rows_in, upload_of
from tests.store.test_together import writer
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import UploadState
from tiger_reports.store.facts import Facts
from tiger_reports.store.recovery import Recovered, recover
from tiger_reports.store.state import imports, staging

NOON = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def later() -> datetime:
    return datetime.now(UTC) + timedelta(hours=1)


def stage(store, upload_id: str, *found: Finding) -> None:
    with store.write() as session:
        staging.stage(session, "acme", upload_of(upload_id), found, by="ola", at=NOON)


def commit(store, upload_id: str, spend: float) -> int:
    return store.facts.commit("acme", upload_id, frame_of([row(1, spend), row(2, spend)]), key()).version


def test_a_commit_without_its_registry_row_is_finished(store, acme, later):
    stage(store, "u1")
    version = commit(store, "u1", 10)
    assert recover(store, now=later) == Recovered(finished=("u1",))
    with store.read() as session:
        record = imports.get(session, "acme", "u1")
    assert (record.version, record.imported_by) == (version, "ola")
    assert recover(store, now=later) == Recovered()


def test_a_commit_of_an_unknown_upload_is_dropped_and_what_it_replaced_returns(store, acme, later):
    stage(store, "u1")
    with store.write() as session:
        imports.accept(session, "acme", "u1", version=commit(store, "u1", 10), by="ola", at=NOON)
    commit(store, "stray", 99)
    assert recover(store, now=later) == Recovered(dropped=("stray",))
    assert by_day(store.facts, "acme") == {1: 10, 2: 10}
    assert recover(store, now=later) == Recovered()


@pytest.mark.parametrize("refused", [True, False], ids=["refused", "not yet waived"])
def test_a_commit_of_an_upload_that_must_not_be_stored_is_dropped(store, acme, later, refused):
    stage(store, "u1", *() if refused else (Finding("gap", Severity.BLOCKING),))
    if refused:
        with store.write() as session:
            staging.refuse(session, "acme", "u1")
    commit(store, "u1", 10)
    assert recover(store, now=later).dropped == ("u1",)
    assert rows_in(store.facts, "acme") == []


def test_an_import_that_is_running_just_now_is_left_alone(store, acme):
    stage(store, "u1")
    commit(store, "u1", 10)
    assert recover(store, now=datetime.now(UTC)) == Recovered()
    with store.read() as session:
        assert staging.get(session, "acme", "u1").state is UploadState.STAGED


def test_an_undo_without_its_registry_row_is_noted(store, acme, later):
    stage(store, "u1")
    with store.write() as session:
        imports.accept(session, "acme", "u1", version=commit(store, "u1", 10), by="ola", at=NOON)
    store.facts.undo("u1")
    assert recover(store, now=later) == Recovered(withdrawn=("u1",))
    with store.read() as session:
        assert imports.listed(session, "acme") == ()


def test_killing_the_writer_at_any_moment_loses_no_import_and_leaves_no_half(tmp_path):
    url = str(tmp_path / "facts")
    Facts(url)
    told = 0
    for turn in range(4):
        process = writer(url, f"w{turn}", "acme", 500)
        assert process.stdout is not None
        told += len([process.stdout.readline() for _ in range(3)])
        time.sleep(random.Random(turn).uniform(0, 0.1))
        process.kill()
        told += len(process.stdout.read().splitlines())
        process.wait(10)
        facts = Facts(url)
        assert by_day(facts, "acme") == dict.fromkeys(range(1, 6), 1.0)
    assert len(facts.orphans(())) >= told
