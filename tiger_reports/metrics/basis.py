"""Which stored rows count, so that no money is counted twice.

One account's days may be stored as campaigns and as ads, day by day and as whole ranges, whole and cut by
age or device. For each period, channel and account the slices are ranked and taken in turn:

1. the source that a person chose, where sources disagreed: in a longer period, for the days of its month;
2. levels that add up to the account before those that hold only a part of it (keywords, search terms);
3. unbroken rows before rows cut by a breakdown;
4. what covers more of the period, from its first day to its last;
5. levels that name campaigns before the account level;
6. days before ranges, so that a day can be shown;
7. coarse before fine: campaign, ad set, ad.

A later slice only fills days that no earlier one holds. Figures that are stored apart are chosen apart. A row
counts for a period that holds it whole: a range across two months is never split by days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from tiger_reports.metrics.accounts import Accounts
from tiger_reports.metrics.survey import Slice
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import Period, months_of
from tiger_reports.model.sources import Choice, Origin

Group = tuple[str, str, str]
"""Channel, account, figure."""
LEVELS = tuple(Level)
PARTIAL = frozenset({Level.KEYWORD, Level.SEARCH_TERM})
"""Levels whose rows need not add up to the account: hidden terms, other networks."""


RANKS = ("chosen", "part", "breakdown", "days", "account", "grain", "level")
"""What each place of a rank asks; the first place in which two slices differ says why one comes first."""
ALIKE = "report"
"""Why the later of two slices that rank alike gives way: an order has to be kept."""

Choices = Mapping[tuple[str, str, str], Choice]
"""By month (`2026-10`), channel and account: the source that a person chose."""
NO_CHOICES: Choices = {}
Chosen = tuple[tuple[Period, Origin | None], ...]
"""Each calendar month of a period with the source that a person chose for it."""


@dataclass(frozen=True)
class Use:
    """A slice and those of its spans that count. `why`: what those before it have that it lacks."""

    slice: Slice
    spans: tuple[Period, ...]
    why: str = ""

    def left_out(self, period: Period) -> list[Period]:
        """Spans of the slice in `period` that do not count, in order."""
        inside = self.slice.inside(period)
        return [] if inside == self.spans else sorted(set(inside) - set(self.spans))


@dataclass(frozen=True)
class Basis:
    """The rows that stand for one account in one period, or for one figure of it, the main slice first."""

    period: Period
    channel: str
    account: str
    uses: tuple[Use, ...]
    left_out: tuple[Use, ...] = ()  # stored for the same days with all its spans, not counted

    @property
    def level(self) -> Level:
        return self.uses[0].slice.level

    @property
    def grain(self) -> Grain:
        return self.uses[0].slice.grain

    @property
    def currencies(self) -> frozenset[str]:
        return frozenset().union(*(use.slice.currencies_of(use.spans) for use in self.uses))


def origin(entry: Slice) -> Origin:
    return Origin(entry.report, entry.level, entry.grain, entry.breakdown)


def choose(
    slices: Iterable[Slice], period: Period, accounts: Accounts, choices: Choices = NO_CHOICES
) -> tuple[Basis, ...]:
    """The bases of one period, one a channel, account and figure that is stored apart."""
    groups: dict[Group, list[Use]] = defaultdict(list)
    for entry in slices:
        spans = entry.inside(period)
        if spans:
            account = accounts[entry.channel, entry.account]
            groups[entry.channel, account, entry.figure].append(Use(entry, spans))
    _drop_unnamed(groups)
    months = months_of(period)
    return tuple(
        _basis(period, channel, account, uses, _chosen(months, channel, account, choices))
        for (channel, account, _), uses in sorted(groups.items())
    )


def _chosen(months: tuple[Period, ...], channel: str, account: str, choices: Choices) -> Chosen:
    keyed = ((month, choices.get((month.month_key, channel, account))) for month in months)
    return tuple((month, choice.origin if choice else None) for month, choice in keyed)


def _drop_unnamed(groups: dict[Group, list[Use]]) -> None:
    """Rows that name no account may be any of the named ones: they count only where none is named."""
    named = {(channel, figure) for channel, account, figure in groups if account}
    for channel, figure in named:
        groups.pop((channel, "", figure), None)


def _basis(period: Period, channel: str, account: str, held: list[Use], chosen: Chosen) -> Basis:
    """What a person chose for a month stands for its days; whatever is left goes by rank."""
    ranked = sorted(((_rank(use, period, chosen), use) for use in held), key=lambda pair: pair[0])
    first = ranked[0][0]
    taken = _taken([use for _, use in ranked], chosen)
    uses: list[Use] = []
    left: list[Use] = []
    for rank, use in ranked:
        own = taken.get(id(use.slice), ())
        others = [one for one in uses if one.slice is not use.slice] + [
            Use(one.slice, spans) for one in held if (spans := taken.get(id(one.slice))) and one is not use
        ]
        apart = uses and _adds_a_part_to_a_whole(uses[0].slice, use.slice)
        free = own if apart else _free_spans(use, others)
        why = _why(first, rank) if uses else ""
        (uses if free else left).append(Use(use.slice, free or use.spans, why))
    return Basis(period, channel, account, tuple(uses), tuple(left))


def _taken(ranked: list[Use], chosen: Chosen) -> Mapping[int, tuple[Period, ...]]:
    """Spans of each slice, by its identity, that a choice gives it: those inside the month of the choice."""
    found: dict[int, tuple[Period, ...]] = {}
    for month, wanted in chosen:
        own = [use for use in ranked if wanted is not None and origin(use.slice) == wanted]
        taken: list[Use] = []
        for use in own:
            inside = tuple(span for span in use.spans if month.start <= span.start and span.end <= month.end)
            spans = _free_spans(Use(use.slice, inside), taken)
            taken.append(Use(use.slice, spans))
            found[id(use.slice)] = (*found.get(id(use.slice), ()), *spans)
    return {name: spans for name, spans in found.items() if spans}


def _why(first: tuple[object, ...], rank: tuple[object, ...]) -> str:
    return next((name for name, one, other in zip(RANKS, first, rank, strict=False) if one != other), ALIKE)


def _rank(use: Use, period: Period, chosen: Chosen) -> tuple[object, ...]:
    """A source that was chosen for every month of the period comes before all others."""
    entry = use.slice
    wanted = {one for _, one in chosen}
    reach = (max(span.end for span in use.spans) - use.spans[0].start).days
    return (
        len(wanted) == 1 and None not in wanted and origin(entry) not in wanted,
        entry.level in PARTIAL,
        bool(entry.breakdown),
        period.days - reach,
        entry.level is Level.ACCOUNT,
        entry.grain is not Grain.DAY,
        LEVELS.index(entry.level),
        entry.breakdown,
        entry.report,
        entry.account,
    )


def _adds_a_part_to_a_whole(main: Slice, other: Slice) -> bool:
    return other.level in PARTIAL and main.level not in PARTIAL


def _free_spans(use: Use, taken: list[Use]) -> tuple[Period, ...]:
    """Spans of `use` that touch no taken day; of spans that touch each other the longest stay."""
    held = [span for earlier in taken for span in earlier.spans]
    days = {span.start + timedelta(at) for span in held for at in range(span.days)}
    free: list[Period] = []
    for span in sorted(use.spans, key=lambda span: (-span.days, span.start)):
        own = {span.start + timedelta(at) for at in range(span.days)}
        if not own & days:
            free.append(span)
            days |= own
    return tuple(sorted(free))


def crossing(slices: Iterable[Slice], periods: Iterable[Period]) -> Mapping[Slice, tuple[Period, ...]]:
    """Spans that touch a period and lie in none: they are counted nowhere."""
    wanted = tuple(periods)
    found = {entry: tuple(span for span in entry.spans if _crosses(span, wanted)) for entry in slices}
    return {entry: spans for entry, spans in found.items() if spans}


def _crosses(span: Period, periods: tuple[Period, ...]) -> bool:
    if span.days == 1:
        return False
    touches = any(span.start < period.end and period.start < span.end for period in periods)
    return touches and not any(p.start <= span.start and span.end <= p.end for p in periods)
