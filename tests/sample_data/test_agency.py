"""The agency's records name things that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sample_data.world import World
from tiger_reports.model.card import CAUSES
from tiger_reports.model.client import LANGUAGES, Role
from tiger_reports.model.period import month_of, months_up_to, parse_month, previous_month


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


def test_words_belong_to_months_that_are_over(agency: dict[str, Any], months: dict[str, Any]) -> None:
    starts = {client["id"]: client["start"] for client in agency["client"]}
    known = {(item["client"], item["month"]) for item in months["month"]}
    for client, month in known:
        assert parse_month(month).end > starts[client]
        assert parse_month(month).end <= agency["today"].replace(day=1)
    assert {(item["client"], item["month"]) for item in months["comment"]} <= known


def test_every_month_of_a_cooperation_is_approved_but_the_one_in_work(
    agency: dict[str, Any], months: dict[str, Any]
) -> None:
    now = previous_month(month_of(agency["today"]))
    past = {
        (client["id"], month.month_key)
        for client in agency["client"]
        for month in months_up_to(previous_month(now), 24)
        if month.end > client["start"]
    }
    assert {(m["client"], m["month"]) for m in months["month"] if "approved_at" in m} == past


def test_what_people_did_with_a_month_lies_in_its_order(months: dict[str, Any]) -> None:
    steps = ("saved_at", "read_at", "approved_at", "sent_at")
    for month in months["month"]:
        moments = [month[step] for step in steps if step in month]
        assert moments == sorted(moments)
        assert moments[0].date() >= parse_month(month["month"]).end
        for comment in months["comment"]:
            if (comment["client"], comment["month"]) == (month["client"], month["month"]):
                assert comment["saved_at"] <= moments[0]


def test_comments_name_a_cause(months: dict[str, Any]) -> None:
    for comment in months["comment"]:
        assert comment["cause_tag"] in CAUSES
        assert comment["cause"]
        assert ("due" in comment) == ("owner" in comment)


def test_words_state_no_figures_that_could_go_stale(months: dict[str, Any]) -> None:
    day_of_month = re.compile(r"\b\d{1,2}\.? (sierpnia|září)\b")
    said = [f"{c['cause']} {c.get('solution', '')} {c.get('expected', '')}" for c in months["comment"]]
    said += [figure["sentence"] for month in months["month"] for figure in month["key_figures"]]
    assert not [words for words in said if re.search(r"\d", day_of_month.sub("", words))]
