"""What could have moved a figure, held against the data: kept, rejected, or nothing to hold it against.

Kept is no proof: the data agree. Rejected means that the figures speak against it. The list is the same for
every change and is never sorted by likeliness, so that it proposes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tiger_reports.changes import doubtful
from tiger_reports.changes.case import STEADY, Case, Known, by_lever, logged, moved, no_data, said
from tiger_reports.changes.naming import own_name
from tiger_reports.metrics.registry import metric
from tiger_reports.model.campaign_log import Action
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Change, Reference
from tiger_reports.model.hypothesis import CHECKLIST, DataVerdict, Hypothesis

KEPT, REJECTED = DataVerdict.KEPT, DataVerdict.REJECTED
OWN_DIMENSIONS = ("channel", "campaign")
CTR, CVR, SPEND, CPM, AOV = ("ctr", "link_ctr"), ("cvr",), ("spend",), ("cpm",), ("aov",)


def hypotheses(change: Change, evidence: Evidence, known: Known) -> tuple[Hypothesis, ...]:
    """Every item of the checklist with its verdict; none where there is no difference to explain.

    What a target was set by the files do not tell, so none is held against a missed one.
    """
    if not change.delta or change.reference is Reference.PLAN:
        return ()
    case = Case(change, change.delta, evidence, known)
    return tuple(_TESTS[cause](case) for cause in CHECKLIST)


def _budget(case: Case) -> Hypothesis:
    found = logged(case, "budget", Action.SET_UP, Action.BUDGET, Action.BID, Action.SWITCH_OFF)
    found = found or _came_or_went(case) or by_lever(case, "budget", SPEND)
    if found is not None:
        return found
    spend = case.figure(*SPEND)
    if spend is None or spend.relative is None:
        return no_data("budget", "apart")
    verdict = KEPT if abs(spend.relative) >= STEADY else REJECTED
    return said("budget", verdict, "moved" if verdict is KEPT else "held", **moved(spend))


def _came_or_went(case: Case) -> Hypothesis | None:
    """A campaign or channel that began or ended and makes much of the change."""
    for segment in (*case.evidence.segments, *case.evidence.channels):
        if segment.kind in ("entered", "ended") and case.weighs(segment.effect):
            return said("budget", KEPT, segment.kind, name=own_name(segment), **case.effect(segment.effect))
    return None


def _auction(case: Case) -> Hypothesis:
    return by_lever(case, "auction", CPM) or no_data("auction", "apart")


def _fatigue(case: Case) -> Hypothesis:
    """Frequency up and CTR down: the same people see the same pictures more often, and click less.

    Frequency exists only where a file gave it: else that of the channel which makes most of the change.
    """
    ctr, frequency = case.figure(*CTR), case.figure("frequency") or case.where_most().get("frequency")
    if ctr is None or ctr.relative is None:
        return no_data("fatigue", "apart")
    factor = by_lever(case, "fatigue", CTR)
    if factor is not None and factor.verdict is REJECTED:
        return factor
    if ctr.relative > (-STEADY if factor is None else 0.0):
        return said("fatigue", REJECTED, "held", **moved(ctr))
    if frequency is None or frequency.relative is None:
        return no_data("fatigue", "frequency_unknown", **moved(ctr))
    if frequency.relative < STEADY:
        return said("fatigue", REJECTED, "held", **moved(frequency))
    return said("fatigue", KEPT, "worn", **moved(frequency), **moved(ctr, "beside"))


def _audience(case: Case) -> Hypothesis:
    found = logged(case, "audience", Action.AUDIENCE)
    if found is not None:
        return found
    for segment in case.evidence.told:
        finer = any(name not in OWN_DIMENSIONS for name, _ in segment.where)
        if finer and case.weighs(segment.effect):
            return said("audience", KEPT, "segment", name=own_name(segment), **case.effect(segment.effect))
    return no_data("audience", "audience_unknown")


def _landing_page(case: Case) -> Hypothesis:
    found = logged(case, "landing_page", Action.OFFER)
    return found or by_lever(case, "landing_page", CVR) or no_data("landing_page", "apart")


def _offer(case: Case) -> Hypothesis:
    found = logged(case, "offer", Action.OFFER)
    return found or by_lever(case, "offer", AOV) or no_data("offer", "apart")


def _mix(case: Case) -> Hypothesis:
    """Budget or traffic between parts of different level: the parts' mix effects taken together."""
    rated = [
        [part for part in parts if part.mix is not None]
        for parts in (case.evidence.channels, case.evidence.segments)
    ]
    effects = [sum(part.mix or 0.0 for part in parts) for parts in rated if len(parts) > 1]
    if not effects:
        return no_data("mix", "no_parts")
    largest = max(effects, key=lambda effect: effect / case.delta)
    verdict = KEPT if case.weighs(largest) else REJECTED
    return said("mix", verdict, "mix", **case.effect(largest))


def _immaturity(case: Case) -> Hypothesis:
    """Conversions that are still to come can only make a figure better."""
    day = case.known.final_on
    if not metric(case.change.metric).settles_late or day is None:
        return said("immaturity", REJECTED, "final")
    key = "grows" if case.worse else "grows_anyway"
    return said("immaturity", KEPT if case.worse else REJECTED, key, day=day.isoformat())


def _competitor(_: Case) -> Hypothesis:
    return no_data("competitor", "outside")


_TESTS: Mapping[str, Callable[[Case], Hypothesis]] = {
    "tracking": doubtful.tracking,
    "budget": _budget,
    "auction": _auction,
    "fatigue": _fatigue,
    "audience": _audience,
    "landing_page": _landing_page,
    "offer": _offer,
    "season": doubtful.season,
    "mix": _mix,
    "immaturity": _immaturity,
    "competitor": _competitor,
}
