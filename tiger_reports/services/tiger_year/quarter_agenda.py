"""What a quarter's agenda asks of the figures beside the comparisons: audience, returns, targets to come."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.client import Client
from tiger_reports.model.figure import Figure
from tiger_reports.model.month_words import PlanItem
from tiger_reports.model.period import months_of
from tiger_reports.model.returns import Returns
from tiger_reports.model.target import Target
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.model.tiger_year import FIRST_YEAR, QUARTERS_A_YEAR, tiger_quarter
from tiger_reports.services.measuring.day_figures import day_figures
from tiger_reports.services.measuring.targets import all_targets
from tiger_reports.services.office import Office
from tiger_reports.services.tiger_year.audience import audience_of, with_files
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.store.state import month_lists
from tiger_reports.year.returns import returns, span_of

OPENING, IDEAS = 1, 2
"""Quarters: the one that closes the opening, and the one in which new activities are proposed."""


def with_agenda(office: Office, client: Client, asked: Asked, report: TigerReport) -> TigerReport:
    """The report with what the agenda of its quarter looks for; what the data do not carry stays empty."""
    main = main_result(TigerTelling(report, client.language, draft=False))
    opening = asked.number == OPENING and asked.year == FIRST_YEAR
    told = replace(
        report,
        audience=audience_of(office, client, asked, report, main.metric) if main and opening else (),
        returns=returns_of(office, client, report, main) if main and asked.number == IDEAS else None,
        ahead=_ahead(office, client, asked),
        asked_of_client=_asked_of_client(office, client, report),
    )
    return with_files(office, client, asked, told) if told.audience else told


def returns_of(office: Office, client: Client, report: TigerReport, figure: Figure) -> Returns | None:
    """How results followed spend in the weeks up to the report's end whose results grow no more."""
    end = report.period.end
    if figure.final_on is not None:
        end = min(end, report.today - (figure.final_on - end))
    spend, results = (day_figures(office, client, key, (), span_of(end)) for key in ("spend", figure.metric))
    return returns(figure.metric, spend, results, end)


def _ahead(office: Office, client: Client, asked: Asked) -> tuple[Target, ...]:
    """Targets of the next quarter."""
    year, number = (asked.year, asked.number + 1) if asked.number < QUARTERS_A_YEAR else (asked.year + 1, 1)
    return all_targets(office, client, tiger_quarter(client.start, year, number))


def _asked_of_client(office: Office, client: Client, report: TigerReport) -> tuple[PlanItem, ...]:
    """What the client has to decide by the months' plans, as long as its day is still to come."""
    with office.store.read() as session:
        keys = (month.month_key for month in months_of(report.period))
        plans = [month_lists.plans.get(session, client.id, key).items for key in keys]
    return tuple(
        one
        for items in plans
        for one in items
        if one.decision and one.due is not None and one.due >= report.today
    )
