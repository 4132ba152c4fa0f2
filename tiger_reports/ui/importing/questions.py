"""What a file leaves open, and the answers as options to read it again with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tiger_reports.model.imports import Staged
from tiger_reports.model.period import Period
from tiger_reports.services.importing.options import Options, options_from

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "panel": ("unrecognised", "several", "panel_misfit"),
    "currency": ("currency_missing",),
    "year": ("year_missing",),
    "date_order": ("ambiguous_date",),
    "period": ("period_unknown",),
}
"""Each question with the findings that raise it."""
SPAN = 2
"""A stretch of days has a first and a last one."""


def asked(file: Staged) -> tuple[str, ...]:
    codes = {finding.code for finding in file.findings}
    return tuple(name for name, raised in QUESTIONS.items() if codes.intersection(raised))


def answered(file: Staged, answers: Mapping[str, Any]) -> Options:
    """The options that the file was read with, and what was answered now over them."""
    given = {name: answer for name, answer in answers.items() if answer}
    if "period" in given:
        given["period"] = _stretch(given["period"])
    return replace(
        options_from(file.upload.options), **{name: answer for name, answer in given.items() if answer}
    )


def _stretch(days: Any) -> Period | None:
    """Both days are meant to be inside."""
    if len(days) != SPAN:
        return None
    return Period(days[0], days[1] + timedelta(days=1))
