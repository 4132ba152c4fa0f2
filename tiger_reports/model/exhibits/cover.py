"""The first slide: whose report, of which days."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cover:
    client: str
    subtitle: str
    lines: tuple[str, ...] = ()
    logo: bytes = b""
