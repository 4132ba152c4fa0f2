"""One server for all journeys, and a browser that speaks the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import system_browser
from tests.browser.server import running
from tests.ui.house import LEAD, TODAY, build, explain, explain_drops, fill, open_house
from tiger_reports.model.client import Client
from tiger_reports.model.period import month
from tiger_reports.model.report import MonthState
from tiger_reports.services.clients import add_client
from tiger_reports.services.office import local_actor
from tiger_reports.services.progress import reach

LOCALES = {"en": "en-GB", "pl": "pl-PL", "cs": "cs-CZ", "ru": "ru-RU"}
SHOPS = (
    Client("shop-pl", "Sklep syntetyczny", date(2026, 3, 17), "PLN", "pl", today=TODAY),
    Client("shop-en", "Synthetic shop", date(2026, 6, 1), "EUR", "en", country="GB", today=TODAY),
)
READY = Client("ready", "Ready Client", date(2025, 3, 17), "PLN", "cs", today=TODAY)
MEETING = Client("meeting", "Synthetic client before a meeting", date(2026, 2, 10), "PLN", "pl", today=TODAY)
"""Quarter III ends on 9 November: its meeting is due and not held yet."""
Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("browser-house")
    build(home)
    office = open_house(home)
    for shop in (*SHOPS, READY, MEETING):
        add_client(office, local_actor(), shop)
    fill(office, READY.id)
    explain(office, READY.id, month(2026, 10))
    fill(office, MEETING.id)
    with office.store.write() as session:
        for key in ("2026-08", "2026-09", "2026-10"):
            reach(session, MEETING.id, key, MonthState.APPROVED, by=LEAD, at=office.now())
    explain_drops(office, MEETING.id, 3)
    return home


@pytest.fixture(scope="session")
def app(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(house, tmp_path_factory.mktemp("server") / "app.log") as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    flags = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"]
    found = system_browser()
    own = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": flags}


@pytest.fixture
def opened(browser: Browser, app: str) -> Iterator[Open]:
    """Opens a page in a browser of its own; each call is another person's browser."""
    contexts = []

    def page(path: str, language: str = "en", *, beside: Page | None = None) -> Page:
        if beside is None:
            context = browser.new_context(
                locale=LOCALES[language],
                timezone_id="Europe/Warsaw",
                viewport={"width": 1400, "height": 1500},
                reduced_motion="reduce",
            )
            contexts.append(context)
        else:
            context = beside.context
        found = context.new_page()
        found.set_default_timeout(30_000)
        found.goto(f"{app}{path}")
        return found

    yield page
    for context in contexts:
        context.close()
