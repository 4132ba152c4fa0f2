"""A refusal in words, with everything that is open."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.job import Outcome
from tiger_reports.model.report import OpenItem
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text.catalogue import has, phrase


@dataclass(frozen=True)
class Wording:
    sentence: str
    open_items: tuple[str, ...]

    @property
    def whole(self) -> str:
        return " ".join((self.sentence, "; ".join(self.open_items))).strip()


def refusal_words(refused: RefusedError, language: str) -> Wording:
    sentence = phrase(f"refusal.{refused.code}", language, **refused.details)
    return Wording(sentence, tuple(open_item_words(item, language) for item in refused.open_items))


def outcome_words(outcome: Outcome, language: str) -> Wording:
    """Why one part of a job was refused."""
    return refusal_words(RefusedError(outcome.code, outcome.details, outcome.open_items), language)


def open_item_words(item: OpenItem, language: str) -> str:
    """`open.<code>` with the item's subject: a metric's name where the subject is a metric."""
    subject = item.subject
    if has(f"metric.{subject}.name", language):
        subject = phrase(f"metric.{subject}.name", language)
    return phrase(f"open.{item.code}", language, subject=subject)
