"""Words of an exhibit: a paragraph with its lead, and a change ready to read."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.change import Verdict


@dataclass(frozen=True)
class Paragraph:
    """`lead` is set bold before `text`."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Delta:
    """A change ready to read: `+10.0%` `vs May`; `sign` is -1, 0 or 1 and turns the triangle."""

    text: str
    versus: str
    verdict: Verdict
    sign: int
