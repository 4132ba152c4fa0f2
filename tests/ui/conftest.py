"""Pages run in the process against a small house of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.house import build

ROOT = Path(__file__).parents[2]
ROUTER = ROOT / "tiger_reports" / "ui" / "router.py"
LOCALES = {"en": "en-GB", "pl": "pl-PL", "cs": "cs-CZ", "ru": "ru-RU"}
Opener = Callable[..., AppTest]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("house")
    build(home)
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy for one test; nothing of it outlives the test."""
    place = tmp_path / "home"
    shutil.copytree(built, place)
    monkeypatch.setenv("TIGER_HOME", str(place))
    st.cache_resource.clear()
    st.cache_data.clear()
    yield place
    st.cache_resource.clear()


@pytest.fixture
def opened(home: Path) -> Opener:
    """Opens a page in a language, as the local user or as the one who is signed in."""

    def page(file: str = "start.py", *, language: str = "en", email: str = "", **query: str) -> AppTest:
        at = AppTest.from_file(str(ROUTER), default_timeout=60)
        at.context = {"locale": LOCALES[language], "timezone": "Europe/Warsaw"}
        if email:
            at.secrets["auth"] = {"client_id": "x"}
            at.user = {"is_logged_in": True, "email": email, "iat": datetime.now(UTC).timestamp()}
        for name, value in {"client": "sample", **query}.items():
            at.query_params[name] = value
        at.run()
        if file != "start.py":
            at.switch_page(str(ROOT / "pages" / file))
            at.run()
        return at

    return page
