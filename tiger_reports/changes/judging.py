"""The judgement of a month's headline figures: all of them together, because they are told together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from tiger_reports.changes.breaks import comparable_since
from tiger_reports.changes.compare import Side, compare, verdict
from tiger_reports.changes.counted import counted
from tiger_reports.changes.discoveries import adjusted
from tiger_reports.changes.evidence import Tables, evidence
from tiger_reports.changes.line import Book
from tiger_reports.changes.mix import is_mix
from tiger_reports.changes.notable import material
from tiger_reports.changes.standing import ASKING, Weight, standing
from tiger_reports.changes.weighing import Answer, Question, like_for_like, weighed
from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.change import Change, Gap, Reference, Scope, Verdict
from tiger_reports.model.client import Threshold
from tiger_reports.model.cooperation import Pause, paused_in
from tiger_reports.model.definition_break import Break
from tiger_reports.model.figure import Figure
from tiger_reports.model.judgement import Judgement, Overlay, Standing
from tiger_reports.model.metric import Good, Kind, Value
from tiger_reports.model.period import Period

RIGHT = 0.10
"""Of the changes called more than normal variation, one in ten may be chance ..."""
ALONE = 0.055
"""... and one that is looked at alone may be so no more often than this. Of months in which nothing
happened fewer than eight in a hundred pass this and their threshold: `benchmarks/null_months.py`."""
IMMATURE = 0.10
"""A larger share of clicks on days that are not final withholds the test of the whole month."""
FEWEST_DAYS = 14
"""Fewer final days say nothing of a month."""
EVERYONE = 100_000
KEPT = 16
TOLD = (Reference.PREVIOUS, Reference.YEAR_AGO)

Place = tuple[str, Reference]


@dataclass(frozen=True, eq=False)
class Setting:
    """What a month is judged by. `months`: the periods of `Figure.series`; `since`: the cooperation's start.

    `young_from` is the first day whose conversions may still grow, `targets` what was planned by metric,
    `restated` the metrics that moved since the report was approved or sent, `goals` those of the strategic
    matrix; before one of the `breaks` a figure meant something else, and says nothing of what is normal;
    nor do the days of `pauses`.
    """

    tables: Tables
    months: tuple[Period, ...]
    limits: Mapping[str, Threshold]
    feasts: Mapping[date, str]
    since: date
    young_from: date | None = None
    targets: Mapping[str, float] = field(default_factory=dict)
    restated: frozenset[str] = frozenset()
    goals: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(scope.channel for scope in self.tables.channels)

    @property
    def period(self) -> Period:
        return self.months[-1]

    @property
    def days(self) -> Mapping[Period, Sums]:
        return self.tables.history.get(Scope(), {})


@lru_cache(maxsize=KEPT)
def book_of(tables: Tables, since: date) -> Book:
    """Days and months of everything that the client has."""
    return Book(tables.history.get(Scope(), {}), tables.of(Scope()), since)


def judged(figures: tuple[Figure, ...], setting: Setting) -> tuple[Figure, ...]:
    """The figures with the judgement of every headline's changes, and `notable` as it says."""
    planned = tuple(_planned(figure, setting) for figure in figures)
    shown = {entry.key for entry in headline_metrics(planned, setting.goals)}
    asked = [figure for figure in planned if figure.metric in shown or _is_wanted(figure, setting)]
    answers = dict(_answers(asked, setting))
    tested = {
        place: answer.p for place, answer in answers.items() if answer.p is not None and place[1] in TOLD
    }
    together = adjusted(tested, {place: metric(place[0]).identity or place[0] for place in tested})
    found = {figure.metric: _judged(figure, setting, answers, together) for figure in asked}
    return tuple(found.get(figure.metric, figure) for figure in planned)


def _is_wanted(figure: Figure, setting: Setting) -> bool:
    return figure.planned is not None or setting.limits[figure.metric].always


def _planned(figure: Figure, setting: Setting) -> Figure:
    target = setting.targets.get(figure.metric)
    if target is None:
        return figure
    sides = Side(setting.period, figure.value), Side(setting.period, Value(target))
    change = compare(metric(figure.metric), Scope(), Reference.PLAN, *sides)
    return replace(figure, target=target, planned=change)


def _answers(figures: Iterable[Figure], setting: Setting) -> Iterator[tuple[Place, Answer]]:
    book = book_of(setting.tables, setting.since)
    for figure in figures:
        entry = metric(figure.metric)
        began = comparable_since(
            setting.breaks, setting.pauses, figure.metric, setting.channels, setting.period.start
        )
        held = counted(entry, book, setting.period, setting.feasts, began)
        tested, months = _tested(figure, setting), dict(zip(setting.months, figure.series, strict=True))
        for change in _changes(figure):
            partial = change.gap is Gap.PARTIAL
            if (change.delta is not None or partial) and not _after_pause(change, setting):
                asked = Question(change, tested, months, partial=partial)
                yield (change.metric, change.reference), weighed(entry, held, asked)


