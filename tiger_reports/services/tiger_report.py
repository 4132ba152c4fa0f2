"""A quarter's or a year's report as its deck tells it: figures, and what people wrote down beside them."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import Period, months_of
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.campaign_log import entries_of
from tiger_reports.services.explanations import with_explanations
from tiger_reports.services.office import Office
from tiger_reports.services.onboarding import purposes_of
from tiger_reports.services.promises import followed_from
from tiger_reports.services.tiger_figures import build_tiger
from tiger_reports.services.tiger_measuring import Asked
from tiger_reports.services.tiger_records import quarter_records, year_records
from tiger_reports.year.successes import may_be_success


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
        return replace(told, closing=year_records(office, actor, client.id, asked.year, log, spoken))
    return replace(
        told, meeting=quarter_records(office, actor, client.id, asked.year, asked.number, log, spoken)
    )
