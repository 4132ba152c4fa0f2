"""Exports of posts: what the client said, which kind it was and where it stands are read beside its figures."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import column, only
from tiger_reports.model.fact import POST, TEXTS
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import panel
from tiger_reports.panels.post_words import LONGEST, link, title

FACEBOOK = (
    'Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares\r\n'
    '900001,77,Demo Bikes,,"First ride ""of the year"" 🚴\u200d♀️, all welcome\r\nSecond line",0,10/02/2026 18:30,https://www.facebook.com/77/posts/900001,Photos,Lifetime,2000,1200,50,40,4,6\r\n'
    "900002,77,Demo Bikes,A short film,Its description,31,10/15/2026 06:05,https://www.facebook.com/reel/900002,Reels,Lifetime,1800,800,9,7,1,1\r\n"
)
INSTAGRAM = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"
    '17000001,88,demo.bikes,Demo Bikes,"\n\nThe tour in five pictures\n#bikes",0,10/05/2026 09:00,https://www.instagram.com/p/demo1/,IG carousel,,Lifetime,900,700,60,5,2,8,11\n'
)
OCTOBER = Period(dt.date(2026, 10, 1), dt.date(2026, 11, 1))


def words(table) -> list[tuple]:
    return list(zip(*(column(table, name) for name in POST), strict=True))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_post_of_facebook_is_told_by_its_title_else_by_the_first_line_of_its_text(read, mark):
    table = only(read.bytes(mark + FACEBOOK.encode(), name="Posts.csv"))
    assert words(table) == [
        (
            'First ride "of the year" 🚴\u200d♀️, all welcome',
            "https://www.facebook.com/77/posts/900001",
            "Photos",
        ),
        ("A short film", "https://www.facebook.com/reel/900002", "Reels"),
    ]
    assert column(table, "period_start") == [dt.date(2026, 10, 2), dt.date(2026, 10, 15)]
    assert table.frame["published"].null_count == 2  # the row's own day is that of its publication
    assert table.unknown_columns == ()


def test_a_post_of_instagram_has_only_a_description_and_its_first_lines_may_be_empty(read):
    table = only(read.text(INSTAGRAM))
    assert words(table) == [
        ("The tour in five pictures", "https://www.instagram.com/p/demo1/", "IG carousel")
    ]
    assert (column(table, "reactions"), column(table, "follows")) == ([60], [2])


def test_an_export_without_words_is_read_as_before(read):
    table = only(read.text("Post ID,Publish time,Reach,Comments\n1,10/02/2026 18:30,120,4\n"))
    assert words(table) == [(None, None, None)]
    assert column(table, "reach") == [120]


BUSINESS = panel("meta-business-suite").columns


@pytest.mark.parametrize("language", ["en", "pt-BR", "es", "de", "fr", "pl", "cs", "ru"])
def test_the_words_of_a_post_are_known_in_every_language_of_the_panel(read, language):
    roles = ("segment", "title", "day", "link", "post_type", "reach")
    header = ",".join(BUSINESS[role][language][0] for role in roles)
    row = "1,Nowa trasa,10/25/2026 08:00,https://www.facebook.com/77/posts/1,Reel,120"
    table = only(read.text(f"{header}\n{row}\n"))
    assert words(table) == [("Nowa trasa", "https://www.facebook.com/77/posts/1", "Reel")]
    assert {"title", "link", "post_type"} <= table.headers.keys()


def test_posts_of_x_bring_their_text_and_link(read):
    header = "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements\n"
    row = '1,"Wed, Mar 5, 2025","Hi, there",https://x.com/demo/status/1,1000,10,50\n'
    assert words(read.table(header + row)) == [("Hi, there", "https://x.com/demo/status/1", None)]


@pytest.mark.parametrize("number", ["Tweet ID", "Post ID", "Campaign"])
def test_a_table_with_money_holds_no_organic_posts(read, number):
    file = read.text(f"Date,{number},Spend,Impressions,Engagements,Likes\n2026-06-01,1,2.50,10,5,3\n")
    assert {table.panel for table in file.tables} <= {"x-ads"}


def test_posts_of_the_older_insights_bring_theirs(read):
    header = "Post ID,Permalink,Post Message,Type,Countries,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions\n"
    described = ",,,,,,Lifetime: people who saw it.,Lifetime: times it was seen.\n"
    row = "77_1,https://www.facebook.com/77/posts/1,Good morning,Photo,,10/05/2017 06:59,300,400\n"
    table = read.table(header + described + row)
    assert table.report == "posts"
    assert words(table) == [("Good morning", "https://www.facebook.com/77/posts/1", "Photo")]


def test_a_video_of_tiktok_stands_where_its_number_says(read):
    address = "https://www.tiktok.com/@demo/video/7300000000000000001"
    text = f'Time,Video title,Video link,Post time,Total likes,Total views\n,"Ride, ride",{address},October 5,9,700\n'
    table = read.table(text, year=2026)
    assert words(table) == [("Ride, ride", address, None)]


VIDEOS = (
    "Content,Video title,Video publish time,Duration,Views,Watch time (hours)\nTotal,,,,250,12.5\n"
    'v1-_a,Test ride,"Oct 9, 2026",274,200,10.25\nv2,Repair,"Sep 2, 2019",80,50,2.25\n'
)


def test_a_table_of_videos_keeps_the_day_of_their_publication_beside_its_own_period(read):
    table = only(read.text(VIDEOS, period=OCTOBER))
    assert column(table, "published") == [dt.date(2026, 10, 9), dt.date(2019, 9, 2)]
    assert set(column(table, "period_start")) == {OCTOBER.start}
    assert words(table) == [
        ("Test ride", "https://www.youtube.com/watch?v=v1-_a", None),
        ("Repair", "https://www.youtube.com/watch?v=v2", None),
    ]


def test_a_table_of_countries_has_no_posts(read):
    table = only(read.text("Geography,Views,Watch time (hours)\nTotal,9,1\nPL,9,1\n", period=OCTOBER))
    assert words(table) == [(None, None, None)]


def test_lines_of_a_chart_are_no_posts(read):
    text = 'Date,Content,Video title,Video publish time,Views\n2026-10-01,v1,Test ride,"Oct 9, 2026",90\n'
    (table,) = read.text(text).tables
    assert words(table) == [(None, None, None)]
    assert table.frame["published"].null_count == 1


def test_no_other_report_gets_a_title(read):
    text = "Day,Campaign name,Title,Amount spent (PLN),Impressions\n2026-10-01,A,Anna wrote,1.00,10\n"
    (table,) = read.text(text).tables
    assert "Anna wrote" not in str([column(table, name) for name in TEXTS])


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Write to anna@example.org or call 600 700 800!", "Write to … or call …!"),
        ("Ring +48 600-700-800 now", "Ring … now"),
        ("Tel. 030 12345678", "Tel. …"),
        ("8 (912) 345-67-89", ""),
        ("Thanks @anna.k for the picture", "Thanks … for the picture"),
        ("Meet us @ 18:00, seats 100", "Meet us @ 18:00, seats 100"),
        ("31.10.2026 18:30 – the start", "31.10.2026 18:30 – the start"),
        ("2026-10-31 18:30 the start", "2026-10-31 18:30 the start"),
        ("1 000 000 km together", "1 000 000 km together"),
        ("Turned \u202eround\u200b", "Turned round"),
        ("", ""),
    ],
)
def test_a_title_names_no_way_to_reach_a_person(said, kept):
    assert title(said) == kept


def test_an_address_is_not_kept_in_part_because_the_line_was_cut():
    said = title("word " * 39 + "anna@example.org and more " * 9)
    assert len(said) <= LONGEST
    assert "anna" not in said
    assert said.endswith("…")


def test_a_long_word_is_cut_too():
    assert len(title("a" * 9_000)) == LONGEST


@pytest.mark.parametrize(
    "address",
    [
        "https://www.facebook.com/77/posts/1",
        "https://fb.watch/abc/",
        "https://www.instagram.com/p/abc/",
        "https://x.com/demo/status/1",
    ],
)
def test_a_link_of_a_network_is_kept(address):
    assert link(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        "http://www.facebook.com/77/posts/1",
        "https://example.org/facebook.com",
        "https://facebook.com.example.org/",
        "https://notfacebook.com/1",
        "https://www.facebook.com@example.org/",
        "https://www.facebook.com:8443/1",
        "https://www.facebook.com/1 2",
        'https://www.facebook.com/"onclick=',
        "javascript:alert(1)//facebook.com",
        "https://[facebook.com/1",
        "https://www.facebook.com/" + "a" * 600,
        "",
    ],
)
def test_any_other_address_is_not(address):
    assert link(address) == ""
