"""Tables that no definition knows, and the template, from the command line."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

from tests.cli.test_commands import tiger

HEADER = "Datum;Kampaň letáků;Utraceno;E-mail\n"
MAP = ("--map", "Datum=day", "--map", "Kampaň letáků=campaign", "--map", "Utraceno=spend")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "october.csv"
    days = "".join(f"{day}. 10. 2026;Podzim;1 000,5;a@example.com\n" for day in range(1, 32))
    path.write_text(HEADER + days, "utf-8")
    return path


@pytest.fixture
def shop(tmp_path):
    home = tmp_path / "home"
    words = ("--name", "Synthetic", "--start", "2026-03-17", "--currency", "CZK", "--language", "cs")
    assert tiger(home, "client", "add", "shop", *words)[0] == 0
    return home


def test_a_refusal_says_how_to_map_the_file(tmp_path, file):
    code, _, err = tiger(tmp_path, "check", file)
    said = " ".join(err.split())
    assert code == 1
    assert "--map" in said
    assert "--map Datum=day" in said
    assert "@example" not in said
    code, out, _ = tiger(tmp_path, "check", "--json", file)
    (document,) = json.loads(out)
    assert next((c["header"], c["suggestion"], c["personal"]) for c in document["columns"]) == (
        "Datum",
        "day",
        False,
    )
    assert document["columns"][3] == {
        "header": "E-mail",
        "examples": [],
        "suggestion": "",
        "means": "",
        "personal": True,
    }


def test_a_mapped_file_is_checked_like_any_other(tmp_path, file):
    words = ("check", "--json", file, *MAP, "--channel", "Letáky", "--currency", "czk")
    code, out, _ = tiger(tmp_path, *words)
    (document,) = json.loads(out)
    assert code == 0
    assert (document["panel"], document["currency"], document["rows"]) == ("other:Letáky", "CZK", 31)
    assert document["sums"] == {"spend": 31 * 1000.5}
    assert [finding["code"] for finding in document["findings"]] == ["personal_columns"]


def test_without_a_channel_the_figures_belong_nowhere(tmp_path, file):
    code, out, _ = tiger(tmp_path, "check", "--json", file, *MAP, "--currency", "CZK")
    assert code == 1
    assert "channel_missing" in {finding["code"] for finding in json.loads(out)[0]["findings"]}


@pytest.mark.parametrize("pair", ["Datum", "Datum=", "=day", "Datum=dzień", "Datum=period_start"])
def test_a_meaning_that_there_is_not_is_wrong_usage(tmp_path, file, pair):
    code, out, err = tiger(tmp_path, "check", file, "--map", pair)
    assert (code, out) == (2, "")
    assert "HEADER=COLUMN" in err


def test_an_import_is_remembered_for_the_client(shop, file):
    words = ("--channel", "Letáky", "--currency", "CZK")
    assert tiger(shop, "import", "--client", "shop", file, *MAP, *words)[0] == 0
    later = file.with_name("anything at all.txt")
    later.write_text(
        file.read_text("utf-8").replace(". 10. 2026", ". 11. 2026").replace("31. 11. 2026", "30. 11. 2026"),
        "utf-8",
    )
    _code, out, _ = tiger(
        shop, "import", "--client", "shop", later, "--json", "--accept", "identical_rows", "--reason", "x y z"
    )
    (document,) = json.loads(out)
    assert document["tables"][0]["panel"] == "other:Letáky"
    assert "unrecognised" not in {finding["code"] for finding in document["findings"]}
    _, out, _ = tiger(shop, "figures", "--client", "shop", "--month", "2026-10", "--by", "channel", "--json")
    assert (
        next(figure for figure in json.loads(out)["figures"] if figure["metric"] == "spend")["value"]
        == 31 * 1000.5
    )


def test_the_template_is_written(shop, tmp_path):
    out = tmp_path / "t.xlsx"
    assert tiger(shop, "template", "--client", "shop", "--month", "2026-10", "-o", out)[0] == 0
    assert load_workbook(out).sheetnames == ["Návod", "Čísla"]
    assert tiger(shop, "template", "--client", "shop", "--month", "October", "-o", out)[0] == 2
    assert tiger(shop, "template", "--client", "nobody", "--month", "2026-10", "-o", out)[0] == 1
