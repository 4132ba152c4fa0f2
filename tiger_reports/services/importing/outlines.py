"""What unknown tables of a waiting file look like, kept until a person has named their columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from tiger_reports.model.imports import Upload
from tiger_reports.model.outline import Outline

_OUTLINES: TypeAdapter[tuple[Outline, ...]] = TypeAdapter(tuple[Outline, ...])


def plain_outlines(outlines: Iterable[Outline]) -> list[dict[str, Any]]:
    """For the database; `outlines_of` reads it back."""
    return [asdict(outline) for outline in outlines]


def outlines_of(upload: Upload) -> tuple[Outline, ...]:
    """Empty where a definition knows the table, and where nothing in the file looks like one."""
    return _OUTLINES.validate_python(upload.result.get("outlines", ()))
