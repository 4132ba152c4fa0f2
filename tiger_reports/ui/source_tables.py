"""Tables of a month's sources: which count and which do not, and two of them side by side."""

from __future__ import annotations

from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.sources import Agreement, Compared, Comparison, SourceUse
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range
from tiger_reports.text.measures import measure_amount, measure_name
from tiger_reports.text.numbers import MISSING
from tiger_reports.text.sources import agreement_words, origin_words
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.plain import line
from tiger_reports.ui.words import Words

VERDICTS = {Agreement.AGREES: Verdict.BETTER, Agreement.DIFFERS: Verdict.WORSE}
MOST_STRETCHES = 3


def uses_table(uses: tuple[SourceUse, ...], t: Words) -> Table:
    heads = ("ui.word.channel", "ui.sources.account", "ui.sources.source", "ui.sources.days")
    columns = (
        *(Column(t(head), numeric=False) for head in heads),
        Column(t("ui.sources.standing"), numeric=False),
        Column(t("ui.sources.note"), numeric=False),
    )
    return Table(columns, tuple(_use(use, t) for use in uses), t("ui.sources.title"), "sources-used")


def _use(use: SourceUse, t: Words) -> tuple[Cell, ...]:
    standing = "left_out" if not use.counts else "fills" if use.why else "counts"
    days = ", ".join(date_range(span, t.language) for span in use.days[:MOST_STRETCHES])
    return (
        Cell(panel_name(use.channel)),
        Cell(account_word(use.account, t)),
        Cell(origin_words(use.origin, t.language), bold=use.counts),
        Cell(days + (", …" if len(use.days) > MOST_STRETCHES else "")),
        Cell(t(f"ui.sources.{standing}"), Verdict.BETTER if use.counts else Verdict.SAME),
        Cell(t(f"source.why.{use.why}") if use.why else ""),
    )


def comparison_table(pair: Comparison, write: Figures) -> Table:
    """Both amounts, the gap, how much of one is tolerated, and the verdict in words."""
    t = write.t
    columns = (
        Column(t("ui.import.measure"), numeric=False),
        Column(origin_words(pair.first, t.language)),
        Column(origin_words(pair.second, t.language)),
        Column(t("ui.sources.gap")),
        Column(t("ui.sources.tolerated")),
        Column(t("ui.sources.verdict"), numeric=False),
    )
    rows = tuple(_compared(one, write) for one in pair.measures)
    return Table(columns, rows, compared_words(pair, t), "sources-compared")


def _compared(one: Compared, write: Figures) -> tuple[Cell, ...]:
    language = write.t.language
    first, second, gap, tolerated = (
        measure_amount(one.measure, value, write.currency, language)
        for value in (one.first, one.second, one.gap, one.tolerated)
    )
    apart = one.agreement is Agreement.APART
    return (
        Cell(measure_name(one.measure, language)),
        Cell(first),
        Cell(second),
        Cell(gap),
        Cell(MISSING if apart else tolerated),
        Cell(agreement_words(one, language), VERDICTS.get(one.agreement, Verdict.SAME), bold=not apart),
    )


def compared_words(pair: Comparison, t: Words) -> str:
    first, second = (origin_words(one, t.language) for one in (pair.first, pair.second))
    days = date_range(pair.days, t.language) if pair.days else MISSING
    return t("ui.sources.compared_lead", first=first, second=second, days=days)


def account_word(account: str, t: Words) -> str:
    return line(account) or t("source.no_account")
