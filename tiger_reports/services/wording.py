"""A refusal in words, with everything that is open."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.job import Outcome
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.period import parse_month
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text.catalogue import has, phrase
from tiger_reports.text.dates import month_title


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
    """`open.<code>` with its subject (a metric by its name), what is still asked for, and who owes it."""
    subject = item.subject
    if has(f"metric.{subject}.name", language):
        subject = phrase(f"metric.{subject}.name", language)
    if item.month:
        title = month_title(parse_month(item.month), language)
        subject = title if subject == item.month else f"{subject}, {title}"
    text = phrase(f"open.{item.code}", language, subject=subject)
    if item.missing:
        names = ", ".join(phrase(f"missing.{name}", language) for name in item.missing)
        text = phrase("open_item.asked", language, text=text, names=names)
    return phrase("open_item.owed", language, text=text, owner=item.owner) if item.owner else text
