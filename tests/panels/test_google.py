"""Google Ads: table downloads, Report Editor, the layout of 2016 and overview cards."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import Grain, Level

POLISH = """\
Raport kampanii
1 stycznia 2026 - 31 stycznia 2026
Stan kampanii,Kampania,Kod waluty,Koszt,Kliknięcia,Wyświetl.,CTR,Śr. CPC,Konwersje,Koszt/konw.
Włączona,Marka,PLN,"1234,50",100,"12 345","0,81%","12,35","3,00","411,50"
Włączona,Ogólna,PLN,"200,00",50,"1 000","5,00%","4,00","0,00",0
Razem: kampanie, --,PLN,"1434,50",150,"13 345","1,12%","9,56","3,00","478,17"
Razem: konto,,PLN,"1500,00",150,"13 345","1,12%","9,56","3,00","478,17"
"""


def test_a_polish_download_is_read_with_its_totals_apart(read):
    table = read.table(POLISH)
    assert (table.panel, table.report, table.language, table.currency) == (
        "google-ads",
        "table-download",
        "pl",
        "PLN",
    )
    assert column(table, "spend") == [1234.5, 200.0]
    assert column(table, "impressions") == [12345, 1000]
    assert column(table, "reported_ctr") == [0.0081, 0.05]
    assert [(t.row, t.label, t.covers_rows) for t in table.totals] == [
        (6, "Razem: kampanie", True),
        (7, "Razem: konto", False),
    ]


def test_a_bare_zero_beside_decimals_means_undefined(read):
    assert column(read.table(POLISH), "reported_cpa") == [411.5, None]


def test_the_same_report_for_excel_is_utf_16_with_tabs(read):
    lines = [line.split(",") for line in POLISH.replace('"', "").replace(",50", "·50").splitlines()]
    text = (
        "Kampaniebericht\n1 June 2026 - 30 June 2026\nCampaign status\tCampaign\tCurrency code\tCost\tImpr.\n"
        'Enabled\tA\tUSD\t18257.62\t"1,606,880"\nTotal: Campaigns\t --\tUSD\t18257.62\t"1,606,880"\n'
    )
    table = only(read.bytes(b"\xff\xfe" + text.encode("utf-16-le")))
    assert lines
    assert (table.encoding, column(table, "impressions")) == ("utf-16-le", [1606880])
    assert table.dropped[0].row == 5


@pytest.mark.parametrize(
    ("language", "lines", "line", "labels"),
    [
        (
            "en",
            "July 1, 2026 - July 31, 2026",
            "Campaign,Currency code,Cost,Clicks,Impr.",
            ("Total: Campaigns", "Total: Account"),
        ),
        (
            "de",
            "1. Juli 2026 – 31. Juli 2026",
            "Kampagne,Währungscode,Kosten,Klicks,Impr.",
            ("Gesamt: Kampagnen", "Gesamt: Konto"),
        ),
        (
            "pt-BR",
            "1 de julho de 2026 - 31 de julho de 2026",
            "Campanha,Código da moeda,Custo,Cliques,Impr.",
            ("Total: Campanhas", "Total: Conta"),
        ),
        (
            "ru",
            "1 июля 2026 г. – 31 июля 2026 г.",
            "Кампания,Код валюты,Стоимость,Клики,Показы",
            ("Итого: кампании", "Итого: аккаунт"),
        ),
        (
            "cs",
            "1. července 2026 - 31. července 2026",
            "Kampaň,Kód měny,Cena,Kliknutí,Zobr.",
            ("Celkem: Kampaně", "Celkem: Účet"),
        ),
        (
            "es",
            "1 de julio de 2026 - 31 de julio de 2026",
            "Campaña,Código de moneda,Coste,Clics,Impr.",
            ("Total: Campañas", "Total: Cuenta"),
        ),
        (
            "fr",
            "1 juillet 2026 - 31 juillet 2026",
            "Campagne,Code de devise,Coût,Clics,Impr.",
            ("Total : campagnes", "Total : compte"),
        ),
    ],
)
def test_titles_dates_headers_and_totals_of_each_language(read, language, lines, line, labels):
    comma = language != "en"
    cost = '"1.234,50"' if comma else '"1,234.50"'
    rows = "".join(f"{label},EUR,{cost},3,7\n" for label in labels)
    table = read.table(f'Bericht Report\n"{lines}"\n{line}\nGesamtpaket: Total,EUR,{cost},3,7\n{rows}')
    assert (table.language, table.period.start, table.period.last_day) == (
        language,
        dt.date(2026, 7, 1),
        dt.date(2026, 7, 31),
    )
    assert column(table, "spend") == [1234.5]
    assert [t.covers_rows for t in table.totals] == [True, False]


def test_a_campaign_called_total_is_a_campaign(read):
    table = read.table(
        "Campaign report\n1 June 2026 - 30 June 2026\nCampaign status,Campaign,Currency code,Cost\n"
        "Enabled,Total: Search,PLN,1.50\nEnabled,Total,PLN,2.50\nTotal: Campaigns, --,PLN,4.00\n"
    )
    assert column(table, "campaign") == ["Total: Search", "Total"]


def test_totals_stand_in_the_third_column_of_keyword_reports(read):
    table = read.table(
        "Search keyword report\n1 June 2026 - 30 June 2026\nKeyword status,Keyword,Match type,Campaign,Currency code,Cost\n"
        'Enabled,[total account],Exact match,A,USD,1.50\nEnabled,"""a b""",Phrase match,A,USD,2.50\n'
        ",,Total: All but removed keywords, --,USD,4.00\n,,Total: Account,,USD,9.00\n"
    )
    assert (table.level, total(table, "spend")) == (Level.KEYWORD, 4.0)
    assert column(table, "keyword") == ["[total account]", '"a b"']
    assert [t.covers_rows for t in table.totals] == [True, False]


def test_totals_of_segments_are_added_up(read):
    table = read.table(
        "Campaign report\n1 June 2026 - 2 June 2026\nDay,Campaign status,Campaign,Currency code,Cost\n"
        "2026-06-01,Enabled,A,PLN,1.50\n2026-06-02,Enabled,A,PLN,2.50\n"
        "2026-06-02,Total: Campaigns, --,PLN,2.50\n2026-06-01,Total: Campaigns, --,PLN,1.50\n"
    )
    (declared,) = table.totals
    assert (declared.values["spend"], declared.covers_rows, table.grain) == (4.0, True, Grain.DAY)


def test_the_layout_of_2016_has_title_and_dates_in_one_line(read):
    table = only(
        read.text(
            '"Campaign report (Oct 25, 2016-Oct 31, 2016)"\nCampaign state,Campaign,Clicks,Impressions,Cost\n'
            'enabled,A,5,10,"1,445.94"\nTotal - filtered, --,5,10,"1,445.94"\nTotal, --,5,10,"1,445.94"\n',
            currency="EUR",
        )
    )
    assert (table.report, table.period.days, column(table, "spend")) == ("adwords-2016", 7, [1445.94])
    assert [t.covers_rows for t in table.totals] == [True, False]


def test_all_time_is_no_period(read):
    file = read.text("Campaign report\nAll time\nCampaign,Currency code,Cost\nA,PLN,1.50\n")
    assert stops(file) == {"period_unknown"}
    assert (file.tables[0].grain, file.tables[0].period) == (Grain.NONE, None)
    assert column(file.tables[0], "period_start") == [None]


def test_the_account_currency_is_read_where_amounts_stand_twice(read):
    file = read.text(
        "Search terms report\n1 June 2026 - 30 June 2026\n"
        "Search term,Campaign,Currency code,Cost,Cost (Converted currency),Converted currency code\n"
        "mapa,A,GBP,0.72,0.83,EUR\n"
    )
    table = only(file)
    assert (table.currency, column(table, "spend"), table.level) == ("GBP", [0.72], Level.SEARCH_TERM)
    assert codes(file) == {"converted_currency"}


def test_a_report_with_the_users_own_title_is_the_report_editors(read):
    table = read.table(
        "Nasz raport\n1 czerwca 2026 - 2 czerwca 2026\nKampania,Dzień,Kod waluty,Koszt\nA,2026-06-01,PLN,1.5\n"
    )
    assert (table.report, table.grain) == ("report-editor", Grain.DAY)
    assert table.stated_period.days == 2
    assert table.period.days == 1


def test_months_are_clipped_to_the_days_of_the_report(read):
    table = read.table(
        "Mein Bericht\n15. Januar 2026 – 20. Februar 2026\nMonat,Kampagne,Währungscode,Kosten\n"
        'Januar 2026,A,EUR,"1,50"\nFebruar 2026,A,EUR,"2,50"\n'
    )
    assert column(table, "period_start") == [dt.date(2026, 1, 15), dt.date(2026, 2, 1)]
    assert column(table, "period_end") == [dt.date(2026, 2, 1), dt.date(2026, 2, 21)]


def test_an_overview_card_has_money_with_signs_and_days_in_words(read):
    table = read.table(
        'Date,Clicks,Impressions,Avg. CPC,Cost\n"Thu, 5 Feb 2026",26,75,US$1.92,"US$1,050.00"\n'
    )
    assert (table.report, table.currency, column(table, "spend")) == ("overview-card", "USD", [1050.0])
    assert column(table, "period_start") == [dt.date(2026, 2, 5)]


def test_a_comparison_card_has_its_days_in_the_name_alone(read):
    text = 'Nome da campanha,Custo,Custo (Comparação),Cliques\nA,"R$\u00a0236,86","R$\u00a00,00",58\n'
    name = "Maiores_alterações(2026.05.05-2026.05.24_em_comparação_com_2026.04.15-2026.05.04).csv"
    table = only(named := read.text(text, name=name))
    assert (table.currency, column(table, "spend"), table.period.days) == ("BRL", [236.86], 20)
    assert "period_from_name" in codes(named)
    assert stops(read.text(text, name="export.csv")) == {"period_unknown"}


def test_a_dollar_sign_alone_is_no_currency(read):
    file = read.text('Date,Clicks,Impressions,Avg. CPC,Cost\n"Thu, 5 Feb 2026",26,75,$1.92,$50.00\n')
    assert stops(file) == {"currency_missing"}


def test_a_bulk_upload_sheet_is_refused_as_such(read):
    file = read.text(
        "Row Type,Action,Campaign status,Campaign ID,Campaign,Budget\nCampaign,Edit,Enabled,1,A,5\n"
    )
    assert codes(file) == {"bulk_upload"}


def test_a_workbook_gives_rates_as_fractions(read):
    rows = [
        ["Campaign report"],
        ["1 June 2026 - 30 June 2026"],
        ["Campaign status", "Campaign", "Currency code", "Cost", "Impr.", "CTR"],
        ["Enabled", "A", "PLN", 1234.5, 100, 0.1218],
        ["Enabled", "B", "PLN", 0, 0, " --"],
        ["Total: Campaigns", " --", "PLN", 1234.5, 100, 0.1218],
    ]
    table = only(read.sheets({"Campaign report": rows}))
    assert column(table, "reported_ctr") == [0.1218, None]
    assert table.totals[0].row == 6


def test_a_file_pasted_from_two_downloads_is_refused(read):
    file = read.text(POLISH + POLISH)
    assert "repeated_header" in stops(file)
    assert finding(file, "repeated_header").row == 10
