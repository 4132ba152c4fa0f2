"""Every panel definition keeps the rules; a new one joins by its file alone."""

from __future__ import annotations

import csv
import dataclasses
import io
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.panels.conftest import codes, column
from tiger_reports.model.fact import COLUMNS, TEXTS, column_type
from tiger_reports.panels import FINDING_CODES, fold, read_file
from tiger_reports.panels.arrow import pa
from tiger_reports.panels.catalogue import DefinitionError, load, panel_keys, panels
from tiger_reports.panels.definition import SIDE_ROLES
from tiger_reports.panels.definition_rules import issues_of_panels
from tiger_reports.text import LANGUAGES, has

README = Path(__file__).parents[2] / "README.md"
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


def languages_of(panel) -> list[str]:
    return list(dict.fromkeys(language for headers in panel.columns.values() for language in headers))


@pytest.mark.parametrize("panel", panels(), ids=lambda panel: panel.key)
def test_what_identifies_a_report_is_known_in_the_panels_main_language(panel):
    languages = languages_of(panel)
    main = "en" if "en" in languages else languages[0]
    for report in panel.reports:
        for sign in report.signs:
            for role in (*sign.columns, *sign.any_of):
                assert panel.columns[role].get(main), (report.key, role)


@pytest.mark.parametrize("panel", panels(), ids=lambda panel: panel.key)
def test_a_sign_by_a_header_asks_for_one_that_the_panel_knows(panel):
    known = {
        fold.key(header) for all_ in panel.columns.values() for headers in all_.values() for header in headers
    }
    patterns = [pattern.casefold() for pattern in panel.unused]
    for report in panel.reports:
        for header in (header for sign in report.signs for header in sign.header):
            unused = any(fnmatchcase(header.casefold(), pattern) for pattern in patterns)
            assert fold.key(header) in known or unused, header


def foreign():
    """All panels but our own template."""
    return [panel for panel in panels() if not panel.template]


def table_of(panel, language: str) -> str:
    """One row under a language's first header for each column; the currency in brackets, the days above."""
    roles = {role: headers[language][0] for role, headers in panel.columns.items() if language in headers}
    for role in ("starts", "ends", "week", "month", "segment", *SIDE_ROLES):
        roles.pop(role, None)
    roles["spend"] += " (EUR)"
    values = {"day": "2026-05-31", "segment_start": "5/31/2026", "currency": "EUR"}
    cells = [values.get(role, "A" if role in TEXTS else "7") for role in roles]
    lines = [[f"{label} 1 May 2026 - 31 May 2026"] for label in panel.preamble.range[-1:]]
    return csv_of([*lines, list(roles.values()), cells])


def csv_of(lines) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


@pytest.mark.parametrize(
    ("panel", "language"),
    [
        (panel, language)
        for panel in foreign()
        for language in languages_of(panel)
        if "spend" in panel.columns
    ],
    ids=lambda value: getattr(value, "key", value),
)
def test_a_table_of_a_panels_own_headers_is_known_as_its_own(read, panel, language):
    if language not in panel.columns["spend"]:
        pytest.skip("the panel has no word for spend in this language")
    file = read.text(table_of(panel, language))
    (table,) = file.tables
    assert (table.panel, column(table, "spend"), table.unknown_columns) == (panel.key, [7.0], ())


@pytest.mark.parametrize("panel", foreign(), ids=lambda panel: panel.key)
def test_the_readme_says_what_of_a_panel_was_seen(panel):
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith(f"| {panel.name} |")]
    assert len(rows) == 1
    assert ("unseen_panel" in panel.notes) == ("no real file" in rows[0])


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
        ('name = "Small Ads"', 'name = "Small Ads"\nnotes = ["odd"]', "unknown finding 'odd'"),
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
