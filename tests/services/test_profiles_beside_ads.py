"""Profiles and websites beside ads: stored figure by figure, shown apart, never added to a paid figure."""

from __future__ import annotations

import pytest

from tests.services.writing import LEAD, OCTOBER, SPECIALIST
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.model.change import Gap
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.files import import_file
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.months.reports import month_report
from tiger_reports.text.findings import describe

DAYS = range(1, 32)


def one_figure(title: str, amounts: dict[int, int], month: str = "2026-10") -> NewFile:
    """A file of Meta Business Suite."""
    rows = "".join(f'"{month}-{day:02}T00:00:00","{amount}"\n' for day, amount in amounts.items())
    text = f'sep=,\n"{title}"\n"Date","Primary"\n{rows}\n'
    return NewFile("Reach.csv", b"\xff\xfe" + text.encode("utf-16-le"))


def website(header: str, rows: str, first: str = "20261001", last: str = "20261031") -> NewFile:
    comments = f"# Report CSV Export\n# Property: shop.example\n# Start date: {first}\n# End date: {last}\n"
    return NewFile("data-export.csv", f"{comments}{header}\n{rows}".encode())


def by_day(figures: tuple[int, ...], month: str = "202610", days: range = DAYS) -> str:
    return "".join(f"{month}{day:02},{','.join(map(str, figures))}\n" for day in days)


def load(office, file: NewFile, **options) -> None:
    done = import_file(office, SPECIALIST, "warsaw", file, Options(**options))
    assert done.ok, [(found.code, found.value) for found in done.findings if found.stops]


def own(office, channel: str):
    parts = {part.name: part for part in month_report(office, LEAD, "warsaw", OCTOBER).own}
    return parts[channel].figures


def test_no_figure_of_ads_moves_when_a_website_and_a_profile_are_loaded(office):
    before = month_report(office, LEAD, "warsaw", OCTOBER)
    load(office, website("Date,Total users,Sessions,Key events", by_day((40, 50, 2))))
    load(office, one_figure("Instagram views", dict.fromkeys(DAYS, 1000)))
    after = month_report(office, LEAD, "warsaw", OCTOBER)
    assert (after.figures, after.channels, after.campaigns) == (
        before.figures,
        before.channels,
        before.campaigns,
    )
    assert after.coverage == before.coverage
    assert [card.key for card in after.cards] == [card.key for card in before.cards]
    assert [part.name for part in after.own] == ["ga4", "meta-business-suite"]
    assert after.own[0].figures["conversions"].value.amount == 62


@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_conversions_of_the_website_stand_beside_those_of_the_ads_and_stop_nothing(office, language):
    load(office, website("Date,Sessions,Key events", by_day((50, 2))))
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    (told,) = (one for one in report.notes.notes if one.code == "conversions_beside")
    assert not told.stops
    assert (told.details["sum_of_rows"], told.details["total"]) == (
        report.figure("conversions").value.amount,
        62,
    )
    title = describe(told, language).title
    assert "62" in title
    slide = next(s for s in monthly_deck(report, language, draft=True).slides if s.key == "data_notes")
    assert any(title == cell.text for row in slide.exhibits[0].rows for cell in row)


def test_a_figure_of_one_network_is_shown_though_the_file_of_another_has_no_such_figure(office):
    load(office, one_figure("Facebook reach", dict.fromkeys(DAYS, 100)))
    load(office, one_figure("Instagram profile visits", dict.fromkeys(DAYS, 7)))
    figures = own(office, "meta-business-suite")
    assert figures["profile_visits"].value.amount == 217
    assert (figures["reach"].value.lower, figures["reach"].value.upper) == (100, 3100)


def test_a_file_of_another_figure_takes_nothing_away(office):
    load(office, website("Date,Total users,Sessions", by_day((40, 50))))
    load(office, website("Date,Sessions,Views", by_day((55, 90))))
    figures = own(office, "ga4")
    assert figures["sessions"].value.amount == 55 * 31  # restated by the later file
    assert figures["page_views"].value.amount == 90 * 31
    assert figures["users"].value.upper == 40 * 31  # only the first file has it


