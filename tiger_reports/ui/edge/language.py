"""Which language a browser asks for: its cookie first, then its own preference."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from tiger_reports.text import LANGUAGES

COOKIE = "tiger_language"


def from_cookie(header: str) -> str | None:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel and morsel.value in LANGUAGES else None


def from_preference(header: str) -> str:
    """First of the browser's languages that we have; order of the list, as browsers send it."""
    wanted = (part.split(";")[0].strip()[:2].lower() for part in header.split(","))
    return next((language for language in wanted if language in LANGUAGES), LANGUAGES[0])


def of_request(cookies: str, preference: str) -> str:
    return from_cookie(cookies) or from_preference(preference)
