"""How parent and child talk: one JSON document a line, typed by its first word."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from tiger_reports.services.reading.table import (
    Checked,
    CheckRequest,
    Fault,
    FileRead,
    ReadRequest,
    WarmRequest,
)

Message = ReadRequest | CheckRequest | WarmRequest | FileRead | Checked | Fault

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    kind.__name__: TypeAdapter(kind)
    for kind in (ReadRequest, CheckRequest, WarmRequest, FileRead, Checked, Fault)
}


def encode(message: Message) -> bytes:
    kind = type(message).__name__
    # pydantic does not know read-only mappings: its warning would print what a file holds
    return kind.encode() + b" " + _ADAPTERS[kind].dump_json(message, fallback=dict, warnings=False) + b"\n"


def decode(line: bytes) -> Message:
    """Raise ValueError for anything that `encode` did not write."""
    kind, _, body = line.partition(b" ")
    adapter = _ADAPTERS.get(kind.decode("ascii", "replace"))
    if adapter is None:
        raise ValueError(f"not a message: {line[:80]!r}")
    message: Message = adapter.validate_json(body)
    return message
