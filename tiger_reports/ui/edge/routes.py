"""Addresses of our own beside the pages: signed downloads, and whether the program is ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tiger_reports.model.client import Actor
from tiger_reports.services.office import Office, actor_for, local_actor
from tiger_reports.services.refusals import RefusedError
from tiger_reports.text import phrase
from tiger_reports.ui.edge.browser import fingerprint, mark
from tiger_reports.ui.edge.language import of_request
from tiger_reports.ui.edge.parcels import Parcel, parcel
from tiger_reports.ui.edge.tickets import PATH, Ticket, redeem

NO_STORE = "private, no-store"


@dataclass(frozen=True)
class Desk:
    """Hands out files. `office` is asked for late: it opens with the first request."""

    office: Callable[[], Office]
    login: bool

    def routes(self) -> list[Route]:
        return [Route(f"{PATH}/{{token}}", self.file), Route("/ready", self.ready)]

    async def file(self, request: Request) -> Response:
        cookies = request.headers.get("cookie", "")
        found = await run_in_threadpool(self._find, request.path_params["token"], mark(cookies))
        if found is None:
            language = of_request(cookies, request.headers.get("accept-language", ""))
            return PlainTextResponse(
                phrase("ui.error.link_expired", language), 403, {"cache-control": NO_STORE}
            )
        return attachment(found)

    async def ready(self, request: Request) -> Response:  # noqa: ARG002  (the router passes it)
        """Whether the state database answers."""
        try:
            await run_in_threadpool(self._look)
        except Exception:  # noqa: BLE001  (any failure means: not ready)
            return JSONResponse({"ready": False}, 503)
        return JSONResponse({"ready": True})

    def _find(self, token: str, browser: str) -> Parcel | None:
        office = self.office()
        ticket = redeem(token, office.secret)
        if ticket is None or not browser or ticket.browser != fingerprint(browser):
            return None
        actor = self._actor(office, ticket)
        try:
            return parcel(office, actor, ticket) if actor else None
        except RefusedError:
            return None

    def _actor(self, office: Office, ticket: Ticket) -> Actor | None:
        return actor_for(office, ticket.reader) if self.login else local_actor()

    def _look(self) -> None:
        self.office().store.facts.version()


def attachment(found: Parcel) -> Response:
    name = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return Response(
        found.data, media_type=found.media, headers={"content-disposition": name, "cache-control": NO_STORE}
    )
