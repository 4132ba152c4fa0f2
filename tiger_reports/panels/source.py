"""Where a sheet came from: the file's name, encoding and delimiter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """`encoding` is `utf-8`, `utf-8-sig`, `utf-16-le`, `cp1250` ... or `xlsx`, `xls`, without a delimiter."""

    name: str
    encoding: str
    delimiter: str = ""
