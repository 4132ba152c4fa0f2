"""`tiger changes`: what moved since the deck went out, and the decision, as a script sees them."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_commands import tiger
from tests.services.writing import LEAD, OCTOBER, finish, pull
from tiger_reports.services.delivery import decks

WORDS = ("changes", "--client", "warsaw", "--month", "2026-10")


@pytest.fixture
def sent(office, home):
    finish(office, "warsaw")
    decks.export(office, LEAD, "warsaw", OCTOBER)
    return office


def test_what_moved_is_one_document_and_the_decision_is_kept(sent, home):
    code, out, _ = tiger(home, *WORDS, "--json")
    assert code == 0
    assert json.loads(out)["changed"] is False
    pull(sent, more=1000.0)
    _, out, _ = tiger(home, *WORDS, "--json")
    found = json.loads(out)
    spend = next(f for f in found["figures"] if f["metric"] == "spend")
    assert spend["after"] - spend["before"] == pytest.approx(1000.0)
    assert (found["campaign_days_moved"], found["decided"]) == (1, None)
    assert [day["measure"] for day in found["days"]] == ["spend"]
    code, _, err = tiger(home, *WORDS, "--way", "keep")
    assert code == 1
    assert "reason" in err
    words = (*WORDS, "--way", "keep", "--reason", "agreed by phone", "--as", "lead@agency.example", "--json")
    _, out, _ = tiger(home, *words)
    found = json.loads(out)
    assert found["decided"] == "keep"
    assert found["decision"]["reason"] == "agreed by phone"


def test_a_way_that_there_is_not_is_wrong_usage(tmp_path):
    assert tiger(tmp_path, *WORDS, "--way", "forget")[0] == 2
