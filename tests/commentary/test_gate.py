from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tiger_reports.commentary.gate import OVERRIDABLE, open_items, overridden
from tiger_reports.model.card import Card, CardState, Duty, Evidence
from tiger_reports.model.change import Coverage, Reference
from tiger_reports.model.client import Client
from tiger_reports.model.data_notes import DataNotes, Waiver
from tiger_reports.model.figure import Figure
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.metric import Value
from tiger_reports.model.month_words import KeyFigure
from tiger_reports.model.open_item import Override
from tiger_reports.model.period import month, months_up_to
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.services.wording import open_item_words
from tiger_reports.text.catalogue import LANGUAGES, phrase

OCTOBER = month(2026, 10)
METRICS = ("spend", "cpa", "conversions")


@pytest.fixture
def finished(changed):
    """A report with nothing open."""
    figures = tuple(
        Figure(
            key, Value(5.0), changed(key, 1.0, 2.0), changed(key, 1.0, 2.0, reference=Reference.YEAR_AGO), ()
        )
        for key in METRICS
    )
    return MonthReport(
        client=Client("demo", "Synthetic Shop", date(2026, 3, 17), "PLN", "pl"),
        period=OCTOBER,
        coverage=Coverage(31, 31),
        months=months_up_to(OCTOBER, 13),
        figures=figures,
        channels=(),
        campaigns=(),
        cards=(),
        key_figures=tuple(KeyFigure(key, "It means something.") for key in METRICS),
        plan=(),
        notes=DataNotes(),
        state=MonthState.APPROVED,
        today=date(2026, 11, 4),
        approved_by="lead@example.com",
    )


@pytest.fixture
def card(changed):
    change = changed("cpa", 80.0, 100.0)
    return Card("2026-10:cpa:all", Duty.EXPLAIN_DROP, change, None, Evidence())


def codes(report):
    return [item.code for item in open_items(report)]


def test_a_finished_report_has_nothing_open(finished):
    assert codes(finished) == []


def test_without_data_nothing_else_is_asked(finished):
    assert codes(replace(finished, state=MonthState.NO_DATA, approved_by="")) == ["no_data"]
    assert codes(replace(finished, figures=())) == ["no_data"]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, ["card_open"]),
        ({"state": CardState.DRAFTED}, ["card_drafted"]),
        ({"state": CardState.STALE}, ["card_stale"]),
        ({"state": CardState.CHECKED}, ["card_unreviewed"]),
        ({"state": CardState.REVIEWED}, []),
        ({"state": CardState.FROZEN}, []),
        ({"duty": Duty.EXPLAIN_RISE}, []),
        ({"duty": Duty.EXPLAIN_RISE, "state": CardState.STALE}, ["card_stale"]),
        ({"duty": Duty.CONTEXT}, []),
    ],
)
def test_drops_block_and_rises_warn(finished, card, other, expected):
    assert codes(replace(finished, cards=(replace(card, **other),))) == expected


def test_what_came_back_and_what_is_wrong_in_the_data_is_told_apart(finished, card, full):
    back = replace(card, state=CardState.DRAFTED, comment=full(returned="Which rival?"))
    wrong = replace(card, state=CardState.DRAFTED, comment=full(cause_tag="data_error"))
    assert codes(replace(finished, cards=(back,))) == ["card_returned"]
    assert codes(replace(finished, cards=(wrong,))) == ["card_data_error"]


def test_an_item_says_where_it_is_mended(finished, card):
    (item,) = open_items(replace(finished, cards=(card,)))
    assert (item.subject, item.page, item.anchor) == ("cpa", "comments", card.key)


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "key_figures_none"), (2, "key_figures_few"), (6, "key_figures_many")]
)
def test_three_to_five_figures_are_the_most_important(finished, count, expected):
    assert codes(replace(finished, key_figures=finished.key_figures[:1] * count)) == [expected]


def test_a_most_important_figure_exists_and_has_its_sentence(finished):
    chosen = (KeyFigure("spend", " "), KeyFigure("leads", "Fine."), *finished.key_figures[1:])
    assert codes(replace(finished, key_figures=chosen)) == ["key_figure_sentence", "key_figure_gone"]


def test_a_finding_is_mended_or_accepted_and_an_error_is_never_accepted(finished):
    blocking, error = (
        Finding("jump", Severity.BLOCKING, "a.csv"),
        Finding("wrong_currency", Severity.ERROR, "b.csv"),
    )
    note = Finding("total_row", Severity.NOTE)
    accepted = tuple(
        Waiver(one, "Lead", "Known.", datetime(2026, 11, 3, tzinfo=UTC)) for one in (blocking, error)
    )
    found = replace(finished, notes=DataNotes(notes=(blocking, error, note)))
    assert [item.subject for item in open_items(found)] == ["a.csv", "b.csv"]
    found = replace(finished, notes=DataNotes(notes=(blocking, error, note), waivers=accepted))
    assert [item.subject for item in open_items(found)] == ["b.csv"]


def test_the_lead_has_the_last_word(finished):
    assert codes(replace(finished, approved_by="")) == ["not_approved"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_item_has_words(finished, card, language):
    unfinished = [replace(finished, cards=(replace(card, state=state),)) for state in CardState]
    unfinished += [replace(finished, state=MonthState.NO_DATA), replace(finished, approved_by="")]
    unfinished += [replace(finished, key_figures=finished.key_figures[:1] * count) for count in (0, 1, 9)]
    for report in unfinished:
        for item in open_items(report):
            assert phrase(f"open.{item.code}", language, subject=item.subject)


def test_an_item_says_who_owes_it_and_what_is_missing(finished, card, full):
    begun = replace(
        card, state=CardState.DRAFTED, comment=full(author="Specialist Two"), missing=("owner", "copied")
    )
    (item,) = open_items(replace(finished, cards=(begun,)))
    assert (item.owner, item.missing) == ("Specialist Two", ("owner",))
    (item,) = open_items(replace(finished, cards=(card,), specialist="Specialist One"))
    assert (item.owner, item.missing) == ("Specialist One", ())
    assert "Specialist One" in open_item_words(item, "en")


def test_an_internal_drop_needs_no_second_reader(finished, card, full):
    inside = replace(card, state=CardState.CHECKED, comment=full(internal=True))
    assert codes(replace(finished, cards=(inside,))) == []


def test_an_override_covers_what_it_names_in_the_version_that_it_saw(finished, card):
    report = replace(finished, cards=(card,), notes=DataNotes(version=7))
    override = Override(
        "demo", "2026-10", open_items(report), 7, "Lead One", "The client meets today.", datetime.now(UTC)
    )
    report = replace(report, override=override)
    assert codes(report) == []
    assert [item.anchor for item in overridden(report)] == [card.key]
    assert codes(replace(report, notes=DataNotes(version=8))) == ["card_open"]
    other = replace(card, key="2026-10:cpc:all")
    assert codes(replace(report, cards=(card, other))) == ["card_open"]
    assert codes(replace(report, cards=(replace(card, state=CardState.STALE),))) == ["card_stale"]


def test_data_that_are_wrong_are_never_let_through():
    assert "card_data_error" not in OVERRIDABLE
    assert not {"finding", "sources_differ", "rate_missing", "no_data"} & OVERRIDABLE
