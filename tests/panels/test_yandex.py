"""Yandex Direct: the report wizard's workbook, its CSV, and the person in its first line."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import Grain, Level

PERSON = "Вымышленный Пётр Петрович"
PREAMBLE = [
    [f"Клиент: {PERSON} (login-x)"],
    ["Отчет: Мастер отчетов"],
    ["Период: 01.03.2026 - 31.03.2026"],
    [],
]
HEADER = [
    "Название кампании", "№ Кампании", "Регион местонахождения", "Регион местонахождения", "Расход, ₽", "Показы", "Клики",
    "Конверсии", "Отказы, %", "Глубина просмотра",
]  # fmt: skip
TOTAL = ["Итого", None, None, None, 300.75, 330, 6, 1, 12.5, 1.1]
ROWS = [
    ["Поиск", "701", "Новосибирск", "65", 200.5, 300, 5, 1, 20.0, 1.2],
    ["Поиск", "701", "Берёзовский сельсовет", "184218", 100.25, 20, 1, 0, "-", "-"],
    ["Поиск", "701", "Берёзовский сельсовет", "184727", 0, 10, 0, 0, "-", "-"],
]
CSV = f"""\
Клиент: {PERSON} (login-x)
Отчет: Статистика по дням
Период: 01.03.2026 - 31.03.2026