def _after_pause(change: Change, setting: Setting) -> bool:
    """Whether paused days stand where the days of the month would be held against ordinary ones."""
    start = setting.period.start
    eve = Period(start - timedelta(1), start + timedelta(1))
    return bool(paused_in(setting.pauses, eve) or paused_in(setting.pauses, change.base_period))


def _tested(figure: Figure, setting: Setting) -> Period | None:
    """The days of the month that are there and whose figures are final; None where they are too few."""
    there = [day for day in setting.days if day.start in setting.period]
    start, end = setting.period.start, setting.period.end
    if there and any(change.gap is Gap.PARTIAL for change in _changes(figure)):
        start, end = min(there).start, max(there).end
    if _immature(figure, setting) and setting.young_from is not None:
        end = min(end, setting.young_from)
    paused = paused_in(setting.pauses, setting.period)
    if paused:
        end = min(end, paused[0].start)
    enough = (end - start).days >= min(FEWEST_DAYS, setting.period.days)
    return Period(start, end) if enough else None


def _immature(figure: Figure, setting: Setting) -> bool:
    """Whether more than a tenth of the clicks, or of the days, may still bring conversions."""
    first, period = setting.young_from, setting.period
    if figure.final_on is None or first is None:
        return False
    clicks = {
        day.start: sums.total("clicks") or 0.0 for day, sums in setting.days.items() if day.start in period
    }
    young, total = sum(amount for day, amount in clicks.items() if day >= first), sum(clicks.values())
    share = young / total if total else (period.end - first).days / period.days
    return share > IMMATURE


def _judged(
    figure: Figure, setting: Setting, answers: Mapping[Place, Answer], together: Mapping[Place, float]
) -> Figure:
    def one(change: Change) -> Change:
        place = change.metric, change.reference
        return _with_judgement(change, figure, setting, answers.get(place, Answer()), together.get(place))

    planned = figure.planned and one(figure.planned)
    return replace(figure, previous=one(figure.previous), year_ago=one(figure.year_ago), planned=planned)


def _with_judgement(
    change: Change, figure: Figure, setting: Setting, answer: Answer, together: float | None
) -> Change:
    p = answer.p if together is None else together
    beyond = None if answer.p is None or p is None else answer.p <= ALONE and p <= RIGHT
    found = _standing(change, setting, answer, beyond)
    told = None if answer.withheld else p
    judgement = Judgement(
        standing=found,
        overlays=frozenset(_overlays(change, figure, setting, found)),
        expected=answer.expected,
        low=answer.low,
        high=answer.high,
        p=told,
        history=answer.normal.weeks if answer.normal else 0,
        calendar=answer.calendar,
        odd_reference=answer.odd_reference,
        tested=answer.tested,
    )
    return replace(change, judgement=judgement, notable=found in ASKING and change.delta is not None)


def _standing(change: Change, setting: Setting, answer: Answer, beyond: bool | None) -> Standing:  # noqa: FBT001
    entry, limit = metric(change.metric), setting.limits[change.metric]
    fair = like_for_like(change, answer)
    spend = max(_spend(setting, change.period), _spend(setting, change.base_period))
    large = material(fair, limit, spend)
    agreed = entry.good in (Good.NEUTRAL, Good.CONTEXT)
    if agreed and change.delta is not None:  # money that was agreed may be agreed by the day or by the month
        large = large and material(change, limit, spend)
    direction = verdict(entry, fair.delta, fair.relative)
    if change.reference is Reference.PLAN:
        missed = large and direction in (Verdict.WORSE, Verdict.NEUTRAL)
        return standing(Weight(Verdict.NEUTRAL, missed, beyond, always=limit.always))
    return standing(Weight(direction, large, None if agreed else beyond, answer.odd_reference, limit.always))


def _spend(setting: Setting, period: Period) -> float:
    return setting.tables.of(Scope()).get(period, Sums()).total("spend") or 0.0


def _overlays(change: Change, figure: Figure, setting: Setting, found: Standing) -> Iterator[Overlay]:
    broken = change.broken_on is not None or change.gap in (Gap.DEFINITION, Gap.PARTIAL)
    partly = set(change.after.lacks) != set(change.before.lacks) and change.delta is not None
    if broken or partly or figure.metric in setting.restated or _immature(figure, setting):
        yield Overlay.DATA
    entry = metric(change.metric)
    if found in ASKING and entry.kind is Kind.RATIO and change.delta and change.reference in TOLD:
        said = evidence(change, setting.tables, named=EVERYONE)
        if is_mix(change.delta, said.channels) or is_mix(change.delta, said.segments):
            yield Overlay.MIX


def _changes(figure: Figure) -> tuple[Change, ...]:
    found = (figure.previous, figure.year_ago, figure.planned)
    return tuple(change for change in found if change is not None)
