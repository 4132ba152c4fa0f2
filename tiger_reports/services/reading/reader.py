"""The parent's side: keeps one warm child, gives it one file at a time, survives its death."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from pathlib import Path

from tiger_reports.model.check import Expected, Subject
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.services.reading.limits import WALL_SECONDS
from tiger_reports.services.reading.table import (
    Checked,
    CheckRequest,
    Fault,
    FileRead,
    ReadRequest,
    WarmRequest,
)
from tiger_reports.services.reading.wire import Message, decode, encode


class ChildLostError(RuntimeError):
    """The child ended or did not answer in time; `reason` is `time` or `crash`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Reader:
    """Reads and checks files in a child with limits on memory, CPU and wall time.

    One file at a time: files cost memory, and two people's files may wait for each other for a second.
    A child that dies takes its file with it and nothing else; the next file gets a new one.
    """

    def __init__(self, *, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._turn = threading.Lock()
        self._child: _Child | None = None

    def warm(self) -> None:
        """Load the checks in the background, so that the first upload does not wait for them."""
        threading.Thread(target=self._ask_quietly, args=(WarmRequest(),), daemon=True).start()

    def ping(self) -> str:
        """Load the checks and wait for it; empty, or the kind of fault."""
        answer = self._ask_quietly(WarmRequest())
        return answer.kind if isinstance(answer, Fault) else ""

    def read(self, request: ReadRequest) -> FileRead:
        """Read a file into tables; what goes wrong is a finding of the answer."""
        answer = self._ask_quietly(request)
        if isinstance(answer, FileRead):
            return answer
        return FileRead(request.name, (), (_stopped(request.name, answer),))

    def check(self, frame: Path, subject: Subject, expected: Expected) -> Checked:
        """Run the checks on a table that `read` left behind."""
        answer = self._ask_quietly(CheckRequest(frame, subject, expected))
        return answer if isinstance(answer, Checked) else Checked(0, (_stopped(subject.file, answer),))

    def close(self) -> None:
        with self._turn:
            self._drop()

    def _ask_quietly(self, request: Message) -> Message:
        try:
            with self._turn:
                return self._ask(request)
        except ChildLostError as lost:
            return Fault(lost.reason)

    def _ask(self, request: Message) -> Message:
        if self._child is None or not self._child.alive:
            self._child = _Child()
        try:
            return self._child.ask(request, self._wall_seconds)
        except ChildLostError:
            self._drop()
            raise

    def _drop(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class _Child:
    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tiger_reports.services.reading.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._pump, daemon=True).start()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, request: Message, seconds: float) -> Message:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(encode(request))
            self._process.stdin.flush()
            line = self._answers.get(timeout=seconds)
        except BrokenPipeError as gone:
            raise ChildLostError("crash") from gone
        except queue.Empty as late:
            raise ChildLostError("time") from late
        if not line:
            raise ChildLostError("crash")
        return decode(line)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def _pump(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put(b"")


def _stopped(file: str, answer: Message) -> Finding:
    reason = answer.kind if isinstance(answer, Fault) else "crash"
    code = {"time": "reader_too_slow", "memory": "reader_too_large", "crash": "reader_crashed"}
    return Finding(code.get(reason, "reader_fault"), Severity.ERROR, file=file, details={"kind": reason})
