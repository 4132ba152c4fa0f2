"""What a deck leads to outside itself: posts on known networks by https, and nothing that loads by itself."""

from __future__ import annotations

from tiger_reports.decks.package.reading import Package
from tiger_reports.panels.post_words import link


def address_faults(package: Package) -> tuple[str, ...]:
    return tuple(
        f"{owner}: {relation.id} ({relation.kind}) leads out of the file to {relation.target}"
        for owner, relations in package.relations.items()
        for relation in relations
        if relation.external and (relation.kind != "hyperlink" or link(relation.target) != relation.target)
    )
