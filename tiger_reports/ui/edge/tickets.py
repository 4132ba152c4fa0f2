"""Signed tickets for downloads: for one file, one reader and two minutes."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer

SECONDS = 120
SALT = "tiger-download"
PATH = "/files"


@dataclass(frozen=True)
class Ticket:
    """`kind` is `deck` (`key` is its id), `appendix` or `template` (month), `stretch_appendix`
    (quarter or year), `findings` (upload), `batch` (job), `trace` (a figure) or `note` (day and kind).

    `browser` is the fingerprint of the browser in which the link was made.
    """

    reader: str
    browser: str
    client: str
    kind: str
    key: str
    language: str = ""


def issue(ticket: Ticket, secret: str) -> str:
    """The address under which the file may be fetched."""
    return f"{PATH}/{_signer(secret).dumps(asdict(ticket))}"


def redeem(token: str, secret: str, *, seconds: int = SECONDS) -> Ticket | None:
    """The ticket, or None where it is forged or too old."""
    try:
        return Ticket(**_signer(secret).loads(token, max_age=seconds))
    except (BadSignature, TypeError):
        return None


def _signer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=SALT)
