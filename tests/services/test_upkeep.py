"""What is cleaned, and what never is."""

from __future__ import annotations

from tests.services.writing import finish
from tiger_reports.services.upkeep import tidy
from tiger_reports.store.facts import Facts


def test_versions_that_reports_and_decks_rest_on_are_never_cleaned(office, monkeypatch):
    finish(office, "warsaw")
    kept = []
    monkeypatch.setattr(Facts, "maintain", lambda _, needed: kept.append(needed))
    tidy(office)
    (needed,) = kept
    assert office.store.facts.version() in needed


def test_a_scattered_client_is_one_file_again_with_the_same_rows(office):
    before = office.store.facts.scan("warsaw").collect().to_arrow().num_rows
    assert "warsaw" in tidy(office).compacted
    assert office.store.facts.scan("warsaw").collect().to_arrow().num_rows == before
