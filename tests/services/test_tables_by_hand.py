"""Described tables, typed figures and the template: remembered for one client, traced, and without persons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from tests.services.writing import LEAD, OCTOBER, SPECIALIST
from tiger_reports.model.client import Actor
from tiger_reports.model.period import Period, month
from tiger_reports.services.channels import client_channels
from tiger_reports.services.clients import get_client, save_client
from tiger_reports.services.delivery.decks import export
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.files import import_file
from tiger_reports.services.importing.options import NewFile, Options, options_from
from tiger_reports.services.importing.outlines import outlines_of
from tiger_reports.services.importing.template import template
from tiger_reports.services.importing.typed import TypedFigures, save_typed
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.text import LANGUAGES

MAPPING = (("Tag", "day"), ("Ort", "campaign"), ("Ausgabe", "spend"), ("Stimmen", "reach"))
SECRETS = (b"Synthetic Person", b"person@example.com", b"never answered")


def listening(number: int, days: int) -> bytes:
    """A synthetic export of a listening tool: figures beside names, addresses and words of persons."""
    rows = [
        f"{day:02}.{number:02}.2026;Forum;{day},50;{day * 100};Synthetic Person;person@example.com;"
        "They never answered my question, sad."
        for day in range(1, days + 1)
    ]
    return "\n".join(["Tag;Ort;Ausgabe;Stimmen;Author;Feld;Mention text", *rows]).encode()


def described(office, client="warsaw", data=None, options=None):
    chosen = options or Options(mapping=MAPPING, channel="Listening", currency="PLN")
    (found,) = intake.stage(
        office, SPECIALIST, client, NewFile("mentions.csv", data or listening(10, 31)), chosen
    )
    return found


def on_disk(office) -> bytes:
    """Every byte that the house keeps, files and database."""
    return b"".join(path.read_bytes() for path in office.store.settings.home.rglob("*") if path.is_file())


def test_a_described_table_is_stored_as_a_channel_and_stands_in_the_deck(office):
    found = described(office)
    assert found.open_findings == ()
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    part = next(part for part in report.channels if part.channel == "other:Listening")
    assert part.figures["spend"].value.amount == pytest.approx(sum(range(1, 32)) + 31 * 0.5)
    made = export(office, LEAD, "warsaw", OCTOBER, language="en", draft=True)
    words = slide_words(made.data)
    assert "Listening" in words
    assert "other:" not in words


def slide_words(data: bytes) -> str:
    from pptx import Presentation

    deck = Presentation(BytesIO(data))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    tables = [cell.text for s in shapes if s.has_table for row in s.table.rows for cell in row.cells]
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    return "\n".join([*(s.text_frame.text for s in shapes if s.has_text_frame), *tables, *notes])


def test_next_months_file_is_read_without_a_question_and_only_for_this_client(office):
    described(office)
    later = NewFile("a different name.csv", listening(9, 30))
    (found,) = intake.stage(office, SPECIALIST, "warsaw", later)
    assert (found.upload.panel, found.upload.currency) == ("other:Listening", "PLN")
    assert found.open_findings == ()
    (other,) = intake.stage(office, SPECIALIST, "berlin", later)
    assert [finding.code for finding in other.open_findings] == ["unrecognised"]
    assert "Listening" not in client_channels(office, SPECIALIST, "berlin")


def test_an_unknown_table_waits_with_its_columns_until_they_are_named(office):
    (waiting,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("x.csv", listening(10, 31)))
    (outline,) = outlines_of(waiting.upload)
    assert [column.header for column in outline.columns if column.personal] == [
        "Author",
        "Feld",
        "Mention text",
    ]
    before = options_from(waiting.upload.options)
    options = replace(before, mapping=MAPPING, channel="Listening")
    (asked,) = intake.recheck(office, SPECIALIST, "warsaw", waiting.upload.id, options=options)
    assert [finding.code for finding in asked.open_findings] == ["currency_missing"]
    answered = replace(options_from(asked.upload.options), currency="PLN")
    (read,) = intake.recheck(office, SPECIALIST, "warsaw", asked.upload.id, options=answered)
    assert read.open_findings == ()
    assert intake.staged(office, SPECIALIST, "warsaw") == (read,)
    (later,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("y.csv", listening(9, 30)))
    assert later.open_findings == ()


def test_nothing_of_private_persons_is_kept_anywhere(office):
    found = described(office)
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    assert "personal_columns" in {finding.code for finding in found.findings}
    frame = pq.read_table(office.store.raw.path(found.upload.result["frame"]), partitioning=None)
    facts = office.store.facts.scan("warsaw").collect().to_arrow()
    rows = f"{frame.to_pylist()}{facts.to_pylist()}".encode()
    assert b"Forum" in rows
    kept = on_disk(office) + rows
    assert not [secret for secret in SECRETS if secret in kept]
    raw = office.store.raw.get(found.upload.sha256)
    assert b"31.10.2026;Forum;31,50;3100;;;" in raw


def test_the_clients_switch_keeps_the_file_as_it_came_and_the_facts_without_persons(office):
    save_client(office, LEAD, replace(get_client(office, LEAD, "warsaw"), keep_personal=True))
    found = described(office)
    assert office.store.raw.get(found.upload.sha256) == listening(10, 31)
    frame = office.store.raw.get(found.upload.result["frame"])
    assert not [secret for secret in SECRETS if secret in frame]


def test_the_same_file_with_persons_twice_waits_once_and_changes_nothing(office):
    first, second = described(office), described(office)
    assert [one.upload.id for one in intake.staged(office, SPECIALIST, "warsaw")] == [second.upload.id]
    assert first.upload.sha256 == second.upload.sha256
    intake.accept(office, SPECIALIST, "warsaw", second.upload.id)
    again = import_file(office, SPECIALIST, "warsaw", NewFile("mentions.csv", listening(10, 31)))
    assert again.ok
    assert not again.stored


def typed(**more) -> TypedFigures:
    known = {"channel": "Ulotki", "period": OCTOBER, "amounts": {"spend": 1234.56, "clicks": 12.0}}
    return TypedFigures(**(known | more))


def test_typed_figures_are_stored_and_traced_to_who_typed_them_and_when(office):
    (found,) = save_typed(office, SPECIALIST, "warsaw", typed())
    assert found.open_findings == ()
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    source = next(one for one in report.notes.sources if one.panel == "other:Ulotki")
    assert source.file.startswith("wpisane przez: Demo Specialist, 20")
    raw = office.store.raw.get(source.sha256).decode()
    assert raw.startswith("Tiger Reports · wpisane przez: Demo Specialist")
    assert "1234.56" in raw


def test_a_typed_day_is_a_day(office):
    day = Period(date(2026, 10, 5), date(2026, 10, 6))
    (found,) = save_typed(office, SPECIALIST, "warsaw", typed(period=day, campaign="Jesień"))
    assert (found.upload.grain, found.upload.level, found.open_findings) == ("day", "campaign", ())


def test_typed_figures_meet_what_is_known_of_the_client(office):
    """A typed month of a channel of the demo that is forty times the usual is a question like any other."""
    amounts = {"spend": 4_000_000.0, "impressions": 1e6}
    (found,) = save_typed(office, SPECIALIST, "warsaw", typed(channel="Meta Ads", amounts=amounts))
    assert found.upload.panel == "meta-ads"
    assert "jump" in {finding.code for finding in found.open_findings}


@pytest.mark.parametrize(
    ("more", "code"), [({"channel": " "}, "channel_missing"), ({"amounts": {}}, "nothing_typed")]
)
def test_unfinished_figures_are_refused(office, more, code):
    with pytest.raises(RefusedError, match=code):
        save_typed(office, SPECIALIST, "warsaw", typed(**more))


def test_a_stranger_can_neither_type_nor_download(office):
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    for act in (
        lambda: save_typed(office, stranger, "warsaw", typed()),
        lambda: template(office, stranger, "warsaw", OCTOBER),
        lambda: client_channels(office, stranger, "warsaw"),
    ):
        with pytest.raises(NotAllowedError):
            act()


def filled(data: bytes, **cells) -> bytes:
    book = load_workbook(BytesIO(data))
    for place, value in cells.items():
        book.worksheets[1][place] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_read_back_in_every_language(office, language):
    save_client(office, LEAD, replace(get_client(office, LEAD, "warsaw"), language=language))
    blank = template(office, LEAD, "warsaw", OCTOBER)
    book = load_workbook(BytesIO(blank.data))
    sheet = book.worksheets[1]
    channels = [sheet.cell(row, 1).value for row in range(5, 8)]
    assert "Meta Ads" in channels
    assert sheet["E4"].value.endswith("(PLN)")
    assert (sheet["C5"].value.date(), sheet["D5"].value.date()) == (OCTOBER.start, OCTOBER.last_day)
    data = filled(blank.data, A9="=Radio", C9=date(2026, 10, 1), D9=date(2026, 10, 31), E9=12.5, F9=300)
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("w.xlsx", data), Options(month=OCTOBER))
    assert found.upload.language == language
    assert found.upload.sums["spend"] == 12.5


def test_an_unfilled_template_holds_nothing(office):
    blank = template(office, LEAD, "warsaw", OCTOBER)
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("w.xlsx", blank.data))
    assert "empty_export" in {finding.code for finding in found.open_findings}


def test_formulas_and_words_in_number_cells_are_named_by_their_cell(office):
    data = filled(template(office, LEAD, "warsaw", OCTOBER).data, E5="=10*2", F5=300, E6=7.5, F6="trzysta")
    found = {
        f.code: f
        for one in intake.stage(office, SPECIALIST, "warsaw", NewFile("w.xlsx", data))
        for f in one.findings
    }
    assert found["formula_cells"].value == "E5"
    assert found["formula_cells"].rows == (5,)
    assert (found["unreadable_number"].row, found["unreadable_number"].value) == (6, "trzysta")


def test_names_that_begin_like_formulas_are_text_in_the_template(office):
    for name in ("=cmd|' /C calc'!A0", "+48 radio", "-minus", "@home"):
        (found,) = save_typed(office, SPECIALIST, "warsaw", typed(channel=name))
        intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    book = load_workbook(BytesIO(template(office, LEAD, "warsaw", month(2026, 11)).data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert len(risky) == 8
    assert {cell.data_type for cell in cells} <= {"s", "d"}
    assert all(cell.quotePrefix for cell in risky)
