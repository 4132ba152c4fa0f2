"""Panels that are known from documentation only: read, and said so each time."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import Grain
from tiger_reports.model.period import month
from tiger_reports.panels.catalogue import panels

JUNE = month(2026, 6)
MICROSOFT = """\
"Report Name: Kampanie"
"Report Time: 6/1/2026 - 6/30/2026"
"Time Zone: (GMT+01:00) Sarajevo, Skopje, Warsaw, Zagreb"
"Last Completed Available Day: 6/30/2026 10:15:00 PM (GMT)"
"Report Aggregation: Daily"
"Report Filter: "
"Potential Incomplete Data: true"
"Rows: 2"

"Gregorian date","Account name","Campaign name","Campaign ID","Currency code","Impressions","Clicks","CTR","Avg. CPC","Spend","Conversions","Revenue"
"6/1/2026","Konto","Brand","11","PLN","1,234","20","1.62%","2.50","50.00","3","120.00"
"6/13/2026","Konto","Brand","11","PLN","100","5","5.00%","2.00","10.00","0","0.00"
"Total","-","-","-","-","1,334","25","1.87%","2.40","60.00","3","120.00"

"©2026 Microsoft Corporation. All rights reserved. "
"""
VK = """\
Дата;ID кампании;Название кампании;ID объявления;Название объявления;Показы;Клики;CTR, %;eCPC, ₽;Результат;Цена за результат, ₽;Потрачено всего, ₽
01.06.2026;7;Лето;71;Баннер 1;1 000;20;2,00;75,03;3;500,17;1 500,50
13.06.2026;7;Лето;72;Баннер 1;30;1;3,33;5,00;0;—;5,00
Итого;;;;;1 030;21;2,04;71,69;3;501,83;1 505,50
"""
SKLIK = """\
Datum;Kampaň;Sestava;Zobrazení;Prokliky;CTR;CPC Ø;Cena;Pozice Ø;Konverze;Konverzní poměr;Hodnota konverzí
01.06.2026;Léto;Kola;1 000;20;2,00 %;5,03;100,50;1,2;3;15,00 %;900,00
13.06.2026;Léto;Kola;30;1;3,33 %;5,00;5,00;1,0;0;0,00 %;0,00
Celkem;;;1 030;21;2,04 %;5,02;105,50;1,2;3;14,29 %;900,00
"""
ALLEGRO = """\
Data;Kampania;Grupa reklam;Oferta;ID oferty;Odsłony;Kliknięcia;CTR;Zainteresowanie;Koszt (PLN);Wartość sprzedaży (PLN);ROAS
2026-06-01;Lato;Rowery;Rower;111;1 000;20;2,00%;4;100,50;900,00;8,96
2026-06-13;Lato;Rowery;Rower;112;30;1;3,33%;0;5,00;0,00;0,00
Razem;;;;;1 030;21;2,04%;4;105,50;900,00;8,53
"""
SNAPCHAT = """\
Date,Campaign Name,Ad Set Name,Ad Name,Currency,Amount Spent,Paid Impressions,Swipe Ups,eCPSU,Swipe Up Rate,Purchases,Purchases Value
2026-06-01,Summer,Set,Ad,EUR,100.50,1000,20,5.03,2.00%,3,900.00
2026-06-13,Summer,Set,Ad,EUR,5.00,30,1,5.00,3.33%,0,0.00
"""
X = """\
ID,Campaign,Campaign URL,Time,Campaign start date,Campaign end date,Spend,Impressions,Engagements,Billed engagements,Reposts,Replies,Follows,Clicks,Likes,Engagement rate
c1,Summer,https://example.org,2026-06-01,2026-05-01,2026-07-31,100.50,1000,50,40,1,2,3,20,9,5.00%
c1,Summer,https://example.org,2026-06-13,2026-05-01,2026-07-31,5.00,30,2,2,0,0,0,1,0,6.67%
"""
FILES = {
    "microsoft-ads": (MICROSOFT, "PLN", 60.0, 1334, {}),
    "vk-ads": (VK, "RUB", 1505.5, 1030, {}),
    "sklik": (SKLIK, "CZK", 105.5, 1030, {"currency": "CZK"}),
    "allegro-ads": (ALLEGRO, "PLN", 105.5, 1030, {}),
    "snapchat-ads": (SNAPCHAT, "EUR", 105.5, 1030, {}),
    "x-ads": (X, "USD", 105.5, 1030, {"currency": "USD"}),
}
UNSEEN = sorted(panel.key for panel in panels() if "unseen_panel" in panel.notes)


def test_each_panel_that_no_real_file_was_seen_of_has_a_file_here():
    assert sorted(FILES) == UNSEEN


@pytest.mark.parametrize("key", FILES)
def test_its_rows_money_and_days_are_read_and_its_total_is_not_counted(read, key):
    text, currency, spend, impressions, known = FILES[key]
    file = read.text(text, **known)
    table = only(file)
    assert (table.panel, table.grain, table.frame.num_rows) == (key, Grain.DAY, 2)
    assert (table.currency, total(table, "spend"), total(table, "impressions")) == (
        currency,
        spend,
        impressions,
    )
    assert column(table, "period_start") == [dt.date(2026, 6, 1), dt.date(2026, 6, 13)]
    assert table.unknown_columns == ()
    assert [declared.values["spend"] for declared in table.totals] in ([], [spend])
    assert table.rows_read == 2 + len(table.dropped)


@pytest.mark.parametrize("key", FILES)
def test_each_reading_says_that_no_real_file_was_seen(read, key):
    text, *_, known = FILES[key]
    assert finding(read.text(text, **known), "unseen_panel").details["panel"]


@pytest.mark.parametrize("key", ["sklik", "x-ads"])
def test_a_currency_that_stands_nowhere_is_asked_for(read, key):
    assert stops(read.text(FILES[key][0])) == {"currency_missing"}


@pytest.mark.parametrize("key", ["vk-ads", "sklik", "allegro-ads", "snapchat-ads", "x-ads"])
def test_without_days_they_are_asked_for(read, key):
    text, *_, known = FILES[key]
    delimiter = ";" if ";" in text else ","
    at = next(
        i
        for i, name in enumerate(text.splitlines()[0].split(delimiter))
        if name in {"Дата", "Datum", "Data", "Date", "Time"}
    )
    lines = [[cell for i, cell in enumerate(line.split(delimiter)) if i != at] for line in text.splitlines()]
    bare = "\n".join(map(delimiter.join, lines[:3])) + "\n"
    assert stops(read.text(bare, **known)) == {"period_unknown"}
    assert only(read.text(bare, **known, period=JUNE)).period == JUNE


def test_the_microsoft_footer_and_total_are_dropped_by_name(read):
    table = only(read.text(MICROSOFT))
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [
        (13, "total"),
        (14, "empty"),
        (15, "footer"),
    ]
    assert (table.stated_period, table.export_day) == (JUNE, dt.date(2026, 6, 30))


def test_the_names_of_the_microsoft_interface_for_programs_are_known(read):
    header = (
        '"TimePeriod","AccountName","CampaignName","CampaignId","CurrencyCode","Impressions","Clicks","Spend"'
    )
    table = only(
        read.text(
            f'{header}\n"2026-06-01","K","Brand","11","PLN","1,234","20","50.00"\n', panel="microsoft-ads"
        )
    )
    assert (column(table, "campaign"), column(table, "spend"), table.currency) == (["Brand"], [50.0], "PLN")


def test_a_microsoft_report_by_weeks_says_so_above_its_header(read):
    text = MICROSOFT.replace("Aggregation: Daily", "Aggregation: Weekly").replace(
        '"Gregorian date"', '"TimePeriod"'
    )
    table = only(read.text(text))
    assert column(table, "period_end") == [dt.date(2026, 6, 8), dt.date(2026, 6, 20)]


def test_dates_of_a_microsoft_report_that_nothing_settles_are_asked_for(read):
    text = MICROSOFT.replace("6/13/2026", "6/3/2026").replace("6/1/2026 - 6/30/2026", "6/1/2026 - 6/9/2026")
    assert "ambiguous_date" in stops(read.text(text))


def test_an_empty_microsoft_report_is_an_empty_export(read):
    assert codes(read.text(MICROSOFT.split("\n\n", maxsplit=1)[0] + "\n\n")) == {"empty_export"}
