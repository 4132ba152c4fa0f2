"""Finds a Chromium for the browser tests, or gets one, or says how: `python -m tests.browser.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "chromium-l10n")
HELP = """No Chromium was found and none could be installed. Do one of these, then run `make test` again:
  - install your system's package (Debian: apt-get install chromium chromium-l10n)
  - .venv/bin/python -m playwright install chromium
"""


def system_browser() -> str | None:
    """The path of an installed browser, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def debian_package() -> bool:
    """Install Debian's package where this is Debian and we are root."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    words = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    updated = subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False).returncode == 0
    return updated and subprocess.run(words, env=quiet, check=False).returncode == 0


def playwright_browser() -> bool:
    """Playwright's own build; it is downloaded unless it is there already."""
    words = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(words, check=False).returncode == 0


def main() -> int:
    ways: tuple[Callable[[], object], ...] = (system_browser, debian_package, playwright_browser)
    if any(way() for way in ways):
        return 0
    sys.stderr.write(HELP)
    return 1


if __name__ == "__main__":
    sys.exit(main())
