"""Every demo file is read as what it is, to the last cent."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from typing import Any

import pytest

from sample_data.world import HERE
from tiger_reports.model.finding import Severity
from tiger_reports.panels import read_file

FILES = tomllib.loads((HERE / "files.toml").read_text(encoding="utf-8"))["file"]
MEASURES = ("spend", "impressions", "clicks", "conversions")
PANELS_WITH_VALUE = ("meta-ads", "google-ads")
OF_POSTS = ("views", "reach", "reactions", "comments", "shares")


@pytest.mark.parametrize("truth", [pytest.param(each, id=each["path"]) for each in FILES])
def test_a_demo_file_is_read_as_what_it_is(truth: dict[str, Any]) -> None:
    path = HERE / truth["path"]
    read = read_file(path, name=path.name)
    above_note = [f.code for f in read.all_findings if f.severity is not Severity.NOTE]
    assert above_note == []
    assert sha256(path.read_bytes()).hexdigest() == truth["sha256"]
    table = read.tables[0]
    assert (table.panel, table.currency) == (truth["panel"], truth.get("currency"))
    assert (table.level, table.grain) == (truth["level"], truth["grain"])
    assert table.unknown_columns == ()
    assert truth["first"] <= min(table.frame["period_start"].to_pylist())
    last = max(table.frame["period_end"].to_pylist())
    assert last <= truth["end"] if table.report == "posts" else last == truth["end"]
    assert table.frame.num_rows == truth["rows"]
    assert {m: _sum(table.frame, m) for m in _measures(truth)} == pytest.approx(
        {m: truth[m] for m in _measures(truth)}
    )


def _measures(truth: dict[str, Any]) -> tuple[str, ...]:
    if truth["panel"] == "meta-business-suite":
        return OF_POSTS
    return (*MEASURES, "conversion_value") if truth["panel"] in PANELS_WITH_VALUE else MEASURES


def _sum(frame: Any, measure: str) -> float:
    return float(sum(value for value in frame[measure].to_pylist() if value is not None))
