"""The gate that every exported deck passes: no fault, or the deck is not handed out."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.decks.layout_check import layout_faults
from tiger_reports.decks.package.addresses import address_faults
from tiger_reports.decks.package.charts import chart_faults
from tiger_reports.decks.package.identities import identity_faults
from tiger_reports.decks.package.reading import Package, read_package
from tiger_reports.decks.package.references import reference_faults
from tiger_reports.decks.package.shapes import shape_faults

PACKAGE = (reference_faults, identity_faults, shape_faults, chart_faults)


def package_faults(data: bytes) -> tuple[str, ...]:
    """What is wrong with a .pptx, each fault with the part's name; empty for a clean one. Never raises."""
    return _faults(data, PACKAGE)


def deck_faults(data: bytes) -> tuple[str, ...]:
    """The same, what a reader would see cut off, and where it leads outside: for decks that we made."""
    return _faults(data, (*PACKAGE, address_faults, layout_faults))


def _faults(data: bytes, checks: tuple[Callable[[Package], tuple[str, ...]], ...]) -> tuple[str, ...]:
    package, faults = read_package(data)
    if package is None:
        return faults
    return (*faults, *(fault for check in checks for fault in check(package)))
