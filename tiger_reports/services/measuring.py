"""The figures of one client's month: everything that follows from the stored facts alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.evidence import Tables
from tiger_reports.changes.notable import judge, thresholds
from tiger_reports.metrics import months
from tiger_reports.metrics.agreement import Files, compared_sources
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.registry import metrics
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.change import Change, Coverage, Reference, Scope
from tiger_reports.model.client import Client, Threshold
from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period, months_up_to, previous_month, same_month_last_year
from tiger_reports.model.report import Figure, Part
from tiger_reports.model.sources import Choice, Comparison
from tiger_reports.services.office import Office
from tiger_reports.store.state import choices, imports

SHOWN_MONTHS = 13
"""The report's month, the twelve before it: the same month a year ago is the first."""
KEPT = 64


@dataclass(frozen=True)
class Frame:
    """The month, what it is held against, and all periods that are read for it, oldest first."""

    period: Period
    previous: Period
    year_ago: Period
    periods: tuple[Period, ...]


@dataclass(frozen=True)
class Measured:
    frame: Frame
    plan: Plan
    tables: Tables
    coverages: Mapping[Period, Coverage]
    figures: tuple[Figure, ...]
    channels: tuple[Part, ...]
    campaigns: tuple[Part, ...]
    comparisons: tuple[Comparison, ...]
    version: int

    @property
    def coverage(self) -> Coverage:
        return self.coverages[self.frame.period]

    @property
    def import_ids(self) -> frozenset[str]:
        """The imports whose rows count in the month."""
        bases = self.plan.of(self.frame.period)
        return frozenset(name for basis in bases for use in basis.uses for name in use.slice.imports)


def month_frame(month: Period) -> Frame:
    return Frame(month, previous_month(month), same_month_last_year(month), months_up_to(month, SHOWN_MONTHS))


def measure(office: Office, client: Client, month: Period) -> Measured:
    """Figures of `month` with both comparisons, whole, by channel and by campaign.

    Kept in memory by client record, month, choices of sources and version of the facts: the same question
    costs nothing.
    """
    with office.store.read() as session:
        chosen = choices.standing(session, client.id)
    return measure_with(office, client, month, tuple(chosen.values()))


def measure_with(office: Office, client: Client, month: Period, chosen: tuple[Choice, ...]) -> Measured:
    """The same as if these sources had been chosen."""
    return _measured(office, client, month_frame(month), office.store.facts.version(), chosen)


@lru_cache(maxsize=KEPT)
def _measured(
    office: Office, client: Client, frame: Frame, version: int, sources: tuple[Choice, ...]
) -> Measured:
    facts = office.store.facts.scan(client.id, version)
    by_place = {choice.place: choice for choice in sources}
    chosen = months.plan(facts, frame.periods, since=client.start, choices=by_place)
    channels, campaigns = months.channels_and_campaigns(facts, chosen)
    tables = Tables(
        whole=months.together(channels),
        channels=channels,
        campaigns=campaigns,
        days=months.daily(facts, frame.period, known=chosen),
    )
    stated = _stated(office, client)
    covered = _covered(chosen, frame, channels, stated)
    book = _Book(frame, tables, thresholds(client.thresholds), covered)
    return Measured(
        frame=frame,
        plan=chosen,
        tables=tables,
        coverages=covered[""],
        figures=book.figures(Scope()),
        channels=tuple(book.part(scope) for scope in sorted(tables.channels, key=book.by_spend)),
        campaigns=tuple(book.part(scope) for scope in sorted(tables.campaigns, key=book.by_spend)),
        comparisons=compared_sources(facts, chosen, frame.period, Files(stated)),
        version=version,
    )


def _stated(office: Office, client: Client) -> Mapping[str, Period]:
    """The days that each import's file says it covers: a day without a row in it had no delivery."""
    with office.store.read() as session:
        records = imports.listed(session, client.id)
    return {record.upload.id: record.upload.period for record in records if record.upload.period}


def _covered(
    chosen: Plan, frame: Frame, channels: Iterable[Scope], stated: Mapping[str, Period]
) -> Mapping[str, Mapping[Period, Coverage]]:
    """Coverage of each period by channel; of all channels together under the empty name."""
    names = {"", *(scope.channel for scope in channels)}
    return {
        name: {p: months.coverage(chosen, p, name, stated=stated) for p in frame.periods} for name in names
    }


@dataclass(frozen=True)
class _Book:
    """Sums of all scopes, and how figures are made from them; `covered` by channel, empty for all."""

    frame: Frame
    tables: Tables
    limits: Mapping[str, Threshold]
    covered: Mapping[str, Mapping[Period, Coverage]]

    def part(self, scope: Scope) -> Part:
        figures = {figure.metric: figure for figure in self.figures(scope)}
        return Part(scope.campaign or scope.channel, figures, scope.channel)

    def by_spend(self, scope: Scope) -> tuple[float, str, str]:
        """The dearest first."""
        return (-self._spend(scope, self.frame.period), scope.channel, scope.campaign)

    def figures(self, scope: Scope) -> tuple[Figure, ...]:
        """Every metric that the scope has a figure of in any of the months."""
        held, coverages = self.tables.of(scope), self.covered[scope.channel]
        known = frozenset().union(*(sums.measures for sums in held.values()))
        found = []
        for entry in (entry for entry in metrics().values() if known.issuperset(months.measures(entry))):
            values = {p: months.value(entry, held.get(p, Sums())) for p in self.frame.periods}
            if any(value.amount is not None or value.upper is not None for value in values.values()):
                sides = {p: Side(p, value, coverages[p]) for p, value in values.items()}
                found.append(self._figure(entry, scope, sides))
        return tuple(found)

    def _figure(self, entry: Metric, scope: Scope, sides: Mapping[Period, Side]) -> Figure:
        now = sides[self.frame.period]
        return Figure(
            metric=entry.key,
            value=now.value,
            previous=self._change(entry, scope, Reference.PREVIOUS, (now, sides[self.frame.previous])),
            year_ago=self._change(entry, scope, Reference.YEAR_AGO, (now, sides[self.frame.year_ago])),
            series=tuple(side.value for side in sides.values()),
        )

    def _change(self, entry: Metric, scope: Scope, reference: Reference, sides: tuple[Side, Side]) -> Change:
        after, before = sides
        spend = max(self._spend(Scope(), after.period), self._spend(Scope(), before.period))
        return judge(compare(entry, scope, reference, after, before), self.limits, spend)

    def _spend(self, scope: Scope, period: Period) -> float:
        return self.tables.of(scope).get(period, Sums()).total("spend") or 0.0
