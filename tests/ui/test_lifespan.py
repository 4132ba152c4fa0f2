"""The server's start: what pages use is loaded once, and the garbage collector leaves it alone."""

from __future__ import annotations

import os
import subprocess
import sys

SERVER = """
import asyncio, gc, sys
from tiger_reports.ui.edge.lifespan import lifespan

async def run():
    async with lifespan(None):
        while not gc.get_freeze_count():
            await asyncio.sleep(0.05)
        print("tiger_reports.ui.blocks.month" in sys.modules, "tiger_reports.ui.router" in sys.modules)
    print(gc.get_freeze_count())

asyncio.run(run())
"""


def test_libraries_are_loaded_and_frozen_while_the_server_runs(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SERVER],
        env={**os.environ, "TIGER_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    assert done.stdout.split() == ["True", "False", "0"]
