"""From the command line: which sources count, which rows stand under a figure, which source somebody chose."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_commands import tiger
from tests.services.test_sources import ADS, DAYS, as_ads

MONTH = ("--client", "warsaw", "--month", "2026-10")


def test_figures_name_the_sources_that_count_and_those_left_out(home):
    code, out, _ = tiger(home, "figures", *MONTH, "--json")
    sources = json.loads(out)["sources"]
    assert code == 0
    told = {(use["channel"], use["source"]): (use["counts"], use["why"]) for use in sources["used"]}
    assert told["meta-ads", DAYS.key] == (True, "")
    assert any(not counts and why for counts, why in told.values())
    assert all(pair["settled"] for pair in sources["compared"])


def test_a_trace_adds_up_to_the_figure(home):
    _, out, _ = tiger(home, "figures", *MONTH, "--by", "channel", "--json")
    (meta,) = [part for part in json.loads(out)["by_channel"] if part["name"] == "meta-ads"]
    spend = next(figure["value"] for figure in meta["figures"] if figure["metric"] == "spend")
    code, out, _ = tiger(home, "trace", *MONTH, "--metric", "spend", "--channel", "meta-ads", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["value"] == spend
    assert sum(file["sums"]["spend"] for file in found["files"]) == pytest.approx(spend)
    assert found["files"][0]["rows"] == "2–94"
    assert found["files"][0]["imported_by"] == "Demo Specialist"


@pytest.mark.parametrize("period", [("--quarter", "2"), ("--year", "1")])
def test_a_trace_of_a_quarter_and_a_year_adds_up_to_the_figure(home, period):
    _, out, _ = tiger(home, "figures", "--client", "warsaw", *period, "--json")
    told = json.loads(out)
    spend = next(figure["value"] for figure in told["figures"] if figure["metric"] == "spend")
    code, out, _ = tiger(home, "trace", "--client", "warsaw", *period, "--metric", "spend", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["period"]["start"] == told["period"]["start"]
    assert found["value"] == spend
    assert sum(file["sums"]["spend"] for file in found["files"]) == pytest.approx(spend)


def test_a_trace_of_a_month_of_the_cooperation_is_asked_for_by_its_days(home):
    days = ("--days", "2026-06-17/2026-07-16")
    code, out, _ = tiger(home, "trace", "--client", "warsaw", *days, "--metric", "spend", "--json")
    assert code == 0
    assert json.loads(out)["period"] == {"start": "2026-06-17", "end": "2026-07-16"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--days", "2026-06-17/2026-06-18"], 1, "no figure"),
        (["--days", "June"], 2, "days"),
        (["--days", "2026-06-17/2026-07-16", "--quarter", "2"], 2, "--days"),
        (["--quarter", "2", "--year", "1"], 2, "--quarter"),
    ],
)
def test_days_that_cannot_be_traced_are_said(home, words, code, said):
    done, out, err = tiger(home, "trace", "--client", "warsaw", "--metric", "spend", *words)
    assert (done, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--metric", "no-such"], 1, "no figure"),
        (["--metric", "spend", "--channel", "no-such"], 1, "no figure"),
        (["--metric", "spend", "--campaign", "X"], 2, "--channel"),
        ([], 2, "metric"),
    ],
)
def test_what_cannot_be_traced_is_said(home, words, code, said):
    done, out, err = tiger(home, "trace", *MONTH, *words)
    assert done == code
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_sources_that_disagree_are_told_and_one_is_chosen(home, tmp_path):
    ads = tmp_path / "ads.csv"
    ads.write_bytes(as_ads(1.006))
    words = ["--accept", "ratio_differs", "--reason", "made for this test", "--json"]
    code, out, _ = tiger(home, "import", "--client", "warsaw", *words, ads)
    assert code == 0
    assert "account_differs" in [finding["code"] for finding in json.loads(out)[0]["findings"]]
    words = [*MONTH, "--channel", "meta-ads", "--account", "900000000000101", "--use", ADS.key]
    code, _, err = tiger(home, "source", *words, "--reason", "")
    assert code == 1
    assert "reason" in err
    code, out, _ = tiger(home, "source", *words, "--reason", "The invoice says so.", "--json")
    assert code == 0
    assert json.loads(out)["source"] == ADS.key
    _, out, _ = tiger(home, "figures", *MONTH, "--json")
    (pair, *_) = [one for one in json.loads(out)["sources"]["compared"] if one["choice"]]
    assert pair["counts"] == ADS.key
    assert pair["settled"]
