"""Which stored sources stand for a period, which are left out, and why: told from a plan, no query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tiger_reports.metrics.basis import Basis, Use, origin
from tiger_reports.metrics.plan import Plan
from tiger_reports.model.period import Period
from tiger_reports.model.sources import SourceUse


def used_sources(chosen: Plan, period: Period) -> tuple[SourceUse, ...]:
    """By channel and account, what counts first; sources of other levels, reports and cuts after it."""
    return tuple(told for basis in chosen.of(period) for told in _told(basis))


def _told(basis: Basis) -> Iterator[SourceUse]:
    for counts, uses in ((True, basis.uses), (False, basis.left_out)):
        yield from (_source(basis, use, counts=counts) for use in uses)


def _source(basis: Basis, use: Use, *, counts: bool) -> SourceUse:
    return SourceUse(
        channel=basis.channel,
        account=basis.account,
        origin=origin(use.slice),
        days=stretches(use.spans),
        counts=counts,
        why=use.why,
        imports=use.slice.imports,
    )


def stretches(spans: Iterable[Period]) -> tuple[Period, ...]:
    """Days in a row as one period."""
    found: list[Period] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Period(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
