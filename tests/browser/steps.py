"""What a person does on the pages, in words of the journey."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect
from playwright.sync_api import TimeoutError as Late

from tiger_reports.text import phrase

LONG = 90_000
PATIENCE = 30
SAMPLES = Path(__file__).parents[2] / "sample_data"


def settled(page: Page) -> None:
    """The script is at rest; always follow with an expectation of what it brought."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=LONG)


def wait_until(done: Callable[[], bool]) -> None:
    """Words are saved while one goes on; the last of them a moment later."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, f"not stored within {PATIENCE} s"
        time.sleep(0.3)


def upload(page: Page, *files: Path, language: str) -> None:
    """Drop files of any month and wait until each of them waits for a decision."""
    page.get_by_text(phrase("ui.import.any_month", language)).click()
    settled(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([str(file) for file in files])
    for file in files:
        expect(page.locator(".tr-row-head", has_text=file.name).first).to_be_visible(timeout=LONG)
    settled(page)


def field(page: Page, card: str, name: str) -> Locator:
    """The autosaving text of a card."""
    return page.locator(f"textarea[id='{card}:{name}']")


def control(page: Page, card: str, name: str) -> Locator:
    """A one-line field or a list of a card."""
    return page.locator(f".st-key-{slug(f'{card}:{name}')} input").first


def slug(key: str) -> str:
    """A key as Streamlit writes it into a class."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", key)


def press(page: Page, key: str) -> None:
    """Click the button of a key, slowly enough for a field to be left first."""
    page.locator(f".st-key-{key} button:visible").click(delay=80)


def download(page: Page, keys: str) -> Download:
    """What a button hands out; `keys` is its key, or a selector that begins with a bracket.

    A press in the very moment in which the page draws itself anew reaches a button that is gone: it is
    pressed once more then, as a person would.
    """
    where = keys if keys.startswith("[") else f".st-key-{keys}"
    button = page.locator(f"{where} button:visible").first
    with suppress(Late):
        return _handed(page, button, LONG / 3)
    return _handed(page, button, LONG)


def _handed(page: Page, button: Locator, wait: float) -> Download:
    settled(page)
    with page.expect_download(timeout=wait) as sent:
        button.click(delay=80)
    return sent.value


def go(page: Page, slug: str, language: str) -> None:
    """Another page by the menu; client and month stay. The address tells when it is there."""
    page.get_by_test_id("stSidebarNav").get_by_text(
        phrase(f"ui.page.{slug}.title", language), exact=True
    ).click(delay=80)
    expect(page).to_have_url(re.compile(f"/{slug}\\?"), timeout=LONG)
    settled(page)


def chart_text(page: Page) -> str:
    """The words of the first chart that is drawn."""
    drawing = page.get_by_test_id("stVegaLiteChart").locator("svg").first
    expect(drawing).to_be_visible(timeout=LONG)
    return drawing.text_content() or ""
