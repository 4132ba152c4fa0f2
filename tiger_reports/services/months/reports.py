"""A client's month: figures, cards, words, data notes and how far the report has come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache, partial

from tiger_reports.commentary.cards import no_longer_flagged
from tiger_reports.commentary.checked import holds_tokens, told_comment, with_figures_checked
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.gate import open_items, overridden
from tiger_reports.commentary.promises import change_in, followed, promises
from tiger_reports.commentary.sentence import Voice
from tiger_reports.metrics import months
from tiger_reports.metrics.maturity import young_from
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.card import Comment
from tiger_reports.model.change import Change, Scope
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.definition_break import Break
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.period import Period, months_of, previous_month
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.model.restated import Restated
from tiger_reports.services.guard import seen_client
from tiger_reports.services.measuring.data_notes import data_notes
from tiger_reports.services.measuring.judging import Standpoint, judged_figures
from tiger_reports.services.measuring.maturing import dated_part, windows_of
from tiger_reports.services.measuring.measure import Measured, measure
from tiger_reports.services.measuring.posts import posts_of
from tiger_reports.services.measuring.restating import restated
from tiger_reports.services.measuring.targets import aimed_part, all_targets, chosen_metrics, paces
from tiger_reports.services.months.cards import LastMonth, by_card, month_cards
from tiger_reports.services.months.evidence import Witness
from tiger_reports.services.months.kept import MonthKept, month_kept
from tiger_reports.services.office import Office
from tiger_reports.store.state import comments, imports
from tiger_reports.year.month_checklist import done_steps

KEPT = 64
SETTLED_BY_LEAD = frozenset({"not_approved", "card_unreviewed"})
"""Open items that the lead's approval itself settles: a lead who approves another's words has read them."""


def month_report(
    office: Office, actor: Actor, client_id: str, month: Period, language: str | None = None
) -> MonthReport:
    """Everything that the month's report says; `language` is that of the evidence sentences."""
    client = seen_client(office, actor, client_id)
    return build_report(office, client, month, language or client.language, client.language)


def build_report(
    office: Office,
    client: Client,
    month: Period,
    language: str,
    deck_language: str = "",
    *,
    alone: bool = False,
) -> MonthReport:
    """The same without asking who asks: for services that have asked already.

    Figures in the experts' words are written in `deck_language`, by default the same. `alone`: without the
    words of the month before.
    """
    measured = measure(office, client, month)
    kept = month_kept(office, client, month, _compared(measured))
    before = () if alone else said_in(office, client, previous_month(month))
    told = told_words(office, client, previous_month(month), before, deck_language or language)
    found = _figured(office, client, measured, kept)
    witness = Witness(office, client, measured, {one.metric: one for one in found.figures}, kept.log)
    worded = _worded(found, witness, kept, LastMonth(before, told), language)
    table = _fact_table(_Known(measured, client, worded))
    return _settled(with_figures_checked(worded, table, language, deck_language or language))


def _figured(office: Office, client: Client, measured: Measured, kept: MonthKept) -> MonthReport:
    """The report as far as figures, targets and records tell it: without cards."""
    month, today = measured.frame.period, office.today(client)
    used = (one for one in kept.imports if one.upload.id in measured.import_ids)
    windows = windows_of(_paid(measured), used)
    targets = {one.key: one for one in all_targets(office, client, month)}
    goals = chosen_metrics(office, client, month)
    moved = restated(office, client, month)
    planned = tuple((one.metric, one.value) for one in targets.values() if not one.channel)
    posts = posts_of(office, client, month)
    standpoint = Standpoint(tuple(windows.items()), today, _names(moved), planned, goals)
    figures = judged_figures(client, measured, standpoint)
    channels, campaigns = (
        [dated_part(part, month, windows, today) for part in parts]
        for parts in (measured.channels, measured.campaigns)
    )
    report = MonthReport(
        client=client,
        period=month,
        coverage=measured.coverage,
        months=measured.frame.periods,
        figures=figures,
        channels=tuple(aimed_part(part, targets) for part in channels),
        campaigns=tuple(campaigns),
        cards=(),
        key_figures=kept.key_figures,
        plan=kept.plan,
        done=done_steps(kept.steps),
        notes=data_notes(office, client, measured, kept.imports),
        state=kept.status.state if measured.figures or measured.own.channels or posts else MonthState.NO_DATA,
        today=today,
        specialist=kept.specialist,
        approved_by=kept.status.approved_by,
        coverages=tuple(measured.coverages[period] for period in measured.frame.periods),
        pauses=_shown_pauses(measured),
        breaks=_shown_breaks(measured),
        young_from=young_from(month, windows, today) if any(f.final_on for f in figures) else None,
        restated=moved,
        own=measured.own.channels,
        posts=posts,
        log=_done_in(kept.log, month),
        goals=goals,
        returned=kept.status.returned,
        override=kept.override,
    )
    return replace(report, paces=paces(report, targets.values()))


