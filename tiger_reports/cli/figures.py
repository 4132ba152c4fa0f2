"""`tiger figures`: metrics of a month, or of a quarter or year of the cooperation, with their comparisons."""

from __future__ import annotations

from typing import Annotated

import typer

from tiger_reports.cli.activity_form import activity_document
from tiger_reports.cli.month_form import Document, day_documents, figures_document
from tiger_reports.cli.months import ClientId, Json, asked_month, with_data
from tiger_reports.cli.output import err, print_json
from tiger_reports.cli.tiger_form import tiger_document
from tiger_reports.model.log import DeckKind
from tiger_reports.model.report import MonthState
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.months.reports import daily, month_report
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.figures import quarter_report, year_report
from tiger_reports.services.tiger_year.records import quarter_records, year_records

DAILY = ("spend", "impressions", "clicks", "link_clicks", "conversions", "conversion_value")
PARTS = ("", "channel", "campaign", "day")

Month = Annotated[str, typer.Option(help="YYYY-MM.")]
Quarter = Annotated[int | None, typer.Option(min=1, max=4, help="Quarter of the cooperation, 1 to 4.")]
Of = Annotated[int | None, typer.Option(min=1, help="Tiger Year of the quarter; else the latest begun.")]
Year = Annotated[int | None, typer.Option(min=1, help="Tiger Year.")]


def figures(  # noqa: PLR0913  (one option a field)
    client: ClientId,
    month: Month = "",
    quarter: Quarter = None,
    of: Of = None,
    year: Year = None,
    by: Annotated[str, typer.Option(help="channel, campaign or, of a month, day.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """Metrics of a month, a quarter or a year with all comparisons."""
    one_period(month, quarter, of, year)
    if by not in PARTS or (by == "day" and not month):
        raise typer.BadParameter("--by is channel or campaign, of a month also day")
    document = _month(client, month, by) if month else _stretch(client, _tiger(client, quarter, of, year), by)
    if as_json:
        print_json(document)
        return
    for figure in document["figures"]:
        before = figure.get("previous") or figure.get("previous_quarter") or {}
        err.print(f"{figure['metric']:18} {figure['value']}  {before.get('relative')}", markup=False)


def one_period(month: str, quarter: int | None, of: int | None, year: int | None) -> None:
    """Raise BadParameter unless exactly one period is asked for."""
    if sum((bool(month), quarter is not None, year is not None)) != 1 or (of is not None and quarter is None):
        raise typer.BadParameter("give one of --month YYYY-MM, --quarter N [--of Y], --year N")


def _tiger(client: str, quarter: int | None, of: int | None, year: int | None) -> TigerReport:
    office, actor = open_office(), local_actor()
    if quarter is not None:
        report = quarter_report(office, actor, client, quarter, of)
    else:
        report = year_report(office, actor, client, year or 1)
    if report.state is MonthState.NO_DATA:
        raise RefusedError("no_data_in_period")
    return report


def _stretch(client: str, report: TigerReport, by: str) -> Document:
    office, actor, now = open_office(), local_actor(), report.now
    whole = (office, actor, client, now.year)
    told = year_records(*whole) if now.kind is DeckKind.YEAR else quarter_records(*whole, now.number)
    document = tiger_document(report, by)
    document["activities"] = [activity_document(one) for one in told.activities]
    return document


def _month(client: str, month: str, by: str) -> Document:
    office, period = open_office(), asked_month(month)
    report = with_data(month_report(office, local_actor(), client, period))
    document = figures_document(report, by)
    if by == "day":
        present = [figure.metric for figure in report.figures if figure.metric in DAILY]
        document["by_day"] = {
            key: day_documents(daily(office, local_actor(), client, period, key)) for key in present
        }
    return document


def register(app: typer.Typer) -> None:
    app.command(figures.__name__)(figures)
