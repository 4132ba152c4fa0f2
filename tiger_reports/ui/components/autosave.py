"""A text field that saves itself while one writes; unsaved words live through reloads and lost lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tiger_reports.ui import state
from tiger_reports.ui.components.mount import component
from tiger_reports.ui.words import Words

MOST = 10_000
"""Characters that a field ever takes from a browser."""


@dataclass(frozen=True)
class Field:
    """One text of one owner: `name` is stable, `rev` is the revision that the reader sees.

    `limit` is how many characters the place on the slide takes, 0 for any. `replace` grows when the
    stored text must win over what stands in the field, as after a settled conflict.
    """

    name: str
    owner: str
    label: str
    text: str
    rev: int
    saved: str = ""
    placeholder: str = ""
    limit: int = 0
    lines: int = 4
    replace: int = 0
    disabled: bool = False
    insert: str = ""  # what goes in at the cursor, once for every number of `inserts`
    inserts: int = 0


@dataclass(frozen=True)
class Typed:
    """What came from the browser: the text, and the text and revision that it was begun on."""

    text: str
    base: str
    rev: int


def autosave(field: Field, t: Words, save: Callable[[Typed], None]) -> None:
    """Draw the field; `save` runs before the next rerun with what was typed."""
    key = f"autosave-{field.name}"
    component("autosave", styled=True, marked=True)(
        key=key,
        data={**_data(field, t), "heard": _heard(key)},
        on_typed_change=lambda: _pass_on(key, save),
        height="content",
    )


def typed(value: object) -> Typed | None:
    """The browser's value, or None where it is not one that our own field sends."""
    if not isinstance(value, dict):
        return None
    text, base, rev = value.get("text"), value.get("base"), value.get("rev")
    if not isinstance(text, str) or not isinstance(base, str) or not isinstance(rev, int | float):
        return None
    return Typed(text[:MOST], base[:MOST], int(rev))


def _heard(key: str) -> object:
    """The moment of the last text that came, by the browser's clock: links wait until it is ours."""
    held = state.widget(key)
    value = held.get("typed") if held else None
    return value.get("at") if isinstance(value, dict) else None


def _pass_on(key: str, save: Callable[[Typed], None]) -> None:
    held = state.widget(key)
    value = typed(held.get("typed") if held else None)
    if value is not None:
        save(value)


def _data(field: Field, t: Words) -> dict[str, object]:
    words = {"unsaved": t("ui.autosave.unsaved"), "over": t("ui.autosave.over", n="{n}")}
    names = (
        "owner",
        "label",
        "text",
        "rev",
        "saved",
        "placeholder",
        "limit",
        "lines",
        "replace",
        "disabled",
        "insert",
        "inserts",
    )
    return {"field": field.name, "words": words, **{name: getattr(field, name) for name in names}}
