"""How much memory and time a file may cost. Where the system knows no limits, the wall clock remains."""

from __future__ import annotations

import sys
from pathlib import Path

MEMORY = 3 * 1024**3
"""Bytes of address space a file may take beyond what the loaded libraries hold."""
CPU_SECONDS = 120
WALL_SECONDS = 180.0


def limit_memory() -> None:
    """Cap this process's address space; a file that needs more ends in MemoryError or an abort."""
    if sys.platform != "linux":
        return
    import resource

    held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    _lower(resource.RLIMIT_AS, held + MEMORY)


def limit_cpu() -> None:
    """Allow CPU_SECONDS from now on; called anew for every file because the count never goes back."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS)


def _lower(kind: int, soft: int) -> None:
    import resource

    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
