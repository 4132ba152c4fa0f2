"""Where everything lives and how the program is reached, from `TIGER_...` variables."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from pydantic import field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SECRET_BYTES = 32


class Settings(BaseSettings):
    """`TIGER_HOME` holds all of it unless the other variables move parts elsewhere."""

    model_config = SettingsConfigDict(env_prefix="TIGER_", frozen=True)

    home: Path = Path("~/.tiger-reports")
    state_url: str = ""  # empty: SQLite in the home folder
    facts_url: str = ""  # empty: a folder in the home folder
    engine: str = "duckdb"
    public_url: str = "http://localhost:8501"

    @field_validator("home")
    @classmethod
    def _absolute(cls, home: Path) -> Path:
        return home.expanduser().absolute()

    @field_validator("engine")
    @classmethod
    def _known(cls, engine: str) -> str:
        if engine != "duckdb":
            raise ValueError(f"TIGER_ENGINE is duckdb; {engine!r} is not supported by this version")
        return engine

    @property
    def state_address(self) -> str:
        return self.state_url or f"sqlite:///{self.home / 'state.sqlite3'}"

    @property
    def facts_address(self) -> str:
        return self.facts_url or str(self.home / "facts")

    @property
    def cookie_secret_file(self) -> Path:
        return self.home / "cookie-secret"

    def cookie_secret(self) -> str:
        """The secret that signs cookies and links; made once, readable by its owner only."""
        place = self.cookie_secret_file
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return place.read_text("utf-8")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_hex(SECRET_BYTES))
        return place.read_text("utf-8")
