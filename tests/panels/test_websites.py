"""Google Analytics 4: comment lines, stacked tables, offsets for dates, people that do not add up."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.fuzz.reading import checked
from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import Grain
from tiger_reports.model.period import Period

OCTOBER = Period(dt.date(2026, 10, 1), dt.date(2026, 11, 1))
REPORT = """\
# ----------------------------------------
# Report CSV Export
# Account: Demo
# Property: demo.example.org - GA4
# ----------------------------------------
#
# All Users
# Start date: 20261001
# End date: 20261031
Date,Event count,Total users,Sessions,Key events,New users,Average session duration
20261010,300,90,100,4.5,50,61.4
20261002,200,60,70,1,30,12.25
"""
HOME = """\
# ----------------------------------------
# Cuenta: Demo
# Propiedad: Tienda
# ----------------------------------------
#
# Fecha de inicio: 20261001
# Fecha de finalización: 20261003
Día N,Usuarios
0000,5
0002,7

# Fecha de inicio: 20261001
# Fecha de finalización: 20261003
Día N,Total de ingresos


# ¿Cómo retiene a los usuarios?
# Fecha de inicio: 20260901
# Fecha de finalización: 20261003
Fecha,Semana 0,Semana 1
1 sep - 7 sep,3,-1

# Sesiones por canal
# Fecha de inicio: 20260901
# Fecha de finalización: 20260930
Grupo de canales predeterminado de la sesión,Sesiones
Direct,27
Organic Search,1
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_report_by_day_in_any_order(read, end):
    table = only(read.bytes(REPORT.replace("\n", end).encode(), name="data-export.csv"))
    assert (table.panel, table.section, set(column(table, "account"))) == (
        "ga4",
        "All Users",
        {"demo.example.org - GA4"},
    )
    assert column(table, "period_start") == [dt.date(2026, 10, 10), dt.date(2026, 10, 2)]
    sums = {name: total(table, name) for name in ("events", "sessions", "conversions", "new_users")}
    assert sums == {"events": 500, "sessions": 170, "conversions": 5.5, "new_users": 80}
    assert table.unknown_columns == ()


@pytest.mark.parametrize(
    "header", ["Loyalty tier,Store,Sessions", "Stopień programu,Sklep,Sesje", "Loyalty tier,Country,Sessions"]
)
def test_dimensions_of_the_users_own_cut_the_rows_and_are_no_repeated_days(reader, header):
    rows = "Gold,One,30\nGold,Two,20\nSilver,One,7\n"
    comments = REPORT.split("Date,", maxsplit=1)[0]
    one = checked(reader, f"{comments}{header}\n{rows}".encode())
    assert [found.code for found in one.findings if found.stops] == []
    (table,) = one.tables
    assert table.read.sums["sessions"] == 57
    assert table.read.breakdowns


def test_stacked_tables_have_their_own_days_and_empty_ones_are_named(read):
    file = read.text(HOME)
    users, channels = file.tables
    assert column(users, "period_start") == [dt.date(2026, 10, 1), dt.date(2026, 10, 3)]
    assert (users.grain, column(users, "users"), set(column(users, "account"))) == (
        Grain.DAY,
        [5, 7],
        {"Tienda"},
    )
    assert channels.period == Period(dt.date(2026, 9, 1), dt.date(2026, 10, 1))
    assert (total(channels, "sessions"), column(channels, "network")) == (28, ["Direct", "Organic Search"])
    assert finding(file, "unread_tables").count == 2
    assert stops(file) == set()


def test_rows_keep_the_numbers_that_they_have_in_the_file(read):
    users, channels = read.text(HOME).tables
    lines = HOME.splitlines()
    for table, name in ((users, "users"), (channels, "sessions")):
        for row, value in zip(column(table, "source_row"), column(table, name), strict=True):
            assert lines[row - 1].endswith(f",{value:.0f}")


def test_tables_that_follow_each_other_without_a_blank_line(read):
    text = HOME.replace("\n\n", "\n")
    assert [table.frame.num_rows for table in read.text(text).tables] == [2, 2]


@pytest.mark.parametrize(
    ("header", "start"),
    [
        ("Data,Użytkownicy,Sesje,Odsłony", "# Data początkowa: "),
        ("Дата,Пользователи,Сеансы,Просмотры", "# Дата начала: "),
        ("Datum,Nutzer,Sitzungen,Aufrufe", "# Startdatum: "),
        ("Datum,Uživatelé,Relace,Zobrazení", "# Datum zahájení: "),
        ("Data,Usuários,Sessões,Visualizações", "# Data de início: "),
    ],
)
def test_the_days_are_found_whatever_words_stand_beside_them(read, header, start):
    text = f"# ----\n#\n{start}20261001\n# Koniec: 20261031\n{header}\n20261005,10,12,30\n"
    table = only(read.text(text))
    assert (table.stated_period, total(table, "sessions")) == (OCTOBER, 12)


def test_an_exploration_states_its_days_in_one_line_and_adds_a_total(read):
    text = (
        "# ----------------------------------------\n# Free form 1\n# Demo - GA4\n# 20261001-20261031\n"
        "# ----------------------------------------\n\nDevice category,Sessions,New users\n,170,80,Grand total\n"
        "mobile,100,50\ndesktop,70,30\n"
    )
    table = only(read.text(text))
    assert (table.period, total(table, "sessions")) == (OCTOBER, 170)
    assert column(table, "device") == ["mobile", "desktop"]
    assert (table.totals[0].covers_rows, table.totals[0].values["sessions"]) == (True, 170)


def test_a_dashboard_without_any_date_is_refused_as_such(read):
    text = "# ---\n# Dashboard report\n# ---\n# Active users #\nDay,Monthly,Weekly,Daily\n0000,1,1,1\n"
    assert codes(read.text(text)) == {"undated_export"}


def test_a_report_of_which_only_the_header_was_exported_is_empty(read):
    file = read.text(REPORT[: REPORT.index("20261010")])
    assert "empty_export" in stops(file)
