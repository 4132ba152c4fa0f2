"""Login by OpenID Connect, when it is configured; one local user on this machine otherwise."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

from pydantic_settings import BaseSettings, SettingsConfigDict

from tiger_reports.store.settings import Settings

LOOPBACK_NAMES = frozenset({"localhost", "testclient", ""})


class LoginSettings(BaseSettings):
    """`TIGER_AUTH_...`: what the identity provider gave for this program."""

    model_config = SettingsConfigDict(env_prefix="TIGER_AUTH_", frozen=True)

    client_id: str = ""
    client_secret: str = ""
    server_metadata_url: str = ""

    @property
    def complete(self) -> bool:
        return bool(self.client_id and self.client_secret and self.server_metadata_url)


def login_secrets(login: LoginSettings, settings: Settings) -> dict[str, Any]:
    """Secrets for the app: an `auth` section when login is configured, nothing otherwise."""
    if not login.complete:
        return {}
    return {
        "auth": {
            "redirect_uri": f"{settings.public_url.rstrip('/')}/oauth2callback",
            "cookie_secret": settings.cookie_secret(),
            **login.model_dump(),
        }
    }


def is_loopback(host: str) -> bool:
    """Whether a peer's address is this machine."""
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
