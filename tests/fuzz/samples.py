"""Small files of the demo agency in each panel's true format, taken apart so that they can be changed."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

FILES = Path(__file__).parents[2] / "sample_data" / "files"
MEASURES = ("spend", "impressions", "clicks")


@dataclass(frozen=True)
class Sample:
    """A CSV export as records. `columns` are the places of spend, impressions and all clicks."""

    name: str
    encoding: str
    delimiter: str
    preamble: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[int, int, int]
    decimal: str = "."
    end: str = "\n"

    def bytes(self, *, quoting: int = csv.QUOTE_MINIMAL) -> bytes:
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=self.delimiter, quoting=quoting, lineterminator=self.end)
        writer.writerows((self.header, *self.rows))
        text = "".join(line + self.end for line in self.preamble) + stream.getvalue()
        return text.encode(self.encoding)

    def moved(self, order: list[int]) -> Sample:
        """The same table with its columns in another order."""
        return replace(
            self,
            header=tuple(self.header[at] for at in order),
            rows=tuple(tuple(row[at] for at in order) for row in self.rows),
            columns=tuple(order.index(at) for at in self.columns),
        )


def _taken(
    path: str, encoding: str, delimiter: str, lead: int, names: tuple[str, str, str], **said
) -> Sample:
    """`lead` lines stand above the header; the first 40 rows are enough to be wrong in."""
    text = (FILES / path).read_bytes().decode(encoding)
    lines = text.splitlines()
    header, *rows = csv.reader(io.StringIO("\n".join(lines[lead:])), delimiter=delimiter)
    columns = tuple(header.index(name) for name in names)
    kept = tuple(tuple(row) for row in rows[:40])
    return Sample(path, encoding, delimiter, tuple(lines[:lead]), tuple(header), kept, columns, **said)


@cache
def samples() -> dict[str, Sample]:
    meta = ("Wydana kwota (PLN)", "Wyświetlenia", "Kliknięcia (wszystkie)")
    google = ("Koszt", "Wyświetl.", "Kliknięcia")
    linkedin = ("Total Spent", "Impressions", "Clicks")
    return {
        "meta": _taken("warsaw/meta_campaigns-by-day_2026-10_pl_synthetic.csv", "utf-8-sig", ",", 0, meta),
        "google": _taken(
            "warsaw/google_campaigns-by-day_2026-10_pl_synthetic.csv", "utf-8", ",", 2, google, decimal=","
        ),
        "google-totals": _taken(
            "warsaw/google_campaigns-month_2026-10_pl_synthetic.csv", "utf-8", ",", 2, google, decimal=","
        ),
        "linkedin": _taken(
            "berlin/linkedin_campaigns-by-day_2026-10_en_synthetic.csv", "utf-16", "\t", 5, linkedin
        ),
    }
