"""The figures of one quarter or year of a cooperation: what follows from the stored facts alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from tiger_reports.changes.evidence import Tables
from tiger_reports.changes.notable import thresholds
from tiger_reports.metrics import months
from tiger_reports.metrics.fetch import Facts
from tiger_reports.metrics.money import in_terms
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.survey import Slice, survey
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.log import DeckKind
from tiger_reports.model.stretch import Rule
from tiger_reports.model.tiger_year import QUARTERS_A_YEAR
from tiger_reports.panels.catalogue import panel_kind
from tiger_reports.panels.definition import PanelKind
from tiger_reports.services.breaks import breaks_of
from tiger_reports.services.cooperation import pauses_of
from tiger_reports.services.measuring import Decided, Measured, Own, stated_days, terms_of
from tiger_reports.services.measuring import Frame as MonthFrame
from tiger_reports.services.office import Office
from tiger_reports.store.state import choices
from tiger_reports.year.figures import Book, Covered
from tiger_reports.year.frame import Frame, quarter_frame, rule_for, year_frame

KEPT = 32


@dataclass(frozen=True)
class Asked:
    """Which quarter or year; `number` is the quarter's."""

    kind: DeckKind
    year: int
    number: int

    @property
    def ends_year(self) -> bool:
        """The last quarter: its meeting is also that of the annual report."""
        return self.kind is DeckKind.QUARTER and self.number == QUARTERS_A_YEAR


@dataclass(frozen=True, eq=False)  # by identity: one object a question and version
class TigerMeasured:
    """`measured` is what a month has too; `frame` and `rule` say which days it is about."""

    frame: Frame
    rule: Rule
    measured: Measured
    covered: Covered


def measure_tiger(office: Office, client: Client, asked: Asked) -> TigerMeasured:
    """Figures with all comparisons, whole, by channel and by campaign.

    Kept in memory by client record, what people decided, period and version: the same question costs nothing.
    """
    with office.store.read() as session:
        chosen = tuple(choices.standing(session, client.id).values())
    decided = Decided(terms_of(office, client), breaks_of(office, client), chosen)
    version = office.store.facts.version()
    return _measured(office, client, asked, version, decided, pauses_of(office, client))


def frame_of(client: Client, asked: Asked, rule: Rule) -> Frame:
    if asked.kind is DeckKind.YEAR:
        return year_frame(client.start, asked.year, rule)
    return quarter_frame(client.start, asked.year, asked.number, rule)


@lru_cache(maxsize=KEPT)
def _measured(
    office: Office, client: Client, asked: Asked, version: int, decided: Decided, paused: tuple[Pause, ...]
) -> TigerMeasured:
    facts = in_terms(office.store.facts.scan(client.id, version), decided.terms)
    slices = survey(facts, frame_of(client, asked, Rule()).extent)
    rule = rule_for(slices, client.start)
    frame = frame_of(client, asked, rule)
    paid = tuple(entry for entry in slices if panel_kind(entry.channel) is PanelKind.ADS)
    own = tuple(entry for entry in slices if panel_kind(entry.channel) is not PanelKind.ADS)
    desk = _Desk(office, client, frame, facts, decided)
    by_stretch, by_month = desk.plans(paid, money=True)
    channels, campaigns = months.channels_and_campaigns(facts, by_stretch)
    channel_months, campaign_months = months.channels_and_campaigns(facts, by_month)
    covered = desk.covered(by_stretch, by_month)
    book = Book(
        frame=frame,
        stretches={**months.together(channels), **channels, **campaigns},
        months={**months.together(channel_months), **channel_months, **campaign_months},
        covered=covered,
        limits=thresholds(client.thresholds),
        breaks=decided.breaks,
        pauses=paused,
    )
    measured = Measured(
        frame=MonthFrame(frame.now.period, frame.previous.period, frame.year_ago.period, frame.stretches),
        plan=by_stretch,
        tables=Tables(months.together(channels), channels, campaigns),
        coverages=covered[""],
        figures=book.figures(Scope()),
        channels=tuple(book.part(scope) for scope in sorted(channels, key=book.by_spend)),
        campaigns=tuple(book.part(scope) for scope in sorted(campaigns, key=book.by_spend)),
        own=desk.own(own, book),
        comparisons=(),
        version=version,
        breaks=decided.breaks,
    )
    return TigerMeasured(frame, rule, measured, covered)


@dataclass(frozen=True)
class _Desk:
    """What all channels' figures are made with."""

    office: Office
    client: Client
    frame: Frame
    facts: Facts
    decided: Decided

    def plans(self, slices: tuple[Slice, ...], *, money: bool) -> tuple[Plan, Plan]:
        """The rows that count in each stretch, and in each month."""
        by_place = {choice.place: choice for choice in self.decided.sources} if money else {}
        currency = self.client.currency if money else ""
        stretches, single = (
            months.plan_of(slices, asked, since=self.client.start, currency=currency, choices=by_place)
            for asked in (self.frame.stretches, self.frame.months)
        )
        return stretches, single

    def covered(self, *plans: Plan) -> Covered:
        """Days with data by channel, of stretches and months; of all channels under the empty name."""
        stated = stated_days(self.office, self.client)
        names = {"", *(basis.channel for plan in plans for basis in plan.bases)}
        return {
            name: {p: months.coverage(plan, p, name, stated=stated) for plan in plans for p in plan.periods}
            for name in names
        }

    def own(self, slices: tuple[Slice, ...], ads: Book) -> Own:
        """Profiles and websites like the ads, on the same terms, channel by channel."""
        by_stretch, by_month = self.plans(slices, money=False)
        if not by_stretch.bases:
            return Own(by_stretch)
        channels = months.month_table(self.facts, by_stretch, "channel")
        book = replace(
            ads,
            stretches=channels,
            months=months.month_table(self.facts, by_month, "channel") if by_month.bases else {},
            covered=self.covered(by_stretch, by_month),
            apart=True,
        )
        parts = (book.part(scope) for scope in sorted(channels, key=lambda scope: scope.channel))
        return Own(by_stretch, tuple(part for part in parts if part.figures))
