"""A text as a mail that opens as a draft: nothing is sent from here."""

from __future__ import annotations

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from tiger_reports.model.client_person import ClientPerson

ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
ADDRESS = re.compile(rf"{ATOM}(?:\.{ATOM})*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}}")


def is_address(text: str) -> bool:
    """Whether a mail program takes it as the address of one person."""
    return bool(ADDRESS.fullmatch(text))


def draft_mail(
    subject: str, text: str, *, sender: str = "", to: ClientPerson | None = None, at: datetime
) -> bytes:
    """An `.eml` file in UTF-8; `X-Unsent` tells mail programs to open it for editing.

    `sender` empty: the mail program takes its own; without `to` somebody types it in. A header is one line,
    whatever a name holds.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _one_line(subject)
    if sender:
        mail["From"] = sender
    if to is not None and is_address(to.email):
        mail["To"] = Address(_one_line(to.name), addr_spec=to.email)
    mail["Date"] = format_datetime(at)
    mail["X-Unsent"] = "1"
    mail.set_content(text, charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
