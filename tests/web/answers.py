"""Check that a case can be looked at: serve it, ask for the page and its data, and stop.

`python tests/web/answers.py CASE` is what `make run` does in CI, where nobody looks.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

PATIENCE_S = 60


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def ask(url: str, *, until: float) -> str:
    """Return what the server answers; waits for it to come up."""
    while True:
        try:
            with urlopen(url, timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:  # refused, reset or too slow: it is not up yet
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def main() -> int:
    """Serve the case named on the command line once, and tell whether app and data answer."""
    case = Path(sys.argv[1])
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    words = [sys.executable, "-m", "tripoint", "serve", str(case), "--port", str(port), "--no-open"]
    server = subprocess.Popen(words, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    until = time.monotonic() + PATIENCE_S
    try:
        page = ask(f"{base}/", until=until)
        script = re.search(r'src="(/assets/[^"]+\.js)"', page)
        if script is None:
            print("the page has no script: the front end is not built (make web)", file=sys.stderr)
            return 1
        ask(f"{base}{script[1]}", until=until)
        (row,) = json.loads(ask(f"{base}/api/cases", until=until))["items"]
        print(f"{base} shows {row['title']}: {row['counts']['events']} events. Stopped again, as asked by CI.")
    finally:
        server.terminate()
        server.wait(timeout=20)
    return 0


if __name__ == "__main__":
    sys.exit(main())
