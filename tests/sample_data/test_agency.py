"""The agency's records name things that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sample_data.world import World
from tiger_reports.model.card import CAUSES
from tiger_reports.model.client import LANGUAGES, Role
from tiger_reports.model.period import parse_month

SECTIONS = ("comment", "key_figure", "plan", "approval")


def test_clients_are_those_of_the_world(agency: dict[str, Any], world: World) -> None:
    assert [client["id"] for client in agency["client"]] == list(world.markets)
    assert all(client["language"] in LANGUAGES for client in agency["client"])
    assert len({client["start"] for client in agency["client"]}) == 3
    assert any(client["start"].day > 1 for client in agency["client"])


def test_accounts_are_those_that_the_files_name(agency: dict[str, Any], world: World) -> None:
    """Meta's files name accounts by id, LinkedIn's by name; Google's and TikTok's name none."""
    for client in agency["client"]:
        own = [each for each in world.accounts if each.client == client["id"]]
        stated = [["meta-ads", each.id] for each in own if each.panel == "meta-ads"]
        stated += [["linkedin-ads", each.name] for each in own if each.panel == "linkedin-ads"]
        assert client["accounts"] == stated


def test_logos_exist_and_colours_are_six_digits(agency: dict[str, Any], folder: Path) -> None:
    for client in agency["client"]:
        assert (folder / client["brand"]["logo"]).is_file()
        assert re.fullmatch("[0-9A-F]{6}", client["brand"]["primary"])
        assert re.fullmatch("[0-9A-F]{6}", client["brand"]["accent"])


def test_users_are_plainly_invented(agency: dict[str, Any]) -> None:
    assert {Role(user["role"]) for user in agency["user"]} == {Role.SPECIALIST, Role.LEAD}
    assert all(user["email"].endswith(".example") for user in agency["user"])


def test_words_belong_to_known_clients_and_past_months(agency: dict[str, Any]) -> None:
    clients = {client["id"] for client in agency["client"]}
    for item in (item for section in SECTIONS for item in agency[section]):
        assert item["client"] in clients
        assert parse_month(item["month"]).end <= agency["today"].replace(day=1)


def test_only_september_is_approved_and_october_is_left_to_explain(agency: dict[str, Any]) -> None:
    assert {(item["client"], item["month"]) for item in agency["approval"]} == {
        (client["id"], "2026-09") for client in agency["client"]
    }
    assert {item["month"] for item in agency["comment"]} == {"2026-09"}


def test_comments_are_complete(agency: dict[str, Any]) -> None:
    """A cause, and a solution with owner and date, or the reason why there is none; rises may stand alone."""
    for comment in agency["comment"]:
        assert comment["cause_tag"] in CAUSES
        assert comment["cause"]
        assert (
            comment.get("no_solution")
            or comment.get("owner")
            or comment["metric"] in ("spend", "impressions")
        )
        assert ("due" in comment) == ("owner" in comment)


def test_comments_state_no_figures_that_could_go_stale(agency: dict[str, Any]) -> None:
    day_of_month = re.compile(r"\b\d{1,2}\.? (sierpnia|září)\b")
    for comment in agency["comment"]:
        words = f"{comment['cause']} {comment.get('solution', '')} {comment.get('expected', '')}"
        assert not re.search(r"\d", day_of_month.sub("", words))


def test_three_to_five_figures_are_marked_for_each_approved_month(agency: dict[str, Any]) -> None:
    for approval in agency["approval"]:
        marked = [
            k
            for k in agency["key_figure"]
            if (k["client"], k["month"]) == (approval["client"], approval["month"])
        ]
        assert 3 <= len(marked) <= 5
