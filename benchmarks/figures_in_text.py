"""How many wrong figures in comments are found, and how many right ones are blocked by mistake."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from benchmarks.bench import Bench
from benchmarks.comments_by_form import WRONGS, Written, plans, write, wrongs
from benchmarks.measure import Result
from benchmarks.synthetic_month import synthetic_month
from tiger_reports.commentary.claims.figures_in_text import claims
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.text.catalogue import LANGUAGES

COMMENTS, A_REPORT = 500, 20
MISSED, BLOCKED = 2.0, 1.0


@dataclass
class Score:
    """Counts of one language; `examples` are comments that were judged wrongly."""

    right: int = 0
    blocked: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, str]] = field(default_factory=list)

    @property
    def missed_share(self) -> float:
        return 100 * self.missed.total() / max(1, self.wrong.total())

    @property
    def blocked_share(self) -> float:
        return 100 * self.blocked / max(1, self.right)


def run(bench: Bench) -> list[Result]:
    """Shares in percent over 500 comments a language, each once as it is and once with each fault."""
    found = []
    for language in LANGUAGES:
        score = measure(language, COMMENTS)
        bench.console.print(f"{language}: {score.right} right, {score.wrong.total()} wrong comments")
        found.append(Result(f"{language}: right comments blocked", score.blocked_share, BLOCKED, "%"))
        found.append(Result(f"{language}: wrong figures missed", score.missed_share, MISSED, "%"))
        for wrong in WRONGS:
            share = 100 * score.missed[wrong] / max(1, score.wrong[wrong])
            found.append(Result(f"{language}: missed, {wrong}", share, None, "%"))
    return found


def measure(language: str, comments: int, seed: int = 1) -> Score:
    score = Score()
    for at in range(0, comments, A_REPORT):
        report = synthetic_month(language, seed + at)
        table = FactTable(report)
        for plan in plans(report, language, min(A_REPORT, comments - at), seed + at):
            _right(score, write(plan, report, language), table, language)
            for bad in wrongs(plan, report, language):
                _wrong(score, write(bad, report, language), table, language)
    return score


def _blocks(written: Written, table: FactTable, language: str) -> bool:
    return any(claim.blocks for claim in claims(written.text, table, language, written.about))


def _right(score: Score, written: Written, table: FactTable, language: str) -> None:
    score.right += 1
    if _blocks(written, table, language):
        score.blocked += 1
        score.examples.append(("blocked", written.text))


def _wrong(score: Score, written: Written, table: FactTable, language: str) -> None:
    score.wrong[written.wrong] += 1
    if not _blocks(written, table, language):
        score.missed[written.wrong] += 1
        score.examples.append((written.wrong, written.text))
