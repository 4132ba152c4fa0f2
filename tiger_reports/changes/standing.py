"""What a change asks of the specialist: beyond normal variation and material, both, or it asks nothing."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.judgement import Standing

ASKING = frozenset({Standing.MUST_DROP, Standing.MUST_RISE, Standing.CONTEXT})
"""Standings that get a comment card."""


@dataclass(frozen=True)
class Weight:
    """How a change was found: `beyond` normal variation, None where nothing could be tested."""

    verdict: Verdict
    material: bool
    beyond: bool | None
    odd_reference: bool = False
    always: bool = False


def standing(weight: Weight) -> Standing:
    """A figure that cannot be tested stands by its size alone, as honestly as that goes."""
    if weight.material and weight.beyond is not False:
        if weight.odd_reference or weight.verdict is Verdict.NEUTRAL:
            return Standing.CONTEXT
        return Standing.MUST_RISE if weight.verdict is Verdict.BETTER else Standing.MUST_DROP
    if weight.always:
        return Standing.CONTEXT
    return Standing.NOISE if weight.material else Standing.QUIET


def asks(change: Change) -> bool:
    """Whether the change gets a comment card."""
    return change.notable if change.judgement is None else change.judgement.standing in ASKING
