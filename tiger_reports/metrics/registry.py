"""The metrics that we know, read once from `definitions.toml` and held against explicit rules."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Container, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tiger_reports.model.fact import ADDITIVE, MEASURES
from tiger_reports.model.metric import Floor, Good, Kind, Metric, Unit

FIELDS = frozenset(Metric.__dataclass_fields__) - {"key"}
MOST_DECIMALS = 4


class DefinitionError(ValueError):
    """An entry of `definitions.toml` that breaks a rule: a fault of ours, never of the user's."""


class UnknownMetricError(LookupError):
    """A metric key that no entry defines."""


def metric(key: str) -> Metric:
    found = metrics().get(key)
    if found is None:
        raise UnknownMetricError(f"no metric {key!r}; known are {', '.join(metrics())}")
    return found


@cache
def metrics() -> Mapping[str, Metric]:
    """Every metric by key, in the order in which reports list them."""
    text = (files(__package__) / "definitions.toml").read_text("utf-8")
    return parse(tomllib.loads(text))


def headlines(present: Collection[str], incomplete: Collection[str] = ()) -> tuple[Metric, ...]:
    """Headline metrics that the data have; a stand-in only where what it stands in for is missing.

    `incomplete` are metrics that some channel's files lack (all clicks, where a Meta export holds link
    clicks only): they give way to a stand-in that every channel has.
    """
    weak = {
        entry.stands_in_for
        for entry in metrics().values()
        if entry.stands_in_for in incomplete and entry.key in present and entry.key not in incomplete
    }
    strong = [key for key in present if key not in weak]
    return tuple(
        entry
        for key, entry in metrics().items()
        if entry.headline and key in strong and entry.stands_in_for not in strong
    )


def parse(tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Metric]:
    """Metrics from tables as TOML gives them; raise DefinitionError at the first broken rule."""
    found = {key: _entry(key, table) for key, table in tables.items()}
    for entry in found.values():
        faults = (*_measure_faults(entry), *_reference_faults(entry, found))
        if faults:
            raise DefinitionError(f"{entry.key}: {'; '.join(faults)}")
    return found


def _entry(key: str, table: Mapping[str, Any]) -> Metric:
    unknown = sorted(set(table) - FIELDS)
    if unknown:
        raise DefinitionError(f"{key}: no such field: {', '.join(unknown)}")
    values = dict(table)
    try:
        values.update(kind=Kind(table["kind"]), unit=Unit(table["unit"]), good=Good(table["good"]))
        values.update(floor=Floor(table.get("floor", "")))
    except (KeyError, ValueError) as error:
        raise DefinitionError(f"{key}: kind, unit, good, floor: each a known word, not {error}") from None
    if "chain" in table:
        values["chain"] = tuple(table["chain"])
    return Metric(key, **values)


def _measure_faults(entry: Metric) -> tuple[str, ...]:
    """What is wrong with the measures: each kind names its own, and only measures that exist."""
    parts = (entry.numerator, entry.denominator)
    allowed = MEASURES if entry.kind is Kind.NON_ADDITIVE else ADDITIVE
    if bool(entry.measure) == any(parts) or any(parts) != all(parts):
        return ("name either one measure or both a numerator and a denominator",)
    if entry.kind is not Kind.NON_ADDITIVE and bool(entry.measure) != (entry.kind is Kind.SUM):
        return ("a sum has a measure, a ratio has two",)
    used = [entry.measure] if entry.measure else list(parts)
    return tuple(f"no such measure here: {name}" for name in used if name not in allowed)


def _reference_faults(entry: Metric, known: Container[str]) -> tuple[str, ...]:
    linked = [link.lstrip("/") for link in entry.chain]
    linked += [entry.stands_in_for] if entry.stands_in_for else []
    faults = [f"no such metric: {key}" for key in linked if key not in known or key == entry.key]
    if entry.factor <= 0:
        faults.append("the factor is above zero")
    if not 0 <= entry.decimals <= MOST_DECIMALS:
        faults.append(f"decimals are 0 to {MOST_DECIMALS}")
    return tuple(faults)
