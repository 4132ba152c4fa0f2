"""What a quarter's files say of the audience: breakdowns that stand for their channel, else what all have."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.writing import LEAD
from tiger_reports.model.log import DeckKind
from tiger_reports.model.metric import Value
from tiger_reports.services.clients import get_client
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.services.tiger_year.audience import audience_of
from tiger_reports.services.tiger_year.figures import quarter_report
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.store.home import Settings

FIRST = Asked(DeckKind.QUARTER, 1, 1)


@pytest.fixture(scope="module")
def house(demo_home: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("audience") / "home"
    shutil.copytree(demo_home, home)
    return replace(open_office(Settings(home=home)), reader=reader)


def found(house, client, change=lambda report: report, metric="conversions"):
    report = change(quarter_report(house, LEAD, client, 1, 1))
    return audience_of(house, get_client(house, LEAD, client), FIRST, report, metric)


def test_a_breakdown_that_stands_for_its_channel_is_told_before_channels_and_weekdays(house):
    report = quarter_report(house, LEAD, "prague", 1, 1)
    told = found(house, "prague")
    assert [one.dimension for one in told][-1] == "channel"
    age = next(one for one in told if one.dimension == "age")
    assert age.channel == "meta-ads"
    assert [one.name for one in age.groups] == ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"]
    meta = next(part for part in report.channels if part.channel == "meta-ads").figures
    assert age.whole.results == meta["conversions"].value.amount
    assert age.whole.spend == pytest.approx(meta["spend"].value.amount, abs=0.5)
    assert age.group.name == "25-34"


def test_two_accounts_of_one_channel_are_one_audience(house):
    told = found(house, "berlin")
    age = next(one for one in told if one.dimension == "age")
    assert age.group.name == "35-44"
    assert age.dearer < -0.1


def test_a_breakdown_that_holds_only_a_part_of_its_channel_tells_nothing(house):
    def larger(report):
        parts = tuple(
            replace(part, figures={**part.figures, "spend": twice(part.figures["spend"])})
            for part in report.channels
        )
        return replace(report, channels=parts)

    def twice(figure):
        return replace(figure, value=Value(2 * figure.value.amount))

    assert not {one.dimension for one in found(house, "prague", larger)} & {"age", "gender"}


def test_the_file_of_a_breakdown_is_among_the_sources_of_the_deck(house):
    told = told_report(house, LEAD, get_client(house, LEAD, "prague"), FIRST)
    names = [source.file for source in told.notes.sources]
    assert [name for name in names if "audience-by-month" in name]
    assert len(names) == len(set(names))


def test_a_figure_that_cannot_be_added_has_no_audience(house):
    assert found(house, "prague", metric="cpa") == ()


def test_a_client_without_breakdowns_has_its_channels(house):
    assert {one.dimension for one in found(house, "warsaw")} <= {"channel", "weekday"}
