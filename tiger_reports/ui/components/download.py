"""Starts the download of one signed address."""

from __future__ import annotations

from tiger_reports.ui.components.mount import component


def download(address: str, number: int) -> None:
    """Each `number` is delivered once, however often the page is drawn again."""
    component("download")(
        key=f"download-{number}", data={"address": address, "number": number}, height="content"
    )
