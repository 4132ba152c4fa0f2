"""A quarter's or a year's report as its deck tells it: figures, and what people wrote down beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tiger_reports.commentary.tiger_gate import open_items as gate
from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import DeckKind
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.period import Period, months_of
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.months.campaign_log import entries_of
from tiger_reports.services.months.promises import followed_from
from tiger_reports.services.office import Office
from tiger_reports.services.onboarding import purposes_of
from tiger_reports.services.tiger_year.best_days import best_days
from tiger_reports.services.tiger_year.explanations import with_explanations
from tiger_reports.services.tiger_year.figures import asked_year, build_tiger
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.quarter_agenda import returns_of, with_agenda
from tiger_reports.services.tiger_year.records import quarter_records, year_records
from tiger_reports.year.outlook import outlooks, whole_year
from tiger_reports.year.scenarios import scenarios
from tiger_reports.year.successes import may_be_success


@dataclass(frozen=True)
class Told:
    """What one deck is made of: beside the quarter that ends a year stands that year."""

    report: TigerReport
    year: TigerReport | None = None

    @property
    def open_items(self) -> tuple[OpenItem, ...]:
        """What stands between the deck and the client; what both are waiting for once."""
        reports = (self.year, self.report) if self.year else (self.report,)
        return tuple(dict.fromkeys(item for one in reports for item in gate(one)))


def told(office: Office, actor: Actor, client: Client, asked: Asked, language: str = "") -> Told:
    report = told_report(office, actor, client, asked, language)
    if not asked.ends_year:
        return Told(report)
    return Told(report, told_report(office, actor, client, asked_year(asked.year), language))


def told_report(
    office: Office, actor: Actor, client: Client, asked: Asked, language: str = ""
) -> TigerReport:
    """Everything that the deck may say, for those who may see the client; experts' figures in `language`.

    Promises that the client has never read are not among it, nor a success that is none for this client.
    """
    spoken = language or client.language
    report = build_tiger(office, client, asked, spoken)
    log = entries_of(office, client, Period(report.months[0].start, report.period.end))
    purposes = purposes_of(office, client)
    followed = followed_from(office, actor, client.id, months_of(report.period))
    told = replace(
        report,
        explained=with_explanations(office, actor, client.id, asked, report.explained),
        followed=tuple(one for one in followed if one.promise.told),
        successes=tuple(
            one for one in report.successes if may_be_success(one.metric, one.scope.channel, purposes)
        ),
    )
    if asked.kind is DeckKind.YEAR:
        closing = year_records(office, actor, client.id, asked.year, log, spoken)
        return _of_year(office, client, replace(told, closing=closing))
    meeting = quarter_records(office, actor, client.id, asked.year, asked.number, log, spoken)
    return with_agenda(office, client, asked, replace(told, meeting=meeting))


def _of_year(office: Office, client: Client, report: TigerReport) -> TigerReport:
    """With what the year's months let one say of the next."""
    main = main_result(TigerTelling(report, client.language, draft=False))
    over = report.coverage.days == report.coverage.of
    found = returns_of(office, client, report, main) if main else None
    budget, now = (
        whole_year(one, report.months, report.beside, over=over) if one else None
        for one in (report.figure("spend"), main)
    )
    return replace(
        report,
        outlooks=outlooks(report.figures, report.months, report.beside, over=over),
        returns=found,
        scenarios=scenarios(found, budget, now) if found else (),
        best_days=best_days(office, client, report),
    )
