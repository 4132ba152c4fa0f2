"""Posts of a client: from their exports to the report, each once, with the figures of the last count."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.services.test_profiles_beside_ads import DAYS, by_day, one_figure, website
from tests.services.writing import LEAD, OCTOBER, SPECIALIST
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.model.client import Client
from tiger_reports.model.period import Period, parse_month
from tiger_reports.model.report import MonthState
from tiger_reports.services.clients import add_client, get_client
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.files import import_file
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.measuring.posts import posts_of
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import open_office
from tiger_reports.services.tiger_year.figures import quarter_report
from tiger_reports.store.home import Settings

HEADER = "Post ID,Page ID,Page name,Title,Description,Publish time,Permalink,Post type,Date"
BIKES = Client("bikes", "Demo Bikes", date(2026, 1, 1), "EUR", "en", "Europe/Berlin", "DE")
OTHER = Client("other", "Other Demo", date(2026, 1, 1), "EUR", "en", "Europe/Berlin", "DE")


@pytest.fixture
def office(tmp_path, reader):
    """An agency of two clients without any data, on an evening that is the next day in Berlin."""
    empty = open_office(Settings(home=tmp_path / "home"), lambda: datetime(2026, 11, 3, 23, 30, tzinfo=UTC))
    office = replace(empty, reader=reader)
    for client in (BIKES, OTHER):
        add_client(office, LEAD, client)
    return office


def post(
    number: int, day: str, *, reach: int = 100, page: tuple[str, str] = ("77", "Demo Bikes"), more: str = ""
) -> str:
    month, of_month = day.split("-")
    link = f"https://www.facebook.com/77/posts/{number}"
    return f'{number},{page[0]},{page[1]},"Post {number}",,{month}/{of_month}/2026 18:00,{link},Photos,Lifetime,{reach}{more}\n'


def export(*posts: str, figures: str = "Reach", name: str = "Posts.csv") -> NewFile:
    return NewFile(name, f"{HEADER},{figures}\n{''.join(posts)}".encode())


def load(office, file: NewFile, client: str = "bikes", **options) -> None:
    done = import_file(office, SPECIALIST, client, file, Options(**options))
    assert done.ok, [(found.code, found.value) for found in done.findings if found.stops]


def posts(office, period: Period = OCTOBER, client: str = "bikes"):
    return posts_of(office, get_client(office, LEAD, client), period)


def test_a_post_is_told_with_its_words_and_figures(office):
    load(office, export(post(2, "10-15", more=",7,3"), figures="Reach,Reactions,Comments"))
    (told,) = posts(office)
    assert (told.channel, told.key, told.account) == ("meta-business-suite", "2", "Demo Bikes")
    assert (told.title, told.kind, told.link) == (
        "Post 2",
        "Photos",
        "https://www.facebook.com/77/posts/2",
    )
    assert told.published == date(2026, 10, 15)
    assert dict(told.figures) == {"reach": 100, "reactions": 7, "comments": 3}


def test_figures_count_until_the_day_of_the_import_where_the_client_is(office):
    load(office, export(post(1, "10-15")))
    assert posts(office)[0].counted_on == date(2026, 11, 4)


def test_posts_stand_by_day_and_the_period_is_half_open(office):
    load(office, export(*(post(n, day) for n, day in enumerate(("11-01", "10-31", "09-30", "10-01")))))
    assert [one.published for one in posts(office)] == [date(2026, 10, 1), date(2026, 10, 31)]


def test_posts_before_the_cooperation_are_none_of_the_month_in_which_it_began(office):
    load(office, export(post(1, "10-15"), post(2, "10-16")))
    began = replace(get_client(office, LEAD, "bikes"), start=date(2026, 10, 16))
    assert [one.key for one in posts_of(office, began, OCTOBER)] == ["2"]
    assert len(posts_of(office, replace(began, start=date(2026, 11, 1)), OCTOBER)) == 2  # the time before


def test_the_later_export_of_a_post_counts_with_its_figures_alone(office):
    load(office, export(post(1, "10-15", more=",9"), figures="Reach,Comments"))
    later = replace(office, clock=lambda: datetime(2026, 11, 20, 12, tzinfo=UTC))
    load(later, export(post(1, "10-15", reach=250)))
    (told,) = posts(later)
    assert dict(told.figures) == {"reach": 250}
    assert told.counted_on == date(2026, 11, 20)


def test_a_post_of_an_account_that_one_file_only_names_appears_once(office):
    load(office, export(post(1, "10-15"), post(2, "10-20")))
    header = HEADER.replace("Page ID,", "")
    row = post(1, "10-15", reach=3).replace(",77,", ",", 1)
    later = NewFile("Later.csv", f"{header},Comments\n{row}".encode())
    done = import_file(office, SPECIALIST, "bikes", later, Options(), {"unknown_account": "the same page"})
    assert done.ok
    assert [(one.key, dict(one.figures)) for one in posts(office)] == [
        ("1", {"comments": 3}),
        ("2", {"reach": 100}),
    ]


def test_days_without_a_post_are_missing_nothing(office):
    load(office, export(post(1, "10-02"), post(2, "10-30")), month=OCTOBER)
    assert len(posts(office)) == 2


def test_the_same_number_in_another_account_is_another_post(office):
    load(office, export(post(1, "10-15"), post(1, "10-15", page=("88", "Demo Bikes CZ"))))
    assert [one.account for one in posts(office)] == ["Demo Bikes", "Demo Bikes CZ"]


@pytest.mark.parametrize(("was", "now"), [('"Post 1"', '"A better title"'), (",100\n", ",130\n")])
def test_an_export_with_other_words_or_other_people_of_a_post_alone_is_stored(office, was, now):
    row, other = post(1, "10-15"), post(2, "10-15")
    load(office, export(row, other))
    load(office, export(row.replace(was, now), other))
    told = posts(office)[0]
    assert (told.title, told.figures["reach"]) in {("A better title", 100), ("Post 1", 130)}


def test_the_same_export_again_is_nothing_new(office):
    load(office, export(post(1, "10-15")))
    done = import_file(office, SPECIALIST, "bikes", export(post(1, "10-15")), Options())
    assert (done.ok, done.stored) == (True, False)


def test_an_export_taken_back_is_gone_and_the_one_before_stands_again(office):
    load(office, export(post(1, "10-15")))
    load(office, export(post(1, "10-15", reach=250)))
    last = max(intake.import_records(office, LEAD, "bikes"), key=lambda one: one.version)
    office.store.facts.undo(last.upload.id)
    assert [one.figures["reach"] for one in posts(office)] == [100]


def test_nobody_sees_posts_of_another_client(office):
    load(office, export(post(1, "10-15")))
    load(office, export(post(2, "10-15", page=("99", "Other"))), client="other")
    assert [one.key for one in posts(office)] == ["1"]
    assert [one.key for one in posts(office, client="other")] == ["2"]


VIDEOS = (
    "Content,Video title,Video publish time,Views,Watch time (hours)\nTotal,,,999,9\n"
    'v1,New,"Oct 9, 2026",200,4\nv2,Old,"Sep 2, 2026",799,5\n'
)


def test_a_video_is_a_post_of_the_period_that_holds_all_its_days(office):
    load(office, NewFile("Content 2026-10-01_2026-10-31 Demo.csv", VIDEOS.encode()))
    (told,) = posts(office)
    assert (told.key, told.title, told.figures["video_views"]) == ("v1", "New", 200)
    assert told.counted_on == date(2026, 10, 31)
    assert posts(office, parse_month("2026-09")) == ()


def test_figures_of_posts_are_no_figures_of_the_profiles_days(office):
    load(office, one_figure("Facebook reach", dict.fromkeys(DAYS, 1000)), client="bikes")
    before = month_report(office, LEAD, "bikes", OCTOBER)
    load(office, export(post(1, "10-15", reach=90_000, more=",40"), figures="Reach,Comments"))
    after = month_report(office, LEAD, "bikes", OCTOBER)
    assert after.own == before.own
    assert "comments" not in after.own[0].figures
    assert [one.key for one in after.posts] == ["1"]


def test_posts_alone_make_no_totals_of_a_month_and_are_data_all_the_same(office):
    load(office, export(post(1, "10-15"), post(2, "10-15")))
    report = month_report(office, LEAD, "bikes", OCTOBER)
    assert (report.own, report.figures) == ((), ())
    assert report.state is not MonthState.NO_DATA
    assert len(report.posts) == 2
    assert monthly_deck(report, "en", draft=True).slides


def test_a_report_names_the_files_of_its_posts_among_its_sources(office):
    load(office, one_figure("Facebook reach", dict.fromkeys(DAYS, 1000)))
    load(office, export(post(1, "10-15"), name="October posts.csv"))
    load(office, export(post(2, "09-15"), name="September posts.csv"))
    report = month_report(office, LEAD, "bikes", OCTOBER)
    files = [source.file for source in report.notes.sources]
    assert "October posts.csv" in files
    assert "September posts.csv" not in files
    assert {(one.figures, one.posts) for one in report.notes.sources} == {(True, False), (False, True)}


def test_posts_whose_numbers_a_spreadsheet_rounded_stop_the_file_and_stay_apart_where_it_is_accepted(office):
    """Three posts of one number: told apart by their links, or one would take the figures of another."""
    rounded = [
        post(number, day, reach=reach).replace(f"{number},77", "1.22158E+17,77", 1)
        for number, day, reach in ((1, "10-15", 100), (2, "10-16", 200), (3, "10-17", 300))
    ]
    refused = import_file(office, SPECIALIST, "bikes", export(*rounded))
    assert {found.code for found in refused.findings if found.stops} == {"damaged_id"}
    accept = {"damaged_id": "No other copy is left."}
    assert import_file(office, SPECIALIST, "bikes", export(*rounded, name="Again.csv"), accept=accept).ok
    assert [(one.title, one.figures["reach"]) for one in posts(office)] == [
        ("Post 1", 100),
        ("Post 2", 200),
        ("Post 3", 300),
    ]


def test_a_page_that_looks_between_the_rows_and_the_registry_of_an_import_is_not_remembered(
    office, monkeypatch
):
    load(office, export(post(1, "10-15")))
    register, seen = intake._register, []

    def looked_at(*asked):
        seen.append([one.key for one in posts(office)])
        return register(*asked)

    monkeypatch.setattr(intake, "_register", looked_at)
    load(office, export(post(2, "10-16"), name="More.csv"))
    assert seen == [["1"]]
    assert [one.key for one in posts(office)] == ["1", "2"]


def test_only_slides_of_posts_name_a_system_that_gives_nothing_else(office):
    load(office, website("Date,Sessions", by_day((50,))))
    load(office, export(post(1, "10-15")))
    deck = monthly_deck(month_report(office, LEAD, "bikes", OCTOBER), "en", draft=True)
    named = {slide.key for slide in deck.slides if "Meta Business Suite" in slide.source}
    assert {"sources", "data_notes"} & {slide.key for slide in deck.slides} <= named
    assert named <= {"sources", "data_notes", "content"}


def test_a_quarter_has_the_posts_of_its_months(office):
    load(office, export(post(1, "07-01"), post(2, "09-30"), post(3, "10-01"), post(4, "06-30")))
    report = quarter_report(office, LEAD, "bikes", 3)
    assert [one.key for one in report.posts] == ["1", "2"]
    assert "Posts.csv" in [source.file for source in report.notes.sources]


def test_a_file_of_a_network_is_known_though_the_posts_named_their_page(office):
    load(office, export(post(1, "10-15")))
    load(office, one_figure("Facebook reach", dict.fromkeys(DAYS, 1000)))
    assert month_report(office, LEAD, "bikes", OCTOBER).own[0].figures["reach"].value.upper == 31_000
