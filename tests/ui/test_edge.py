"""The web edge: headers, the document's language, local use only, and download links that cannot be forged."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from tests.ui.asgi import ask
from tiger_reports.store.settings import Settings
from tiger_reports.ui.edge.browser import COOKIE, fingerprint, mark
from tiger_reports.ui.edge.language import from_cookie, of_request
from tiger_reports.ui.edge.login import LoginSettings, is_loopback, login_secrets
from tiger_reports.ui.edge.middleware import Edge, localised
from tiger_reports.ui.edge.policy import content_policy, inline_hashes, security_headers
from tiger_reports.ui.edge.tickets import PATH, Ticket, issue, redeem

PAGE = '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>ż</body></html>'
TICKET = Ticket("lead@agency.example", "browser", "sample", "deck", "1", "pl")
HTML = {"accept": "text/html"}


async def page(_request):
    return HTMLResponse(PAGE)


async def data(_request):
    return PlainTextResponse("data")


ROUTES = [Route("/", page), Route("/data", data), Route("/_stcore/metrics", data)]
APP = Edge(Starlette(routes=ROUTES))


def test_every_answer_carries_the_policy():
    for path in ("/", "/data"):
        headers = ask(APP, path).headers
        assert "object-src 'none'" in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"


def test_the_policy_lets_no_inline_script_run_but_the_packaged_one():
    policy = content_policy(inline_hashes("<script>a</script><script src='x'></script>"))
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "'unsafe-inline'" not in script
    assert "'unsafe-eval'" not in script
    assert script.count("'sha256-") == 1


def test_the_packaged_page_has_inline_scripts_and_their_hashes_are_known():
    policy = dict(security_headers())[b"content-security-policy"]
    assert b"'sha256-" in policy


def test_the_document_speaks_the_readers_language():
    answer = ask(APP, "/", {**HTML, "accept-language": "cs-CZ,cs;q=0.9,en;q=0.5"})
    assert '<html lang="cs"' in answer.text
    assert "<title>Tiger Reports</title>" in answer.text
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert "ż" in answer.text


def test_the_cookie_wins_over_the_browsers_preference():
    assert of_request("tiger_language=ru", "pl") == "ru"
    assert of_request("tiger_language=xx", "pl") == "pl"
    assert of_request("", "de-DE") == "en"
    assert from_cookie("broken;;;=") is None


def test_a_first_visit_marks_the_browser_and_the_next_one_does_not():
    first = ask(APP, "/", HTML).headers["set-cookie"]
    assert "HttpOnly" in first
    again = ask(APP, "/", {**HTML, "cookie": first.split(";")[0]})
    assert "set-cookie" not in again.headers
    assert mark(f"{COOKIE}=abc; other=1") == "abc"


def test_diagnostics_are_closed():
    assert ask(APP, "/_stcore/metrics").status == 404


def test_the_first_pages_own_name_leads_to_the_root():
    answer = ask(APP, "/start?client=sample")
    assert (answer.status, answer.headers["location"]) == (307, "/?client=sample")


def test_without_a_login_only_this_machine_is_answered():
    away = "192.0.2.7"
    assert ask(APP, "/", peer=away).status == 403
    assert ask(Edge(Starlette(routes=ROUTES), local_only=False), "/", peer=away).status == 200


def test_a_proxy_that_speaks_for_somebody_else_is_refused_without_a_login():
    assert ask(APP, "/", {"x-forwarded-for": "192.0.2.7"}).status == 403


@pytest.mark.parametrize(
    ("host", "here"), [("127.0.0.1", True), ("::1", True), ("10.0.0.1", False), ("x", False)]
)
def test_loopback_is_told_from_the_rest(host, here):
    assert is_loopback(host) is here


def test_a_ticket_is_redeemed_while_it_is_fresh():
    token = issue(TICKET, "secret").removeprefix(f"{PATH}/")
    assert redeem(token, "secret") == TICKET


def test_a_ticket_of_another_secret_or_time_is_worthless():
    token = issue(TICKET, "secret").removeprefix(f"{PATH}/")
    assert redeem(token, "other") is None
    assert redeem(token, "secret", seconds=-1) is None
    assert redeem(token[:-2] + "xx", "secret") is None


def test_a_browser_without_a_mark_has_no_fingerprint():
    assert fingerprint("") == ""
    assert fingerprint("a") != fingerprint("b")


def test_login_is_set_up_only_when_all_of_it_is_given(tmp_path):
    settings = Settings(home=tmp_path)
    assert login_secrets(LoginSettings(client_id="x"), settings) == {}
    whole = LoginSettings(
        client_id="x", client_secret="y", server_metadata_url="https://id.example/.well-known"
    )
    section = login_secrets(whole, settings)["auth"]
    assert section["redirect_uri"].endswith("/oauth2callback")
    assert len(section["cookie_secret"]) >= 32


def test_the_pointer_to_the_agent_interface_is_taken_out():
    body = b'<html lang="en"><link rel="service-desc" href="./x" /><title>a</title>'
    assert b"service-desc" not in localised(body, "pl")
