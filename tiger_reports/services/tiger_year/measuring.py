"""The figures of one quarter or year of a cooperation: what follows from the stored facts alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from tiger_reports.changes.evidence import Tables
from tiger_reports.changes.notable import thresholds
from tiger_reports.metrics import months
from tiger_reports.metrics.agreement import Files, compared_sources, sources
from tiger_reports.metrics.fetch import Facts
from tiger_reports.metrics.money import in_terms
from tiger_reports.metrics.plan import Plan
from tiger_reports.metrics.survey import Slice, survey
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Client
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import Period, months_of
from tiger_reports.model.sources import Choice, Comparison
from tiger_reports.model.stretch import Rule
from tiger_reports.model.tiger_year import QUARTERS_A_YEAR, year_on
from tiger_reports.panels.catalogue import panel_kind
from tiger_reports.panels.definition import PanelKind
from tiger_reports.services.measuring.figure_book import Frame as MonthFrame
from tiger_reports.services.measuring.measure import (
    Decided,
    Ground,
    Known,
    Measured,
    Own,
    decided_for,
    stated_days,
)
from tiger_reports.services.office import Office
from tiger_reports.store.state import choices
from tiger_reports.year.figures import Book, Covered
from tiger_reports.year.frame import Frame, quarter_frame, rule_for, year_frame

KEPT = 32
QUARTERS = (1, 2, 3, 4)
RULES = (Rule(), Rule(whole_months=True))


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

    @property
    def key(self) -> str:
        """`quarter.1.2`: quarter II of the first year."""
        return f"{self.kind}.{self.year}.{self.number}"


def parse_asked(key: str) -> Asked:
    """Read what `Asked.key` writes; raise ValueError for anything else."""
    kind, year, number = key.split(".")
    return Asked(DeckKind(kind), int(year), int(number))


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
    return measure_tiger_with(office, client, asked, chosen)


def measure_tiger_with(
    office: Office, client: Client, asked: Asked, chosen: tuple[Choice, ...]
) -> TigerMeasured:
    """The same as if these sources had been chosen."""
    decided = decided_for(office, client, chosen)
    version = office.store.facts.version()
    return _measured(office, client, asked, version, decided)


def asked_for(client: Client, period: Period) -> Asked | None:
    """The report that tells of these days: of a quarter or year its own, else the first that shows them.

    None for days that are neither a stretch nor a month of the cooperation or of the year before it.
    """
    year = year_on(client.start, period.last_day).number if period.end > client.start else 1
    asked = tuple(
        Asked(kind, of, number)
        for of in sorted({max(1, year - 1), year}, reverse=True)
        for kind, numbers in ((DeckKind.QUARTER, QUARTERS), (DeckKind.YEAR, (of,)))
        for number in numbers
    )
    frames = [(one, frame_of(client, one, rule)) for one in asked for rule in RULES]
    held = (
        *(one for one, frame in frames if frame.now.period == period),
        *(one for one, frame in frames if period in frame.now.months),
        *(one for one, frame in frames if period in (*frame.stretches, *frame.months)),
    )
    return next(iter(held), None)


def frame_of(client: Client, asked: Asked, rule: Rule) -> Frame:
    if asked.kind is DeckKind.YEAR:
        return year_frame(client.start, asked.year, rule)
    return quarter_frame(client.start, asked.year, asked.number, rule)


@lru_cache(maxsize=KEPT)
def _measured(office: Office, client: Client, asked: Asked, version: int, decided: Decided) -> TigerMeasured:
    facts = in_terms(office.store.facts.held(client.id, version), decided.terms)
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
    tables = Tables(months.together(channels), channels, campaigns)
    book = Book(
        frame=frame,
        stretches={**tables.whole, **channels, **campaigns},
        months={**months.together(channel_months), **channel_months, **campaign_months},
        covered=covered,
        limits=thresholds(client.thresholds),
        breaks=decided.breaks,
    )
    measured = Measured(
        frame=MonthFrame(
            frame.now.period, frame.previous.period, frame.year_ago.period, frame.stretches, frame.stretches
        ),
        plan=by_stretch,
        tables=tables,
        coverages=covered[""],
        figures=book.figures(Scope()),
        channels=tuple(book.part(scope) for scope in sorted(channels, key=book.by_spend)),
        campaigns=tuple(book.part(scope) for scope in sorted(campaigns, key=book.by_spend)),
        own=desk.own(own, book),
        comparisons=desk.compared(by_stretch),
        version=version,
        breaks=decided.breaks,
        pauses=decided.pauses,
        grounds=(
            Ground(by_stretch, tables),
            Ground(by_month, Tables(months.together(channel_months), channel_months, campaign_months)),
        ),
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

    def compared(self, chosen: Plan) -> tuple[Comparison, ...]:
        """Sources of one account held against each other as in the calendar months that the stretch touches.

        Asked only where the stretch has several: what disagrees in a month disagrees in its quarter, and one
        choice settles both.
        """
        period = self.frame.now.period
        if all(len(sources(basis)) == 1 for basis in chosen.of(period)):
            return ()
        touched = months_of(period)
        stored = survey(self.facts, Period(touched[0].start, touched[-1].end))
        paid = tuple(entry for entry in stored if panel_kind(entry.channel) is PanelKind.ADS)
        by_month = months.plan_of(
            paid,
            touched,
            since=self.client.start,
            currency=self.client.currency,
            choices={choice.place: choice for choice in self.decided.sources},
        )
        files = Files(stated_days(self.office, self.client))
        return tuple(
            pair for month in touched for pair in compared_sources(self.facts, by_month, month, files)
        )

    def covered(self, *plans: Plan) -> Covered:
        """Days with data by channel, of stretches and months; of all channels under the empty name."""
        known = Known(stated_days(self.office, self.client), self.decided.pauses)
        names = {"", *(basis.channel for plan in plans for basis in plan.bases)}
        return {
            name: {p: known.coverage(plan, p, name) for plan in plans for p in plan.periods} for name in names
        }

    def own(self, slices: tuple[Slice, ...], ads: Book) -> Own:
        """Profiles and websites like the ads, on the same terms, channel by channel."""
        by_stretch, by_month = self.plans(slices, money=False)
        if not by_stretch.bases:
            return Own(by_stretch)
        channels = months.month_table(self.facts, by_stretch, "channel")
        single = months.month_table(self.facts, by_month, "channel") if by_month.bases else {}
        book = replace(
            ads,
            stretches=channels,
            months=single,
            covered=self.covered(by_stretch, by_month),
            apart=True,
        )
        parts = (book.part(scope) for scope in sorted(channels, key=lambda scope: scope.channel))
        grounds = tuple(
            Ground(plan, Tables({}, held, {}), apart=True)
            for plan, held in ((by_stretch, channels), (by_month, single))
        )
        return Own(by_stretch, tuple(part for part in parts if part.figures), grounds)
