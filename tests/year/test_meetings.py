"""When the meeting at the end of a quarter is due."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from tiger_reports.model.cooperation import Pause
from tiger_reports.model.tiger_year import TigerPeriod, tiger_quarter
from tiger_reports.year.meetings import DAYS_BEFORE, due_day, meetings

ENDS_ON_ASSUMPTION = date(2026, 5, 16)
"""Quarter I ends on 15 August 2026: a Saturday, and a public holiday in Poland."""


def quarter(start: date) -> TigerPeriod:
    return TigerPeriod(1, 1, tiger_quarter(start, 1, 1))


def test_a_quarter_that_ends_on_a_holiday_has_its_meeting_on_the_working_day_before():
    assert quarter(ENDS_ON_ASSUMPTION).period.last_day == date(2026, 8, 15)
    assert due_day(quarter(ENDS_ON_ASSUMPTION), "PL", 0) == date(2026, 8, 14)
    assert due_day(quarter(ENDS_ON_ASSUMPTION), "PL", DAYS_BEFORE) == date(2026, 7, 31)  # 1 August: Saturday


def test_a_holiday_in_the_week_counts_only_in_its_country():
    ends = date(2026, 8, 18)  # 4 June 2026, a Thursday, is Corpus Christi in Poland
    start = date(2026, 5, 19)
    assert quarter(start).period.last_day == ends
    assert due_day(quarter(start), "PL", (ends - date(2026, 6, 4)).days) == date(2026, 6, 3)
    assert due_day(quarter(start), "CZ", (ends - date(2026, 6, 4)).days) == date(2026, 6, 4)


@pytest.mark.parametrize("country", ["PL", "CZ", "KZ", "XX"])
def test_every_meeting_of_two_years_is_on_a_working_day_before_its_quarter_ends(country):
    found = meetings(date(2026, 3, 17), 2, country, DAYS_BEFORE)
    known = holidays.country_holidays(country) if country != "XX" else holidays.HolidayBase()
    assert len(found) == 8
    for one in found:
        assert known.is_working_day(one.due)
        assert one.due <= one.quarter.period.last_day
        assert one.due in one.quarter.period


def test_a_quarter_that_ends_in_a_pause_has_no_meeting():
    paused = Pause("p", date(2026, 6, 1), date(2026, 7, 1))
    found = meetings(date(2026, 3, 17), 1, "PL", DAYS_BEFORE, (paused,))
    assert [one.quarter.number for one in found] == [2, 3, 4]
