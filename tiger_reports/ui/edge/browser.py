"""One browser told from another by a random cookie: a download link works only where it was made."""

from __future__ import annotations

import hashlib
import secrets
from http.cookies import CookieError, SimpleCookie

COOKIE = "tiger_browser"
BYTES = 24


def mark(cookies: str) -> str:
    """The browser's mark in a request's cookie header; empty where there is none."""
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def fingerprint(browser: str) -> str:
    """What a link carries instead of the mark itself."""
    return hashlib.sha256(browser.encode()).hexdigest() if browser else ""


def new_mark(*, secure: bool) -> str:
    """A `Set-Cookie` header that marks a browser."""
    secured = "; Secure" if secure else ""
    return f"{COOKIE}={secrets.token_urlsafe(BYTES)}; Path=/; HttpOnly; SameSite=Lax{secured}"
