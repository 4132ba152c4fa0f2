"""Sources of a month, and the trace of a figure, as JSON documents."""

from __future__ import annotations

from typing import Any

from tiger_reports.model.data_notes import DataNotes
from tiger_reports.model.period import Period
from tiger_reports.model.row_ranges import ranges_text
from tiger_reports.model.sources import Choice, Comparison, SourceUse
from tiger_reports.model.trace import Trace, TracedFile

Document = dict[str, Any]


def sources_document(notes: DataNotes) -> Document:
    """Which sources count and which are left out, and how those of one account agree."""
    return {
        "used": [_use(use) for use in notes.uses],
        "compared": [_comparison(pair) for pair in notes.comparisons],
    }


def _use(use: SourceUse) -> Document:
    """`why` says what another source has before this one: part, breakdown, days, account, grain, level ..."""
    return {
        "channel": use.channel,
        "account": use.account,
        "source": use.origin.key,
        "report": use.origin.report,
        "level": use.origin.level,
        "grain": use.origin.grain,
        "breakdown": use.origin.breakdown,
        "days": [_days(span) for span in use.days],
        "counts": use.counts,
        "why": use.why,
        "imports": sorted(use.imports),
    }


def _comparison(pair: Comparison) -> Document:
    return {
        "channel": pair.channel,
        "account": pair.account,
        "counts": pair.first.key,
        "beside": pair.second.key,
        "days": _days(pair.days) if pair.days else None,
        "settled": pair.settled,
        "choice": choice_document(pair.choice) if pair.choice else None,
        "measures": [
            {
                "measure": one.measure,
                "counts": one.first,
                "beside": one.second,
                "gap": one.gap,
                "tolerated": one.tolerated,
                "agreement": one.agreement,
                "not_comparable": one.attribute,
            }
            for one in pair.measures
        ],
    }


def choice_document(choice: Choice) -> Document:
    return {
        "month": choice.month,
        "channel": choice.channel,
        "account": choice.account,
        "source": choice.origin.key,
        "reason": choice.reason,
        "name": choice.name,
        "at": choice.at,
    }


def trace_document(trace: Trace) -> Document:
    """The figure, and a document a file; sums of the files' amounts are the figure or its two parts."""
    return {
        "metric": trace.metric,
        "scope": trace.scope.key,
        "period": _days(trace.period),
        "value": trace.value.amount,
        "lower": trace.value.lower,
        "upper": trace.value.upper,
        "rows": trace.count,
        "sums": {measure: trace.total(measure) for measure in trace.measures},
        "files": [_file(file) for file in trace.files],
    }


def _file(file: TracedFile) -> Document:
    return {
        "file": file.file,
        "sha256": file.sha256,
        "panel": file.panel,
        "import_id": file.import_id,
        "imported_at": file.imported_at,
        "imported_by": file.imported_by,
        "rows": ranges_text(file.rows),
        "row_count": file.count,
        "sums": dict(file.amounts),
        "checks_run": file.checks_run,
        "checks_passed": file.checks_passed,
        "accepted": [
            {"code": waiver.finding.code, "name": waiver.name, "reason": waiver.reason, "at": waiver.at}
            for waiver in file.waivers
        ],
    }


def _days(span: Period) -> Document:
    return {"start": span.start, "end": span.last_day}
