"""What a change asks of the specialist: beyond normal variation and material, both, or it asks nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.judgement import Standing
from tiger_reports.model.report import Figure

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


def within_normal_variation(figures: Iterable[Figure]) -> tuple[Change, ...]:
    """Changes to tick as seen: material, yet no more than chance makes; of figures without a card."""
    quiet = (figure for figure in figures if not any(map(asks, _told(figure))))
    return tuple(
        next(change for change in _told(figure) if _is_noise(change))
        for figure in quiet
        if any(map(_is_noise, _told(figure)))
    )


def _told(figure: Figure) -> tuple[Change, ...]:
    found = (figure.previous, figure.year_ago, figure.planned)
    return tuple(change for change in found if change is not None)


def _is_noise(change: Change) -> bool:
    return change.judgement is not None and change.judgement.standing is Standing.NOISE
