"""`tiger run`: asked to end, it takes the server with it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

STARTS_IN, ENDS_IN = 90.0, 30.0


def answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
    except OSError:
        return False
    return True


def until(done, seconds: float) -> bool:
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        if done():
            return True
        time.sleep(0.2)
    return False


def test_a_stopped_program_leaves_no_server_behind(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    code = "from tiger_reports.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "run", "--no-worker", "--port", str(port)],
        env={**os.environ, "TIGER_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        assert until(lambda: answers(port), STARTS_IN)
        program.send_signal(signal.SIGTERM)
        assert program.wait(ENDS_IN) == 0
    assert not answers(port)
