"""The file of a client's sketch: kept as it came, never opened by us, handed back to those who may see it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from tiger_reports.model.client import Actor
from tiger_reports.model.record import Record, SavedRecord
from tiger_reports.model.year_plan import Sketch, SketchState
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.services.records import save
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.records import sketch

LARGEST_BYTES = 20_000_000
LONGEST_NAME = 120
STARTS = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    **dict.fromkeys((".docx", ".pptx", ".xlsx", ".odt", ".odp"), (b"PK\x03\x04",)),
}
"""How files of each kind begin: a name alone proves nothing."""


def keep_file(
    office: Office, actor: Actor, client_id: str, seen: Record[Sketch], name: str, data: bytes
) -> SavedRecord[Sketch]:
    """Keep the file as the sketch that was received; raise RefusedError for another kind of file."""
    client = seen_client(office, actor, client_id)
    plain = PurePosixPath(name.replace("\\", "/")).name[-LONGEST_NAME:]
    starts = STARTS.get(PurePosixPath(plain).suffix.lower(), ())
    if not data.startswith(starts) or not starts:
        raise RefusedError("sketch_kind")
    if len(data) > LARGEST_BYTES:
        raise RefusedError("sketch_too_large")
    words = replace(
        seen.words,
        file=office.store.raw.put(data),
        file_name=plain,
        state=SketchState.RECEIVED,
        received_on=seen.words.received_on or office.today(client),
    )
    return save(office, actor, client_id, replace(seen, words=words))


def sketch_file(office: Office, actor: Actor, client_id: str, year: int) -> tuple[str, bytes] | None:
    """The stored file and its name; None where there is none."""
    words = sketch(office, actor, client_id, year).words
    if not words.file or not office.store.raw.exists(words.file):
        return None
    return words.file_name, office.store.raw.get(words.file)
