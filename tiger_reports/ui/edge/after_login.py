"""ASGI: an unknown reader's deep link is remembered, and followed when the login has brought them back."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tiger_reports.ui.edge.return_path import (
    CALLBACK,
    IDENTITY,
    forgotten,
    remembered,
    signs_in,
    wanted_path,
)

FOUND, MOVED = 200, 302


class AfterLogin:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def changed(message: Message) -> None:
            await send(_started(scope, message) if message["type"] == "http.response.start" else message)

        await self.app(scope, receive, changed)


def _started(scope: Scope, message: Message) -> Message:
    cookies = Headers(scope=scope).get("cookie", "")
    headers = MutableHeaders(raw=list(message["headers"]))
    if scope["path"] == CALLBACK:
        _follow(message["status"], cookies, headers)
    elif _asks_for_a_page(scope, cookies) and _is_page(message["status"], headers):
        secure = scope.get("scheme") == "https"
        headers.append("set-cookie", remembered(scope["path"], scope["query_string"], secure=secure))
    return {**message, "headers": headers.raw}


def _follow(status: int, cookies: str, headers: MutableHeaders) -> None:
    wanted = wanted_path(cookies)
    if status == MOVED and wanted and signs_in(headers.raw):
        headers["location"] = wanted
        headers.append("set-cookie", forgotten())


def _asks_for_a_page(scope: Scope, cookies: str) -> bool:
    return scope["method"] == "GET" and scope["path"] != "/" and f"{IDENTITY}=" not in cookies


def _is_page(status: int, headers: MutableHeaders) -> bool:
    return status == FOUND and headers.get("content-type", "").startswith("text/html")
