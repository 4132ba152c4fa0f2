"""Every quarter and year of the demo agency becomes a deck in every language, as its months allow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.writing import LEAD, OCTOBER
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.model.log import DeckKind
from tiger_reports.services.clients import get_client
from tiger_reports.services.delivery import tiger_decks
from tiger_reports.services.delivery.verifying import verify_deck
from tiger_reports.services.months.comments import approve_month
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.tiger_year.figures import asked_year
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.store.home import Settings
from tiger_reports.text import LANGUAGES

BEGUN = {
    "warsaw": ((1, 1), (1, 2), (1, 3)),
    "berlin": ((1, 1), (1, 2)),
    "prague": ((1, 1), (1, 2), (1, 3), (1, 4), (2, 1)),
}
"""Years and quarters of each cooperation that have begun on the demo's day."""
MONTH, PROPOSAL = (
    {"month_not_approved"},
    {"proposal_without_picture", "proposal_without_timeline", "sketch_unsettled"},
)
WAITING = {
    ("warsaw", Asked(DeckKind.QUARTER, 1, 3)): MONTH | {"drop_unexplained"},
    ("berlin", Asked(DeckKind.QUARTER, 1, 2)): MONTH,
    ("warsaw", asked_year(1)): MONTH | PROPOSAL,
    ("berlin", asked_year(1)): MONTH | PROPOSAL,
    ("prague", asked_year(2)): PROPOSAL,
}
"""What is left to the visitor: October, a drop of the quarter in work, the proposal of a year that runs."""


def every_deck() -> Iterator[tuple[str, Asked]]:
    for client, quarters in BEGUN.items():
        for year, number in quarters:
            yield client, Asked(DeckKind.QUARTER, year, number)
        for year in sorted({year for year, _ in quarters}):
            yield client, asked_year(year)


def named(value: object) -> str | None:
    return f"{value.kind}-{value.year}-{value.number}" if isinstance(value, Asked) else None


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("every") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


def made(house: Office, client: str, asked: Asked, language: str | None = None) -> bytes:
    """The client's deck, or the draft where something is left to do; without a fault in its package."""
    draft = (client, asked) in WAITING
    deck = tiger_decks.export(house, LEAD, client, asked, language=language, draft=draft)
    assert deck_faults(deck.data) == ()
    return deck.data


@pytest.mark.parametrize(("client", "asked"), tuple(every_deck()), ids=named)
def test_the_clients_own_deck_is_clean_and_waits_only_for_what_is_in_work(house, client, asked):
    left = tiger_decks.open_items(house, LEAD, client, asked)
    assert {item.code for item in left} == WAITING.get((client, asked), set())
    assert {item.month for item in left if item.month} <= {OCTOBER.month_key}
    found = verify_deck(house, LEAD, made(house, client, asked))
    assert found.ok
    assert found.changed == ()


@pytest.mark.slow
@pytest.mark.parametrize(("client", "asked"), tuple(every_deck()), ids=named)
def test_the_deck_is_clean_in_the_other_languages(house, client, asked):
    own = get_client(house, LEAD, client).language
    for language in LANGUAGES:
        if language != own:
            made(house, client, asked, language)


def test_one_approval_lets_the_deck_of_the_due_meeting_out(home, reader):
    house = replace(open_office(Settings(home=home)), reader=reader)
    approve_month(house, LEAD, "berlin", OCTOBER)
    due = Asked(DeckKind.QUARTER, 1, 2)
    assert tiger_decks.open_items(house, LEAD, "berlin", due) == ()
    deck = tiger_decks.export(house, LEAD, "berlin", due)
    assert deck_faults(deck.data) == ()
