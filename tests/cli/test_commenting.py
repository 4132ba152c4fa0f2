"""Filling a card with all its fields, and following promises, from the command line."""

from __future__ import annotations

import json

from tests.cli.test_commands import tiger

PLACE = ("--client", "warsaw", "--month", "2026-10")
CARD, PROMISE = "2026-10:cpa:all", "2026-09:roas:all"


def card_of(home):
    _, out, _ = tiger(home, "cards", *PLACE, "--json")
    return next(card for card in json.loads(out) if card["key"] == CARD)


def test_a_card_takes_every_field_and_tells_what_the_data_say_against_it(home):
    verdicts = {one["cause"]: one for one in card_of(home)["hypotheses"]}
    assert verdicts["auction"]["verdict"] == "rejected"
    assert "CPM" in verdicts["auction"]["reason"]
    words = ["comment", *PLACE, "--card", CARD, "--cause", "platform", "--text", "Aukcja zdrożała w połowie."]
    words += ["--solution", "Niższe stawki.", "--owner", "Demo Specialist", "--due", "2026-11-20"]
    code, _, err = tiger(home, *words)
    assert code == 0
    assert "despite" in err
    assert (card_of(home)["state"], card_of(home)["missing"]) == ("drafted", ["despite"])
    words += ["--despite", "Tylko w remarketingu.", "--evidence", "Raport aukcji", "--action", "lower"]
    words += ["--expected", "Niższy koszt", "--expected-way", "down", "--expected-size", "10"]
    assert tiger(home, *words, "--confidence", "sure")[0] == 0
    card = card_of(home)
    said = card["comment"]
    assert (card["state"], card["missing"], card["blocking"]) == ("checked", [], False)
    assert (said["evidence"], said["opinion"], said["expected_size"]) == ("Raport aukcji", False, 0.1)
    assert (said["action"], said["confidence"], said["expected_way"]) == ("lower", "sure", "down")


def test_a_field_of_the_wrong_kind_is_wrong_usage(home):
    words = ["comment", *PLACE, "--card", CARD, "--cause", "offer", "--text", "x"]
    for wrong in (("--action", "dance"), ("--confidence", "maybe"), ("--expected-metric", "luck")):
        assert tiger(home, *words, *wrong)[0] == 2


def test_promises_are_told_and_settled(home):
    code, out, _ = tiger(home, "promises", *PLACE, "--card", PROMISE, "--status", "done", "--json")
    found = {one["card"]: one for one in json.loads(out)}
    assert code == 0
    assert (found[PROMISE]["status"], found[PROMISE]["effect"]) == ("done", "opposite")
    assert found[PROMISE]["after"] < found[PROMISE]["before"]
    code, _, err = tiger(home, "promises", *PLACE, "--card", PROMISE, "--status", "dropped")
    assert code == 1
    assert "reason" in err


def test_a_lead_approves_with_a_reason_although_words_are_missing(home):
    words = ["approve", *PLACE, "--as", "lead@agency.example"]
    code, _, err = tiger(home, *words, "--override", "The client meets today.")
    assert code == 1
    assert "three to five" in err
