from __future__ import annotations

import re
import string

import pytest

from tiger_reports.text.catalogue import LANGUAGES, MissingPhraseError, phrase, phrases, plural_form

CAUSE_WORDS = re.compile(
    r"\b(because|due to|thanks to|dzięki|z powodu|ponieważ|díky|kvůli|protože|из-за|благодаря|потому что)\b",
    re.IGNORECASE,
)


def _names(entry):
    texts = entry.values() if isinstance(entry, dict) else [entry]
    return {field for text in texts for _, field, _, _ in string.Formatter().parse(text) if field}


@pytest.mark.parametrize("language", [lang for lang in LANGUAGES if lang != "en"])
def test_every_phrase_exists_in_every_language(language):
    english = {key for key in phrases("en") if not key.startswith("month.")}
    other = {key for key in phrases(language) if not key.startswith("month.")}
    assert english == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_asks_for_the_same_values(language):
    english = phrases("en")
    for key, entry in phrases(language).items():
        if key in english:
            assert _names(entry) == _names(english[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_we_generate_never_state_a_cause(language):
    evidence = {k: v for k, v in phrases(language).items() if k.startswith(("evidence.", "deck.title."))}
    assert evidence
    assert not [key for key, text in evidence.items() if CAUSE_WORDS.search(str(text))]


@pytest.mark.parametrize(
    ("language", "classes"),
    [
        ("pl", {1: "one", 2: "few", 5: "many", 12: "many", 21: "many", 22: "few", "1.5": "other"}),
        ("cs", {1: "one", 2: "few", 5: "other", 21: "other", "1.5": "many"}),
        ("ru", {1: "one", 21: "one", 2: "few", 22: "few", 5: "many", 12: "many", "1.5": "other"}),
    ],
)
def test_plural_classes_follow_the_language(language, classes):
    assert {n: plural_form(n, language) for n in classes} == classes


def test_an_unknown_key_is_a_fault_of_ours():
    with pytest.raises(MissingPhraseError, match=r"no\.such"):
        phrase("no.such.key", "en")
