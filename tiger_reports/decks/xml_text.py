"""Text that XML can hold."""

from __future__ import annotations

import re

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """`text` without the characters that XML forbids: names come from files that anyone may have written."""
    return ILLEGAL.sub("", text)
