"""`python -m sample_data.check_pairs [folder]`: one bad and one clean file for each check.

The pairs are described in `check_pairs.toml`; the same description gives the same bytes. A bad file is
its clean neighbour with one thing changed.
"""

from __future__ import annotations

import csv
import io
import shutil
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = "checks"
DAYS = ("2026-10-01", "2026-10-04")
CAMPAIGNS = (("Synthetic | Search", "900000000000911"), ("Synthetic | Video", "900000000000912"))

Table = Mapping[str, Any]


class Blank:
    """A figure that cannot be worked out: it prints as the panel's mark for missing."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __format__(self, _: str) -> str:
        return self.mark


def write(folder: Path) -> int:
    """Write every pair under `folder/checks`, removing older ones; return how many."""
    document = tomllib.loads((HERE / "check_pairs.toml").read_text("utf-8"))
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    for code, case in document["case"].items():
        target = folder / FOLDER / code
        target.mkdir(parents=True)
        for name, data in pair(document["shape"], case).items():
            (target / name).write_bytes(data)
        (target / "case.toml").write_text(_case_text(code, case), "utf-8")
    return len(document["case"])


def pair(shapes: Table, case: Table) -> dict[str, bytes]:
    """`clean.csv` and `bad.csv` of one case."""
    shape, other = shapes[case["shape"]], shapes[case.get("bad_shape", case["shape"])]
    days = _days(case.get("days", DAYS))
    bad_days = [*_days(case.get("bad_days", case.get("days", DAYS))), *_dates(case.get("extra", ()))]
    clean = lines(shape, days, {})
    bad = list(spoiled(lines(other, bad_days, case.get("scale", {})), case))
    if bad == clean:
        raise ValueError(f"the bad file is the clean one: {case['says']}")
    return {"clean.csv": _encoded(shape, clean), "bad.csv": _encoded(other, bad)}


def lines(shape: Table, days: Sequence[date], scale: Mapping[str, float]) -> list[str]:
    """The file's lines: preamble, header, rows, and a total where the panel writes one."""
    spans = [(days[0], days[-1])] if shape.get("whole") else [(day, day) for day in days]
    rows_a_day = shape.get("rows_a_day", len(CAMPAIGNS))
    places = [(index, span, place) for index, span in enumerate(spans) for place in range(rows_a_day)]
    figures = [_figures(index, place, scale) for index, _, place in places]
    rows = [
        _cells(shape, {**_named(place, span), **row})
        for (_, span, place), row in zip(places, figures, strict=True)
    ]
    if "total" in shape:
        total = {**_cells(shape, {**_named(0, spans[0]), **_summed(figures)}), **shape["total"]}
        rows = [total, *rows] if shape.get("total_first") else [*rows, total]
    header = list(shape["columns"])
    cells = [header, *([row[name] for name in header] for row in rows)]
    return [*map(_preamble, shape.get("preamble", ())), *_printed(cells, shape.get("delimiter", ","))]


def spoiled(clean: Iterable[str], case: Table) -> Iterator[str]:
    """The lines with the case's one fault in them."""
    for line in clean:
        changed = line
        for where, old, new in case.get("replace", ()):
            changed = changed.replace(old, new) if where in line else changed
        if "overflow" in case and case["overflow"][0] in line:
            changed = changed + "9" * 400
        if not any(text in line for text in case.get("drop", ())):
            yield changed
        if any(text in line for text in case.get("repeat", ())):
            yield changed


def _figures(day: int, place: int, scale: Mapping[str, float]) -> dict[str, float]:
    impressions = 2400 + 310 * place + 40 * (day % 9)
    whole = {
        "impressions": impressions,
        "reach": impressions * 7 // 10,
        "clicks": impressions // 40,
        "link_clicks": impressions // 40 * 8 // 10,
        "results": impressions // 40 * 8 // 10,
        "conversions": 2 + (day + place) % 3,
        "followers": 5200 + 12 * day,
    }
    exact = {"spend": round(impressions * 0.021, 2), "value": round(89.9 * whole["conversions"], 2)}
    return {
        **{name: int(value * scale.get(name, 1)) for name, value in whole.items()},
        **{name: round(value * scale.get(name, 1), 2) for name, value in exact.items()},
    }


def _summed(figures: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: sum(row[name] for row in figures) for name in figures[0]}


def _named(place: int, span: tuple[date, date]) -> dict[str, str]:
    first, last = span
    name, key = CAMPAIGNS[place]
    return {
        "campaign": name,
        "campaign_id": key,
        "account": "Synthetic Shop Alpha",
        "day": first.isoformat(),
        "us_day": f"{first.month}/{first.day}/{first.year}",
        "bare_day": f"{first:%Y%m%d}",
        "first": first.isoformat(),
        "last": last.isoformat(),
    }


def _rates(row: Mapping[str, Any], mark: str) -> dict[str, float | Blank]:
    parts = {
        "ctr": ("clicks", "impressions", 1),
        "cpc": ("spend", "clicks", 1),
        "link_cpc": ("spend", "link_clicks", 1),
        "cpm": ("spend", "impressions", 1000),
        "cpa": ("spend", "conversions", 1),
        "roas": ("value", "spend", 1),
        "frequency": ("impressions", "reach", 1),
        "cost_per_result": ("spend", "results", 1),
    }
    return {
        name: factor * row[top] / row[bottom] if row[bottom] else Blank(mark)
        for name, (top, bottom, factor) in parts.items()
    }


def _cells(shape: Table, row: Mapping[str, Any]) -> dict[str, str]:
    values = {**row, **_rates(row, shape.get("null", ""))}
    printed = {header: (cell, cell.format(**values)) for header, cell in shape["columns"].items()}
    mark = shape.get("decimal", ".")
    return {
        header: text.replace(".", mark) if ":." in cell else text for header, (cell, text) in printed.items()
    }


def _preamble(text: str) -> str:
    return _printed([[text]], ",")[0] if text else ""


def _printed(rows: Iterable[Sequence[str]], delimiter: str) -> list[str]:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue().splitlines()


def _encoded(shape: Table, rows: Iterable[str]) -> bytes:
    text = "".join(f"{row}\n" for row in rows)
    encoding = shape.get("encoding", "utf-8")
    return b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16" else text.encode(encoding)


def _dates(texts: Iterable[str]) -> list[date]:
    return [date.fromisoformat(text) for text in texts]


def _days(ends: Sequence[str]) -> list[date]:
    first, last = _dates(ends)
    return [first + timedelta(days) for days in range((last - first).days + 1)]


def _case_text(code: str, case: Table) -> str:
    """What a test must know beside the two files."""
    expected = "".join(f"{name} = {_toml(value)}\n" for name, value in case.get("expected", {}).items())
    head = f'code = "{code}"\nsays = "{case["says"]}"\n'
    if "found_as" in case:
        head += f'found_as = "{case["found_as"]}"  # by the reader\n'
    return head + (f"\n[expected]\n{expected}" if expected else "")


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    sys.stdout.write(f"{write(where)} pairs written to {where / FOLDER}\n")
