"""What the columns of a table mean that no panel definition knows, as a person said once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class ColumnMap:
    """`headers` are all headers of the table, folded and sorted: by them its next file is known again.

    `columns` are pairs of the file's header and our column; a header without a pair is not kept.
    `channel` is the channel's name; empty where a column of the table names it row by row.
    """

    channel: str
    headers: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    currency: str | None = None
    date_order: str | None = None

    @property
    def structure(self) -> str:
        """The same for two files with the same headers, in whatever order; 64 hex digits."""
        return hashlib.sha256("\n".join(self.headers).encode()).hexdigest()
