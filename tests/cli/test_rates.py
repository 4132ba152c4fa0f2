"""`tiger rate` writes a rate down, lists it and takes it back."""

from __future__ import annotations

import json

from tests.cli.test_commands import tiger

ADD = ("rate", "add", "--client", "warsaw", "--from", "eur", "--rate", "4.2654", "--first", "2026-10-01")


def test_a_rate_is_kept_with_its_days_and_its_source_and_taken_back(home):
    assert tiger(home, *ADD, "--last", "2026-10-31", "--source", "NBP 30 Oct 2026")[0] == 0
    _, out, _ = tiger(home, "rate", "list", "--client", "warsaw", "--json")
    (found,) = json.loads(out)
    kept = (found["from"], found["to"], found["rate"], found["first"], found["last"], found["source"])
    assert kept == ("EUR", "PLN", "4.2654", "2026-10-01", "2026-10-31", "NBP 30 Oct 2026")
    code, _, err = tiger(home, *ADD, "--last", "2026-10-15", "--source", "another")
    assert code == 1
    assert "already" in err
    assert tiger(home, "rate", "remove", "--client", "warsaw", found["id"])[0] == 0
    assert json.loads(tiger(home, "rate", "list", "--client", "warsaw", "--json")[1]) == []


def test_a_rate_that_is_no_number_or_has_no_days_is_wrong_usage(tmp_path):
    words = [*ADD, "--last", "2026-10-31", "--source", "NBP"]
    words[words.index("4.2654")] = "four"
    assert tiger(tmp_path, *words)[0] == 2
    assert tiger(tmp_path, *ADD, "--last", "2026-09-01", "--source", "NBP")[0] == 2
