"""Back to the page that was asked for before the login; only ever to an address of our own."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, unquote, urlsplit

COOKIE = "tiger_next"
SECONDS = 600
IDENTITY = "_streamlit_user"
CALLBACK = "/oauth2callback"
LONGEST = 400


def remembered(path: str, query: bytes, *, secure: bool) -> str:
    """A `Set-Cookie` header that keeps where the reader wanted to go."""
    wanted = path + (f"?{query.decode('latin-1')}" if query else "")
    secured = "; Secure" if secure else ""
    return f"{COOKIE}={quote(wanted, safe='')}; Path=/; HttpOnly; SameSite=Lax; Max-Age={SECONDS}{secured}"


def forgotten() -> str:
    return f"{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"


def wanted_path(cookies: str) -> str:
    """The remembered path of our own site; empty for none and for anything that could lead away."""
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return own_path(unquote(found.value)) if found else ""


def own_path(address: str) -> str:
    parts = urlsplit(address)
    away = parts.scheme or parts.netloc or not address.startswith("/") or address.startswith("//")
    odd = "\\" in address or any(ord(char) < ord(" ") for char in address) or len(address) > LONGEST
    return "" if away or odd else address


def signs_in(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether an answer gives the browser an identity."""
    prefix = f"{IDENTITY}=".encode()
    return any(name.lower() == b"set-cookie" and value.startswith(prefix) for name, value in headers)
