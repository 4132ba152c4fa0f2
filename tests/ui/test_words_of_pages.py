"""Every phrase that a page asks for exists in every language, with the same names to fill in."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from tiger_reports.model.card import CAUSES, CardState
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Severity
from tiger_reports.model.report import MonthState
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text import LANGUAGES
from tiger_reports.text.catalogue import phrases
from tiger_reports.ui.importing.standing import Standing
from tiger_reports.ui.notices import reason
from tiger_reports.ui.places import PLACES
from tiger_reports.ui.words import Words

ROOT = Path(__file__).parents[2]
SOURCES = [*(ROOT / "tiger_reports" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
ASKED = re.compile(r'"((?:ui|cause|panel)\.[a-z_.]+[a-z])"')
CAUSE_WORDS = ("because", "due to", "dzięki", "z powodu", "díky", "kvůli", "из-за", "благодаря")


def asked_for():
    written = {key for file in SOURCES for key in ASKED.findall(file.read_text("utf-8"))}
    made = [
        *(f"ui.page.{place.slug}.{part}" for place in PLACES for part in ("title", "help")),
        *(f"ui.state.{state}" for state in MonthState),
        *(f"card_state.{state}" for state in CardState),
        *(f"ui.import.{severity}" for severity in Severity),
        *(f"ui.import.{standing}" for standing in Standing),
        *(f"ui.level.{level}" for level in Level),
        *(f"ui.grain.{grain}" for grain in Grain),
        *(f"ui.language.{language}" for language in LANGUAGES),
        *(f"cause.{tag}" for tag in CAUSES),
    ]
    return sorted(written | set(made))


@pytest.mark.parametrize("key", asked_for())
def test_a_phrase_is_there_in_every_language_with_the_same_names(key):
    found = [phrases(language).get(key) for language in LANGUAGES]
    assert all(found), key
    assert len({names(phrase) for phrase in found}) == 1, key


def names(phrase):
    texts = [phrase["other"]] if isinstance(phrase, dict) else [phrase]
    return frozenset(name for text in texts for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_of_a_page_states_a_cause(language):
    own = [p for key, p in phrases(language).items() if key.startswith("ui.")]
    texts = [text for phrase in own for text in (phrase.values() if isinstance(phrase, dict) else [phrase])]
    for word in CAUSE_WORDS:
        assert not [text for text in texts if re.search(rf"\b{word}\b", text.lower())]


def test_pages_stay_thin():
    for file in (ROOT / "pages").glob("*.py"):
        text = file.read_text("utf-8")
        assert len(text.splitlines()) <= 40, file.name
        assert not re.search(
            r"^(import|from) (pandas|pyarrow|narwhals|sqlalchemy|duckdb)", text, re.MULTILINE
        )


def test_a_refusal_that_nobody_put_into_words_is_still_told():
    assert "odd_code" in reason(RefusedError("odd_code"), Words("pl"))
    known = reason(RefusedError("currency_malformed", {"currency": "zl"}), Words("pl"))
    assert "zl" in known
    assert "currency_malformed" not in known
