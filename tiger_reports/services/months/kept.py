"""What people wrote and decided for a month, read in one go: words, steps, states, the campaign log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.card import Comment
from tiger_reports.model.client import Client
from tiger_reports.model.imports import ImportRecord
from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.open_item import Override
from tiger_reports.model.period import Period
from tiger_reports.model.promise import Outcome
from tiger_reports.model.status import MonthStatus
from tiger_reports.services.office import Office
from tiger_reports.store.home import Session
from tiger_reports.store.state import campaign_log, comments, imports, month_lists, overrides, reports, users
from tiger_reports.store.state import promises as outcomes


@dataclass(frozen=True)
class MonthKept:
    """`imports` are all of the client's; `log` is that of every period that the report compares."""

    status: MonthStatus
    specialist: str
    key_figures: tuple[KeyFigure, ...]
    plan: tuple[PlanItem, ...]
    steps: tuple[MonthStep, ...]
    comments: tuple[Comment, ...]
    outcomes: Mapping[str, Outcome]
    override: Override | None
    imports: tuple[ImportRecord, ...]
    log: tuple[LogEntry, ...]


def month_kept(office: Office, client: Client, month: Period, compared: Iterable[Period]) -> MonthKept:
    key = month.month_key
    with office.store.read() as session:
        status = reports.get(session, client.id, key)
        chosen = month_lists.key_figures.get(session, client.id, key)
        return MonthKept(
            status=status,
            specialist=_name(session, status.specialist or chosen.author),
            key_figures=chosen.items,
            plan=month_lists.plans.get(session, client.id, key).items,
            steps=month_lists.steps.get(session, client.id, key).items,
            comments=comments.of_month(session, client.id, key),
            outcomes=outcomes.of_client(session, client.id),
            override=overrides.last(session, client.id, key),
            imports=imports.listed(session, client.id),
            log=tuple(
                entry
                for period in sorted(compared)
                for entry in campaign_log.of_period(session, client.id, period)
            ),
        )


def _name(session: Session, person: str) -> str:
    """Who an address belongs to; a name stays one."""
    user = users.get(session, person) if person else None
    return user.name if user and user.name else person
