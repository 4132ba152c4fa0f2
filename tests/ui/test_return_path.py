"""A deep link survives the login, and never leads to somebody else's site."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route

from tests.ui.asgi import ask
from tiger_reports.ui.edge.after_login import AfterLogin
from tiger_reports.ui.edge.return_path import COOKIE, own_path, remembered, wanted_path


async def page(_request):
    return HTMLResponse("<p>page</p>")


async def asset(_request):
    return PlainTextResponse("x")


async def callback(request):
    answer = RedirectResponse("/", 302)
    if "ok" in request.query_params:
        answer.set_cookie("_streamlit_user", "signed")
    return answer


APP = AfterLogin(
    Starlette(
        routes=[
            Route("/", page),
            Route("/month", page),
            Route("/asset", asset),
            Route("/oauth2callback", callback),
        ]
    )
)


def test_a_strangers_deep_link_is_remembered_and_followed_after_the_login():
    kept = ask(APP, "/month?client=sample&month=2026-10").headers["set-cookie"].split(";")[0]
    answer = ask(APP, "/oauth2callback?ok=1", {"cookie": kept})
    assert answer.headers["location"] == "/month?client=sample&month=2026-10"


def test_a_login_that_failed_leads_nowhere_else():
    answer = ask(APP, "/oauth2callback", {"cookie": f"{COOKIE}=%2Fmonth"})
    assert answer.headers["location"] == "/"


def test_only_pages_asked_for_by_strangers_are_remembered():
    assert "set-cookie" not in ask(APP, "/").headers
    assert "set-cookie" not in ask(APP, "/asset").headers
    assert "set-cookie" not in ask(APP, "/month", {"cookie": "_streamlit_user=signed"}).headers


@pytest.mark.parametrize(
    "address",
    [
        "https://example.invalid/",
        "//example.invalid/",
        "/\\example.invalid",
        "javascript:alert(1)",
        "month",
        "/a\nb",
        "/" + "x" * 500,
        "",
    ],
)
def test_an_address_that_could_lead_away_is_not_followed(address):
    assert own_path(address) == ""
    planted = remembered(address, b"", secure=False).split(";")[0]
    assert wanted_path(planted) == ""
