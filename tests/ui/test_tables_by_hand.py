"""Tables that nobody knows, and figures that no file holds: from the Import page into the month."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.ui.house import CLIENT, open_house
from tiger_reports.model.client import Actor
from tiger_reports.model.outline import Outline, SeenColumn
from tiger_reports.model.period import month
from tiger_reports.services.importing.intake import import_records, stage, staged
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.ui.edge.parcels import parcel
from tiger_reports.ui.edge.tickets import Ticket
from tiger_reports.ui.importing.meanings import objection, open_columns, personal_headers, suggestions
from tiger_reports.ui.words import Words

OCTOBER = month(2026, 10)
DAYS = 31
HEADER = "Data emisji;Nazwa kampanii;Koszt netto;Odsłuchania;Adres e-mail słuchacza"


def radio(number: int, days: int, *, spend: str = "1 234,50") -> bytes:
    """A synthetic radio log of a month of 2026, in cp1250 with a sentence above and a total below."""
    rows = [
        f"{day:02}.{number:02}.2026;Jesień;{spend} zł;12 000;a{day}@example.com" for day in range(1, days + 1)
    ]
    lines = ["Zestawienie emisji, dane syntetyczne, bez gwarancji", "", HEADER, *rows]
    return "\r\n".join(lines).encode("cp1250")


def button(at, key: str):
    return next(one for one in at.button if one.key == key)


def put(home, data: bytes, name: str = "emisje.csv"):
    office = open_house(home)
    (found,) = stage(office, local_actor(), CLIENT.id, NewFile(name, data), Options(month=OCTOBER))
    office.reader.close()
    return found.upload.id


def confirm(at) -> None:
    label = phrase("ui.mapping.confirm", "en")
    next(one for one in at.button if one.label == label).click().run()


def test_a_table_that_nobody_knows_is_named_checked_stored_and_known_again(opened, home):
    waiting = put(home, radio(10, DAYS))
    at = opened("import_files.py")
    assert not at.exception
    assert at.selectbox(key=f"map-{waiting}-0").value == ""
    said = "\n".join(element.value for element in (*at.markdown, *at.caption))
    assert "01\\.10\\.2026" in said
    assert "@" not in said
    button(at, f"map-{waiting}-take").click().run()
    assert at.selectbox(key=f"map-{waiting}-0").value == "day"
    at.selectbox(key=f"map-{waiting}-2").set_value("spend")
    at.selectbox(key=f"map-{waiting}-3").set_value("impressions")
    at.text_input(key=f"map-{waiting}-channel").set_value("Radio Łódź")
    confirm(at)
    assert not at.exception
    office, actor = open_house(home), local_actor()
    (now,) = staged(office, actor, CLIENT.id)
    assert now.upload.panel == "other:Radio Łódź"
    assert {finding.code for finding in now.findings} >= {"personal_columns"}
    assert now.open_findings == ()
    button(at, f"store-{now.upload.id}").click().run()
    assert [record.upload.file for record in import_records(office, actor, CLIENT.id)][-1] == "emisje.csv"
    report = month_report(office, actor, CLIENT.id, OCTOBER)
    part = next(part for part in report.channels if part.channel == "other:Radio Łódź")
    assert part.figures["spend"].value.amount == pytest.approx(31 * 1234.5)
    page = "\n".join(element.proto.body for element in opened("month.py").get("html"))
    assert "Radio Łódź" in page
    assert "other:" not in page

    later = stage(office, actor, CLIENT.id, NewFile("zupełnie inna nazwa.csv", radio(9, 30)))
    assert [one.upload.panel for one in later] == ["other:Radio Łódź"]
    assert later[0].open_findings == ()
    office.reader.close()


def test_a_meaning_given_twice_is_said_before_anything_is_read(opened, home):
    waiting = put(home, radio(10, DAYS))
    at = opened("import_files.py")
    for place in (2, 3):
        at.selectbox(key=f"map-{waiting}-{place}").set_value("spend")
    at.text_input(key=f"map-{waiting}-channel").set_value("Radio")
    confirm(at)
    shown = "\n".join(element.proto.body for element in at.get("html"))
    assert "Koszt netto, Odsłuchania" in shown
    assert [one.upload.id for one in staged(open_house(home), local_actor(), CLIENT.id)] == [waiting]


@pytest.mark.parametrize("language", LANGUAGES)
def test_objections_name_what_is_lacking(language):
    t = Words(language)
    assert objection({"A": "day"}, "Radio", t) == t("ui.mapping.nothing")
    assert objection({"A": "day", "B": "spend"}, " ", t) == t("refusal.channel_missing")
    assert objection({"A": "channel", "B": "spend"}, "", t) == ""
    assert "A, C" in objection({"A": "spend", "C": "spend", "B": "day"}, "Radio", t)


def test_suggestions_are_one_for_one_and_personal_columns_are_never_offered():
    columns = (
        SeenColumn("Cost", suggestion="spend"),
        SeenColumn("Costs", suggestion="spend"),
        SeenColumn("Author", personal=True),
    )
    outlines = (Outline("one", columns), Outline("two", columns))
    assert suggestions(open_columns(outlines)) == {"Cost": "spend"}
    assert [column.header for column in open_columns(outlines)] == ["Cost", "Costs"]
    assert personal_headers(outlines) == ("Author",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_are_shown_in_every_language(opened, home, language):
    waiting = put(home, radio(10, DAYS))
    at = opened("import_files.py", language=language)
    assert not at.exception
    options = at.selectbox(key=f"map-{waiting}-0").options
    assert phrase("metric.spend.name", language) in options
    assert phrase("ui.mapping.not_kept", language) in options
    assert not [option for option in options if "_" in option]


def fill(at, **texts: str) -> None:
    for name, text in texts.items():
        at.text_input(key=f"typed-0-{name}").set_value(text)


def test_typed_figures_are_echoed_checked_and_stored(opened, home):
    at = opened("import_files.py", language="pl")
    at.selectbox(key="typed-0-channel").set_value("Meta Ads")
    fill(at, spend="1 234,56", impressions="45 000", clicks="12.000,5")
    at.run()
    said = [element.value for element in at.caption]
    assert phrase("ui.typed.understood", "pl", value="1\u00a0234,56\u00a0zł") in said
    button(at, "typed-0-save").click().run()
    assert not at.exception
    office, actor = open_house(home), local_actor()
    (found,) = staged(office, actor, CLIENT.id)
    assert (found.upload.panel, found.upload.report, found.upload.currency) == ("meta-ads", "by-hand", "PLN")
    assert found.upload.sums == {"spend": 1234.56, "impressions": 45000.0, "clicks": 12000.5}
    assert found.upload.file.startswith("wpisane przez: local@localhost, 20")
    assert b"wpisane przez" in office.store.raw.get(found.upload.sha256)
    assert at.text_input(key="typed-1-spend").value == ""


def test_a_number_of_two_meanings_is_refused_and_nothing_waits(opened, home):
    at = opened("import_files.py")
    at.selectbox(key="typed-0-channel").set_value("Meta Ads")
    fill(at, spend="1,234")
    at.run()
    assert any(phrase("ui.amount.ambiguous", "en") in element.value for element in at.caption)
    button(at, "typed-0-save").click().run()
    assert staged(open_house(home), local_actor(), CLIENT.id) == ()
    shown = "\n".join(element.proto.body for element in at.get("html"))
    assert phrase("refusal.number_unclear", "en", text="1,234") in shown


@pytest.mark.parametrize(
    ("texts", "channel", "code"),
    [({}, "Meta Ads", "nothing_typed"), ({"spend": "5"}, None, "channel_missing")],
)
def test_an_unfinished_form_says_what_it_lacks(opened, home, texts, channel, code):
    at = opened("import_files.py")
    if channel:
        at.selectbox(key="typed-0-channel").set_value(channel)
    fill(at, **texts)
    button(at, "typed-0-save").click().run()
    shown = "\n".join(element.proto.body for element in at.get("html"))
    assert phrase(f"refusal.{code}", "en") in shown


def test_the_template_is_handed_out_for_the_month_that_is_looked_at(home):
    office, ticket = open_house(home), Ticket("local@localhost", "", CLIENT.id, "template", "2026-10")
    sent = parcel(office, local_actor(), ticket)
    assert sent.name == "sample 2026-10 liczby ręcznie.xlsx"
    assert load_workbook(BytesIO(sent.data)).sheetnames == ["Instrukcja", "Liczby"]
    stranger = Actor("x@agency.example", "X", clients=frozenset({"other"}))
    with pytest.raises(NotAllowedError):
        parcel(office, stranger, ticket)
