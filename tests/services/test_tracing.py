"""Every figure of the demo leads to rows of files whose sums are the figure."""

from __future__ import annotations

import csv
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.services.writing import LEAD, OCTOBER, SAMPLES
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Actor
from tiger_reports.model.log import DeckKind
from tiger_reports.model.metric import Kind
from tiger_reports.model.period import parse_period
from tiger_reports.model.row_ranges import ranges_text, row_ranges
from tiger_reports.services.clients import get_client, list_clients
from tiger_reports.services.delivery import tiger_decks, tracing
from tiger_reports.services.delivery.traced_workbook import MOST, traced_workbook
from tiger_reports.services.measuring.measure import measure
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.tiger_year.figures import period_of, report_over
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.text import phrase
from tiger_reports.ui.figure_address import scopes

META_OCTOBER = "files/warsaw/meta_campaigns-by-day_2026-10_pl_synthetic.csv"


def figures(office, client):
    """(scope, figure) of everything that a month shows."""
    found = measure(office, client, OCTOBER)
    yield from ((Scope(), figure) for figure in found.figures)
    for part in found.channels:
        yield from ((Scope(part.channel or part.name), figure) for figure in part.figures.values())
    for part in found.campaigns:
        yield from ((Scope(part.channel, part.name), figure) for figure in part.figures.values())


def made_of(trace):
    """The figure from the sums of its parts."""
    entry = metric(trace.metric)
    if entry.measure:
        return trace.total(entry.measure)
    top, bottom = trace.total(entry.numerator), trace.total(entry.denominator)
    return top / bottom * entry.factor if top is not None and bottom else None


def test_the_sums_of_the_parts_are_the_figure_for_every_metric_and_scope(office):
    seen = 0
    for client in list_clients(office, LEAD):
        for scope, figure in figures(office, client):
            trace = tracing.sources_of(office, LEAD, client.id, OCTOBER, figure.metric, scope)
            assert trace.value == figure.value, (client.id, scope, figure.metric)
            if figure.value.amount is None:
                continue
            seen += 1
            assert made_of(trace) == pytest.approx(figure.value.amount), (client.id, scope, figure.metric)
            assert trace.count > 0
    assert seen > 300


@pytest.mark.parametrize(
    ("client", "asked"),
    [
        ("prague", Asked(DeckKind.QUARTER, 1, 2)),
        ("prague", Asked(DeckKind.YEAR, 1, 1)),
        ("berlin", Asked(DeckKind.QUARTER, 1, 1)),
        ("warsaw", Asked(DeckKind.QUARTER, 1, 2)),
    ],
)
def test_every_figure_of_a_deck_of_the_cooperation_leads_to_rows_that_make_it(office, client, asked):
    deck = tiger_decks.preview(office, LEAD, client, asked, appendix=True)
    report = report_over(office, LEAD, client, period_of(office, LEAD, client, asked))
    ways = {scope.key: scope for scope in scopes(report)}
    values = {
        (one.metric, one.scope, one.period): one.value
        for slide in deck.slides
        for one in slide.shown
        if one.kind == "value" and one.scope in ways
    }
    assert {period for _, _, period in values} > {report.period.key}
    for (name, scope, period), amount in values.items():
        days = parse_period(period)
        trace = tracing.sources_of(office, LEAD, client, days, name, ways[scope])
        assert trace.value.amount == pytest.approx(amount), (name, scope, period)
        assert made_of(trace) == pytest.approx(amount), (name, scope, period)
        spans = [row.days for row in tracing.rows_of(office, LEAD, client, days, name, ways[scope])]
        assert all(days.start <= span.start and span.end <= days.end for span in spans)
    assert len(values) > 30


def test_the_speaker_notes_of_a_quarter_name_the_rows_that_count_in_it(office):
    deck = tiger_decks.preview(office, LEAD, "warsaw", Asked(DeckKind.QUARTER, 1, 2), "en")
    summary = next(slide for slide in deck.slides if slide.key == "summary")
    days = period_of(office, LEAD, "warsaw", Asked(DeckKind.QUARTER, 1, 2))
    held = tracing.rows_by_file(office, get_client(office, LEAD, "warsaw"), days)
    assert len(held) == 9  # three channels: one file of the past, then one a month
    named = [line for line in summary.notes.splitlines() if ": rows " in line]
    assert len(named) == 4
    assert {line.split(": rows ")[1] for line in named} <= {ranges_text(rows, 4) for rows in held.values()}
    assert phrase("decks.speaker.more_files", "en", n=5) in summary.notes


def test_days_that_no_report_of_the_cooperation_has_are_refused(office):
    odd = parse_period("2026-10-03/2026-10-05")
    with pytest.raises(RefusedError, match="figure_unknown"):
        tracing.sources_of(office, LEAD, "warsaw", odd, "spend", Scope())
    with pytest.raises(RefusedError, match="days_unknown"):
        report_over(office, LEAD, "warsaw", odd)


