"""Days counted in another zone than the client's are told, with the file, the month and the deck."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from tests.services.writing import LEAD, OCTOBER, SPECIALIST
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.model.finding import Severity
from tiger_reports.model.period import Period, month
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.options import NewFile
from tiger_reports.services.importing.zones import zone_findings
from tiger_reports.services.months.reports import month_report
from tiger_reports.text import LANGUAGES, phrase

HEADERS = (
    "Start Date (in UTC)",
    "Account Name",
    "Currency",
    "Campaign ID",
    "Campaign Name",
    "Total Spent",
    "Impressions",
    "Clicks",
)
LINKEDIN = "\r\n".join(
    [
        "Synthetic Campaign Performance Report (in UTC)",
        '"Report Start: October 1, 2026, 12:00 AM"',
        '"Report End: October 31, 2026, 11:59 PM"',
        '"Date Generated: November 3, 2026, 9:00 AM"',
        "",
        "\t".join(HEADERS),
        *(
            "\t".join(
                [f"10/{day}/2026", "Synthetic", "PLN", "1", "Synthetic | Leads", "100.00", "5000", "40"]
            )
            for day in range(1, 32)
        ),
    ]
).encode("utf-16")


def table(zone, period):
    return SimpleNamespace(timezone=zone, period=period, panel="linkedin-ads")


def test_a_zone_is_told_only_where_its_days_begin_at_another_moment():
    january, july = month(2026, 1), month(2026, 7)
    assert [f.code for f in zone_findings(table("UTC", july), "Europe/Warsaw")] == ["zone_differs"]
    assert zone_findings(table("UTC", january), "Europe/London") == ()
    assert len(zone_findings(table("UTC", july), "Europe/London")) == 1
    assert len(zone_findings(table("UTC", Period(date(2026, 3, 1), date(2026, 4, 1))), "Europe/London")) == 1
    assert zone_findings(table("", july), "Europe/Warsaw") == ()
    assert zone_findings(table("UTC", None), "Europe/Warsaw") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_zone_of_the_file_is_kept_and_told_in_the_deck(office, language):
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("linkedin.csv", LINKEDIN))
    assert found.upload.panel == "linkedin-ads"
    assert found.upload.timezone == "UTC"
    (note,) = [finding for finding in found.findings if finding.code == "zone_differs"]
    assert note.severity is Severity.NOTE
    for code in {f.code for f in found.open_findings}:
        intake.waive(office, SPECIALIST, "warsaw", found.upload.id, code, "a new channel")
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    slides = {slide.key: slide for slide in monthly_deck(report, language, draft=True).slides}
    told = phrase(
        "finding.zone_differs.title", language, channel="LinkedIn Ads", zone="UTC", wanted="Europe/Warsaw"
    )
    assert told in [row[0].text for row in slides["data_notes"].exhibits[0].rows]
