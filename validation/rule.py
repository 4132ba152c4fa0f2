"""Rules as data: one entry of `rules.toml` is one check."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from string import Template

from tiger_reports.model.finding import Severity

Parameter = str | int | float


@dataclass(frozen=True)
class Rule:
    """One check.

    It applies when every word of `needs` is present, none of `unless` is, and the file's panel is one
    of `panels` (empty: any). Words are columns that hold values, and facts about the file and the
    client such as `grain.day` or `expected.currency`; see `presence`.

    `sql` selects the offending rows: `source_row`, and where they help `column`, `value`, and any
    other column, which becomes a detail of the finding. A rule without `sql` names an expectation
    class of Great Expectations in `expect` and its `kwargs`.

    `per_row`: each row of the answer is a finding of its own (an account, a day, a measure) and not an
    example of one; `affected` then says how many rows of the file it concerns.

    `each` repeats the rule with other parameters; `needs` inside an entry adds to the rule's own.
    """

    code: str
    severity: Severity
    column: str = ""
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    panels: tuple[str, ...] = ()
    tolerance: float = 0.0
    per_row: bool = False
    uses: tuple[str, ...] = ()
    sql: str = ""
    expect: str = ""
    kwargs: Mapping[str, Parameter] = field(default_factory=dict)
    each: tuple[Mapping[str, Parameter], ...] = ({},)

    def applies(self, present: frozenset[str]) -> bool:
        here = not self.panels or any(f"panel.{panel}" in present for panel in self.panels)
        return here and present.issuperset(self.needs) and present.isdisjoint(self.unless)

    def cases(self, present: frozenset[str]) -> tuple[Mapping[str, Parameter], ...]:
        """The parameter sets of `each` whose own needs are present."""
        return tuple(case for case in self.each if present.issuperset(str(case.get("needs", "")).split()))

    def query(self, case: Mapping[str, Parameter], lists: Mapping[str, str]) -> str:
        """`sql` filled in. A name that nobody knows stays as it is, and DuckDB refuses it."""
        return Template(self.sql).safe_substitute({**lists, **case, "tolerance": self.tolerance})


@dataclass(frozen=True)
class Table:
    """A table that several rules read, worked out once: heavy grouping is not done per rule."""

    name: str
    sql: str
    uses: tuple[str, ...] = ()

    def query(self, lists: Mapping[str, str]) -> str:
        return Template(self.sql).substitute(lists)


@cache
def _document() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    return tomllib.loads((files(__package__) / "rules.toml").read_text("utf-8"))


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file, which is the order of the findings."""
    return tuple(_rule(code, entry) for code, entry in _document()["rule"].items())


@cache
def tables() -> tuple[Table, ...]:
    return tuple(
        Table(name, str(entry["sql"]), _words(entry.get("uses", ())))
        for name, entry in _document()["table"].items()
    )


def tables_for(names: Iterable[str]) -> tuple[Table, ...]:
    """The named tables and the ones that they are made of, each after those it uses."""
    wanted = set(names)
    for table in reversed(tables()):
        if table.name in wanted:
            wanted.update(table.uses)
    return tuple(table for table in tables() if table.name in wanted)


def _rule(code: str, entry: Mapping[str, object]) -> Rule:
    words = {name: _words(entry[name]) for name in ("needs", "unless", "panels", "uses") if name in entry}
    plain = {name: value for name, value in entry.items() if name not in words}
    plain["severity"] = Severity(str(entry["severity"]))
    if "each" in plain:
        plain["each"] = tuple(plain["each"])  # type: ignore[arg-type]  # values of a TOML table, which a test holds
    return Rule(code, **plain, **words)  # type: ignore[arg-type]  # values of a TOML table, which a test holds


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, (list, tuple)) else ()
