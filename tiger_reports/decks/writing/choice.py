"""Which figures a client is shown: eight on cards, a dozen in the table, the rest in the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.decks.writing.main_result import cost_of_result, main_result
from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.model.figure import Figure

CARDS, ROWS = 8, 12
SLOTS = (
    ("roas", "conversion_value"),
    ("spend",),
    ("leads",),
    ("cpl",),
    ("reach", "impressions"),
    ("clicks", "link_clicks"),
    ("ctr", "link_ctr"),
    ("cpc", "link_cpc"),
)
"""After the main result and its cost; of the figures in one slot the first that the month has is shown."""
BESIDES = ("cvr", "aov", "cpm")
"""What the headlines leave out and a reader of the table wants to know."""
COST_SHARE = {"cs": "pno", "ru": "pno"}
"""Where the share of cost in revenue is as usual a figure as its inverse."""


def scorecard_figures(telling: Telling) -> tuple[Figure, ...]:
    """Goals, the main result, its cost, and what they rest on; a key figure is never missing."""
    ranked = tuple(dict.fromkeys((*_slots(telling), *_headlines(telling))))
    chosen = _chosen(telling)
    kept = [*ranked[:CARDS], *(key for key in chosen if key not in ranked[:CARDS])]
    while len(kept) > CARDS:
        kept.remove(next(key for key in reversed(kept) if key not in chosen))
    return _figures(telling, kept)


def table_figures(telling: Telling) -> tuple[Figure, ...]:
    """Headlines, key figures, and what adds to them; figures that say the same stay in the workbook."""
    share = (COST_SHARE[telling.language],) if telling.language in COST_SHARE else ()
    wanted = (*_headlines(telling), *_chosen(telling), *share, *BESIDES)
    return _figures(telling, tuple(dict.fromkeys(wanted)))[:ROWS]


def _slots(telling: Telling) -> Iterator[str]:
    known = _headlines(telling)
    leading = (figure.metric for figure in (main_result(telling), cost_of_result(telling)) if figure)
    yield from [key for key in telling.report.goals if key in known]
    yield from leading
    for slot in SLOTS:
        yield from [key for key in slot if key in known][:1]


def _headlines(telling: Telling) -> tuple[str, ...]:
    return tuple(entry.key for entry in headline_metrics(telling.report.figures, telling.report.goals))


def _chosen(telling: Telling) -> tuple[str, ...]:
    """Metrics of the specialist's key figures, those that the month has."""
    keys = dict.fromkeys(key.metric for key in telling.report.key_figures)
    return tuple(key for key in keys if present(telling.report.figure(key)))[:CARDS]


def _figures(telling: Telling, keys: tuple[str, ...] | list[str]) -> tuple[Figure, ...]:
    found = (telling.report.figure(key) for key in keys)
    return tuple(figure for figure in found if figure is not None and present(figure))
