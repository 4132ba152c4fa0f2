from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tiger_reports.changes.compare import Side, compare
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Comment
from tiger_reports.model.change import Change, Reference, Scope
from tiger_reports.model.metric import Value
from tiger_reports.model.period import month

NOW = month(2026, 10)
BASES = {Reference.PREVIOUS: month(2026, 9), Reference.YEAR_AGO: month(2025, 10)}


@pytest.fixture
def changed() -> Callable[..., Change]:
    def build(
        key: str,
        before: float | None,
        after: float | None,
        *,
        notable: bool = True,
        reference: Reference = Reference.PREVIOUS,
        scope: Scope | None = None,
    ) -> Change:
        sides = Side(NOW, Value(after)), Side(BASES[reference], Value(before))
        return replace(compare(metric(key), scope or Scope(), reference, *sides), notable=notable)

    return build


@pytest.fixture
def full() -> Callable[..., Comment]:
    """A comment with everything a drop asks for."""

    def build(**other: Any) -> Comment:
        plain: dict[str, Any] = {
            "card": "2026-10:cpa:all",
            "cause_tag": "competition",
            "cause": "A rival bought the same auctions in the sale week.",
            "solution": "Move a fifth of the budget to search.",
            "evidence": "Auction insights of 14 October",
            "owner": "Specialist One",
            "due": date(2026, 11, 12),
            "before": 80.0,
            "after": 100.0,
        }
        return Comment(**(plain | other))

    return build
