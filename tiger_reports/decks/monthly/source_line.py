"""The line under every exhibit: systems, extraction day, checks passed, and the exact days compared."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.telling import Telling
from tiger_reports.text.dates import date_range, short_date


def source_line(telling: Telling) -> str:
    parts = (_systems(telling), _checks(telling), _periods(telling))
    return " ".join(part for part in parts if part)


def _systems(telling: Telling) -> str:
    files = telling.report.notes.sources
    if not files:
        return ""
    names = dict.fromkeys(words.panel_name(source.panel, telling.language) for source in files)
    zone = ZoneInfo(telling.report.client.timezone)
    last = max(source.imported_at for source in files).astimezone(zone).date()
    return telling.say("source.systems", systems=", ".join(names), date=short_date(last, telling.language))


def _checks(telling: Telling) -> str:
    notes = telling.report.notes
    if not notes.checks_run:
        return ""
    return telling.say("source.checks", passed=notes.checks_passed, n=notes.checks_run)


def _periods(telling: Telling) -> str:
    periods = (("AC", telling.period), ("PM", telling.previous), ("PY", telling.year_ago))
    return " · ".join(f"{mark} = {date_range(period, telling.language)}" for mark, period in periods)
