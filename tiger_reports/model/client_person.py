"""Somebody at the client to whom notes are written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ClientPerson:
    name: str = ""
    email: str = ""
