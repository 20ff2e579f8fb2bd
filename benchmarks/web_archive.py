"""Memory of reading a web archive: `python benchmarks/web_archive.py [--pages 10000] [--keep FILE.warc.gz]`.

Writes a WARC file of generated pages, reads it page by page, and prints processor seconds and the most memory held.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import tempfile
import time
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tripoint.model import Failure
from tripoint.pages import read

WORDS = (
    "harbour ferry council minister road bridge army village border crossing river market hospital school water power "
    "officials said on Monday that the near north south reopened closed repaired attacked shelled moved held talks"
).split()


def write(path: Path, pages: int) -> None:
    """Write `pages` answers of about ten kilobytes each, the same whenever they are made."""
    chosen = random.Random(7)
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number in range(pages):
            told = "".join(f"<p>{' '.join(chosen.choices(WORDS, k=60)).capitalize()}.</p>" for _ in range(12))
            links = "".join(f'<a href="/{n}">Section {n}</a>' for n in range(40))
            body = (
                f"<!DOCTYPE html><html><head><title>Report {number}</title><script>{'var a = 1;' * 300}</script></head>"
                f"<body><nav>{links}</nav><article><h1>Report {number}</h1>{told}</article></body></html>"
            ).encode()
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://gazette.example/{number}",
                    "response",
                    payload=io.BytesIO(body),
                    http_headers=head,
                    warc_headers_dict={"WARC-Date": "2021-03-04T05:06:07Z"},
                )
            )


def measure(path: Path) -> str:
    """Read the archive and say what it took."""
    begun, count, size = time.process_time(), 0, 0
    for one in read([str(path)]):
        if not isinstance(one, Failure):
            count, size = count + 1, size + len(one[1])
    spent = time.process_time() - begun
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{count:,} pages, {size / 1e6:,.0f} MB of HTML: {spent:.1f} processor seconds, {most:,.0f} MB held at most"


def main() -> None:
    """Read the options, write the archive where it is not there, and read it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="the archive, kept for another run")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = told.keep if told.keep is not None else Path(folder) / "generated.warc.gz"
        if not path.exists():
            write(path, told.pages)
        print(measure(path))


if __name__ == "__main__":
    main()
