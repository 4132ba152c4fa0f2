"""What is known about a file under test, as a set of words that rules name in `needs`."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from tiger_reports.model.check import Expected, Subject
from tiger_reports.model.fact import ADDITIVE, BREAKDOWNS, DAYS, IDENTITY, MEASURES, Level

IDS = {
    Level.ACCOUNT: "account_id",
    Level.CAMPAIGN: "campaign_id",
    Level.AD_SET: "ad_set_id",
    Level.AD: "ad_id",
}
"""The column that names one entity of a level beyond doubt. Keywords and search terms have none."""

GROUPS = {
    "owner": frozenset({"account_id", "account"}),
    "figures": frozenset(MEASURES),
    "sums": frozenset(ADDITIVE),
}
"""Words that are present when any of some columns holds values."""


def present(frame: pa.Table, subject: Subject, expected: Expected) -> frozenset[str]:
    """Columns with at least one value, and words for the file and for the client's record.

    `owner`: the file says whose account it is. `ids`: every row has the id of its level.
    `figures`: there is at least one measure; `sums`: at least one that may be added up.
    `subject.x` and `expected.x`: that field is known. `grain.x`, `level.x`, `panel.x`, `kind.x`: what the
    file is.
    """
    return frozenset(
        (
            *_columns(frame),
            *_identity(frame, subject),
            *_known("subject", subject),
            *_known("expected", expected),
            f"grain.{subject.grain}",
            f"level.{subject.level}",
            f"panel.{subject.panel}",
            f"kind.{subject.kind}",
        )
    )


def lists(words: frozenset[str]) -> dict[str, str]:
    """Lists of the columns that hold values, as the SQL of rules and tables names them.

    `id_key` and `name_key` say which entity, period and part a row stands for.
    """
    measures = [name for name in MEASURES if name in words]
    additive = [name for name in ADDITIVE if name in words]
    part = [*DAYS, *(name for name in BREAKDOWNS if name in words)]
    names = [name for name in IDENTITY if name in words and not name.endswith("_id")]
    ids = [name for level, name in IDS.items() if f"level.{level}" in words]
    return {
        "measures": ", ".join(measures),
        "additive": ", ".join(additive),
        "sums": ", ".join(f"sum({name}) AS {name}" for name in additive),
        "id_key": ", ".join([*part, *ids]),
        "name_key": ", ".join(["owner", *part, *names]),
    }


def _columns(frame: pa.Table) -> Iterator[str]:
    return (name for name in frame.column_names if frame[name].null_count < frame.num_rows)


def _identity(frame: pa.Table, subject: Subject) -> Iterator[str]:
    key = IDS.get(subject.level)
    if key and not frame[key].null_count:
        yield "ids"
    held = set(_columns(frame))
    for word, columns in GROUPS.items():
        if held & columns:
            yield word


def _known(name: str, record: Subject | Expected) -> Iterator[str]:
    return (f"{name}.{key}" for key, value in vars(record).items() if value)
