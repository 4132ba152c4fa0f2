"""Names, content types and relationships: everything that is pointed at exists, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from lxml import etree

from tiger_reports.decks.package.reading import NS, TYPES, Package

USED: Callable[[etree._Element], Any] = etree.XPath("//@r:*", namespaces=NS)


def reference_faults(package: Package) -> tuple[str, ...]:
    return (*_double_names(package), *_content_types(package), *_targets(package), *_used_ids(package))


def _double_names(package: Package) -> list[str]:
    counts = Counter(name.casefold() for name in package.names)
    return [f"{name}: {count} zip entries of one name" for name, count in counts.items() if count > 1]


def _content_types(package: Package) -> list[str]:
    tree = package.tree("[Content_Types].xml")
    if tree is None:
        return ["[Content_Types].xml is missing"]
    defaults = {entry.get("Extension", "").casefold() for entry in tree.iter(f"{{{TYPES}}}Default")}
    listed = [entry.get("PartName", "").lstrip("/") for entry in tree.iter(f"{{{TYPES}}}Override")]
    names = set(package.names) - {"[Content_Types].xml"}
    found = [f"{name}: content type without a part" for name in listed if name not in names]
    found += [f"{name}: {count} content types" for name, count in Counter(listed).items() if count > 1]
    found += [
        f"{name}: no content type"
        for name in sorted(names)
        if name not in listed and name.rsplit(".", 1)[-1].casefold() not in defaults
    ]
    own = [name for name in sorted(names) if name.startswith("ppt/") and name.endswith(".xml")]
    return found + [f"{name}: has only the general content type of XML" for name in own if name not in listed]


def _targets(package: Package) -> list[str]:
    found = []
    for owner, relations in package.relations.items():
        ids = Counter(relation.id for relation in relations)
        found += [f"{owner}: relationship {id_} {count} times" for id_, count in ids.items() if count > 1]
        found += [
            f"{owner}: {relation.id} points to {relation.target}, which is not there"
            for relation in relations
            if not relation.external and relation.target not in package.blobs
        ]
        if owner and owner not in package.blobs:
            found.append(f"{owner}: relationships of a part that is not there")
    return found


def _used_ids(package: Package) -> list[str]:
    """Each `r:id`, `r:embed` and `r:link` in a part has its relationship."""
    found = []
    for name, tree in package.trees.items():
        known = {"", *(relation.id for relation in package.relations.get(name, ()))}
        unknown = (value for value in USED(tree) if value not in known)
        found += [f"{name}: {value!s} is used but has no relationship" for value in unknown]
    return found
