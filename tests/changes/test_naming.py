from __future__ import annotations

import pytest

from tiger_reports.changes.naming import dimension_name, segment_name, where_name
from tiger_reports.metrics.cubes import CHAIN
from tiger_reports.model.change import Segment
from tiger_reports.model.fact import BREAKDOWNS
from tiger_reports.text.catalogue import LANGUAGES

WHERE = (("campaign", "Spring"), ("device", "mobile"), ("age", "25-34"))


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Spring · mobile · age 25-34"),
        ("pl", "Spring · mobile · wiek 25-34"),
        ("cs", "Spring · mobile · věk 25-34"),
        ("ru", "Spring · mobile · возраст 25-34"),
    ],
)
def test_names_stay_and_bare_values_get_their_dimension(language, name):
    assert where_name(WHERE, language) == name


def test_a_channel_goes_by_its_panel_and_a_missing_value_is_said():
    assert where_name((("channel", "meta-ads"),), "en") == "Meta Ads"
    assert where_name((("region", ""),), "en") == "region: not given"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dimension_has_a_name(language):
    assert all(dimension_name(name, language) for name in (*CHAIN, *BREAKDOWNS))
    assert segment_name(Segment((), None, None, 1.0, kind="unallocated"), language)
