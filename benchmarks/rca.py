"""`python benchmarks/rca.py DIR [--json]`: the segment search of the cards on labelled public incidents.

DIR holds sets of two kinds, at any depth, plain or gzipped, told apart by their files and never by a name:
incidents of a sum (`injection_info.csv` beside one CSV an incident: dimensions, `real`, `predict`) and
incidents of a ratio (`labels.json` beside one CSV a case: dimensions, `min`, `value`, `cnt`). Scored as in
the papers: a found element counts when it equals a label; precision and recall are pooled over a set.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parents[1]))

from tiger_reports.changes.search.axes import axes
from tiger_reports.changes.search.find import Found, find_in_ratio, find_in_sum

Element = frozenset[tuple[str, str]]
EARLIER = 4
"""Minutes before the incident that are its baseline."""
RANKS = (1, 3, 5)


@dataclass(frozen=True)
class Case:
    """One incident: how to search it, and the elements that people labelled or that were injected."""

    name: str
    leaves: int
    labels: frozenset[Element]
    search: Callable[[], Found]


@dataclass(frozen=True)
class Score:
    """One set. `hit` is the share of cases with a label among the first k candidates, by k."""

    set: str
    cases: int
    precision: float
    recall: float
    f1: float
    hit: dict[int, float]
    seconds: float
    seconds_per_10k_leaves: float


def main(
    folder: Annotated[Path, typer.Argument(help="Folder that holds the sets.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    misses: Annotated[bool, typer.Option(help="Also list what was missed or found in vain.")] = False,
) -> None:
    """Precision, recall and F1 of the segments, hits among the candidates, seconds a case."""
    found = {name: list(cases) for name, cases in sets(folder).items()}
    if not any(found.values()):
        raise typer.BadParameter(f"{folder}: no injection_info.csv or labels.json with its files beside it")
    told = Console(stderr=True) if misses else None
    scores = [score(name, cases, told) for name, cases in found.items() if cases]
    if as_json:
        print(json.dumps([_document(one) for one in scores], indent=2))
    else:
        show(scores)


def sets(folder: Path) -> dict[str, Iterator[Case]]:
    """The cases of each set; a set is a first folder below `folder`, or `folder` itself."""
    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is no folder")
    kinds = {"injection_info.csv": of_sums, "labels.json": of_ratios}
    found: dict[str, list[Iterator[Case]]] = {}
    for index in sorted(path for name in kinds for path in folder.rglob(name)):
        found.setdefault(_set(index, folder), []).append(kinds[index.name](index))
    return {name: chain.from_iterable(parts) for name, parts in found.items()}


def _set(index: Path, folder: Path) -> str:
    inside = index.relative_to(folder).parts[:-1]
    return inside[0] if inside else folder.resolve().name


def of_sums(index: Path) -> Iterator[Case]:
    """Cases of one folder; `set` joins elements by `;` and their conditions by `&`."""
    for row in pd.read_csv(index, dtype=str).itertuples():
        file = _file(index.parent, str(row.timestamp))
        if file:
            yield _of_sum(file, frozenset(map(_element, str(row.set).split(";"))))


def _of_sum(file: Path, labels: frozenset[Element]) -> Case:
    table = pd.read_csv(file)
    named = [name for name in table if name not in ("real", "predict")]

    def search() -> Found:
        columns = {name: table[name].astype(str).to_numpy(dtype=object) for name in named}
        return find_in_sum(axes(columns), table["predict"].to_numpy(float), table["real"].to_numpy(float))

    return Case(file.name, len(table), labels, search)


def of_ratios(index: Path) -> Iterator[Case]:
    """Cases of one folder; a label is an object of conditions."""
    for entry in json.loads(index.read_text("utf-8")):
        file = _file(index.parent, entry["data"]) or _file(index.parent, entry["data"].replace(" ", "_"))
        if file:
            labels = frozenset(frozenset((k, str(v)) for k, v in cause.items()) for cause in entry["cause"])
            yield _of_ratio(file, int(entry["timestamp"]), labels)


def _of_ratio(file: Path, minute: int, labels: frozenset[Element]) -> Case:
    table = pd.read_csv(file)
    named = [name for name in table if name not in ("min", "value", "cnt")]
    table[named] = table[named].astype(str)
    baseline = sorted({at for at in table["min"] if at < minute})[-EARLIER:]
    before, after = (table[table["min"].isin(minutes)] for minutes in (baseline, [minute]))
    sides = [side.groupby(named)[["value", "cnt"]].sum() for side in (before, after)]
    leaves = pd.concat(sides, axis=1, keys=["before", "after"]).fillna(0.0)

    def search() -> Found:
        columns = {name: leaves.index.get_level_values(name).to_numpy(dtype=object) for name in named}
        value, count = (
            (leaves["before", name].to_numpy(float), leaves["after", name].to_numpy(float))
            for name in ("value", "cnt")
        )
        return find_in_ratio(axes(columns), value, count)

    return Case(file.name, len(leaves), labels, search)


def _file(folder: Path, name: str) -> Path | None:
    return next(
        (path for ending in (".csv.gz", ".csv") if (path := folder / f"{name}{ending}").exists()), None
    )


def _element(text: str) -> Element:
    return frozenset((pair[0], pair[1]) for pair in (part.split("=", 1) for part in text.split("&")))


def score(name: str, cases: Iterable[Case], told: Console | None = None) -> Score:
    """Search every case once and hold what is found against its labels."""
    right = vain = missed = many = leaves = 0
    hits, spent = dict.fromkeys(RANKS, 0), 0.0
    for case in cases:
        start = time.perf_counter()
        result = case.search()
        spent += time.perf_counter() - start
        found = {frozenset(where) for where in result.where}
        right, vain = right + len(found & case.labels), vain + len(found - case.labels)
        missed, many, leaves = missed + len(case.labels - found), many + 1, leaves + case.leaves
        for rank in RANKS:
            hits[rank] += any(frozenset(where) in case.labels for where in result.alternatives[:rank])
        if told and found != case.labels:
            told.print(
                f"{name} {case.name}: missed {_told(case.labels - found)}, vain {_told(found - case.labels)}"
            )
    return Score(
        set=name,
        cases=many,
        precision=right / max(1, right + vain),
        recall=right / max(1, right + missed),
        f1=2 * right / max(1, 2 * right + vain + missed),
        hit={rank: count / max(1, many) for rank, count in hits.items()},
        seconds=spent / max(1, many),
        seconds_per_10k_leaves=spent / max(1, leaves) * 10_000,
    )


def _document(one: Score) -> dict[str, object]:
    """As `show` prints it: hits are figures of their own."""
    plain = asdict(one)
    return {name: value for name, value in plain.items() if name != "hit"} | {
        f"hit@{rank}": share for rank, share in one.hit.items()
    }


def _told(elements: Iterable[Element]) -> str:
    return "; ".join(sorted("&".join(f"{k}={v}" for k, v in sorted(one)) for one in elements)) or "-"


def show(scores: list[Score]) -> None:
    columns = (
        "set",
        "cases",
        "precision",
        "recall",
        "F1",
        *(f"hit@{k}" for k in RANKS),
        "s a case",
        "s / 10k",
    )
    table = Table(*columns)
    for one in scores:
        figures = (
            one.precision,
            one.recall,
            one.f1,
            *one.hit.values(),
            one.seconds,
            one.seconds_per_10k_leaves,
        )
        table.add_row(one.set, str(one.cases), *(f"{figure:.3f}" for figure in figures))
    Console(width=120).print(table)


if __name__ == "__main__":
    typer.run(main)
