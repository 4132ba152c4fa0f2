"""Real pairs of exports, where they lie beside the repository: the later one shows exactly what moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tiger_reports.changes.moves import moved_days, moved_parts
from tiger_reports.metrics import months
from tiger_reports.model.client import Client
from tiger_reports.model.period import month
from tiger_reports.services.clients import add_client
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.options import NewFile
from tiger_reports.services.measuring.measure import facts_of, measure
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.store.settings import Settings

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
JUNE = month(2026, 6)
MEASURES = ("conversions", "conversion_value", "spend", "clicks", "impressions")
PAIRS = {
    "google-ads": (
        "report-editor_campaign-day_pull-2026-06-25_aud_en-gb.csv",
        "report-editor_campaign-day_later-merged_aud_en-gb.csv",
    ),
    "meta-ads": (
        "cocoon_campaign-day_pull-2026-06-25_en_aud.csv",
        "cocoon_campaign-day_later-merged_en_aud.csv",
    ),
}
pytestmark = pytest.mark.skipif(
    not CORPUS.exists(), reason="the corpus of real files is not beside the repository"
)


def moved(tmp_path, reader, panel):
    """Campaign-days known from the first pull, those that the second moved, and the days of both."""
    office = replace(open_office(Settings(home=tmp_path / "home")), reader=reader)
    client = Client("shop", "Shop", date(2026, 6, 1), "AUD", "en", today=date(2026, 7, 3))
    add_client(office, local_actor(), client)
    versions = []
    for name in PAIRS[panel]:
        data = (CORPUS / panel / name).read_bytes()
        (found,) = intake.stage(office, local_actor(), "shop", NewFile(name, data))
        for code in {f.code for f in found.open_findings}:
            intake.waive(office, local_actor(), "shop", found.upload.id, code, "looked at by a person")
        intake.accept(office, local_actor(), "shop", found.upload.id)
        versions.append(office.store.facts.version())
    then, now = (measure(office, client, JUNE, version) for version in versions)
    tables = (
        months.daily(facts_of(office, client, one.version), JUNE, "campaign", known=one.plan)
        for one in (then, now)
    )
    return moved_parts(*tables), moved_days(then.tables.days, now.tables.days)


def test_what_moved_in_google_is_counted_by_campaign_day_and_measure(tmp_path, reader):
    """16 campaign-days gained conversions, one more its cost, eight only lost or won some impressions."""
    (cells, parts), days = moved(tmp_path, reader, "google-ads")
    assert cells == 258
    by_measure = {name: {(p.campaign, p.day) for p in parts if p.measure == name} for name in MEASURES}
    assert len(by_measure["conversions"]) == 16
    assert len(by_measure["conversions"] | by_measure["spend"]) == 17
    assert len(set().union(*by_measure.values())) == len({(p.campaign, p.day) for p in parts}) == 25
    assert {day for _, day in by_measure["spend"]} == {date(2026, 6, 22), date(2026, 6, 25)}
    assert all(p.after > p.before for p in parts if p.measure == "conversions")
    first = [(p.before, p.after) for p in parts if p.measure == "conversions" and p.day == date(2026, 6, 1)]
    assert (2.96, 4.96) in first
    assert len({day.day for day in days if day.measure == "conversions"}) == len(
        {day for _, day in by_measure["conversions"]}
    )


def test_two_campaign_days_of_meta_moved_on_the_day_of_export(tmp_path, reader):
    (cells, parts), _ = moved(tmp_path, reader, "meta-ads")
    assert cells == 88
    assert {part.day for part in parts} == {date(2026, 6, 25)}
    assert len({part.campaign for part in parts}) == 2
    spend = next(part for part in parts if part.measure == "spend" and round(part.before, 2) == 79.62)
    assert round(spend.after, 2) == 80.25
