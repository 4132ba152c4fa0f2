"""The appendix holds the report's figures as numbers, and hostile names as text."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from math import isclose

import pytest
from openpyxl import Workbook, load_workbook

from tests.services.writing import LEAD
from tiger_reports.decks.workbook import appendix
from tiger_reports.decks.workbook_columns import Columns
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.client import Actor
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import parse_period
from tiger_reports.services.clients import get_client
from tiger_reports.services.delivery import tiger_decks
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.periods import stretch_title

from .posts import october_posts, post
from .reports import hostile_report, whole_report


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_sheets_in_the_language_of_the_deck_without_profiles_and_posts_seven(language):
    report = whole_report(language)
    book = opened(appendix(report, language))
    assert len(book.sheetnames) == 9
    assert len(opened(appendix(replace(report, own=(), posts=()), language)).sheetnames) == 7
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_metrics_are_the_reports_own_numbers():
    report = whole_report()
    rows = list(opened(appendix(report, "en"))["All metrics"].iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in rows] == pytest.approx([figure.value.amount for figure in report.figures])
    assert [row[5] for row in rows] == pytest.approx([figure.previous.relative for figure in report.figures])
    assert [row[6] for row in rows] == pytest.approx(
        [figure.year_ago.before.amount for figure in report.figures]
    )


def test_every_month_stands_in_its_column():
    report = whole_report()
    rows = list(opened(appendix(report, "en"))["13 months"].iter_rows(min_row=2, values_only=True))
    for row, figure in zip(rows, report.figures, strict=True):
        assert list(row[2:]) == pytest.approx([value.amount for value in figure.series])


def test_no_cell_is_a_formula():
    book = opened(appendix(hostile_report(), "en"))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    names = [cell.value for cell in book["Campaigns"]["A"]]
    assert '=cmd|"/c calc"!A1' in names
    assert "@everyone -10% {name} %s" in names
    assert "bell and null and " in names


def test_no_folder_and_no_address_is_written():
    report = hostile_report()
    book = opened(appendix(report, "en"))
    text = " ".join(str(c.value) for sheet in book.worksheets for row in sheet.iter_rows() for c in row)
    assert "\\" not in text
    assert "/Users" not in text
    assert "example.com" not in text


def test_the_same_report_gives_the_same_bytes():
    assert appendix(whole_report(), "en") == appendix(whole_report(), "en")


def test_percents_and_money_have_their_formats():
    sheet = opened(appendix(whole_report("pl"), "pl"))["Wszystkie wskaźniki"]
    formats = {row[0].value: row[2].number_format for row in sheet.iter_rows(min_row=2)}
    assert formats["Wydatki"] == "#,##0.00"
    assert formats["Współczynnik klikalności (CTR)"] == "0.00%"
    assert formats["Wyświetlenia"] == "#,##0"


def test_profiles_have_a_sheet_of_their_own():
    report = whole_report()
    book = opened(appendix(report, "en"))
    rows = list(book["Profiles and website"].iter_rows(min_row=2, values_only=True))
    held = [one.value.amount for part in report.own for one in part.figures.values()]
    assert [row[3] for row in rows] == pytest.approx(held)
    assert len(rows) > 5


def posts_sheet(*posts):
    rows = opened(appendix(replace(whole_report(), posts=posts), "en"))["Posts"].iter_rows(values_only=True)
    heads, *lines = rows
    return [dict(zip(heads, line, strict=True)) for line in lines]


def test_every_post_of_the_period_has_a_line_with_numbers_as_numbers():
    posts = october_posts(200)
    lines = posts_sheet(*posts)
    assert [line["Post number"] for line in lines] == [post.key for post in posts]
    assert [line["Interactions"] for line in lines] == [post.interactions for post in posts]
    assert [line["Engagement rate"] for line in lines] == pytest.approx([p.engagement_rate for p in posts])
    assert [line["Reach"] for line in lines] == [post.figures["reach"] for post in posts]
    assert [line["Published"].date() for line in lines] == [post.published for post in posts]
    assert [line["Link"] for line in lines] == [post.link for post in posts]
    sheet = opened(appendix(whole_report(), "en"))["Posts"]
    assert {row[10].number_format for row in sheet.iter_rows(min_row=2)} == {"0.00%"}


def test_what_the_file_of_a_post_lacks_is_empty_and_never_zero():
    posts = (post(1, figures={"views": 10.0, "watch_time": 1.25}), post(2, title="=cmd()", figures={}))
    first, second = posts_sheet(*posts)
    assert (first["Views"], first["Interactions"], first["Engagement rate"]) == (10, None, None)
    assert first["Watch time (hours)"] == 1.25
    assert (second["Post"], second["Views"], second["Engagement rate of"]) == ("=cmd()", None, None)
    assert "Reach" not in first


ASKED = (Asked(DeckKind.QUARTER, 1, 2), Asked(DeckKind.YEAR, 1, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", ASKED, ids=("quarter", "year"))
def test_a_quarter_and_a_year_stand_with_their_months_and_all_they_are_held_against(office, asked, language):
    report = told_report(office, LEAD, get_client(office, LEAD, "warsaw"), asked, language)
    made = tiger_decks.workbook(office, LEAD, "warsaw", asked, language=language)
    assert made.name.endswith(".xlsx")
    book = opened(made.data)
    sheet = book[phrase("decks.workbook.metrics", language)]
    heads = [cell.value for cell in sheet[1]]
    stretches = [stretch_title(report.now, language)]
    stretches += [stretch_title(stretch, language) for _, stretch in report.references]
    at = [heads.index(name) for name in stretches]
    months = len(report.now.months)
    assert at[0] == 2 + months
    for row, figure in zip(sheet.iter_rows(min_row=2, values_only=True), report.figures, strict=True):
        inside = dict(zip(report.months, figure.series, strict=True))
        amounts = [inside[month].amount for month in report.now.months]
        assert list(row[2 : 2 + months]) == pytest.approx(amounts)
        before = [figure.against(reference).before.amount for reference, _ in report.references]
        assert [row[place] for place in at] == pytest.approx([figure.value.amount, *before])


@pytest.mark.parametrize("asked", ASKED, ids=("quarter", "year"))
@pytest.mark.parametrize("client", ["warsaw", "prague", "berlin"])
def test_every_figure_of_the_deck_stands_in_the_workbook(office, client, asked):
    deck = tiger_decks.preview(office, LEAD, client, asked, "en", appendix=True)
    book = opened(tiger_decks.workbook(office, LEAD, client, asked, language="en").data)
    cells = [c.value for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    numbers = [value for value in cells if isinstance(value, int | float)]
    report = told_report(office, LEAD, get_client(office, LEAD, client), asked, "en")
    own = {report.period, *report.months, *(stretch.period for _, stretch in report.references)}
    shown = {
        (one.metric, one.scope, one.period): one.value
        for slide in deck.slides
        for one in slide.shown
        if one.kind == "value" and one.metric in metrics() and parse_period(one.period) in own
    }
    assert len(shown) > 25
    missing = {place for place, value in shown.items() if not any(isclose(value, n) for n in numbers)}
    assert not missing


def test_a_comparison_over_some_months_says_over_which_of_them():
    report = whole_report()
    told = replace(report.figures[0].previous, months=(2, 3))
    figure = replace(report.figures[0], previous=told)
    columns = Columns(Telling(replace(report, figures=(figure,)), "en", draft=False))
    pairs = dict(zip(columns.head("Metric").cells, columns.line(figure).cells, strict=True))
    assert pairs["Months compared"] == "2/3"
    assert pairs["Same months now"].value == told.after.amount


def test_nobody_gets_the_workbook_of_a_client_that_is_not_theirs(office):
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    with pytest.raises(NotAllowedError):
        tiger_decks.workbook(office, stranger, "warsaw", ASKED[0])
