"""A table that nobody knows, a typed figure and the template, in a real browser and by keyboard."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.steps import LONG, download, press, settled, upload
from tiger_reports.text import phrase

HEADER = "Data emisji;Nazwa kampanii;Koszt netto;Odsłuchania;E-mail słuchacza"


def radio(folder: Path) -> Path:
    rows = [f"{day:02}.10.2026;Jesień;1 234,50 zł;12 000;a{day}@example.com" for day in range(1, 32)]
    file = folder / "emisje.csv"
    file.write_text("\n".join([HEADER, *rows]), "utf-8")
    return file


def test_a_table_is_named_and_a_figure_is_typed(opened, tmp_path):
    page = opened("/import?client=shop-pl&month=2026-10", "pl")
    upload(page, radio(tmp_path), language="pl")
    box = page.locator("[class*='st-key-staged-']", has_text="emisje.csv")
    expect(box.get_by_text(phrase("ui.mapping.lead", "pl"))).to_be_visible(timeout=LONG)
    assert "@example" not in str(box.text_content())
    box.get_by_role("button", name=phrase("ui.mapping.take", "pl")).click()
    settled(page)
    for header, word in (("Koszt netto", "Wydatki"), ("Odsłuchania", "Wyświetlenia")):
        choice = box.get_by_role("combobox", name=header)
        choice.click()
        page.keyboard.type(word)
        page.keyboard.press("Enter")
    box.get_by_role("textbox", name=phrase("ui.mapping.channel", "pl")).fill("Radio Łódź")
    box.get_by_role("button", name=phrase("ui.mapping.confirm", "pl")).click(delay=80)
    expect(box.get_by_text(phrase("ui.import.ready", "pl"))).to_be_visible(timeout=LONG)
    expect(box.get_by_text("Radio Łódź").first).to_be_visible()
    box.locator("[class*='st-key-store-'] button").click()
    expect(page.get_by_role("cell", name="Radio Łódź")).to_be_visible(timeout=LONG)

    page.get_by_text(phrase("ui.typed.title", "pl")).click()
    channel = page.get_by_role("combobox", name=phrase("ui.typed.channel", "pl"))
    channel.click()
    page.keyboard.type("Ulotki")
    page.keyboard.press("Enter")
    settled(page)
    spend = page.get_by_role("textbox", name="Wydatki (PLN)")
    spend.fill("1 234,5")
    spend.press("Tab")
    understood = phrase("ui.typed.understood", "pl", value="1\u00a0234,50\u00a0zł")
    expect(page.get_by_text(understood)).to_be_visible(timeout=LONG)
    press(page, "typed-0-save")
    expect(page.locator(".tr-row-head", has_text="wpisane przez").first).to_be_visible(timeout=LONG)

    sent = download(page, "template")
    sheets = load_workbook(BytesIO(Path(sent.path()).read_bytes()))
    assert sheets.sheetnames == [phrase("template.guide", "pl"), phrase("template.sheet", "pl")]
    assert "Radio Łódź" in [cell.value for cell in sheets.worksheets[1]["A"]]
