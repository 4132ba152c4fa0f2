"""The document's language, kept in a cookie between visits."""

from __future__ import annotations

from tiger_reports.ui.components.mount import component
from tiger_reports.ui.edge.language import COOKIE


def document(language: str) -> None:
    component("document")(key="document", data={"language": language, "cookie": COOKIE}, height="content")
