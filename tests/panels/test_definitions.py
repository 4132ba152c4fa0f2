"""Every panel definition keeps the rules; a new one joins by its file alone."""

from __future__ import annotations

import dataclasses

import pytest

from tests.panels.conftest import codes, column
from tiger_reports.model.fact import COLUMNS, column_type
from tiger_reports.panels import FINDING_CODES, read_file
from tiger_reports.panels.arrow import pa
from tiger_reports.panels.catalogue import DefinitionError, load, panel_keys, panels
from tiger_reports.panels.definition_rules import issues_of_panels
from tiger_reports.text import LANGUAGES, has

SMALL = """
panel = "small-ads"
name = "Small Ads"
[[report]]
key = "table"
signs = [{ columns = ["campaign", "spend"] }]
[columns.campaign]
en = ["Line"]
[columns.spend]
en = ["Paid"]
[columns.day]
en = ["When"]
[columns.currency]
en = ["Money"]
"""


@pytest.mark.parametrize("panel", panels(), ids=lambda panel: panel.key)
def test_a_definition_keeps_every_rule(panel):
    assert issues_of_panels([panel]) == ()
    assert all(report.signs for report in panel.reports)


def test_the_panels_of_the_first_release_are_there():
    assert set(panel_keys()) >= {"meta-ads", "google-ads", "linkedin-ads", "tiktok-ads"}


@pytest.mark.parametrize("panel", panels(), ids=lambda panel: panel.key)
def test_what_identifies_a_report_is_known_in_english(panel):
    for report in panel.reports:
        for sign in report.signs:
            for role in (*sign.columns, *sign.any_of):
                assert panel.columns[role].get("en"), (report.key, role)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('en = ["Paid"]', 'en = ["Line"]', "header 'line' means campaign and spend"),
        ("[columns.spend]", "[columns.cost]", "unknown column 'cost'"),
        ('name = "Small Ads"', 'name = "Small Ads"\nnulls = []', "unknown key 'nulls'"),
        ("signs = [{", "signs = [{ colour = 1, ", "unknown sign key 'colour'"),
        ('signs = [{ columns = ["campaign", "spend"] }]', "signs = []", "no sign to be recognised by"),
        ('"campaign", "spend"] }', '"clicks"] }', "unknown column in a sign 'clicks'"),
        ('en = ["When"]', 'xx-yy-zz-q = ["When"]', "unknown language"),
        ('key = "table"', 'key = "table"\nlevel = "banner"', "unknown level 'banner'"),
        ('{ columns = ["campaign", "spend"] }', '{ title = "(" }', "does not compile"),
        ('{ columns = ["campaign", "spend"] }', "{ }", "fits every file"),
        ('name = "Small Ads"', "", "name is missing"),
    ],
)
def test_a_broken_definition_is_refused_with_its_file_and_reason(old, new, said):
    assert old in SMALL
    with pytest.raises(DefinitionError, match=r"small\.toml") as refused:
        load({"small.toml": SMALL.replace(old, new)})
    assert said in str(refused.value)


def test_all_issues_are_shown_at_once():
    broken = SMALL.replace("[columns.spend]", "[columns.cost]").replace('en = ["When"]', 'en = ["Line"]')
    with pytest.raises(DefinitionError) as refused:
        load({"a.toml": broken, "b.toml": broken})
    assert len(str(refused.value).splitlines()) >= 6


def test_a_new_panel_is_one_file(tmp_path):
    path = tmp_path / "upload"
    path.write_text("When,Line,Paid,Money\n2026-01-01,A,1.50,PLN\n")
    file = read_file(path, name="x", catalogue=load({"small.toml": SMALL}))
    assert (file.tables[0].panel, column(file.tables[0], "spend"), codes(file)) == ("small-ads", [1.5], set())


def test_two_definitions_that_fit_equally_are_said_to(tmp_path):
    path = tmp_path / "upload"
    path.write_text("When,Line,Paid,Money\n2026-01-01,A,1.50,PLN\n")
    other = SMALL.replace("small-ads", "tiny-ads").replace("Small Ads", "Tiny Ads")
    file = read_file(path, name="x", catalogue=load({"a.toml": SMALL, "b.toml": other}))
    assert codes(file) == {"several"}
    assert file.findings[0].details["panels"] == "Small Ads, Tiny Ads"


def test_the_frame_has_every_column_in_order_and_type(read):
    table = read.table("Day,Campaign name,Amount spent (EUR)\n2026-01-01,A,1.50\n")
    types = {"date": pa.date32(), "text": pa.string(), "number": pa.float64(), "integer": pa.int64()}
    assert tuple(table.frame.column_names) == COLUMNS
    assert {name: table.frame[name].type for name in COLUMNS} == {
        name: types[column_type(name)] for name in COLUMNS
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", FINDING_CODES)
def test_every_finding_has_words(code, language):
    assert all(has(f"finding.{code}.{part}", language) for part in ("title", "why", "fix"))


def test_definitions_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        panels()[0].key = "other"
