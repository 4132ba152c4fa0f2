"""What a deck says of itself: which client, month and data version, and every figure that it shows."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.package.reading import read_package
from tiger_reports.decks.pptx_renderer.figures_part import KEPT, NAMESPACE
from tiger_reports.model.slide import Shown


class NotOurDeckError(ValueError):
    """A file without the part in which our decks keep their figures."""


@dataclass(frozen=True)
class DeckFigures:
    """`version` is the version of the facts that the deck was made from.

    `stretch` is the quarter or year (`2.1`) counted from `start`, both empty in decks of months.
    """

    client: str
    month: str
    version: str
    kind: str
    state: str
    stretch: str
    start: str
    language: str
    shown: tuple[tuple[str, Shown], ...]
    """Pairs of a slide's key and a figure that stands on it."""


def deck_figures(data: bytes) -> DeckFigures:
    """Read the figures of one of our decks; raise NotOurDeckError for any other file."""
    package, faults = read_package(data)
    trees = package.trees.values() if package else ()
    root = next((tree for tree in trees if tree.tag == f"{{{NAMESPACE}}}deck"), None)
    if root is None:
        raise NotOurDeckError("; ".join(faults) or "the file holds no figures of ours")
    known = {name: root.get(name, "") for name in KEPT}
    shown = tuple(
        (entry.get("slide", ""), _shown({str(k): str(v) for k, v in entry.attrib.items()})) for entry in root
    )
    return DeckFigures(language=root.get("language", ""), shown=shown, **known)


def _shown(values: dict[str, str]) -> Shown:
    return Shown(
        metric=values.get("metric", ""),
        scope=values.get("scope", ""),
        period=values.get("period", ""),
        value=float(values["value"]),
        text=values.get("text", ""),
        kind=values.get("kind", "value"),
        base=values.get("base", ""),
    )
