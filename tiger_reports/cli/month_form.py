"""A month's figures and cards as JSON documents."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tiger_reports.cli.periods import pause_document
from tiger_reports.cli.source_form import sources_document
from tiger_reports.commentary.checked import WORDS
from tiger_reports.commentary.reasons import reason_words
from tiger_reports.commentary.sentence import Voice
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Card, Comment
from tiger_reports.model.change import Change, Segment, Split
from tiger_reports.model.claim import Claim
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.judgement import Judgement
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthReport

Document = dict[str, Any]


def figures_document(report: MonthReport, by: str) -> Document:
    """Metrics with both comparisons; `by` adds one list a channel or campaign."""
    first = report.figures[0] if report.figures else None
    document: Document = {
        "client": report.client.id,
        "currency": report.client.currency,
        "period": period_document(report.period),
        "coverage": {"days": report.coverage.days, "of": report.coverage.of},
        "previous": period_document(first.previous.base_period) if first else None,
        "year_ago": period_document(first.year_ago.base_period) if first else None,
        "pauses": [pause_document(one) for one in report.pauses],
        "state": report.state,
        "figures": [_figure(figure) for figure in report.figures],
        "sources": sources_document(report.notes),
    }
    if by in ("channel", "campaign"):
        parts = report.channels if by == "channel" else report.campaigns
        document[f"by_{by}"] = [_part(part) for part in parts]
    return document


def period_document(period: Period) -> Document:
    return {"start": period.start, "end": period.last_day}


def _part(part: Part) -> Document:
    return {
        "name": part.name,
        "channel": part.channel,
        "figures": [_figure(f) for f in part.figures.values()],
    }


def _figure(figure: Figure) -> Document:
    value = figure.value
    return {
        "metric": figure.metric,
        "unit": metric(figure.metric).unit,
        "good": metric(figure.metric).good,
        "value": value.amount,
        "lower": value.lower,
        "upper": value.upper,
        "lacks": value.lacks,
        "final_on": figure.final_on,
        "previous": change_document(figure.previous),
        "year_ago": change_document(figure.year_ago),
    }


def change_document(change: Change) -> Document:
    return {
        "value": change.before.amount,
        "change": change.delta,
        "relative": change.relative,
        "verdict": change.verdict,
        "gap": change.gap,
        "broken_on": change.broken_on,
        "notable": change.notable,
    }


def card_document(card: Card, voice: Voice) -> Document:
    """One comment card as the contract of the command line has it."""
    change, evidence, comment = card.change, card.evidence, card.comment
    return {
        "key": card.key,
        "metric": card.metric,
        "scope": card.scope.key,
        "reference": change.reference,
        "before": change.before.amount,
        "after": change.after.amount,
        "change": change.delta,
        "relative": change.relative,
        "direction": change.verdict,
        "judgement": None if change.judgement is None else _judgement(change.judgement),
        "duty": card.duty,
        "state": card.state,
        "blocking": card.blocking,
        "missing": card.missing,
        "final_on": card.final_on,
        "levers": [
            {"factor": lever.metric, "before": lever.before, "after": lever.after, "effect": lever.effect}
            for lever in evidence.levers
        ],
        "segments": [_segment(segment) for segment in evidence.told],
        "rest": evidence.told_rest,
        "found": _split(evidence.found) if evidence.found else None,
        "channels": [_segment(segment) for segment in evidence.channels],
        "campaigns": {"segments": [_segment(one) for one in evidence.segments], "rest": evidence.rest},
        "mixes": evidence.mixes,
        "evidence": card.sentence,
        "hypotheses": [
            {"cause": one.cause, "verdict": one.verdict, "reason": reason_words(one, voice)}
            for one in evidence.hypotheses
        ],
        "comment": None if comment is None else _comment(comment),
        "told": None if card.told is None else {name: getattr(card.told, name) for name in WORDS},
        "figures": [_claim(claim) for claim in card.claims],
        "last_month": None if card.last_month is None else _comment(card.last_month),
    }


def _judgement(one: Judgement) -> Document:
    """What the weeks before say of the change: `low` to `high` is normal variation."""
    return {
        "standing": one.standing,
        "overlays": sorted(one.overlays),
        "expected": one.expected,
        "low": one.low,
        "high": one.high,
        "p": one.p,
        "history": one.history,
        "calendar": None if one.calendar is None else asdict(one.calendar),
        "odd_reference": one.odd_reference,
        "tested": None if one.tested is None else period_document(one.tested),
    }


def _comment(comment: Comment) -> Document:
    return {name: value for name, value in asdict(comment).items() if name != "card"}


def _segment(segment: Segment) -> Document:
    return {
        "where": dict(segment.where),
        "channel": segment.channel,
        "before": segment.before,
        "after": segment.after,
        "effect": segment.effect,
        "rate": segment.rate,
        "mix": segment.mix,
        "kind": segment.kind,
    }


def _split(found: Split) -> Document:
    return {
        "dimensions": found.dimensions,
        "segments": [_segment(segment) for segment in found.segments],
        "rest": found.rest,
        "unallocated": _segment(found.unallocated) if found.unallocated else None,
        "in_common": found.in_common,
        "alternatives": [_segment(segment) for segment in found.alternatives],
    }


def _claim(claim: Claim) -> Document:
    """A number in the words: what holds of it, and the figure that it is or should be."""
    return {
        "field": claim.field,
        "text": claim.text,
        "standing": claim.standing,
        "fault": claim.fault,
        "figure": claim.figure,
        "value": claim.value,
        "right": claim.right,
        "chip": claim.chip,
    }


def day_documents(points: tuple[tuple[object, float | None], ...]) -> list[Document]:
    return [{"day": day, "value": value} for day, value in points]
