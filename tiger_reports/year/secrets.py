"""Whether a text looks like a password: the register of accesses is no place for one."""

from __future__ import annotations

import re
from itertools import pairwise

LEAST = 8
LEAST_RANDOM = 12
MOST_TURNS = 4
_NAMED = re.compile(
    r"\b(?:password|passwd|passphrase|pass|pwd|pw|pin|hasł[oa]|haslo|heslo|пароль|пасс)\b"
    r"(?:\s*[:=]\s*\S|\s+\S*\d)",
    re.IGNORECASE,
)
_NOT_SECRET = re.compile(r"(?:https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@[\w.]+)")
_SIGNS = re.compile(r"[!#$%^&*?=+~<>|\\]")
_KINDS = (re.compile(r"[a-zà-öø-ÿа-я]"), re.compile(r"[A-ZÀ-ÖØ-ÞА-Я]"), re.compile(r"\d"))


def looks_secret(text: str) -> bool:
    """A word for a password with one after it, or a string of mixed signs as only passwords are.

    Addresses, account numbers and names of profiles are none.
    """
    if _NAMED.search(text):
        return True
    return any(_mixed(word) for word in _NOT_SECRET.sub(" ", text).split())


def _mixed(word: str) -> bool:
    letters = any(kind.search(word) for kind in _KINDS[:2])
    if len(word) >= LEAST and letters and _KINDS[2].search(word) and _SIGNS.search(word):
        return True
    if len(word) < LEAST_RANDOM or not all(kind.search(word) for kind in _KINDS):
        return False
    return _turns(word) > MOST_TURNS


def _turns(word: str) -> int:
    """How often the kind of sign changes along the word: names have few turns, random strings many."""
    kinds = [next((place for place, kind in enumerate(_KINDS) if kind.search(sign)), -1) for sign in word]
    return sum(one != other for one, other in pairwise(kinds))
