"""Pure ASGI edge: every answer gets the security headers, the page its reader's language and our title.

Streams and web sockets pass untouched; only the one small HTML document is rewritten.
"""

from __future__ import annotations

import re
from html import escape

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tiger_reports.text import phrase
from tiger_reports.ui.edge.browser import mark, new_mark
from tiger_reports.ui.edge.language import of_request
from tiger_reports.ui.edge.login import is_loopback
from tiger_reports.ui.edge.policy import security_headers
from tiger_reports.ui.places import PLACES

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
"""Streamlit's own diagnostic addresses: nothing that a reader of reports needs."""


FIRST_PAGE = f"/{PLACES[0].slug}"
"""The first page lives at the root; its own name is a way to it as well."""
CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since")


class Edge:
    """`local_only` where no login is set up: then only this machine is answered."""

    def __init__(self, app: ASGIApp, *, local_only: bool = True) -> None:
        self.app = app
        self.local_only = local_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif self.local_only and not _from_here(scope):
            await _refuse(scope, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].startswith(CLOSED):
            await _answer(send, 404, b"not found")
        elif scope["path"].rstrip("/") == FIRST_PAGE:
            await _answer(send, 307, b"", (b"location", _root(scope)))
        else:
            await self.app(_whole(scope), receive, _Document(scope, send))


class _Document:
    """Passes messages on; holds back an HTML document until it is whole, and rewrites it."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.send = send
        self.headers = _headers(scope)
        self.secure = scope.get("scheme") == "https"
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._started(message)
        elif self.start is None:
            await self.send(message)
        else:
            await self._collected(message)

    async def _started(self, message: Message) -> None:
        headers = MutableHeaders(raw=list(message["headers"]))
        for name, value in security_headers():
            headers[name.decode()] = value.decode()
        message = {**message, "headers": headers.raw}
        if headers.get("content-type", "").startswith("text/html"):
            self.start = message
        else:
            await self.send(message)

    async def _collected(self, message: Message) -> None:
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        assert self.start is not None
        cookies = self.headers.get("cookie", "")
        body = localised(self.body, of_request(cookies, self.headers.get("accept-language", "")))
        headers = MutableHeaders(raw=self.start["headers"])
        headers["content-length"] = str(len(body))
        headers["vary"] = "cookie, accept-language"
        if not mark(cookies):
            headers.append("set-cookie", new_mark(secure=self.secure))
        await self.send({**self.start, "headers": headers.raw})
        await self.send({"type": "http.response.body", "body": body})


def localised(page: bytes, language: str) -> bytes:
    title = escape(phrase("ui.app", language)).encode()
    page = re.sub(rb'<html lang="[^"]*"', b'<html lang="' + language.encode() + b'"', page, count=1)
    page = re.sub(rb'<link rel="service-desc"[^>]*/>', b"", page, count=1)
    return re.sub(rb"<title>[^<]*</title>", b"<title>" + title + b"</title>", page, count=1)


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _from_here(scope: Scope) -> bool:
    """Whether the peer is this machine, and no proxy says that it speaks for somebody else."""
    peer = scope.get("client")
    forwarded = any(name in (b"x-forwarded-for", b"forwarded") for name, _ in scope["headers"])
    return not forwarded and is_loopback(peer[0] if peer else "")


def _whole(scope: Scope) -> Scope:
    """The document itself is asked for plain and whole, so that it can be rewritten; assets are not."""
    if b"text/html" not in dict(scope["headers"]).get(b"accept", b""):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in CONDITIONS]}


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await _answer(send, 403, b"Without a login this program answers only on its own machine.")


def _root(scope: Scope) -> bytes:
    query: bytes = scope["query_string"]
    return b"/?" + query if query else b"/"


async def _answer(send: Send, status: int, body: bytes, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *security_headers(), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
