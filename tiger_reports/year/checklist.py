"""The onboarding checklist: a template for everybody, and what one client's people made of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from tiger_reports.model.onboarding import Checklist, ChecklistItem
from tiger_reports.model.record import Record


@dataclass(frozen=True)
class TemplateItem:
    """`days`: due so many days after the start of the cooperation."""

    key: str
    mandatory: bool
    days: int


@cache
def template() -> tuple[TemplateItem, ...]:
    text = (files(__package__) / "checklist.toml").read_text("utf-8")
    return tuple(TemplateItem(key, **entry) for key, entry in tomllib.loads(text).items())


def items(kept: Iterable[Record[ChecklistItem]], start: date) -> tuple[Record[ChecklistItem], ...]:
    """The template with what was written to it, then the client's own items."""
    known = {record.id: record for record in kept}
    ours = tuple(known.pop(item.key) if item.key in known else _fresh(item, start) for item in template())
    return (*ours, *known.values())


def standing(found: Iterable[Record[ChecklistItem]], today: date) -> Checklist:
    asked = [record.words for record in found if not record.words.skipped]
    left = [item for item in asked if item.done_on is None]
    return Checklist(
        done=len(asked) - len(left),
        all=len(asked),
        open_mandatory=sum(item.mandatory for item in left),
        overdue=sum(item.due is not None and item.due < today for item in left),
    )


def _fresh(item: TemplateItem, start: date) -> Record[ChecklistItem]:
    return Record(item.key, ChecklistItem(mandatory=item.mandatory, due=start + timedelta(item.days)))
