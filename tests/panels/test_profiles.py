"""Files of profiles: Meta Business Suite, Facebook Insights, YouTube, TikTok, LinkedIn pages, X."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import MEASURES, Grain
from tiger_reports.model.period import Period

REACH = """\
sep=,
"Facebook reach"
"Date","Primary"
"2026-03-28T01:00:00","120"
"2026-03-29T01:00:00","80"
"2026-03-30T00:00:00","100"

"""
TWO_NETWORKS = """\
sep=,
"Facebook visits"
"Date","Primary"
"2026-10-01T00:00:00","10"
"2026-10-02T00:00:00","20"

"Instagram profile visits"
"Date","Primary"
"2026-10-01T00:00:00","1"
"2026-10-02T00:00:00","2"

"""
POSTS = (
    "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,Date,Reach,Comments\r\n"
    '900001,77,Demo Bikes,,"First line\nsecond line, call 000 or mail anna@example.org",0,10/02/2026 18:30,https://example.org/1,Photos,Lifetime,1200,4\r\n'
    "900002,77,Demo Bikes,,Short,0,10/15/2026 06:05,https://example.org/2,Reels,Lifetime,800,1\r\n"
)


def wide(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_the_line_above_a_table_names_its_figure_and_its_network(read):
    table = only(read.bytes(wide(REACH), name="Reach.csv"))
    assert (table.panel, total(table, "reach"), table.headers["reach"]) == (
        "meta-business-suite",
        300,
        "Facebook reach",
    )
    assert set(column(table, "account")) == {"Facebook"}


def test_the_clock_of_a_day_changes_nothing(read):
    table = only(read.bytes(wide(REACH)))
    assert column(table, "period_start") == [dt.date(2026, 3, day) for day in (28, 29, 30)]
    assert column(table, "source_row") == [4, 5, 6]


@pytest.mark.parametrize("text", [TWO_NETWORKS, TWO_NETWORKS.replace("\n\n", "\n")])
def test_two_networks_under_each_other_are_two_tables(read, text):
    facebook, instagram = read.bytes(wide(text)).tables
    assert (total(facebook, "profile_visits"), total(instagram, "profile_visits")) == (30, 3)
    assert (facebook.section, instagram.section) == ("Facebook visits", "Instagram profile visits")
    assert not set(column(facebook, "source_row")) & set(column(instagram, "source_row"))


def test_a_title_in_another_language_names_the_figure_too(read):
    text = 'sep=,\n"Visitas ao perfil do Instagram"\n"Data","Primary"\n"2026-05-05T00:00:00","7"\n'
    table = only(read.bytes(wide(text)))
    assert (table.language, total(table, "profile_visits"), column(table, "account")) == (
        "pt-BR",
        7,
        ["Instagram"],
    )


def test_a_figure_that_nobody_knows_waits_for_a_person(read):
    text = REACH.replace("Facebook reach", "Facebook sparkle")
    (table,) = read.bytes(wide(text)).tables
    assert table.unknown_columns == ("Facebook sparkle",)
    assert not set(table.headers) & set(MEASURES)
    mapped = only(read.bytes(wide(text), mapping={"Facebook sparkle": "profile_visits"}))
    assert total(mapped, "profile_visits") == 300


def test_a_file_saved_again_with_semicolons_reads_the_same(read):
    text = REACH.replace("sep=,", "sep=;").replace('"', "").replace(",", ";")
    assert total(only(read.text(text)), "reach") == 300


@pytest.mark.parametrize("damaged", ["3.апр", "17.юни", "1-maj", "3.Apr"])
def test_a_number_that_became_a_date_asks_for_a_fresh_export(read, damaged):
    file = read.text(REACH.replace('"80"', f'"{damaged}"'))
    assert stops(file) == {"excel_damage"}
    assert finding(file, "excel_damage").row == 5


def test_two_encodings_in_one_file_are_refused(read):
    cyrillic = "Пловдив, Бургас".encode("utf-16-le").replace(b"\x00", b"")
    data = REACH.encode() + b"Top towns/cities\n" + cyrillic + b"\n"
    assert codes(read.bytes(data)) == {"mixed_encodings"}


@pytest.mark.parametrize(
    "text",
    [
        "Age & gender\n,Women,Men\n18-24,3.4,1.6\n\nTop countries\nPoland,Germany\n98.4,0.9\n",
        "sep=,\nFacebook followers by gender and age\nAge,Women,Men\n18-24,2.5%,0.3%\n",
        "Gender,Distribution\nMale,40%\nFemale,60%\n",
        "Principais cidades\nSão Paulo,Recife\n10,5\n",
    ],
)
def test_an_audience_without_days_is_refused_as_such(read, text):
    assert codes(read.text(text)) == {"audience_only"}


def test_daily_figures_beside_an_audience_are_read_and_the_rest_is_named(read):
    text = "Age & gender\n,Women,Men\n18-24,3.4,1.6\n\nFollows\nDate,Primary\n2026-10-01T00:00:00,4\n"
    file = read.text(text)
    assert total(only(file), "follows") == 4
    assert finding(file, "unread_tables").value == "Age & gender"


def test_posts_are_dated_by_their_publication_and_their_texts_are_not_kept(read):
    table = only(read.bytes(b"\xef\xbb\xbf" + POSTS.encode(), name="Posts.csv"))
    assert (table.report, total(table, "reach"), total(table, "comments")) == ("posts", 2000, 5)
    assert column(table, "period_start") == [dt.date(2026, 10, 2), dt.date(2026, 10, 15)]
    assert (set(column(table, "account_id")), column(table, "segment")) == ({"77"}, ["900001", "900002"])
    assert "anna@example.org" not in str(table.frame.to_pydict())
    assert "lifetime_figures" in {found.code for found in table.findings}


# ------------------------------------------------------------------------------------- Facebook Insights

SPREADSHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{sheets}</Workbook>'
)


def xml_sheet(name: str, rows: list[list]) -> str:
    kinds = {str: "String", int: "Number", float: "Number", dt.date: "DateTime"}
    cell = lambda v: f"{v}T00:00:00.000" if isinstance(v, dt.date) else v  # noqa: E731
    lines = (
        "".join(f'<Cell><Data ss:Type="{kinds[type(v)]}">{cell(v)}</Data></Cell>' for v in row)
        for row in rows
    )
    body = "".join(f"<Row>{line}</Row>" for line in lines)
    return f'<Worksheet ss:Name="{name}"><Table>{body}</Table></Worksheet>'


PAGE_DAYS = [
    ["Date", "page_fans:lifetime", "page_fan_adds_unique:day", "page_impressions_unique:day",
     "page_impressions_unique:days_28", "page_impressions:days_28"],
    ["", "Lifetime: people who like the Page.", "Daily: new people.", "Daily: people who saw it.", "28 Days: people.", "28 Days: times."],
    [dt.date(2026, 10, 1), 1000, 5, 400, 9000, 99000],
    [dt.date(2026, 10, 2), 1003, 3, 300, 9100, 99900],
]  # fmt: skip


def insights(rows=PAGE_DAYS) -> bytes:
    sheets = xml_sheet("Key Metrics", rows) + xml_sheet("Daily Like Source", [["Description", "Date", "api"]])
    return SPREADSHEET.format(sheets=sheets).encode()


def test_only_figures_of_a_day_are_read_and_the_row_of_descriptions_is_none(read):
    file = read.bytes(insights(), name="Insights.xls")
    table = only(file)
    assert (column(table, "follows"), column(table, "followers"), column(table, "reach")) == (
        [5, 3],
        [1000, 1003],
        [400, 300],
    )
    assert table.frame["impressions"].null_count == 2  # only the rolling figure is there
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(2, "description")]
    assert finding(file, "unread_sheets").value == "Daily Like Source"


def test_a_byte_that_is_no_letter_costs_only_that_letter(read):
    data = insights().replace(b"Daily: new people.", b"Daily: new peopl\xe2\x80")
    assert total(only(read.bytes(data)), "follows") == 8


def test_entities_are_never_expanded(read):
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    data = insights().replace(b"<Workbook", bomb.encode() + b"<Workbook")
    assert codes(read.bytes(data)) == {"unsafe_file"}
    assert codes(read.bytes(b"\xff\xfe" + data.decode().encode("utf-16-le"))) <= {
        "unsafe_file",
        "unrecognised",
    }


@pytest.mark.parametrize("place", ['ss:Index="999999999"', 'ss:Index="5001"'])
def test_a_cell_far_away_opens_no_empty_space(read, place):
    data = insights().replace(b"<Cell>", f"<Cell {place}>".encode(), 1)
    assert codes(read.bytes(data)) == {"unsafe_file"}
    rows = insights().replace(b"<Row>", b'<Row ss:Index="900000000">', 1)
    assert codes(read.bytes(rows)) == {"unsafe_file"}


def test_a_skipped_cell_leaves_its_column_empty(read):
    text = insights().decode()
    skipped = text.replace('<Cell><Data ss:Type="Number">1003</Data></Cell><Cell>', '<Cell ss:Index="3">')
    table = only(read.bytes(skipped.encode()))
    assert (column(table, "followers"), column(table, "follows")) == ([1000, None], [5, 3])


def test_an_xml_workbook_that_was_cut_is_damaged(read):
    assert codes(read.bytes(insights()[:-300])) == {"damaged_file"}


# ---------------------------------------------------------------------------------------- YouTube Studio

TOTALS = "Date,Views\n2026-10-01,100\n2026-10-02,150\n"
TABLE = (
    "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,"
    "Impressions click-through rate (%)\nTotal,,,,250,12.5,3,4000,5.1\n"
    'v1,Test ride,"Aug 19, 2011",274,200,10.25,2,3000,6.0\nv2,Repair,"Sep 2, 2019",80,50,2.25,1,1000,3.0\n'
)
CHART = 'Date,Content,Video title,Video publish time,Views\n2026-10-01,v1,Test ride,"Aug 19, 2011",90\n'


def test_totals_by_day_are_the_channels_figures(read):
    table = only(read.text(TOTALS, name="Totals.csv"))
    assert (table.panel, table.report, total(table, "video_views"), table.grain) == (
        "youtube-studio",
        "totals",
        250,
        Grain.DAY,
    )


def test_a_table_takes_its_days_from_the_name_of_the_download(read):
    data = zipped(
        {"Table data.csv": TABLE.encode(), "Totals.csv": TOTALS.encode(), "Chart data.csv": CHART.encode()}
    )
    file = read.bytes(data, name="Content 2026-10-01_2026-10-31 Demo.zip")
    table, totals, chart = sorted(file.tables, key=lambda one: ["table", "totals", "chart"].index(one.report))
    assert table.period == Period(dt.date(2026, 10, 1), dt.date(2026, 11, 1))
    assert (total(table, "video_views"), total(table, "watch_time"), total(table, "follows")) == (
        250,
        12.5,
        3,
    )
    assert (table.totals[0].covers_rows, table.totals[0].values["video_views"]) == (True, 250)
    assert total(totals, "video_views") == 250
    assert {found.code for found in chart.findings if found.stops} == {"partial_series"}


def test_the_total_row_of_a_table_by_day_is_no_day(read):
    table = only(
        read.text("Date,Views,Watch time (hours)\nTotal,250,12.5\n2026-10-01,100,5\n2026-10-02,150,7.5\n")
    )
    assert (table.frame.num_rows, total(table, "video_views")) == (2, 250)


def test_soft_hyphens_hide_nothing_and_a_cut_list_is_told(read):
    text = (
        "Vi\u00addeo,Vi\u00addeo\u00adti\u00adtel,Auf\u00adru\u00adfe,Wie\u00adder\u00adga\u00adbe\u00adzeit (Stun\u00adden)\n"
        "Ge\u00adsamt,,900,45.5\nv1,Probefahrt,500,25.5\n"
        "Die 500 be\u00adsten Er\u00adgeb\u00adnis\u00adse wer\u00adden an\u00adge\u00adzeigt\n"
    )
    file = read.text(text, period=Period(dt.date(2026, 10, 1), dt.date(2026, 11, 1)))
    (table,) = file.tables
    assert (table.panel, total(table, "video_views"), stops(file)) == ("youtube-studio", 500, {"list_cut"})
    assert not table.totals[0].covers_rows


def test_an_archive_may_not_unpack_without_end(read):
    assert codes(read.bytes(zipped({"Totals.csv": b"Date,Views\n" + b"0" * (60 << 20)}))) == {"unsafe_file"}
    many = {f"{number}.csv": b"x" for number in range(60)}
    assert codes(read.bytes(zipped(many))) == {"unsafe_file"}


def test_an_archive_without_tables_is_not_opened(read):
    assert codes(read.bytes(zipped({"notes.pdf": b"%PDF"}))) == {"unsupported_format"}


# ------------------------------------------------------------------------------------------------ TikTok

ASCENDING = 'Date,Video Views,Profile Views,Likes,Comments,Shares\n"December 30",5,1,0,0,0\n"December 31",7,1,0,0,0\n"January 1",9,1,0,0,0\n'


def reversed_rows(text: str) -> str:
    header, *rows = text.splitlines()
    return "\n".join([header, *reversed(rows)]) + "\n"


def test_dates_without_a_year_ask_for_it(read):
    assert stops(read.text(ASCENDING)) == {"year_missing"}


@pytest.mark.parametrize("text", [ASCENDING, reversed_rows(ASCENDING)])
def test_the_year_is_that_of_the_newest_row_whichever_way_the_rows_run(read, text):
    days = sorted(column(read.table(text, year=2026), "period_start"))
    assert days == [dt.date(2025, 12, 30), dt.date(2025, 12, 31), dt.date(2026, 1, 1)]


def test_spanish_dates_and_marks_for_nothing(read):
    text = (
        'Date,Video Views,Profile Views,Likes,Comments,Shares\n"8 de marzo","undefined","2","0","0","0"\n'
        '"9 de marzo","1,204","--","0","0","0"\n'
    )
    table = read.table(text, year=2026)
    assert (column(table, "video_views"), column(table, "profile_visits")) == ([None, 1204], [2, None])


def test_the_business_flavour_has_its_own_marks(read):
    text = "Date,New followers,Total followers,Reached audience,Engaged audience \n2026/10/31,10,--,NAN,NAN\n2026/11/01,100,5000,75134,1801\n"
    table = read.table(text)
    assert (total(table, "follows"), column(table, "followers"), column(table, "reach")) == (
        110,
        [None, 5000],
        [None, 75134],
    )


# ---------------------------------------------------------------------------------------- LinkedIn and X


def test_a_page_writes_the_month_first_in_every_language_and_total_means_new(read):
    rows = [
        ["Data", "Seguidores patrocinados", "Seguidores orgânicos", "Seguidores convidados automaticamente", "Total de seguidores"],
        ["03/04/2026", 0, 3, 0, 3],
        ["03/05/2026", 1, 4, 0, 5],
    ]  # fmt: skip
    audience = [["Localidade", "Total de seguidores"], ["Recife", 116]]
    file = read.sheets({"Novos seguidores": rows, "Localidade": audience})
    table = only(file)
    assert column(table, "period_start") == [dt.date(2026, 3, 4), dt.date(2026, 3, 5)]
    assert (total(table, "follows"), table.frame["followers"].null_count) == (8, 2)
    assert finding(file, "unread_sheets").value == "Localidade"


@pytest.mark.parametrize("bracket", [" (", "("])
def test_organic_figures_of_a_page_come_before_those_with_ads(read, bracket):
    names = [
        f"{what}{bracket}{kind})"
        for what in ("Impressions", "Clicks")
        for kind in ("organic", "sponsored", "total")
    ]
    rows = [
        ["An aggregated view of the page's content during the chosen time."],
        ["Date", *names],
        ["10/01/2026", 100, 900, 1000, 5, 40, 45],
    ]
    table = only(read.sheets({"Metrics": rows}))
    assert (table.report, total(table, "impressions"), total(table, "clicks")) == ("content", 100, 5)


def test_visitors_of_a_page(read):
    header = ["Date", "Overview page views (total)", "Total page views (desktop)", "Total page views (total)", "Total unique visitors (total)"]  # fmt: skip
    table = only(read.sheets({"Visitor metrics": [header, ["10/01/2026", 3, 2, 9, 4]]}))
    assert (table.report, total(table, "page_views"), column(table, "users")) == ("visitors", 9, [4])


def test_a_comparison_of_competitors_is_refused_as_such(read):
    rows = [
        ["10/01/2026", "10/31/2026", "", "", ""],
        ["Page", "Total followers", "New followers", "Total post engagements", "Total posts"],
        ["Another firm", 42804, 10217, 6332, 159],
    ]
    assert codes(read.sheets({"COMPETITORS": rows})) == {"competitor_export"}


def test_an_account_overview_of_x_runs_backwards(read):
    text = (
        "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits\n"
        '"Tue, Aug 26, 2025",444,4,29,0,0,1,0,6,0,4\n"Mon, Aug 25, 2025",8893,19,164,5,0,5,0,7,0,104\n'
    )
    table = read.table(text)
    assert column(table, "period_start") == [dt.date(2025, 8, 26), dt.date(2025, 8, 25)]
    assert (total(table, "impressions"), total(table, "follows"), total(table, "profile_visits")) == (
        9337,
        6,
        108,
    )


def test_posts_of_x_are_told_apart_from_days_of_the_account(read):
    header = "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Replies\n"
    day = '"Wed, Mar 5, 2025"'
    rows = f'1,{day},"Hi, there",https://x.invalid/1,1000,10,50,3\n2,{day},Again,https://x.invalid/2,2000,20,90,6\n'
    table = read.table(header + rows)
    assert table.report == "posts"
    assert column(table, "segment") == ["1", "2"]
    assert "lifetime_figures" in {finding.code for finding in table.findings}


def test_posts_in_polish_bring_their_reactions_too(read):
    header = (
        "Identyfikator posta,Czas publikacji,Zasięg,Reakcje,Komentarze,Udostępnienia,Łączna liczba kliknięć\n"
    )
    table = read.table(header + "1_1,03/25/2025 10:00,800,20,10,5,50\n")
    figures = ("reach", "reactions", "comments", "shares", "clicks")
    assert [column(table, figure) for figure in figures] == [[800], [20], [10], [5], [50]]
