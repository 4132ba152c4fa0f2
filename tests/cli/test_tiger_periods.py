"""Quarters and years of the cooperation on the command line."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

from tests.cli.test_commands import tiger

START = ("--start", "2026-01-31")


def test_periods_are_inclusive_and_counted_from_the_original_start(tmp_path):
    code, out, _ = tiger(tmp_path, "periods", *START, "--years", 1, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["baseline"] == [{"start": "2025-01-31", "end": "2026-01-30"}]
    assert [(q["start"], q["end"]) for q in found["quarters"]] == [
        ("2026-01-31", "2026-04-29"),
        ("2026-04-30", "2026-07-30"),
        ("2026-07-31", "2026-10-30"),
        ("2026-10-31", "2027-01-30"),
    ]
    assert (len(found["months"]), found["months"][1]["start"]) == (12, "2026-02-28")
    assert found["years"] == [{"year": 1, "start": "2026-01-31", "end": "2027-01-30"}]


def test_a_clients_periods_have_its_pauses_and_meetings(home):
    paused = ("pause", "--client", "warsaw", "--from", "2026-12-01", "--reason", "No budget")
    assert tiger(home, *paused)[0] == 0
    assert tiger(home, *paused)[0] == 1
    found = json.loads(tiger(home, "periods", "--client", "warsaw", "--json")[1])
    assert [(one["start"], one["end"]) for one in found["pauses"]] == [("2026-12-01", None)]
    assert found["meetings"][0] == {"year": 1, "quarter": 1, "due": "2026-06-02", "done": True}
    assert tiger(home, "restart", "--client", "warsaw", "--on", "2027-01-05", "--new-count")[0] == 0
    after = json.loads(tiger(home, "periods", "--client", "warsaw", "--json")[1])
    assert after["years"][0]["start"] == "2027-01-05"
    assert after["pauses"][0]["end"] == "2027-01-04"


def test_a_quarter_has_its_figures_and_everything_that_it_is_held_against(home):
    code, out, _ = tiger(home, "figures", "--client", "prague", "--quarter", 4, "--of", 1, "--json")
    found = json.loads(out)
    spend = next(one for one in found["figures"] if one["metric"] == "spend")
    months = [one["figures"]["spend"]["value"] for one in found["months"]]
    assert (code, found["period"]["start"], found["period"]["end"]) == (0, "2026-06-01", "2026-08-31")
    assert found["previous_quarter"]["start"] == "2026-03-01"
    assert found["previous_year"] is None
    assert found["baseline"]["start"] == "2025-06-01"
    assert sum(months) == pytest.approx(spend["value"])
    assert spend["baseline"]["relative"] == pytest.approx(spend["value"] / spend["baseline"]["value"] - 1)


def test_a_year_has_its_months_and_candidates_for_successes(home):
    found = json.loads(tiger(home, "figures", "--client", "prague", "--year", 1, "--json")[1])
    assert [one["place"] for one in found["months"]] == list(range(1, 13))
    assert found["months"][0]["beside"] == {"start": "2024-09-01", "end": "2024-09-30"}
    assert found["successes"][0]["kind"] in ("record", "improvement", "target")


@pytest.mark.parametrize(
    "words",
    [
        ["periods"],
        ["periods", *START, "--client", "warsaw"],
        ["figures", "--client", "warsaw"],
        ["figures", "--client", "warsaw", "--quarter", "5"],
        ["figures", "--client", "warsaw", "--year", "1", "--of", "2"],
        ["figures", "--client", "warsaw", "--quarter", "1", "--by", "day"],
        ["deck", "--client", "warsaw", "--month", "2026-10", "--quarter", "1", "-o", "x.pptx"],
    ],
)
def test_wrong_usage_is_told_so(home, words):
    code, _, err = tiger(home, *words)
    assert code == 2
    assert "Traceback" not in err


def test_a_quarter_that_has_not_begun_is_refused_in_words(home):
    code, out, _ = tiger(home, "figures", "--client", "warsaw", "--quarter", 1, "--of", 3, "--json")
    assert (code, json.loads(out)["refused"]) == (1, "not_begun")


def test_a_quarters_deck_is_refused_until_its_months_are_approved_and_a_draft_is_not(home, tmp_path):
    file = tmp_path / "quarter.pptx"
    asked = ("deck", "--client", "warsaw", "--quarter", 3, "-o", file)
    code, _, err = tiger(home, *asked)
    assert code == 1
    assert "The month October\u00a02026 is not approved yet" in err
    book = tmp_path / "quarter.xlsx"
    assert tiger(home, *asked, "--draft", "--xlsx", book)[0] == 0
    assert len(load_workbook(book).sheetnames) == 7
    assert file.read_bytes()[:2] == b"PK"
    assert json.loads(tiger(home, "verify", file, "--json")[1])["changed"] == []