def test_a_reach_that_no_file_gave_leads_to_the_rows_that_bound_it(office):
    trace = tracing.sources_of(office, LEAD, "warsaw", OCTOBER, "reach", Scope())
    assert trace.value.amount is None
    assert trace.count > 0


def test_the_rows_are_those_that_a_spreadsheet_shows(office):
    trace = tracing.sources_of(office, LEAD, "warsaw", OCTOBER, "spend", Scope("meta-ads"))
    (file,) = trace.files
    with (SAMPLES / META_OCTOBER).open(encoding="utf-8-sig", newline="") as text:
        lines = dict(enumerate(csv.reader(text), 1))
    place = lines[1].index("Wydana kwota (PLN)")
    numbers = [row for first, last in file.rows for row in range(first, last + 1)]
    assert sum(float(lines[row][place]) for row in numbers) == pytest.approx(trace.value.amount)
    assert file.file == "meta_campaigns-by-day_2026-10_pl_synthetic.csv"
    assert (file.imported_by, file.count) == ("Demo Specialist", len(numbers))
    assert file.checks_run == file.checks_passed > 0


def test_a_campaign_leads_to_its_own_rows_only(office):
    campaign = measure(office, list_clients(office, LEAD)[0], OCTOBER).campaigns[0]
    scope = Scope(campaign.channel, campaign.name)
    client = list_clients(office, LEAD)[0].id
    rows = tracing.rows_of(office, LEAD, client, OCTOBER, "spend", scope)
    assert {row.names[-1] for row in rows} == {campaign.name}
    assert sum(row.amounts[0] for row in rows) == pytest.approx(campaign.figures["spend"].value.amount)


def test_rows_come_in_pages_in_one_order(office):
    scope = ("warsaw", OCTOBER, "ctr", Scope())
    every = tracing.rows_of(office, LEAD, *scope)
    paged = [row for at in range(0, len(every), 25) for row in tracing.rows_of(office, LEAD, *scope, at, 25)]
    assert paged == list(every)
    assert len(every) == tracing.sources_of(office, LEAD, *scope).count


@pytest.mark.parametrize(("name", "scope"), [("no-such", Scope()), ("spend", Scope("no-such-panel"))])
def test_no_such_figure_is_refused(office, name, scope):
    with pytest.raises(RefusedError, match="figure_unknown"):
        tracing.sources_of(office, LEAD, "warsaw", OCTOBER, name, scope)


def test_nobody_sees_rows_of_a_client_that_is_not_theirs(office):
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    with pytest.raises(NotAllowedError):
        tracing.sources_of(office, stranger, "warsaw", OCTOBER, "spend", Scope())
    with pytest.raises(NotAllowedError):
        tracing.rows_of(office, stranger, "warsaw", OCTOBER, "spend", Scope())
    with pytest.raises(NotAllowedError):
        traced_workbook(office, stranger, "warsaw", OCTOBER, "spend", Scope(), "en")


def test_nobody_sees_rows_of_a_quarter_of_a_client_that_is_not_theirs(office):
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    asked = Asked(DeckKind.QUARTER, 1, 2)
    days = period_of(office, LEAD, "prague", asked)
    for call in (tracing.sources_of, tracing.rows_of):
        with pytest.raises(NotAllowedError):
            call(office, stranger, "prague", days, "spend", Scope())
    with pytest.raises(NotAllowedError):
        period_of(office, stranger, "prague", asked)
    with pytest.raises(NotAllowedError):
        report_over(office, stranger, "prague", days)


def test_the_workbook_holds_the_rows_with_numbers_as_numbers(office):
    scope = ("warsaw", OCTOBER, "cpc", Scope())
    sheet = load_workbook(BytesIO(traced_workbook(office, LEAD, *scope, "pl"))).worksheets[0]
    rows = tracing.rows_of(office, LEAD, *scope)
    lines = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(lines) == len(rows) < MOST
    assert sum(line[-2] or 0 for line in lines) == pytest.approx(sum(row.amounts[0] or 0 for row in rows))


def test_rows_in_a_row_are_one_range():
    assert row_ranges([44, 2, 3, 3, 4]) == ((2, 4), (44, 44))
    assert ranges_text(((2, 41), (44, 44))) == "2–41, 44"
    assert ranges_text(((2, 41), (44, 44), (50, 60)), most=2) == "2–41, 44, …"


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_metric_is_traced_in_the_demo(office, kind):
    client = list_clients(office, LEAD)[0]
    assert any(metric(figure.metric).kind is kind for _, figure in figures(office, client))
