"""A file in another currency waits for a rate; then it is stored as it is and converted where it is added up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.services.writing import LEAD, META, OCTOBER, SPECIALIST, finish
from tiger_reports.commentary.gate import open_items
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.model.client import Actor
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthState
from tiger_reports.model.terms import Margin, Rate
from tiger_reports.services.clients import get_client, save_client
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.options import NewFile
from tiger_reports.services.measuring import rates
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.text import LANGUAGES
from tiger_reports.text.numbers import exact

NBP = Rate("EUR", "PLN", Decimal("4.2654"), OCTOBER, "NBP 211/A/NBP/2026, 30 Oct 2026")


def spend(office):
    return month_report(office, LEAD, "warsaw", OCTOBER).figure("spend")


def in_euro(office):
    """October of Meta with the same amounts in euro; other accounts of the client stay as they are."""
    data = META.read_text("utf-8").replace("(PLN)", "(EUR)").encode()
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("euro.csv", data))
    return found


def test_a_file_in_another_currency_is_refused_until_there_is_a_rate(office):
    assert "wrong_currency" in {finding.code for finding in in_euro(office).open_findings}
    rates.add(office, SPECIALIST, "warsaw", replace(NBP, days=Period(date(2026, 10, 1), date(2026, 10, 31))))
    assert "wrong_currency" in {finding.code for finding in in_euro(office).open_findings}
    rates.add(office, SPECIALIST, "warsaw", replace(NBP, days=Period(date(2026, 10, 31), date(2026, 11, 1))))
    found = in_euro(office)
    assert {finding.code for finding in found.findings} >= {"foreign_currency"}
    assert "wrong_currency" not in {finding.code for finding in found.findings}


def in_two_currencies(office):
    """Two days of one new account, one of them in euro."""
    rows = (
        "Reporting starts,Reporting ends,Account ID,Campaign name,Impressions,Amount spent,Currency",
        *(
            f"2026-10-0{at},2026-10-0{at},act_2,Synthetic | Two currencies,{1000 * at},{100 * at}.00,{code}"
            for at, code in ((1, "PLN"), (2, "EUR"))
        ),
    )
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("both.csv", "\n".join(rows).encode()))
    return found


def test_one_file_in_two_currencies_is_refused_until_there_is_a_rate(office):
    found = in_two_currencies(office)
    assert {"mixed_currency", "wrong_currency"} <= {finding.code for finding in found.open_findings}
    rates.add(office, SPECIALIST, "warsaw", NBP)
    found = in_two_currencies(office)
    assert {f.code for f in found.findings} >= {"foreign_currency"}
    assert not {f.code for f in found.findings if f.code.endswith("_currency")} - {"foreign_currency"}


def test_rows_of_one_file_are_converted_one_by_one_and_never_added_unconverted(office):
    before = spend(office).value.amount
    rates.add(office, SPECIALIST, "warsaw", NBP)
    found = in_two_currencies(office)
    assert found.upload.sums == {"impressions": 3000, "spend": None}
    for code in {f.code for f in found.open_findings}:
        intake.waive(office, SPECIALIST, "warsaw", found.upload.id, code, "a second account began")
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    assert spend(office).value.amount == pytest.approx(before + 100 + 200 * 4.2654, abs=1e-6)


def stored(office):
    rates.add(office, SPECIALIST, "warsaw", NBP)
    found = in_euro(office)
    for code in {f.code for f in found.open_findings}:
        intake.waive(office, SPECIALIST, "warsaw", found.upload.id, code, "the account moved to euro")
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    return found.upload.sums["spend"]


def test_the_total_is_exact_and_the_stored_money_is_not_touched(office):
    before = spend(office).value.amount
    euro = stored(office)
    assert spend(office).value.amount == pytest.approx(before + euro * (4.2654 - 1), abs=1e-6)
    kept = office.store.facts.scan("warsaw").collect().to_arrow().to_pylist()
    mine = [row for row in kept if row["currency"] == "EUR"]
    assert sum(row["spend"] for row in mine) == pytest.approx(euro)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rate_stands_in_the_source_line_and_in_the_data_notes(office, language):
    stored(office)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    slides = {slide.key: slide for slide in monthly_deck(report, language, draft=True).slides}
    figure = exact(NBP.rate, language)
    assert figure in slides["kpis"].source
    assert NBP.source in slides["kpis"].source
    notes = [cell.text for row in slides["data_notes"].exhibits[0].rows for cell in row]
    assert any(f"1 EUR = {figure} PLN" in text for text in notes)
    assert NBP.source in notes


def test_without_its_rate_the_month_has_no_total_and_no_client_deck(office):
    stored(office)
    (known,) = rates.listed(office, LEAD, "warsaw")
    rates.remove(office, LEAD, "warsaw", known.id)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    figure = report.figure("spend")
    assert figure is None or figure.value.amount is None
    items = {item.code: item for item in open_items(report)}
    assert (items["rate_missing"].subject, items["rate_missing"].page) == ("EUR → PLN", "client")


def test_a_rate_takes_back_the_approval_of_the_months_that_it_touches(office):
    finish(office, "warsaw")
    rates.add(office, SPECIALIST, "warsaw", replace(NBP, days=Period(date(2026, 11, 1), date(2026, 12, 1))))
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is MonthState.APPROVED
    rates.add(office, SPECIALIST, "warsaw", NBP)
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is not MonthState.APPROVED


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"base": "euro"}, "currency_malformed"),
        ({"quote": "CZK"}, "rate_elsewhere"),
        ({"base": "PLN"}, "rate_elsewhere"),
        ({"rate": Decimal(0)}, "rate_not_positive"),
        ({"rate": Decimal("NaN")}, "rate_not_positive"),
        ({"source": " "}, "rate_without_source"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(office, change, code):
    with pytest.raises(RefusedError, match=code):
        rates.add(office, SPECIALIST, "warsaw", replace(NBP, **change))


def test_two_rates_for_one_day_are_refused_and_strangers_see_none(office):
    rates.add(office, SPECIALIST, "warsaw", NBP)
    with pytest.raises(RefusedError, match="rate_overlaps"):
        rates.add(
            office, SPECIALIST, "warsaw", replace(NBP, days=Period(date(2026, 10, 31), date(2026, 11, 2)))
        )
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    with pytest.raises(NotAllowedError):
        rates.listed(office, stranger, "warsaw")
    with pytest.raises(NotAllowedError):
        rates.remove(office, stranger, "warsaw", rates.listed(office, LEAD, "warsaw")[0].id)


def test_gross_spend_is_shown_beside_net_and_takes_back_the_approval(office):
    net = spend(office).value.amount
    finish(office, "warsaw")
    client = get_client(office, LEAD, "warsaw")
    margins = (Margin(date(2026, 1, 1), Decimal("12.5")),)
    save_client(office, LEAD, replace(client, margins=margins))
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    assert (report.state, report.notes.margin, report.notes.net_spend) == (
        MonthState.APPROVED,
        Decimal("12.5"),
        None,
    )
    assert report.figure("spend").value.amount == pytest.approx(net)
    client = get_client(office, LEAD, "warsaw")
    save_client(office, LEAD, replace(client, gross=True))
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    assert report.state is not MonthState.APPROVED
    assert report.figure("spend").value.amount == pytest.approx(net * 1.125)
    assert report.notes.net_spend == pytest.approx(net)
    slides = {slide.key: slide for slide in monthly_deck(report, "en", draft=True).slides}
    assert "Spend is gross, with the agency's margin of 12.5%." in slides["kpis"].source


def test_a_margin_twice_for_one_month_is_refused(office):
    client = get_client(office, LEAD, "warsaw")
    twice = (Margin(date(2026, 1, 1), Decimal(10)), Margin(date(2026, 1, 1), Decimal(12)))
    with pytest.raises(RefusedError, match="margin_malformed"):
        save_client(office, LEAD, replace(client, margins=twice))
