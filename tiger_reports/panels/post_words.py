"""What is kept of a post: its first line without addresses of persons, its kind, a link of the network."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from tiger_reports.panels.personal import EMAIL

LONGEST = 200
"""Characters of a title; a longer line ends at a word with an ellipsis."""
LONGEST_READ = 2_000
LONGEST_KIND = 60
LONGEST_LINK = 500
LEFT_OUT = "…"
HOSTS = (
    "facebook.com",
    "fb.watch",
    "instagram.com",
    "threads.com",
    "threads.net",
    "x.com",
    "twitter.com",
    "youtube.com",
    "youtu.be",
    "tiktok.com",
    "linkedin.com",
    "pinterest.com",
    "vk.com",
    "vk.ru",
)
"""Where posts of the known networks stand, on these hosts or on hosts below them."""
ADDRESS = re.compile(EMAIL)
HANDLE = re.compile(r"(?<![\w.])@\w(?:[\w.-]*\w)?")
PHONE = re.compile(r"(?<![\w.,/-])\+?\(?\d(?:[\s().-]{0,2}\d){8,14}(?![\w:])")
"""Nine to fifteen digits; a date has eight, and one with a time of day goes on with a colon."""
DOTTED_DATES = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4})?")
JOINER = "\u200d"
"""Holds emoji together; other invisible characters turn words round or hide some."""


def title(text: str) -> str:
    """The first line that says something, as the client wrote it, without e-mails, telephones and @-names."""
    lines = (_without_persons(_plain(line)) for line in text[:LONGEST_READ].splitlines())
    return _cut(next((line for line in lines if line.strip(LEFT_OUT + " .,:;")), ""))


def kind(text: str) -> str:
    return _plain(text)[:LONGEST_KIND]


def link(text: str) -> str:
    """The address where it is one of a known network by https, else nothing."""
    address = text.strip()
    if len(address) > LONGEST_LINK or not address.isprintable() or re.search(r'[\s"<>\\]', address):
        return ""
    try:
        parts = urlsplit(address)
        host, own = parts.hostname or "", parts.port is None and parts.username is None
    except ValueError:
        return ""
    known = any(host == one or host.endswith(f".{one}") for one in HOSTS)
    return address if parts.scheme == "https" and own and known else ""


def _plain(line: str) -> str:
    shown = "".join(" " if _hidden(char) else char for char in unicodedata.normalize("NFC", line))
    return " ".join(shown.split())


def _hidden(char: str) -> bool:
    return char != JOINER and unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs")


def _without_persons(line: str) -> str:
    for pattern in (ADDRESS, HANDLE):
        line = pattern.sub(LEFT_OUT, line)
    return PHONE.sub(lambda found: found[0] if DOTTED_DATES.search(found[0]) else LEFT_OUT, line)


def _cut(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    begun = line[: LONGEST - 1]
    return (begun.rsplit(" ", 1)[0] if " " in begun[LONGEST // 2 :] else begun).rstrip(" ,;:–-") + LEFT_OUT
