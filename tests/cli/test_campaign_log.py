"""`tiger log` writes down what was done, lists it with hints, changes it and takes it back."""

from __future__ import annotations

import json

from tests.cli.test_commands import tiger

OURS = ("log", "--client", "berlin", "--month", "2026-10")
ADD = ("--add", "--day", "2026-10-12", "--action", "creative", "--what", "New set", "--channel", "meta-ads")


def test_an_entry_is_written_changed_and_taken_back(home):
    code, out, _ = tiger(home, *OURS, *ADD, "--json")
    (made,) = json.loads(out)["entries"]
    assert code == 0
    kept = [made[name] for name in ("day", "action", "what", "channel", "campaign", "reason")]
    assert kept == ["2026-10-12", "creative", "New set", "meta-ads", "", ""]
    _, out, _ = tiger(home, *OURS, "--change", made["id"], "--reason", "fatigue seen", "--json")
    (changed,) = json.loads(out)["entries"]
    assert (changed["what"], changed["reason"]) == ("New set", "fatigue seen")
    assert json.loads(tiger(home, *OURS, "--remove", made["id"], "--json")[1])["entries"] == []
    code, out, err = tiger(home, *OURS, "--remove", made["id"], "--json")
    assert (code, json.loads(out)["refused"]) == (1, "log_unknown")
    assert "tiger log" in err


def test_a_hint_is_listed_apart_and_accepted_by_its_name(home):
    (hint,) = json.loads(tiger(home, *OURS, "--json")[1])["hints"]
    assert (hint["kind"], hint["action"]) == ("cut", "budget")
    told = json.loads(tiger(home, *OURS, "--accept", hint["id"], "--json")[1])
    assert told["hints"] == []
    assert [one["day"] for one in told["entries"]] == [hint["day"]]


def test_half_an_entry_and_two_wishes_at_once_are_wrong_usage(home):
    code, _, err = tiger(home, *OURS, "--add", "--what", "New set")
    assert code == 2
    assert "--day, --action" in err
    assert tiger(home, *OURS, *ADD, "--remove", "x")[0] == 2


def test_a_hint_is_dismissed_and_shown_again(home):
    (hint,) = json.loads(tiger(home, *OURS, "--json")[1])["hints"]
    told = json.loads(tiger(home, *OURS, "--dismiss", hint["id"], "--json")[1])
    assert (told["hints"], told["dismissed"]) == ([], [hint])
    told = json.loads(tiger(home, *OURS, "--restore", hint["id"], "--json")[1])
    assert (told["hints"], told["dismissed"]) == ([hint], [])
