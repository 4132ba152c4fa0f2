"""Import of a large CSV, held against DuckDB's bare copy of the same file to Parquet.

Both run in this process, warm; ours also uses its reading child, warm as it is in the program.
"""

from __future__ import annotations

from itertools import count

import duckdb

from benchmarks import panel_file
from benchmarks.bench import Bench
from benchmarks.measure import Result, medians
from benchmarks.one_import import import_for
from tiger_reports.services.office import open_office
from tiger_reports.store.settings import Settings

BAR = 4.0


def run(bench: Bench) -> list[Result]:
    file, small = bench.folder / "large.csv", bench.folder / "small.csv"
    panel_file.write(file, bench.import_rows)
    panel_file.write(small, 1000)
    office, number = open_office(Settings(home=bench.folder / "imports")), count(1)
    import_for(office, "warm", small)
    copied = bench.folder / "copy.parquet"

    def bare() -> None:
        duckdb.sql(f"COPY (FROM read_csv('{file}')) TO '{copied}' (COMPRESSION zstd)")

    bare()
    bench.say(f"importing {bench.import_rows:,} rows, {bench.rounds} rounds")
    ours, theirs = medians(bench.rounds, lambda: import_for(office, f"c{next(number)}", file), bare)
    office.reader.close()
    file.unlink()
    name = f"import of {bench.import_rows:,} rows / DuckDB CSV to Parquet"
    return [
        Result(name, ours / theirs, BAR),
        Result("  our import", ours, unit="s"),
        Result("  DuckDB's copy", theirs, unit="s"),
    ]
