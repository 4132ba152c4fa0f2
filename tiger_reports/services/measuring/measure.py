"""The figures of one client's month: everything that follows from the stored facts alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from tiger_reports.changes.evidence import Tables
from tiger_reports.changes.notable import thresholds
from tiger_reports.metrics import months
from tiger_reports.metrics.agreement import Files, compared_sources
from tiger_reports.metrics.fetch import Facts
from tiger_reports.metrics.money import in_terms
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.change import Coverage, Scope
from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.definition_break import Break
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period, months_up_to, previous_month, same_month_last_year
from tiger_reports.model.sources import Choice, Comparison
from tiger_reports.model.terms import Terms
from tiger_reports.panels.catalogue import panel_kind
from tiger_reports.panels.definition import PanelKind
from tiger_reports.services.measuring.breaks import breaks_of
from tiger_reports.services.measuring.figure_book import Book, Frame
from tiger_reports.services.office import Office
from tiger_reports.store.state import choices, imports, pauses, rates

SHOWN_MONTHS = 13
"""The report's month, the twelve before it: the same month a year ago is the first."""
KEPT = 64


@dataclass(frozen=True)
class Decided:
    """What people decided that figures depend on."""

    terms: Terms
    breaks: tuple[Break, ...] = ()
    sources: tuple[Choice, ...] = ()
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True)
class Known:
    """What is known of days without rows: those that a file says it covers, and pauses."""

    stated: Mapping[str, Period]
    pauses: tuple[Pause, ...] = ()

    def coverage(self, chosen: Plan, period: Period, channel: str) -> Coverage:
        return months.coverage(chosen, period, channel, stated=self.stated, pauses=self.pauses)


@dataclass(frozen=True, eq=False)
class Ground:
    """What figures stand on: the rows that count in some periods, and their sums by scope.

    `apart`: files bring single figures of an account, so one that has no such figure says nothing of others.
    """

    plan: Plan
    tables: Tables
    apart: bool = False

    def sums(self, entry: Metric, scope: Scope, period: Period) -> Sums:
        found = self.tables.of(scope).get(period, Sums())
        return found.knowing(frozenset(months.measures(entry))) if self.apart else found


@dataclass(frozen=True)
class Own:
    """Profiles and websites: each channel for itself, never added to ads nor to each other."""

    plan: Plan
    channels: tuple[Part, ...] = ()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, eq=False)  # by identity: one object a question and version
class Measured:
    """`plan`, `tables` and figures of the ads; `own` beside them.

    `grounds` are those of the ads: one for the periods of the plan, others for periods inside them.
    """

    frame: Frame
    plan: Plan
    tables: Tables
    coverages: Mapping[Period, Coverage]
    figures: tuple[Figure, ...]
    channels: tuple[Part, ...]
    campaigns: tuple[Part, ...]
    own: Own
    comparisons: tuple[Comparison, ...]
    version: int
    breaks: tuple[Break, ...] = ()
    pauses: tuple[Pause, ...] = ()
    grounds: tuple[Ground, ...] = ()

    @property
    def coverage(self) -> Coverage:
        return self.coverages[self.frame.period]

    @property
    def import_ids(self) -> frozenset[str]:
        """The imports whose rows count in the month, or in whatever else the report tells as its own."""
        told = dict.fromkeys((self.frame.period, *self.frame.told))
        plans = (self.plan, self.own.plan)
        bases = [basis for plan in plans for period in told for basis in plan.of(period)]
        return frozenset(name for basis in bases for use in basis.uses for name in use.slice.imports)


def month_frame(month: Period) -> Frame:
    return Frame(month, previous_month(month), same_month_last_year(month), months_up_to(month, SHOWN_MONTHS))


def measure(office: Office, client: Client, month: Period, version: int | None = None) -> Measured:
    """Figures of `month` with both comparisons, whole, by channel and by campaign, now or at a version.

    Kept in memory by client record, what people decided, month and version: the same question costs nothing.
    """
    with office.store.read() as session:
        chosen = choices.standing(session, client.id)
    return measure_with(office, client, month, tuple(chosen.values()), version)


def measure_with(
    office: Office, client: Client, month: Period, chosen: tuple[Choice, ...], version: int | None = None
) -> Measured:
    """The same as if these sources had been chosen."""
    known = office.store.facts.version() if version is None else version
    return _measured(office, client, month_frame(month), known, decided_for(office, client, chosen))


