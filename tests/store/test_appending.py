"""A file that we add ourselves says the same of itself as one that Delta's writer adds."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from deltalake import write_deltalake
from deltalake.exceptions import CommitFailedError

from tests.store.frames import frame_of, key, row
from tiger_reports.store.appending import append_rows
from tiger_reports.store.incoming import batches_of
from tiger_reports.store.schema import KEPT, SCHEMA, tagged
from tiger_reports.store.table import create, open_table, stamp

TAGS = dict.fromkeys(("panel", "report", "level", "grain", "breakdown", "import_id"), "x") | {
    "client_id": "acme"
}
ROWS = frame_of([row(3, 5, account=None), row(1, 2, account="B", days=4), row(9, 1, account="A")])


def rows():
    return tagged(batches_of(ROWS, KEPT), TAGS)


def statistics(url):
    log = Path(url) / "_delta_log" / f"{1:020}.json"
    entries = map(json.loads, log.read_text("utf-8").splitlines())
    (added,) = (entry["add"] for entry in entries if "add" in entry)
    return json.loads(added["stats"])


def test_the_log_says_the_same_of_both(tmp_path):
    ours, theirs = str(tmp_path / "ours"), str(tmp_path / "theirs")
    for url in (ours, theirs):
        create(url)
    append_rows(open_table(ours), "acme", rows(), stamp(open_table(ours), "acme", {}))
    write_deltalake(open_table(theirs), rows(), mode="append")
    told = statistics(ours)
    assert told == {name: statistics(theirs)[name] for name in told}
    assert told["minValues"]["period_start"] == date(2026, 1, 1).isoformat()
    read = [open_table(url).to_pyarrow_table().sort_by("source_row") for url in (ours, theirs)]
    assert read[0].select(SCHEMA.names) == read[1].select(SCHEMA.names)


def test_a_file_whose_commit_failed_is_taken_away(tmp_path):
    url = str(tmp_path / "facts")
    create(url)
    late = open_table(url)
    turn = stamp(late, "acme", {})
    append_rows(open_table(url), "acme", rows(), turn)
    with pytest.raises(CommitFailedError):
        append_rows(late, "acme", rows(), turn)
    assert len(list((tmp_path / "facts").rglob("*.parquet"))) == 1


def test_rows_from_a_file_and_from_memory_are_stored_alike(facts, tmp_path):
    pq.write_table(ROWS, tmp_path / "rows")
    facts.commit("acme", "file", tmp_path / "rows", key())
    facts.commit("globex", "memory", ROWS, key())
    one, other = (facts.scan(name).collect().to_arrow() for name in ("acme", "globex"))
    same = [name for name in one.column_names if name not in ("client_id", "import_id")]
    assert one.select(same).sort_by("source_row") == other.select(same).sort_by("source_row")