def _worded(
    found: MonthReport, witness: Witness, kept: MonthKept, last: LastMonth, language: str
) -> MonthReport:
    """The same with its cards, last month's promises, and words on figures that stand out no more."""
    told = month_cards(found.figures, kept, last, witness, Voice(language, found.client.currency))
    changes = _previous_changes(witness.measured)
    return replace(
        found,
        cards=told,
        followed=followed(promises(last.read, kept.outcomes), partial(change_in, changes)),
        unflagged=no_longer_flagged(told, by_card(kept.comments)),
    )


def said_in(office: Office, client: Client, month: Period) -> tuple[Comment, ...]:
    """The month's comments as stored."""
    with office.store.read() as session:
        return comments.of_month(session, client.id, month.month_key)


def told_words(
    office: Office, client: Client, month: Period, said: tuple[Comment, ...], language: str
) -> tuple[Comment, ...]:
    """Comments of `month` as their reader sees them: chips are written out by that month's own figures."""
    if not any(map(holds_tokens, said)):
        return said
    table = FactTable(build_report(office, client, month, language, alone=True))
    return tuple(told_comment(one, table, language) for one in said)


def months_with_data(office: Office, actor: Actor, client_id: str) -> tuple[Period, ...]:
    """Calendar months that stored files touch, newest last."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        stored = imports.periods(session, client_id)
    found = {month for period in stored for month in months_of(period)}
    return tuple(sorted(found))


def daily(
    office: Office, actor: Actor, client_id: str, month: Period, metric_key: str
) -> tuple[tuple[date, float | None], ...]:
    """The metric on every day of the month; None where no row stands for the day."""
    client = seen_client(office, actor, client_id)
    held = measure(office, client, month).tables.days.get(Scope(), {})
    days = [month.start + timedelta(at) for at in range(month.days)]
    values = (held.get(Period(day, day + timedelta(1)), Sums()) for day in days)
    return tuple(
        (day, months.value(metric(metric_key), sums).amount) for day, sums in zip(days, values, strict=True)
    )


def left_open(report: MonthReport) -> tuple[OpenItem, ...]:
    """What the specialist still owes before a lead can approve."""
    return tuple(item for item in open_items(report) if item.code not in SETTLED_BY_LEAD)


def _previous_changes(measured: Measured) -> tuple[Change, ...]:
    """Changes against the month before of every figure, channel and campaign."""
    parts = (figure for part in (*measured.channels, *measured.campaigns) for figure in part.figures.values())
    return tuple(figure.previous for figure in (*measured.figures, *parts))


@dataclass(frozen=True)
class _Known:
    """A report as far as words may speak of it: what was measured, for which client."""

    measured: Measured
    client: Client
    report: MonthReport = field(compare=False)


@lru_cache(KEPT)
def _fact_table(known: _Known) -> FactTable:
    return FactTable(known.report)


def _compared(measured: Measured) -> frozenset[Period]:
    frame = measured.frame
    return frozenset({frame.year_ago, frame.previous, frame.period})


def _done_in(log: tuple[LogEntry, ...], period: Period) -> tuple[LogEntry, ...]:
    return tuple(entry for entry in log if entry.day in period)


def _shown_breaks(measured: Measured) -> tuple[Break, ...]:
    """Breaks inside the months that the report shows."""
    first, last = measured.frame.periods[0], measured.frame.period
    return tuple(one for one in measured.breaks if first.start < one.day < last.end)


def _shown_pauses(measured: Measured) -> tuple[Pause, ...]:
    shown = Period(measured.frame.periods[0].start, measured.frame.period.end)
    return tuple(one for one in measured.pauses if one.touches(shown))


def _paid(measured: Measured) -> tuple[str, ...]:
    """Channels that have figures in the month."""
    period = measured.frame.period
    return tuple(sorted(scope.channel for scope, held in measured.tables.channels.items() if period in held))


def _names(moved: Restated | None) -> frozenset[str]:
    """Metrics of the month that moved since its report was approved or sent."""
    return frozenset(figure.metric for figure in moved.figures) if moved else frozenset()


def _settled(report: MonthReport) -> MonthReport:
    """The report in the state that shows: with its exception, as far as it still lets anything through.

    A checked month with nothing left open counts as commented: nobody has to press a button for it.
    """
    kept = replace(report, override=report.override if overridden(report) else None)
    if kept.state is MonthState.CHECKED and not left_open(kept):
        return replace(kept, state=MonthState.COMMENTED)
    return kept
