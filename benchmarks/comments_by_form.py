"""Correct comments made from sentence forms, and the same comments with one thing wrong in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tiger_reports.commentary.claims.subject import About
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Scope
from tiger_reports.model.figure import Figure
from tiger_reports.model.metric import Unit
from tiger_reports.model.period import Period, previous_month, shift_months
from tiger_reports.model.report import MonthReport
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.numbers import MINUS, number

FORMS = Path(__file__).with_name("comment_forms")
WRONGS = ("digit", "sign", "unit", "metric", "period", "points")
LEAST = 0.02
"""A change below it is not told in percent."""

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_FAR = 3
HEDGE = 0.05
ALIKE = 0.0002
"""Two differences of rates that are written alike."""


@dataclass(frozen=True)
class Plan:
    """What one comment says; `wrong` is the one thing in it that does not hold."""

    form: str
    figure: Figure
    scope: Scope
    seed: int
    named: str = ""  # another metric's name over this one's figures
    wrong: str = ""


@dataclass(frozen=True)
class Written:
    text: str
    about: About
    wrong: str = ""


@cache
def forms(language: str) -> Mapping[str, Any]:
    return tomllib.loads((FORMS / f"{language}.toml").read_text("utf-8"))


def plans(report: MonthReport, language: str, count: int, seed: int) -> list[Plan]:
    """`count` comments that hold: a form, a metric and a channel each, drawn by `seed`."""
    random, found = Random(seed), []
    while len(found) < count:
        form = random.choice(forms(language)["templates"]["all"])
        scope = Scope(random.choice(report.channels).name) if "{Scope}" in form else Scope()
        figures = [figure for figure in _figures(report, scope).values() if _fits(figure, form)]
        if figures:
            found.append(Plan(form, random.choice(figures), scope, random.randrange(10**9)))
    return found


def wrongs(plan: Plan, report: MonthReport, language: str) -> list[Plan]:
    """The comment with one thing wrong, once for each thing that it can have wrong."""
    return [bad for wrong in WRONGS if (bad := _wrong(plan, report, wrong, language)) is not None]


def write(plan: Plan, report: MonthReport, language: str) -> Written:
    pen = _Pen(plan, report, language, Random(plan.seed))
    text = _SLOT.sub(pen.slot, plan.form)
    return Written(
        text[0].upper() + text[1:],
        About(plan.figure.metric, Scope(), (previous_month(report.period),)),
        plan.wrong,
    )


def _figures(report: MonthReport, scope: Scope) -> Mapping[str, Figure]:
    part = next((part for part in report.channels if part.name == scope.channel), None)
    return part.figures if part else {figure.metric: figure for figure in report.figures}


def _fits(figure: Figure, form: str) -> bool:
    rate = metric(figure.metric).unit is Unit.PERCENT
    moves = (figure.previous.relative or 0.0, figure.year_ago.relative or 0.0)
    if min(map(abs, moves)) < LEAST or (("{pp}" in form) != rate and "{pp}" in form):
        return False
    return not (rate and "{delta}" in form)


def _wrong(plan: Plan, report: MonthReport, wrong: str, language: str) -> Plan | None:
    form, entry = plan.form, metric(plan.figure.metric)
    if wrong == "sign" and not re.search(r"\{(pct|spct|pcty|pp|delta)\}", form):
        return None
    if wrong == "period" and not re.search(r"\{(than|in|In):|\{mom\}|\{yoy\}", form):
        return None
    if wrong == "points" and (
        entry.unit is not Unit.PERCENT or not re.search(r"\{(pct|spct|pcty|pp)\}", form)
    ):
        return None
    if wrong == "period" and _same_then(plan, form):
        return None
    named = ""
    if wrong == "metric":
        figures = _figures(report, plan.scope)
        alike = [key for key in figures if key != entry.key and metric(key).unit is entry.unit] or [
            key for key in figures if key != entry.key
        ]
        named = Random(plan.seed + 1).choice(sorted(alike))
    bad = replace(plan, wrong=wrong, named=named)
    return bad if write(bad, report, language).text != write(plan, report, language).text else None


def _same_then(plan: Plan, form: str) -> bool:
    """Whether the words would still hold of the other time."""
    previous, year_ago = plan.figure.previous, plan.figure.year_ago
    if re.search(r"\{mom\}|\{yoy\}", form):
        if abs((previous.delta or 0.0) - (year_ago.delta or 0.0)) < ALIKE:
            return True
        return abs((previous.relative or 0.0) - (year_ago.relative or 0.0)) < LEAST
    first = re.search(r"\{(in|In|than):", form)
    if first is None or first[1] == "than":
        return False
    then = plan.figure.series[-1 - _FAR].amount or 0.0
    levels = (previous.after.amount or 0.0, previous.before.amount or 0.0)
    return any(abs(then - level) < 2 * HEDGE * level for level in levels)


class _Pen:
    """Fills the slots of a form; the same seed chooses the same words, whatever is wrong."""

    def __init__(self, plan: Plan, report: MonthReport, language: str, random: Random) -> None:
        self.plan, self.report, self.language, self.random = plan, report, language, random
        self.said, self.figure = forms(language), plan.figure
        self.entry = metric(plan.figure.metric)
        self.spoilt = False
        self.gender, *self.cases = self.said["metrics"][plan.named or plan.figure.metric]

    def slot(self, match: re.Match[str]) -> str:
        name, detail = match[1], match[2] or ""
        text = self._word(name.lower(), detail) or self._number(name)
        return text[0].upper() + text[1:] if name[0].isupper() else text

    # --- words

    def _word(self, name: str, detail: str) -> str:
        said, way = self.said, self._way()
        cases = dict(zip(("nom", "gen", "loc"), self.cases, strict=True))
        words = {
            "verb": lambda: said["verbs"][way][self.gender],
            "was": lambda: said["verbs"]["was"][self.gender],
            "noun": lambda: said["nouns"][way],
            "more": lambda: said["adjectives"][way][self.gender],
            "mom": lambda: said["periods"]["year_ago" if self._spoils("period") else "previous"],
            "yoy": lambda: said["periods"]["previous" if self._spoils("period") else "year_ago"],
        }
        if name in words:
            return self._pick(words[name]())
        if name == "scope":
            return self._pick(said["periods"]["scope"]).format(name=panel_name(self.plan.scope.channel))
        return self._month(name, detail) if name in ("in", "than") else str(cases.get(name, ""))

    def _month(self, name: str, detail: str) -> str:
        period = self.report.period if detail == "now" else previous_month(self.report.period)
        if self._spoils("period"):
            period = Period(shift_months(period.start, -_FAR), shift_months(period.end, -_FAR))
        at = period.start.month - 1
        cases = {case: self.said["months"][case][at] for case in ("gen", "loc", "ins")}
        text = self._pick(self.said["periods"][name]).format(**cases)
        return self._vocalised(text)

    def _vocalised(self, text: str) -> str:
        """`we wrześniu`, `ve srovnání`: prepositions before hard beginnings."""
        if self.language == "pl":
            return text.replace("w wrześniu", "we wrześniu")
        return text

    def _way(self) -> str:
        change = self.figure.year_ago if "{pcty}" in self.plan.form else self.figure.previous
        up = (change.delta or 0.0) > 0
        return "up" if up != (self.plan.wrong == "sign") else "down"

    # --- numbers

    def _number(self, name: str) -> str:
        previous, year_ago = self.figure.previous, self.figure.year_ago
        match name:
            case "now" | "before" | "year_ago":
                amounts = {"now": previous.after, "before": previous.before, "year_ago": year_ago.before}
                return self._level(amounts[name].amount or 0.0)
            case "hedge":
                return self._hedged(previous.after.amount or 0.0)
            case "delta":
                return self._level(abs(previous.delta or 0.0), exact=True)
            case "pct" | "pcty":
                return self._percent(abs((previous if name == "pct" else year_ago).relative or 0.0))
            case "spct":
                sign = "+" if self._way() == "up" else self.random.choice((MINUS, "-"))
                return sign + self._percent(abs(previous.relative or 0.0))
            case "pp":
                return self._points(abs(previous.delta or 0.0))
        raise ValueError(name)

    def _level(self, value: float, *, exact: bool = False) -> str:
        scaled = value >= 20_000 and not exact and self.random.random() < 0.3
        if self.entry.unit is Unit.PERCENT:
            return self._with("percent", value * 100, 2, 0.005)
        if scaled:
            million = value >= 1e6
            unit = self.said["units"]["million" if million else "thousand"]
            size = value / (1e6 if million else 1e3)
            return self._with("money" if self.entry.unit is Unit.MONEY else "plain", size, 1, 0.05, unit)
        places = self.entry.decimals if self.entry.unit is not Unit.COUNT else 0
        if self.entry.unit is Unit.MONEY and value > 1000 and self.random.random() < 0.4:
            places = 0
        return self._with(
            "money" if self.entry.unit is Unit.MONEY else "plain", value, places, 0.5 * 10**-places
        )

    def _percent(self, fraction: float) -> str:
        places = 1 if fraction < 0.1 else self.random.choice((0, 1))
        return self._with("percent", fraction * 100, places, 0.5 * 10**-places)

    def _points(self, fraction: float) -> str:
        return self._with("points", fraction * 100, 2, 0.005)

    def _hedged(self, value: float) -> str:
        """A round number near the figure, with the word that allows for it."""
        kind = self.random.choice(("about", "over", "under"))
        rate = self.entry.unit is Unit.PERCENT
        size = value * 100 if rate else value
        digits = len(str(int(size))) if size >= 1 else 0
        step = 10.0 ** (digits - (2 if size >= 5 * 10 ** (digits - 1) else 3))
        rounded = {"about": round(size / step), "over": size // step, "under": -(-size // step)}[kind] * step
        places = max(0, 3 - digits)
        unit = "percent" if rate else "money" if self.entry.unit is Unit.MONEY else "plain"
        return f"{self._pick(self.said['hedges'][kind])} {self._with(unit, rounded, places, HEDGE * rounded)}"

    def _with(self, unit: str, size: float, places: int, slack: float, scale: str = "") -> str:
        """The number with its unit; the first one of a spoilt comment carries the fault."""
        text = self._digits(size, places)
        if self._spoils("digit"):
            text = self._changed(text, size, slack)
        kind = unit
        if self._spoils("unit"):
            kind = {"percent": "wrong_money", "points": "money", "money": "percent", "plain": "percent"}[unit]
        if unit in ("percent", "points") and self._spoils("points"):
            kind = "points" if unit == "percent" else "percent"
        return self._unit(f"{text} {scale}".strip(), kind)

    def _unit(self, text: str, kind: str) -> str:
        units = self.said["units"]
        match kind:
            case "percent":
                return f"{text}%" if self.random.random() < 0.7 else f"{text} %"
            case "points":
                return f"{text} {self._pick(units['points'])}"
            case "money" | "wrong_money":
                sign = self._pick(units["money"]) if kind == "money" else units["wrong_money"]
                return f"{sign}{text}" if sign == "€" else f"{text} {sign}"
        return text

    def _digits(self, size: float, places: int) -> str:
        text = number(size, self.language, places)
        spaces = self.random.choice(("\u00a0", " ", "\u2009", ""))
        return text.replace("\u00a0", spaces)

    def _changed(self, text: str, size: float, slack: float) -> str:
        """Another number: two digits changed places, or one became another."""
        random = Random(self.plan.seed + 2)
        at = [place for place, char in enumerate(text) if char.isdigit()]
        for _ in range(200):
            chars = list(text)
            if len(at) > 1 and random.random() < 0.5:
                one = random.randrange(len(at) - 1)
                chars[at[one]], chars[at[one + 1]] = chars[at[one + 1]], chars[at[one]]
            else:
                chars[random.choice(at)] = str(random.randrange(10))
            if chars[at[0]] != "0" and abs(_size("".join(chars), self.language) - size) > slack * 2.1:
                return "".join(chars)
        return text

    def _spoils(self, wrong: str) -> bool:
        """Whether this is the place that the fault falls on."""
        if self.plan.wrong != wrong or self.spoilt:
            return False
        self.spoilt = True
        return True

    def _pick(self, words: list[str]) -> str:
        return self.random.choice(words)


def _size(text: str, language: str) -> float:
    plain = re.sub(r"[\s\u00a0\u2009]", "", text)
    return float(plain.replace(",", "") if language == "en" else plain.replace(",", "."))
