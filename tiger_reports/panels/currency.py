"""The currency of a table: from header brackets, a currency column, signs in cells, or the user."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tiger_reports.model.finding import Finding
from tiger_reports.panels import fold
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.codes import found
from tiger_reports.panels.currency_signs import code_of
from tiger_reports.panels.header import Header
from tiger_reports.panels.sheet import Body

MONEY = (
    "spend",
    "conversion_value",
    "reported_cpc",
    "reported_link_cpc",
    "reported_cpm",
    "reported_cost_per_result",
    "reported_cpa",
)


@dataclass(frozen=True)
class Currency:
    """`code` None: not known, or more than one. `column` is the file's own currency by row (string)."""

    code: str | None
    column: Column | None
    findings: tuple[Finding, ...]


def currency_of(body: Body, header: Header, signs: Iterable[str], chosen: str | None) -> Currency:
    """All sources must agree; `chosen` is what the user said.

    Rows may be in several currencies where the file's own column alone says so: each row is told apart
    there, and the checks know which of them have a rate.
    """
    column = _column(body, header)
    listed = {code for code in (pc.unique(column).to_pylist() if column is not None else ()) if code}
    beside = _in_headers(header) | {code for sign in signs if (code := code_of(sign))}
    stated = listed | beside | ({chosen} if chosen else set())
    if len(listed) > 1 and stated == listed and not beside and not chosen:
        return Currency(None, column, ())
    if len(stated) > 1:
        finding = found(
            "mixed_currency",
            value=", ".join(sorted(stated)),
            details={"currencies": ", ".join(sorted(stated))},
        )
        return Currency(None, column, (finding,))
    code = next(iter(stated), None)
    if code is None and any(role in header.roles for role in MONEY):
        return Currency(None, column, (found("currency_missing", column=_money_header(header)),))
    return Currency(code, column, ())


def currency_values(currency: Currency, rows: int) -> Column:
    """The currency of each row."""
    known = pa.chunked_array([pa.repeat(pa.scalar(currency.code, pa.string()), rows)])
    return known if currency.column is None else pc.coalesce(currency.column, known)


def _column(body: Body, header: Header) -> Column | None:
    if "currency" not in header.roles:
        return None
    text = pc.utf8_upper(pc.utf8_trim_whitespace(body.columns[header.roles["currency"]].text))
    return pc.if_else(pc.match_substring_regex(text, "^[A-Z]{3}$"), text, None)


def _in_headers(header: Header) -> set[str]:
    codes = (
        fold.split_currency(header.cells[header.roles[role]])[1] for role in MONEY if role in header.roles
    )
    return {code for code in codes if code}


def _money_header(header: Header) -> str:
    return next(header.name(role) for role in MONEY if role in header.roles)
