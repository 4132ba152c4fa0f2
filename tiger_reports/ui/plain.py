"""Text that came from outside (campaign names, file names, comments) made harmless to show.

Markdown loads remote images and follows links; names of campaigns are not ours to trust.
"""

from __future__ import annotations

import html as _html
import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&@^=])")
_BREAKS = re.compile(r"[\r\n\t\u2028\u2029]+")
_UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control and direction marks: they can turn a name around on the screen."""


def line(text: str) -> str:
    """One line without control or direction marks."""
    return _UNSEEN.sub("", _BREAKS.sub(" ", text)).strip()


def markdown(text: str) -> str:
    """`text` as literal words for a label or a Markdown sentence."""
    return _MARKDOWN.sub(r"\\\1", line(text))


def html(text: str) -> str:
    """`text` as literal words for our own HTML, also inside a quoted attribute."""
    return _html.escape(_UNSEEN.sub("", text), quote=True)


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut in the middle: the end of a campaign name tells them apart."""
    clean = line(text)
    if len(clean) <= most:
        return clean
    head = (most - 1) * 2 // 3
    return f"{clean[:head]}…{clean[len(clean) - (most - 1 - head) :]}"
