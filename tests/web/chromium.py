"""Finds the Chromium that the tests look through; `python tests/web/chromium.py` installs Debian's where it can."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

FLAGS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-gpu-compositing",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)
"""No calls home, and software drawing, since a test machine has no graphics card: only the map's WebGL goes through an
emulated one. The page itself is drawn by the processor, as Chromium does on such a machine; emulated too, each step of
a slider would take ten times as long."""

MISSING = (
    "The tests look through a real Chromium and none was found. Install one (Debian, Ubuntu: apt-get install chromium;"
    " Fedora: dnf install chromium; macOS: brew install --cask chromium), or name one: CHROMIUM=/path/to/it make test,"
    " or leave these tests out: make test BROWSER=no"
)


def find() -> str | None:
    """Return the browser to be used, None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or next((path for path in APPS if Path(path).exists()), None)


def install() -> bool:
    """Install Debian's Chromium and tell whether that went well; only as root, and only where there is apt-get."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    print("installing Chromium with apt-get", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in ([apt, "update", "-q"], [apt, "install", "-yq", "--no-install-recommends", "chromium"]):
        if subprocess.run(words, env=quiet, stdout=subprocess.DEVNULL).returncode != 0:
            return False
    return True


if __name__ == "__main__":
    if find() is None and not (install() and find()):
        sys.exit(MISSING)