def decided_for(office: Office, client: Client, chosen: tuple[Choice, ...]) -> Decided:
    with office.store.read() as session:
        paused = pauses.of_client(session, client.id)
    return Decided(terms_of(office, client), breaks_of(office, client), chosen, paused)


def terms_of(office: Office, client: Client) -> Terms:
    """The report's currency, the rates into it, and the margin where spend is shown with it."""
    with office.store.read() as session:
        known = rates.of_client(session, client.id)
    own = tuple(rate for rate in known if rate.quote == client.currency)
    return Terms(client.currency, own, client.margins if client.gross else ())


def facts_of(office: Office, client: Client, version: int) -> Facts:
    """The client's rows at a version, money on the report's terms."""
    return in_terms(office.store.facts.held(client.id, version), terms_of(office, client))


@lru_cache(maxsize=KEPT)
def _measured(office: Office, client: Client, frame: Frame, version: int, decided: Decided) -> Measured:
    facts = in_terms(office.store.facts.held(client.id, version), decided.terms)
    slices = months.stored(facts, frame.periods)
    ads = {channel: panel_kind(channel) is PanelKind.ADS for channel in {one.channel for one in slices}}
    paid = tuple(entry for entry in slices if ads[entry.channel])
    own = tuple(entry for entry in slices if not ads[entry.channel])
    by_place = {choice.place: choice for choice in decided.sources}
    chosen = months.plan_of(
        paid, frame.periods, since=client.start, currency=client.currency, choices=by_place
    )
    channels, campaigns = months.channels_and_campaigns(facts, chosen)
    tables = Tables(
        whole=months.together(channels),
        channels=channels,
        campaigns=campaigns,
        days=months.daily(facts, frame.period, known=chosen),
        history=months.counted_days(facts, _uncut(chosen, frame)),
    )
    stated = stated_days(office, client)
    known = Known(stated, decided.pauses)
    covered = _covered(chosen, frame, channels, known)
    limits = thresholds(client.thresholds)
    book = Book(frame, tables, limits, covered, decided.breaks)
    return Measured(
        frame=frame,
        plan=chosen,
        tables=tables,
        coverages=covered[""],
        figures=book.figures(Scope()),
        channels=tuple(book.part(scope) for scope in sorted(tables.channels, key=book.by_spend)),
        campaigns=tuple(book.part(scope) for scope in sorted(tables.campaigns, key=book.by_spend)),
        own=_own(facts, months.plan_of(own, frame.periods, since=client.start), book, known),
        comparisons=compared_sources(facts, chosen, frame.period, Files(stated)),
        version=version,
        breaks=decided.breaks,
        pauses=decided.pauses,
        grounds=(Ground(chosen, tables),),
    )


def _uncut(chosen: Plan, frame: Frame) -> Plan:
    """The same choice with the days before the cooperation: what was normal then says what is normal."""
    cut = chosen.counted != chosen.periods
    return chosen.of_days(frame.periods) if cut else chosen


def _own(facts: Facts, chosen: Plan, ads: Book, known: Known) -> Own:
    """Like the ads, on the same terms, channel by channel."""
    if not chosen.bases:
        return Own(chosen)
    channels = months.month_table(facts, chosen, "channel")
    tables = Tables(whole={}, channels=channels, campaigns={}, days={})
    covered = _covered(chosen, ads.frame, channels, known)
    book = replace(ads, tables=tables, covered=covered, apart=True)
    parts = (book.part(scope) for scope in sorted(channels, key=lambda scope: scope.channel))
    return Own(chosen, tuple(part for part in parts if part.figures), (Ground(chosen, tables, apart=True),))


def stated_days(office: Office, client: Client) -> Mapping[str, Period]:
    """The days that each import's file says it covers: a day without a row in it had no delivery."""
    with office.store.read() as session:
        records = imports.listed(session, client.id)
    return {record.upload.id: record.upload.period for record in records if record.upload.period}


def _covered(
    chosen: Plan, frame: Frame, channels: Iterable[Scope], known: Known
) -> Mapping[str, Mapping[Period, Coverage]]:
    """Coverage of each period by channel; of all channels together under the empty name."""
    names = {"", *(scope.channel for scope in channels)}
    return {name: {p: known.coverage(chosen, p, name) for p in frame.periods} for name in names}
