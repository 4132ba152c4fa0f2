"""Google Ads: segments, other reports, cards, manager accounts, and total labels in each language."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import codes, column, only, stops, total
from tiger_reports.model.fact import Grain, Level

JUNE = "1 June 2026 - 30 June 2026\n"
LANGUAGES = {
    "en": (
        "Campaign report", "June 1, 2026 - June 30, 2026", "Campaign status,Campaign,Currency code,Cost,Clicks,Impr.", "1,234.50",
        ("Total: Campaigns", "Total: Account", "Total: Search", "Total: Performance Max"),
    ),
    "pl": (
        "Raport kampanii", "1 czerwca 2026 - 30 czerwca 2026", "Stan kampanii,Kampania,Kod waluty,Koszt,Kliknięcia,Wyświetl.",
        "1 234,50", ("Razem: kampanie", "Razem: konto", "Łącznie: sieć wyszukiwania", "Suma: Performance Max"),
    ),
    "de": (
        "Kampagnenbericht", "1. Juni 2026 – 30. Juni 2026", "Kampagnenstatus,Kampagne,Währungscode,Kosten,Klicks,Impr.", "1.234,50",
        ("Gesamt: Kampagnen", "Gesamt: Konto", "Gesamt: Suchnetzwerk", "Gesamt: Performance Max"),
    ),
    "ru": (
        "Отчет по кампаниям", "1 июня 2026 г. – 30 июня 2026 г.", "Статус кампании,Кампания,Код валюты,Стоимость,Клики,Показы",
        "1 234,50", ("Итого: кампании", "Итого: аккаунт", "Итого: поисковая сеть", "Итого: Performance Max"),
    ),
    "es": (
        "Informe de campañas", "1 de junio de 2026 - 30 de junio de 2026",
        "Estado de la campaña,Campaña,Código de moneda,Coste,Clics,Impr.", "1.234,50",
        ("Total: Campañas", "Total: Cuenta", "Total: Búsqueda", "Total: Performance Max"),
    ),
    "fr": (
        "Rapport sur les campagnes", "1 juin 2026 - 30 juin 2026", "État de la campagne,Campagne,Code de devise,Coût,Clics,Impr.",
        "1 234,50", ("Total : campagnes", "Total : compte", "Total : Réseau de Recherche", "Total : Performance Max"),
    ),
    "cs": (
        "Přehled kampaní", "1. června 2026 - 30. června 2026", "Stav kampaně,Kampaň,Kód měny,Cena,Kliknutí,Zobr.", "1 234,50",
        ("Celkem: Kampaně", "Celkem: Účet", "Celkem: Vyhledávací síť", "Celkem: Performance Max"),
    ),
    "uk": (
        "Звіт про кампанії", "1 червня 2026 р. – 30 червня 2026 р.", "Статус кампанії,Кампанія,Код валюти,Вартість,Кліки,Покази",
        "1 234,50", ("Усього: кампанії", "Усього: обліковий запис", "Усього: Пошук", "Усього: Performance Max"),
    ),
    "pt-BR": (
        "Relatório de campanha", "1 de junho de 2026 - 30 de junho de 2026",
        "Status da campanha,Campanha,Código da moeda,Custo,Cliques,Impr.", "1.234,50",
        ("Total: Campanhas", "Total: Conta", "Total: Pesquisa", "Total: Performance Max"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("with_status", [True, False], ids=["status first", "campaign first"])
def test_total_labels_of_each_language_are_told_from_campaigns_named_like_them(read, language, with_status):
    title, days, header, cost, labels = LANGUAGES[language]
    names = ("Total brand", "Gesamtpaket", "Razem taniej", "Итоговая распродажа", "Celkem nový")
    rows = [f'Enabled,{name},EUR,"{cost}",3,7' for name in names]
    rows += [f'{label}, --,EUR,"{cost}",3,7' for label in labels]
    if not with_status:
        header = header.split(",", 1)[1]
        rows = [
            row.split(",", 1)[1] if row.startswith("Enabled") else row.replace(", --", "") for row in rows
        ]
    table = read.table(f'{title}\n"{days}"\n{header}\n' + "\n".join(rows) + "\n")
    assert (table.language, column(table, "campaign")) == (language, list(names))
    assert total(table, "spend") == 5 * 1234.5
    assert [declared.label for declared in table.totals] == list(labels)
    assert [declared.covers_rows for declared in table.totals] == [True, False, False, False]
    assert (table.period.start, table.period.last_day) == (dt.date(2026, 6, 1), dt.date(2026, 6, 30))


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("Device,Campaign status,Campaign", ("Computers,Enabled,A", "Mobile phones,Enabled,A", "Computers,{0}, --", "Mobile phones,{0}, --")),
        ("Campaign status,Campaign,Device", ("Enabled,A,Computers", "Enabled,A,Mobile phones", "{0}, --,Mobile phones", "{0}, --,Computers")),
    ],
    ids=["segment first", "segment last"],
)  # fmt: skip
def test_totals_of_each_device_are_added_up_and_the_parts_kept(read, header, rows):
    money = {"Computers": "1.50", "Mobile phones": "2.50"}
    lines = [row.format(label) for row in rows[:2] for label in [""]]
    lines += [row.format(label) for label in ("Total: Campaigns", "Total: Account") for row in rows[2:]]
    costs = [next(cost for device, cost in money.items() if device in line) for line in lines]
    body = "".join(f"{line},PLN,{cost},5\n" for line, cost in zip(lines, costs, strict=True))
    table = read.table(f"Campaign report\n{JUNE}{header},Currency code,Cost,Impr.\n{body}")
    assert column(table, "device") == ["Computers", "Mobile phones"]
    assert total(table, "spend") == 4.0
    assert [
        (declared.label, declared.values["spend"]) for declared in table.totals if declared.covers_rows
    ] == [("Total: Campaigns", 4.0)]
    assert len(table.dropped) == 4


REPORTS = {
    "location": (
        "Location report", "Location,Campaign,Bid adj.",
        ("Poland,A,--", "Warsaw,A,--"), "Total: Locations, --,", Level.CAMPAIGN, "region", ["Poland", "Warsaw"],
    ),
    "matched": (
        "Matched locations report", "Country/Territory (Matched),City (Matched),Campaign",
        ("Poland,Warsaw,A", "Poland,Radom,A"), "Total: Account,,", Level.CAMPAIGN, "region", ["Poland (Warsaw)", "Poland (Radom)"],
    ),
    "ad": (
        "Ad report", "Ad status,Headline 1,Campaign",
        ("Enabled,Buy,A", "Enabled,Try,A"), "Total: All but removed ads, --,", Level.AD, "ad", ["Buy", "Try"],
    ),
    "ad group": (
        "Ad group report", "Ad group status,Ad group,Campaign",
        ("Enabled,Total: Search,A", "Enabled,G2,A"), "Total: Ad groups, --,", Level.AD_SET, "ad_set", ["Total: Search", "G2"],
    ),
    "hour": (
        "Hour of day report", "Hour of the day,Campaign,Campaign type",
        ("0,A,Search", "1,A,Search"), "Total: Account,,", Level.CAMPAIGN, "segment", ["0", "1"],
    ),
    "schedule": (
        "Ad schedule report", "Day & time,Campaign,Bid adj.",
        ('"Mondays, all day",A,--', '"Tuesdays, all day",A,--'), "Total: Account, --,", Level.CAMPAIGN, "segment",
        ["Mondays, all day", "Tuesdays, all day"],
    ),
    "conversion action": (
        "Campaign report", "Conversion action,Campaign status,Campaign",
        ("Lead,Enabled,A", "Call,Enabled,A"), "Lead,Total: Account, --", Level.CAMPAIGN, "segment", ["Lead", "Call"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_other_reports_keep_their_parts_and_drop_their_totals(read, name):
    title, header, rows, label, level, role, parts = REPORTS[name]
    body = f"{rows[0]},PLN,1.50,10,1\n{rows[1]},PLN,2.50,20,2\n{label},PLN,4.00,30,3\n"
    table = read.table(f"{title}\n{JUNE}{header},Currency code,Cost,Impr.,Clicks\n{body}")
    assert (table.level, column(table, role)) == (level, parts)
    assert (total(table, "spend"), total(table, "impressions")) == (4.0, 30)
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(6, "total")]
    assert table.unknown_columns == ()


def test_hours_of_a_card_of_one_day_are_parts_of_that_day(read):
    text = "Hour,Clicks,Impressions,Cost\n00 - 01,26,75,US$1.00\n01 - 02,1,5,US$2.00\n"
    table = read.table(text, name="Time_series(2026.02.05-2026.02.05).csv")
    assert (table.grain, total(table, "spend"), column(table, "segment")) == (
        Grain.DAY,
        3.0,
        ["00 - 01", "01 - 02"],
    )
    assert column(table, "period_start") == [dt.date(2026, 2, 5)] * 2


def test_weekdays_of_a_card_are_no_dates(read):
    text = "Day,Start hour,Cost,Impressions\nMonday,0,€10.00,5\nMonday,1,€12.00,6\n"
    table = read.table(text, name="Day_&_hour(2026.02.05-2026.02.10).csv")
    assert (table.grain, table.period.days, total(table, "spend")) == (Grain.RANGE, 6, 22.0)


@pytest.mark.parametrize(
    ("dates", "name", "first", "last"),
    [
        (
            ("Mon, 2 Feb 2026", "Mon, 9 Feb 2026", "Mon, 16 Feb 2026"),
            "(2026.02.04-2026.02.20)",
            (2, 4),
            (2, 20),
        ),
        (("Mon, 2 Feb 2026", "Mon, 9 Feb 2026"), "", (2, 2), (2, 15)),
        (("Sun, 1 Feb 2026", "Sun, 1 Mar 2026"), "(2026.02.01-2026.03.20)", (2, 1), (3, 20)),
        (("Mon, 2 Feb 2026", "Tue, 3 Feb 2026"), "(2026.02.02-2026.02.03)", (2, 2), (2, 3)),
    ],
    ids=["weeks", "weeks without a name", "months", "days"],
)
def test_points_of_a_card_a_week_or_a_month_apart_stand_for_weeks_and_months(read, dates, name, first, last):
    body = "".join(f'"{date}",5,75,€1.00\n' for date in dates)
    table = read.table(f"Date,Clicks,Impressions,Cost\n{body}", name=f"Time_series{name}.csv")
    assert (table.period.start, table.period.last_day) == (dt.date(2026, *first), dt.date(2026, *last))
    starts, ends = column(table, "period_start"), column(table, "period_end")
    assert starts[1:] == ends[:-1]


@pytest.mark.parametrize("word", ["Comparison", "Comparação", "porównanie", "Vergleich", "сравнение"])
def test_the_compared_period_is_never_added(read, word):
    text = f"Campaign,Cost,Cost ({word}),Clicks,Clicks ({word})\nA,€1.50,€9.00,1,9\n"
    table = read.table(
        text, name="Biggest_changes(2026.02.05-2026.02.10_compared_to_2026.01.30-2026.02.04).csv"
    )
    assert (total(table, "spend"), total(table, "clicks"), table.period.start) == (
        1.5,
        1,
        dt.date(2026, 2, 5),
    )


@pytest.mark.parametrize(
    ("segment", "dates", "first", "last"),
    [
        ("Week", ("2026-06-01", "2026-06-29"), (6, 1), (6, 30)),
        ("Month", ("2026-06-01", "2026-06-01"), (6, 1), (6, 30)),
        ("Month", ("June 2026", "June 2026"), (6, 1), (6, 30)),
    ],
)
def test_first_days_of_weeks_and_months_are_clipped_to_the_report(read, segment, dates, first, last):
    body = f"{dates[0]},A,PLN,1.50,10\n{dates[1]},B,PLN,2.50,20\nTotal: Campaigns,,PLN,4.00,30\n"
    table = read.table(f"Campaign report\n{JUNE}{segment},Campaign,Currency code,Cost,Impr.\n{body}")
    assert (table.period.start, table.period.last_day) == (dt.date(2026, *first), dt.date(2026, *last))
    assert (total(table, "spend"), len(table.dropped)) == (4.0, 1)


MANAGER = (
    f"Campaign report\n{JUNE}Account,Customer ID,Campaign,Currency code,Cost,Cost (Converted currency),Converted currency code,Impr.\n"
    "K1,123-456-7890,A,GBP,1.00,1.20,EUR,5\nK2,123-456-7891,B,{0},4.00,1.00,EUR,5\n"
)


def test_a_manager_account_of_one_currency_is_read_in_it(read):
    file = read.text(MANAGER.format("GBP"))
    table = only(file)
    assert (table.currency, total(table, "spend"), codes(file)) == ("GBP", 5.0, {"converted_currency"})
    assert column(table, "account_id") == ["123-456-7890", "123-456-7891"]


def test_rows_of_a_manager_account_keep_the_currency_of_each(read):
    table = read.table(MANAGER.format("PLN"))
    assert table.currency is None
    assert set(column(table, "currency")) == {"GBP", "PLN"}


@pytest.mark.parametrize("name", ["Campaign report.csv", "Bulk upload.csv"])
@pytest.mark.parametrize("preamble", ["", "Bulk upload template\n\n"])
def test_a_bulk_upload_sheet_is_refused_as_one_whatever_its_name(read, name, preamble):
    text = "Row Type,Action,Campaign status,Campaign,Campaign type,Budget\nCampaign,,Enabled,A,Search,5\n"
    assert codes(read.text(preamble + text, name=name)) == {"bulk_upload"}


def test_a_report_of_keywords_for_excel_keeps_its_match_marks(read):
    text = (
        f"Search keyword report\n{JUNE}Keyword status\tKeyword\tMatch type\tCampaign\tCurrency code\tCost\tImpr.\n"
        'Enabled\t[total]\tExact match\tA\tUSD\t"1,445.94"\t"1,606,880"\n\t\tTotal: All but removed keywords\t --\tUSD\t"1,445.94"\t"1,606,880"\n'
    )
    table = only(read.bytes(b"\xff\xfe" + text.encode("utf-16-le")))
    assert (column(table, "keyword"), total(table, "spend"), total(table, "impressions")) == (
        ["[total]"],
        1445.94,
        1606880,
    )
    assert table.totals[0].covers_rows


def test_totals_of_a_report_that_names_only_products_are_no_products(read):
    header = "Item ID,Title,Price,Currency code,Clicks,Impr.,Cost\n"
    rows = (
        "1,Red shoe,49.99,EUR,10,100,5.00\n2,Total: the shoe,59.99,EUR,20,200,12.00\n"
        "Total: Products,,,EUR,30,300,17.00\nTotal: Account,,,EUR,90,900,70.00\n"
    )
    table = read.table("Shopping item report\n" + JUNE + header + rows)
    assert (total(table, "spend"), table.frame.num_rows) == (17, 2)
    unknown = read.table("Landing page report\n" + JUNE + header.replace("Item ID", "Something new") + rows)
    assert total(unknown, "spend") == 17


def test_assets_share_the_impressions_of_one_ad_and_are_not_added_up_unasked(read):
    text = "Asset report\n" + JUNE + "Asset,Asset type,Currency code,Clicks,Impr.,Cost\n"
    file = read.text(text + "Buy now,Headline,EUR,10,100,5.00\nFree shipping,Description,EUR,10,100,5.00\n")
    assert stops(file) == {"shared_figures"}
