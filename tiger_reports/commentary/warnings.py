"""Words that say nothing new: last month's text again, or the figure told once more."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from tiger_reports.model.card import Comment
from tiger_reports.model.period import month
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.dates import month_name

ALIKE = 0.9
WARNINGS = ("returned", "copied", "copied_again", "repeats_number")
TELLING = 2
"""So many words beside the figure's own are the least that says something."""

LONG_WORD = 3
_NUMBER = re.compile(r"\d[\d\s.,]*")
_SENTENCE = re.compile(r"[.!?;\n]+(?=\s|$)")
_CHIP = re.compile(r"\{\{[^{}]*\}\}")
_WORD = re.compile(r"[^\W\d_]+")


def warnings(
    metric_key: str, comment: Comment | None, last: Comment | None, language: str
) -> tuple[str, ...]:
    """`returned`, `copied`, `copied_again`, `repeats_number`: they warn, and block nothing by themselves.

    A copy may be meant: the author says that it still holds. Two months running nobody may say so unasked.
    """
    if comment is None or comment.empty:
        return ()
    copy = last is not None and copied(comment, last)
    raised = {
        "returned": bool(comment.returned),
        "copied": copy and not comment.still_holds,
        "copied_again": copy and comment.still_holds and last is not None and last.still_holds,
        "repeats_number": repeats_number(comment.cause, metric_key, language),
    }
    return tuple(name for name, holds in raised.items() if holds)


def copied(comment: Comment, last: Comment) -> bool:
    """Whether a field, or the whole, is last month's, whatever the numbers in it.

    The whole finds a copy whose sentences only moved from one field to another.
    """
    pairs = ((comment.cause, last.cause), (comment.solution, last.solution), (_whole(comment), _whole(last)))
    return any(now.strip() and _similarity(now, then) > ALIKE for now, then in pairs)


def _whole(comment: Comment) -> str:
    """All words, sentence by sentence in the order of the alphabet."""
    text = f"{comment.cause}. {comment.evidence}. {comment.solution}. {comment.expected}"
    return ". ".join(sorted(part.strip() for part in _SENTENCE.split(text.casefold()) if part.strip()))


def _similarity(one: str, other: str) -> float:
    return SequenceMatcher(None, _without_numbers(one), _without_numbers(other), autojunk=False).ratio()


def _without_numbers(text: str) -> str:
    return " ".join(_NUMBER.sub(" ", text.casefold()).split())


def repeats_number(cause: str, metric_key: str, language: str) -> bool:
    """Whether a cause only tells the figure again: its name, a direction, months and numbers."""
    words = [word for word in _words(_CHIP.sub(" ", cause)) if len(word) > LONG_WORD]
    if not cause.strip():
        return False
    known = _plain_words(metric_key, language)
    return sum(not _is_plain(word, known) for word in words) < TELLING


def _is_plain(word: str, known: Iterable[str]) -> bool:
    return any(word.startswith(stem) for stem in known)


@cache
def _plain_words(metric_key: str, language: str) -> frozenset[str]:
    """Stems that tell a figure and no cause: the metric's name, months, words of movement."""
    names = (
        f"{phrase(f'metric.{metric_key}.name', language)} {phrase(f'metric.{metric_key}.short', language)}"
    )
    stems = {_stem(word) for word in _words(names) if len(word) > LONG_WORD}
    months = {_stem(month_name(month(2026, number), language)) for number in range(1, 13)}
    return frozenset({*stems, *months, *_movement()[language]})


def _stem(word: str) -> str:
    return word.casefold()[: max(LONG_WORD + 1, len(word) - 2)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@cache
def _movement() -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = tomllib.loads((files(__package__) / "movement.toml").read_text("utf-8"))
    return found
