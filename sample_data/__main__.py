"""`python -m sample_data [folder]`: write the demo agency's files again."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sample_data.build import build
from sample_data.world import HERE, load_world

GENERATED_FOLDERS = ("files", "inbox", "logos", "pictures")


def write(folder: Path) -> int:
    """Write every generated file under `folder`, removing older ones; return how many."""
    for name in GENERATED_FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    made = build(load_world())
    for path, data in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return len(made)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    sys.stdout.write(f"{write(where)} files written to {where}\n")
