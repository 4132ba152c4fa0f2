"""A text as a mail that opens as a draft: nothing is sent from here."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime


def draft_mail(subject: str, text: str, *, sender: str = "", at: datetime) -> bytes:
    """An `.eml` file in UTF-8; `X-Unsent` tells mail programs to open it for editing.

    `sender` empty: the mail program takes its own. A header is one line, whatever a name holds.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join("".join(c if c.isprintable() else " " for c in subject).split())
    if sender:
        mail["From"] = sender
    mail["Date"] = format_datetime(at)
    mail["X-Unsent"] = "1"
    mail.set_content(text, charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()