def test_two_networks_in_one_panel_replace_nothing_of_each_other(office):
    load(office, one_figure("Facebook visits", dict.fromkeys(DAYS, 10)))
    load(office, one_figure("Instagram profile visits", dict.fromkeys(DAYS, 3)))
    assert own(office, "meta-business-suite")["profile_visits"].value.amount == 13 * 31


def test_a_network_is_nobodys_account(office):
    load(office, one_figure("Facebook visits", dict.fromkeys(DAYS, 10)))
    done = import_file(office, SPECIALIST, "prague", one_figure("Facebook visits", dict.fromkeys(DAYS, 7)))
    assert done.stored, [found.code for found in done.findings]


def test_people_are_never_added_over_days(office):
    load(office, one_figure("Instagram reach", {day: 100 + day for day in DAYS}))
    value = own(office, "meta-business-suite")["reach"].value
    assert value.amount is None
    assert (value.lower, value.upper) == (131, sum(100 + day for day in DAYS))


def test_a_figure_of_the_whole_month_is_exact_and_days_stay_beside_it(office):
    load(office, website("Date,Total users", by_day((40,))))
    load(office, website("Total users", "700\n"))
    assert own(office, "ga4")["users"].value.amount == 700


def test_followers_stand_at_the_last_day_of_the_month(office):
    rows = "".join(f"2026-10-{day:02},{2},{5000 + 2 * day}\n" for day in DAYS)
    earlier = "".join(f"2026-09-{day:02},{1},{4000 + day}\n" for day in range(1, 31))
    file = NewFile("Followers.csv", f"Date,New followers,Total followers\n{earlier}{rows}".encode())
    done = import_file(
        office, SPECIALIST, "warsaw", file, Options(), {"standing_jump": "a purge by the network"}
    )
    assert done.ok, [(found.code, found.value) for found in done.findings if found.stops]
    figures = own(office, "tiktok-analytics")
    assert figures["followers"].value.amount == 5062
    assert figures["followers"].previous.before.amount == 4030
    assert figures["followers"].previous.delta == 1032
    assert figures["follows"].value.amount == 62


def test_a_part_of_the_month_is_not_compared_with_a_whole_one(office):
    load(office, website("Date,Sessions", by_day((50,), "202609", range(1, 31)), "20260901", "20260930"))
    load(office, website("Date,Sessions", by_day((50,), days=range(1, 11)), "20261001", "20261010"))
    change = own(office, "ga4")["sessions"].previous
    assert change.gap is Gap.PARTIAL


def test_channel_groups_fill_in_only_where_no_day_has_the_figure(office):
    groups = "Session default channel group,Sessions,New users\nDirect,900,300\nOrganic Search,500,200\n"
    load(office, website(groups.split("\n", 1)[0], groups.split("\n", 1)[1]))
    load(office, website("Date,Sessions", by_day((50,))))
    figures = own(office, "ga4")
    assert figures["sessions"].value.amount == 50 * 31
    assert figures["new_users"].value.amount == 500


def test_an_import_of_one_figure_taken_back_leaves_the_others(office):
    load(office, website("Date,Sessions", by_day((50,))))
    load(office, website("Date,Sessions,Views", by_day((55, 90))))
    last = intake.import_records(office, LEAD, "warsaw")[-1]
    office.store.facts.undo(last.upload.id)
    figures = own(office, "ga4")
    assert figures["sessions"].value.amount == 50 * 31
    assert "page_views" not in figures


@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_the_deck_has_a_slide_of_them_and_names_their_files(office, language):
    load(office, website("Date,Total users,Sessions,Key events", by_day((40, 50, 2))))
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    deck = monthly_deck(report, language, draft=True)
    keys = [slide.key for slide in deck.slides]
    assert "own" in keys
    assert "data-export.csv" in [source.file for source in report.notes.sources]


def test_a_deck_without_them_has_no_such_slide(office):
    deck = monthly_deck(month_report(office, LEAD, "warsaw", OCTOBER), "en", draft=True)
    assert "own" not in [slide.key for slide in deck.slides]
