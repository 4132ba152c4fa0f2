"""Row numbers of a file, written short: rows in a row as one range."""

from __future__ import annotations

from collections.abc import Iterable

RowRanges = tuple[tuple[int, int], ...]
"""First and last row of each range, both inside, in order."""


def row_ranges(rows: Iterable[int]) -> RowRanges:
    """Each row once, whatever the order: 2, 3, 4, 7 are (2, 4), (7, 7)."""
    found: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


def ranges_text(ranges: RowRanges, most: int | None = None) -> str:
    """`2–41, 44`; of more than `most` ranges the first ones and an ellipsis."""
    shown = [str(first) if first == last else f"{first}\u2013{last}" for first, last in ranges[:most]]
    return ", ".join([*shown, *(["…"] if most is not None and len(ranges) > most else [])])
