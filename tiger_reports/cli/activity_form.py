"""Non-standard activities and their effects as JSON documents."""

from __future__ import annotations

from dataclasses import asdict

from tiger_reports.cli.month_form import Document, period_document
from tiger_reports.model.effect import Effect, Gained, Window
from tiger_reports.model.tiger_records import TrackedActivity


def activity_document(one: TrackedActivity) -> Document:
    words = one.activity
    return {
        "id": one.id,
        "kind": words.kind,
        "title": words.title,
        "stage": words.stage,
        "ran": period_document(words.days) if words.days else None,
        "cost": words.cost,
        "effect": _effect(one.effect) if one.effect else None,
    }


def _effect(effect: Effect) -> Document:
    """`lasting` and `kept` are shares; what cannot be told is null and `why_not` says why."""
    return {
        "metric": effect.metric,
        "verdict": effect.verdict,
        "why_not": effect.why_not or None,
        "before": _window(effect.before),
        "during": _window(effect.during),
        "after": _window(effect.after) if effect.after else None,
        "later": _window(effect.later) if effect.later else None,
        "change": effect.change,
        "low": effect.low,
        "high": effect.high,
        "additional": effect.additional,
        "cost_per_additional": effect.cost_per_additional,
        "lasting": effect.lasting,
        "followers": [_gained(one) for one in effect.followers],
        "beside": [asdict(one) for one in effect.confounders],
    }


def _window(window: Window) -> Document:
    return {**period_document(window.period), "mean": window.mean, "missing_days": window.missing}


def _gained(one: Gained) -> Document:
    return {
        "channel": one.channel or None,
        "before": one.before,
        "after": one.after,
        "gained": one.gained,
        "later_on": one.later_on,
        "later": one.later,
        "kept": one.kept,
    }