Дата;Кампания;№ Кампании;Группа;Условие показа;Тип площадки;Показы;Клики;CTR (%);Расход (руб.);Ср. цена клика (руб.)
Итого;;;;;;1 030;21;2,04;1 505,50;71,69
01.03.2026;Бренд;100;Г1;ремонт;поиск;1 000;20;2,00;1 500,50;75,03
02.03.2026;Бренд;100;Г1;ремонт;поиск;30;1;3,33;5,00;5,00
"""


def wizard(rows, header=HEADER, preamble=PREAMBLE):
    return {"Sheet0": [*preamble, header, *rows]}


def test_the_wizards_workbook_is_read(read):
    file = read.sheets(wizard([TOTAL, *ROWS]))
    table = only(file)
    assert (table.panel, table.language, table.level, table.grain) == (
        "yandex-direct",
        "ru",
        Level.CAMPAIGN,
        Grain.MONTH,
    )
    assert (table.currency, total(table, "spend"), total(table, "impressions")) == ("RUB", 300.75, 330)
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(6, "total")]
    assert (table.totals[0].covers_rows, table.totals[0].values["spend"]) == (True, 300.75)
    assert (table.period.start, table.period.last_day) == (dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    assert column(table, "campaign_id") == ["701"] * 3
    assert codes(file) == {"vat_unknown"}


def test_regions_of_one_name_are_told_apart_by_the_second_column_of_that_header(read):
    assert column(only(read.sheets(wizard([TOTAL, *ROWS]))), "region") == [
        "Новосибирск",
        "Берёзовский сельсовет (184218)",
        "Берёзовский сельсовет (184727)",
    ]


def said(file) -> str:
    texts = [repr(finding) for finding in file.all_findings]
    for table in file.tables:
        texts += [
            repr(table.signs),
            repr(table.headers),
            repr(table.unknown_columns),
            repr(table.frame.to_pydict()),
        ]
    return " ".join(texts)


@pytest.mark.parametrize(
    "sheets",
    [
        wizard([TOTAL, *ROWS]),
        wizard([]),
        {"Sheet0": PREAMBLE},
        wizard([["x"] * 10], header=["Столбец"] * 10),
        {"Sheet0": [[PREAMBLE[0][0], "b", "c"], ["d"]]},
    ],
    ids=["read", "without rows", "preamble alone", "unknown headers", "beside other cells"],
)
def test_the_person_of_the_first_line_is_never_shown(read, sheets):
    file = read.sheets(sheets)
    assert file.all_findings
    assert "Пётр" not in said(file)
    assert "login-x" not in said(file)


def test_a_preamble_alone_is_an_empty_export(read):
    assert codes(read.sheets({"Sheet0": PREAMBLE})) == {"empty_export"}
    assert stops(read.sheets(wizard([TOTAL]))) == {"empty_export"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_the_csv_is_read_in_each_encoding(read, encoding):
    table = only(read.text(CSV, encoding=encoding))
    assert (table.panel, table.grain, table.level, table.currency) == (
        "yandex-direct",
        Grain.DAY,
        Level.KEYWORD,
        "RUB",
    )
    assert column(table, "spend") == [1500.5, 5.0]
    assert column(table, "impressions") == [1000, 30]
    assert column(table, "reported_ctr") == [0.02, 0.0333]
    assert column(table, "period_start") == [dt.date(2026, 3, 1), dt.date(2026, 3, 2)]
    assert [total.values["spend"] for total in table.totals] == [1505.5]


@pytest.mark.parametrize(
    "spend",
    [
        "Расход, ₽",
        "Расход (руб.)",
        "Расход всего (руб.)",
        "Расход (₽)",
        "Расход, руб.",
        "Расход с НДС, ₽",
        "Расход без НДС, ₽",
    ],
)
def test_the_currency_stands_in_the_header_of_spend(read, spend):
    header = [spend if name == "Расход, ₽" else name for name in HEADER]
    table = only(read.sheets(wizard([TOTAL, *ROWS], header=header)))
    assert (table.currency, total(table, "spend")) == ("RUB", 300.75)


def test_a_header_that_speaks_of_vat_in_its_bracket_is_spend_and_asks_for_the_currency(read):
    header = ["Расход (руб., с НДС)" if name == "Расход, ₽" else name for name in HEADER]
    file = read.sheets(wizard([TOTAL, *ROWS], header=header))
    assert (stops(file), total(file.tables[0], "spend")) == ({"currency_missing"}, 300.75)


@pytest.mark.parametrize(
    ("unit", "cells", "days"),
    [
        ("Неделя", ("02.03.2026 - 08.03.2026", "09.03.2026 - 15.03.2026"), 14),
        ("Месяц", ("Март 2026", "Март 2026"), 31),
        ("Месяц", ("03.2026", "03.2026"), 31),
        ("Дата", ("01.03.2026", "02.03.2026"), 2),
    ],
)
def test_rows_of_days_weeks_and_months_keep_their_days(read, unit, cells, days):
    rows = [[cell, "A", 1.5, 10] for cell in cells]
    header = [unit, "Название кампании", "Расход, ₽", "Показы"]
    table = only(read.sheets(wizard([["Итого", None, 3, 20], *rows], header=header)))
    assert (table.period.days, total(table, "spend"), len(table.dropped)) == (days, 3.0, 1)


def test_without_a_preamble_it_is_known_by_its_columns_and_asks_for_the_days(read):
    file = read.sheets(wizard([TOTAL, *ROWS], preamble=[]))
    assert [table.panel for table in file.tables] == ["yandex-direct"]
    assert stops(file) == {"period_unknown"}


def test_a_total_at_the_end_is_found_as_well(read):
    table = only(read.sheets(wizard([*ROWS, TOTAL])))
    assert (table.dropped[0].row, total(table, "spend")) == (9, 300.75)


def test_a_campaign_called_total_is_a_campaign(read):
    table = only(read.sheets(wizard([TOTAL, ["Итого", *ROWS[0][1:]], *ROWS[1:]])))
    assert column(table, "campaign") == ["Итого", "Поиск", "Поиск"]


def test_an_english_interface_is_read_and_said_to_be_unconfirmed(read):
    preamble = [
        [f"Client: {PERSON} (login-x)"],
        ["Report: Report Wizard"],
        ["Period: 01.03.2026 - 31.03.2026"],
        [],
    ]
    header = ["Campaign name", "Campaign No.", "Device type", "Cost (RUB)", "Impressions", "Clicks"]
    file = read.sheets(
        wizard([["Total", None, None, 3, 30, 3], ["A", "1", "Desktop", 3, 30, 3]], header, preamble)
    )
    table = only(file)
    assert (table.panel, total(table, "spend"), table.currency) == ("yandex-direct", 3, "RUB")
    assert codes(file) == {"unconfirmed_headers", "vat_unknown"}
    assert "Пётр" not in said(file)
    assert finding(file, "vat_unknown").details["panel"] == "Yandex Direct"
