"""Every check has a file that it alone catches, and a clean neighbour that nothing catches."""

from __future__ import annotations

import pytest

from sample_data.check_pairs import write
from tests.validation.pairs import CASES, FOLDER, case, expected, found
from validation import rules

READER = {code for code in CASES if "found_as" in case(code)}


@pytest.mark.parametrize("code", CASES)
def test_a_clean_file_passes_every_rule(code: str) -> None:
    assert found(FOLDER / code / "clean.csv", expected(code)) == ((), ())


@pytest.mark.parametrize("code", sorted(set(CASES) - READER))
def test_a_bad_file_is_caught_by_its_own_rule_alone(code: str) -> None:
    reader, ruled = found(FOLDER / code / "bad.csv", expected(code))
    assert {finding.code for finding in ruled} == {code}
    assert {finding.code for finding in reader} <= {code}


@pytest.mark.parametrize("code", sorted(READER))
def test_what_cannot_be_read_is_refused_by_the_reader(code: str) -> None:
    reader, _ = found(FOLDER / code / "bad.csv", expected(code))
    assert case(code)["found_as"] in {finding.code for finding in reader if finding.stops}


def test_every_rule_has_its_pair_of_files() -> None:
    assert {rule.code for rule in rules()} <= set(CASES)


def test_a_finding_names_the_row_that_was_changed() -> None:
    """The one edited line of the bad file is the row that the finding shows."""
    for code in (
        "ratio_differs",
        "negative_value",
        "reach_above_impressions",
        "duplicate_id",
        "identical_rows",
    ):
        clean, bad = (
            (FOLDER / code / name).read_text("utf-8-sig").splitlines() for name in ("clean.csv", "bad.csv")
        )
        changed = next(number for number, line in enumerate(bad, 1) if [line] != clean[number - 1 : number])
        (finding,) = found(FOLDER / code / "bad.csv", expected(code))[1]
        assert finding.row == changed, code
        assert finding.file == "bad.csv"


def test_the_committed_files_are_what_the_generator_writes(tmp_path) -> None:
    write(tmp_path)
    made = {path.relative_to(tmp_path / "checks"): path.read_bytes() for path in tmp_path.rglob("*.*")}
    kept = {path.relative_to(FOLDER): path.read_bytes() for path in FOLDER.rglob("*.*")}
    assert made == kept
