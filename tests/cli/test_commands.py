"""The command line as a script sees it: one JSON document on stdout, exit codes that mean something."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "sample_data"
META = SAMPLES / "files/warsaw/meta_campaigns-by-day_2026-10_pl_synthetic.csv"
TRAP = SAMPLES / "inbox/google_campaigns-by-day_2026-10_en-GB_synthetic_A-DAY-IS-MISSING.csv"


def tiger(home, *words):
    """Run a command; give its exit code, what stands on stdout, and stderr."""
    done = subprocess.run(
        [sys.executable, "-c", "from tiger_reports.cli import main; main()", *map(str, words)],
        capture_output=True,
        text=True,
        env={**os.environ, "TIGER_HOME": str(home)},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_check_prints_one_document_and_nothing_else(tmp_path):
    code, out, _ = tiger(tmp_path, "check", "--json", META)
    (file,) = json.loads(out)
    assert code == 0
    assert (file["panel"], file["report"], file["language"]) == ("meta-ads", "ads-manager-table", "pl")
    assert (file["first_date"], file["last_date"], file["time_grain"]) == ("2026-10-01", "2026-10-31", "day")
    assert file["rows"] == 93
    assert file["currency"] == "PLN"
    assert set(file["sums"]) >= {"spend", "impressions", "clicks"}


def test_a_file_that_is_no_export_is_refused_with_words(tmp_path):
    foreign = tmp_path / "notes.csv"
    foreign.write_text("who,when\nnobody,never\n")
    code, out, err = tiger(tmp_path, "check", "--json", foreign)
    (file,) = json.loads(out)
    assert code == 1
    assert not file["ok"]
    assert file["findings"][0]["code"] == "unrecognised"
    assert "who" in file["findings"][0]["message"] + file["findings"][0]["why"]
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        ["check", "no-such-file.csv"],
        ["figures", "--client", "warsaw", "--month", "October"],
        ["no-such-command"],
        ["figures", "--client", "warsaw", "--month", "2026-10", "--by", "weather"],
    ],
)
def test_wrong_usage_ends_with_two(tmp_path, words):
    code, out, err = tiger(tmp_path, *words)
    assert code == 2
    assert out == ""
    assert "Traceback" not in err


def test_periods_are_inclusive_and_from_the_original_start(tmp_path):
    code, out, _ = tiger(tmp_path, "periods", "--start", "2026-01-31", "--years", "1", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["quarters"][1] == {"year": 1, "quarter": 2, "start": "2026-04-30", "end": "2026-07-30"}
    assert not (tmp_path / "state.sqlite3").exists()


def test_a_client_is_added_once(tmp_path):
    words = [
        "client",
        "add",
        "shop",
        "--name",
        "Synthetic Shop",
        "--start",
        "2026-03-17",
        "--currency",
        "pln",
    ]
    assert tiger(tmp_path, *words, "--language", "pl")[0] == 0
    code, _, err = tiger(tmp_path, *words, "--language", "pl")
    assert code == 1
    assert "shop" in err
    _, out, _ = tiger(tmp_path, "client", "list", "--json")
    assert [(c["id"], c["currency"], c["start"]) for c in json.loads(out)] == [("shop", "PLN", "2026-03-17")]


def test_import_refuses_stores_and_then_finds_nothing_new(home):
    code, out, _ = tiger(home, "import", "--client", "prague", "--json", TRAP)
    assert code == 1
    assert "missing_days" in {f["code"] for f in json.loads(out)[0]["findings"]}
    words = [
        "import",
        "--client",
        "prague",
        "--accept",
        "missing_days",
        "--reason",
        "panel was down",
        "--json",
    ]
    code, out, _ = tiger(home, *words, TRAP)
    assert code == 0
    assert json.loads(out)[0]["stored"]
    code, out, _ = tiger(home, *words, TRAP)
    assert code == 0
    assert not json.loads(out)[0]["stored"]


def test_figures_and_cards_say_the_same(home):
    _, out, _ = tiger(home, "figures", "--client", "warsaw", "--month", "2026-10", "--by", "day", "--json")
    found = json.loads(out)
    spend = next(f for f in found["figures"] if f["metric"] == "spend")
    assert sum(day["value"] for day in found["by_day"]["spend"]) == pytest.approx(spend["value"])
    assert found["previous"] == {"start": "2026-09-01", "end": "2026-09-30"}
    _, out, _ = tiger(home, "cards", "--client", "warsaw", "--month", "2026-10", "--json")
    for card in json.loads(out):
        told = sum(segment["effect"] for segment in card["segments"]) + card["rest"]
        assert told == pytest.approx(card["change"], rel=1e-6)
        if card["levers"]:
            assert sum(lever["effect"] for lever in card["levers"]) == pytest.approx(card["change"], rel=1e-6)


def test_a_deck_is_refused_drafted_and_verified(home, tmp_path):
    deck, book = tmp_path / "deck.pptx", tmp_path / "deck.xlsx"
    words = ["deck", "--client", "warsaw", "--month", "2026-10", "-o", deck]
    code, _, err = tiger(home, *words)
    assert code == 1
    assert "not explained" in err
    assert not deck.exists()
    assert tiger(home, *words, "--draft", "--lang", "cs", "--xlsx", book)[0] == 0
    assert book.stat().st_size > 5_000
    code, out, _ = tiger(home, "verify", deck, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["faults"] == []
    assert found["changed"] == []
    assert found["figures"] > 50


def test_a_card_is_filled_and_a_month_approved(home):
    _, out, _ = tiger(home, "cards", "--client", "warsaw", "--month", "2026-10", "--json")
    for card in json.loads(out):
        words = [
            "comment",
            "--client",
            "warsaw",
            "--month",
            "2026-10",
            "--card",
            card["key"],
            "--cause",
            "intended",
        ]
        words += [
            "--text",
            f"Budgets follow the season: {card['metric']}.",
            "--solution",
            "None is needed now.",
        ]
        assert tiger(home, *words, "--owner", "Demo Specialist", "--due", "2026-11-20")[0] == 0
    code, _, err = tiger(
        home, "approve", "--client", "warsaw", "--month", "2026-10", "--as", "lead@agency.example"
    )
    assert code == 1
    assert "three to five" in err
    code, _, err = tiger(
        home, "approve", "--client", "warsaw", "--month", "2026-10", "--as", "x@agency.example"
    )
    assert code == 1
    assert "no active user" in err


def test_a_batch_goes_on_past_a_refused_client(home, tmp_path):
    code, _, err = tiger(home, "batch", "--month", "2026-10", "-o", tmp_path / "out", "--draft")
    assert code == 1
    assert "Praha" in err
    assert len(list((tmp_path / "out").glob("*.pptx"))) == 2


def test_the_doctor_finds_the_house_well(home):
    code, out, _ = tiger(home, "doctor", "--json")
    assert code == 0
    assert all(line["ok"] for line in json.loads(out)["lines"])
