"""Two sources of one figure: the deck waits until somebody chooses one, with a reason."""

from __future__ import annotations

import pytest

from tests.services.writing import LEAD, OCTOBER, SAMPLES, SPECIALIST, finish
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.model.client import Actor
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Severity
from tiger_reports.model.report import MonthState
from tiger_reports.model.sources import Origin
from tiger_reports.services.delivery import decks
from tiger_reports.services.importing import intake, sources
from tiger_reports.services.importing.options import NewFile
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.text import LANGUAGES

META_OCTOBER = "files/warsaw/meta_campaigns-by-day_2026-10_pl_synthetic.csv"
PLACE = ("meta-ads", "900000000000101")
DAYS = Origin("ads-manager-table", Level.CAMPAIGN, Grain.DAY)
ADS = Origin("ads-manager-table", Level.AD, Grain.DAY)


def as_ads(times=1.0):
    """The demo's campaigns as if exported by ad, with `times` the money."""
    lines = (SAMPLES / META_OCTOBER).read_text("utf-8-sig").splitlines()
    heads = lines[0].split(",")
    spend = heads.index('"Wydana kwota (PLN)"')
    rows = [line.split(",") for line in lines[1:]]
    for cells in rows:
        if cells[spend].strip('"'):
            cells[spend] = f"{float(cells[spend].strip(chr(34))) * times:.2f}"
    named = ['"Nazwa reklamy"', *heads], *(['"Ad"', *cells] for cells in rows)
    return "\n".join(",".join(cells) for cells in named).encode()


def load(office, data, name="ads.csv"):
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile(name, data))
    for code in {finding.code for finding in found.open_findings}:
        found = intake.waive(office, SPECIALIST, "warsaw", found.upload.id, code, "made for this test")
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    return found


def report(office):
    return month_report(office, LEAD, "warsaw", OCTOBER)


def spend(office):
    return report(office).figure("spend").value.amount


def waits(office):
    return [item.code for item in decks.open_items(office, LEAD, "warsaw", OCTOBER) if item.page == "month"]


def choose(office, origin, reason="the invoice says so", actor=SPECIALIST):
    return sources.choose_source(office, actor, "warsaw", OCTOBER, PLACE, origin.key, reason)


def test_a_second_source_that_agrees_is_left_out_and_stops_nothing(office):
    before = spend(office)
    load(office, as_ads(1.004))
    assert spend(office) == before
    assert waits(office) == []
    told = {
        use.origin: (use.counts, use.why) for use in report(office).notes.uses if use.channel == "meta-ads"
    }
    assert told[DAYS] == (True, "")
    assert told[ADS] == (False, "level")
    assert sum(counts for counts, _ in told.values()) == 1


def test_one_that_disagrees_is_told_when_it_is_read_and_makes_the_deck_wait(office):
    before = spend(office)
    found = load(office, as_ads(1.006))
    (told,) = [finding for finding in found.findings if finding.code == "account_differs"]
    assert told.severity is Severity.NOTE
    assert spend(office) == before
    assert waits(office) == ["sources_differ"]
    with pytest.raises(RefusedError) as refused:
        decks.export(office, LEAD, "warsaw", OCTOBER)
    assert "sources_differ" in [item.code for item in refused.value.open_items]


def test_the_chosen_source_decides_the_figures_and_the_deck_goes_on(office):
    load(office, as_ads(1.006))
    meta = (
        next(part for part in report(office).channels if part.name == "meta-ads")
        .figures["spend"]
        .value.amount
    )
    others = spend(office) - meta
    choose(office, ADS)
    assert spend(office) == pytest.approx(others + meta * 1.006, abs=1)
    assert waits(office) == []
    choose(office, DAYS, "the invoice was corrected")
    assert spend(office) == pytest.approx(others + meta)
    assert waits(office) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choice_is_printed_with_name_and_reason(office, language):
    load(office, as_ads(1.006))
    choose(office, ADS, "The invoice says so.")
    slides = decks.preview(office, LEAD, "warsaw", OCTOBER, language=language).slides
    (notes,) = [slide for slide in slides if slide.key.startswith("data_notes")]
    (table,) = [exhibit for exhibit in notes.exhibits if isinstance(exhibit, Table)]
    said = [[cell.text for cell in row] for row in table.rows]
    assert any("Demo Specialist" in row[1] and row[2] == "The invoice says so." for row in said)


def test_amounts_that_move_after_the_choice_open_the_question_again(office):
    load(office, as_ads(1.006))
    choose(office, ADS)
    load(office, as_ads(1.010), name="ads-later.csv")
    assert waits(office) == ["sources_differ"]
    choose(office, ADS)
    assert waits(office) == []


def test_a_choice_takes_back_an_approval(office):
    load(office, as_ads(1.004))
    finish(office, "warsaw")
    assert report(office).state is MonthState.APPROVED
    choose(office, ADS)
    assert report(office).state is not MonthState.APPROVED


def test_a_choice_needs_a_reason_a_source_and_rights(office):
    load(office, as_ads(1.006))
    with pytest.raises(RefusedError, match="reason_missing"):
        choose(office, ADS, "  ")
    with pytest.raises(RefusedError, match="source_unknown"):
        choose(office, Origin("no-such", Level.AD, Grain.DAY))
    with pytest.raises(NotAllowedError):
        choose(office, ADS, actor=Actor("x@agency.example", "X", clients=frozenset({"berlin"})))
    assert waits(office) == ["sources_differ"]


def test_notes_of_every_slide_name_file_and_rows(office):
    deck = decks.preview(office, LEAD, "warsaw", OCTOBER, language="en")
    for slide in deck.slides:
        if not slide.key.startswith(("cover", "done", "plan")):
            assert "meta_campaigns-by-day_2026-10_pl_synthetic.csv: rows 2–" in slide.notes, slide.key
    plain = monthly_deck(report(office), "en", draft=True)
    assert all(": rows " not in slide.notes for slide in plain.slides)
