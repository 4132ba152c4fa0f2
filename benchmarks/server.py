"""A Streamlit server on the loopback, and a reader who asks it to run a page again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import Origin
from websockets.sync.client import ClientConnection, connect

STARTS_IN = 60.0
QUIET = "--server.headless=true --server.fileWatcherType=none --browser.gatherUsageStats=false"


@dataclass(frozen=True)
class Reader:
    """One open page: `rerun` runs its script as a click would and waits for the last message of the run."""

    connection: ClientConnection
    query: str
    page: str

    def rerun(self) -> int:
        """Number of messages of the run; raise RuntimeError where the page showed an exception."""
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_name = self.page
        self.connection.send(asked.SerializeToString())
        started, messages = False, 0
        while True:
            message = ForwardMsg()
            message.ParseFromString(self.connection.recv(timeout=STARTS_IN, decode=False))
            if message.delta.new_element.HasField("exception"):
                raise RuntimeError(message.delta.new_element.exception.message)
            started |= message.WhichOneof("type") == "new_session"
            messages += 1
            if started and message.WhichOneof("type") == "script_finished":
                return messages


@contextmanager
def served(script: Path, home: Path, *, query: str = "", page: str = "") -> Iterator[Reader]:
    """A server of `script` in a process of its own, ended at the end."""
    port = _free_port()
    arguments = f"--server.port={port} --server.address=127.0.0.1 {QUIET}".split()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *arguments],
        env={**os.environ, "TIGER_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        with connect(address, origin=Origin(f"http://127.0.0.1:{port}"), max_size=None) as connection:
            yield Reader(connection, query, page)
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str) -> None:
    last = time.monotonic() + STARTS_IN
    while time.monotonic() < last:
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)
