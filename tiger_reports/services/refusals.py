"""Why a service refuses. The words are `refusal.<code>` in the text room."""

from __future__ import annotations

from collections.abc import Mapping

from tiger_reports.model.open_item import OpenItem


class RefusedError(Exception):
    """The caller asked for something that must not happen; `code` says which rule says so."""

    def __init__(
        self, code: str, details: Mapping[str, object] | None = None, open_items: tuple[OpenItem, ...] = ()
    ) -> None:
        super().__init__(code)
        self.code = code
        self.details = dict(details or {})
        self.open_items = open_items


class NotAllowedError(RefusedError):
    """The actor may not do this, or may not know of this client. Both look the same from outside."""

    def __init__(self, code: str = "not_allowed") -> None:
        super().__init__(code)
