"""Amounts of a record as people write them: percents for rates, plain numbers else."""

from __future__ import annotations

from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.metric import Unit
from tiger_reports.text.numbers import number
from tiger_reports.ui.amounts import Typed, parse_amount, parse_share

HUNDRED = 100


def written_amount(metric: str, value: float | None, language: str) -> str:
    if value is None:
        return ""
    shown = value * HUNDRED if _is_share(metric) else value
    return number(shown, language, 0 if shown == round(shown) else 2)


def read_amount(metric: str, text: str) -> Typed:
    return parse_share(text) if _is_share(metric) else parse_amount(text)


def _is_share(metric: str) -> bool:
    return bool(metric) and definition(metric).unit is Unit.PERCENT
