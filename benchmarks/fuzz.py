#!/usr/bin/env python3
"""Feed the readers bytes that nobody wrote, led by which lines of code they reach (libFuzzer, by atheris).

    pip install atheris                  # Linux; a compiler is needed elsewhere
    python benchmarks/fuzz.py FORMAT [--seconds 120] [--keep FOLDER]

FORMAT is the end of a file's name (`txt`, `html`, `csv`, `jsonl`, `json`, `xml`, `eml`, `mbox`, `zip`, `tar`, `warc`,
`warc.gz`, `wacz`). What must hold: reading ends with pages, sightings and failures and meets no defect; a page is taken
apart or refused with a reason; blocks cover every character that is not blank and lie in their order. Begins with small
files of the format made here. A file that breaks this is left in FOLDER as `crash-*`, and the run ends with 77.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import atheris

with atheris.instrument_imports(include=["tripoint"]):
    from tripoint.documents import compose
    from tripoint.errors import UnreadablePage
    from tripoint.model import Failure, Sighting
    from tripoint.pages import Limits, read

LIMITS = Limits(page_bytes=200_000, line_bytes=200_000, unpacked_bytes=1_000_000)
TEXT = """Harbour Courier
5 March 2021 - 10:12

Rebels capture the bridge at Example

By A. Writer

EXAMPLE (Agency) - The army said on Thursday that rebels took the bridge.
Photo: the bridge

2 comments
Anna says:
March 6, 2021 at 9:00 am
Not true.
Reply
"""
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>
<meta property="og:title" content="Bridge"><script type="application/ld+json">{"@type": "NewsArticle",
"datePublished": "2021-03-05", "headline": "Bridge"}</script></head><body><article><h1>Bridge</h1>
<p class="byline">By A. Writer</p><p>The army said on Thursday that rebels took the bridge at Example.</p>
<figure><img src="a.jpg"><figcaption>The bridge</figcaption></figure></article>
<ol class="commentlist"><li id="comment-1"><cite>Anna</cite><time datetime="2021-03-06">6 March</time><p>Not true.</p>
</li></ol></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>Bridge</title>
<link>https://courier.example/1</link><pubDate>Fri, 05 Mar 2021 10:12:00 GMT</pubDate>
<description>&lt;p&gt;Rebels took the bridge.&lt;/p&gt;</description></item></channel></rss>"""
MAIL = (
    "From: a@courier.example\nSubject: Bridge\nDate: Fri, 05 Mar 2021 10:12:00 +0000\nContent-Type: text/plain\n\n"
    "Rebels took the bridge.\n"
)
CHAT = {
    "name": "Courier",
    "type": "public_channel",
    "id": 7,
    "messages": [
        {
            "id": 1,
            "type": "message",
            "date": "2021-03-05T10:12:00",
            "text": ["Rebels ", {"type": "bold", "text": "took"}],
        }
    ],
}


def begun(suffix: str) -> Iterator[bytes]:
    """Yield small files of the format to begin with."""
    if suffix in ("html", "txt"):
        yield (HTML if suffix == "html" else TEXT).encode()
    elif suffix == "csv":
        yield f'url,text,published\nhttps://courier.example/1,"{TEXT}",2021-03-05\n'.encode()
    elif suffix == "jsonl":
        yield json.dumps({"url": "https://courier.example/1", "text": TEXT}).encode() + b"\n"
    elif suffix == "json":
        yield json.dumps(CHAT).encode()
    elif suffix == "xml":
        yield FEED.encode()
    elif suffix == "eml":
        yield MAIL.encode()
    elif suffix == "mbox":
        yield f"From a@courier.example Fri Mar 05 10:12:00 2021\n{MAIL}\n".encode()
    elif suffix in ("zip", "wacz"):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            if suffix == "zip":
                archive.writestr("a.html", HTML)
            else:
                archive.writestr("archive/a.warc", warc(packed=False))
                archive.writestr("datapackage.json", json.dumps({"resources": []}))
        yield held.getvalue()
    elif suffix == "tar":
        held = io.BytesIO()
        with tarfile.open(fileobj=held, mode="w") as archive:
            entry = tarfile.TarInfo("a.txt")
            entry.size = len(TEXT.encode())
            archive.addfile(entry, io.BytesIO(TEXT.encode()))
        yield held.getvalue()
    else:
        yield warc(packed=suffix.endswith("gz"))


def warc(*, packed: bool) -> bytes:
    """Return a web archive with one answer."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    held = io.BytesIO()
    writer = WARCWriter(held, gzip=packed)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    payload = io.BytesIO(HTML.encode())
    writer.write_record(
        writer.create_warc_record("https://courier.example/1", "response", payload=payload, http_headers=head)
    )
    return held.getvalue()


def check(path: Path, raw: bytes) -> None:
    """Read `raw` as the file `path` and hold what comes to what was promised."""
    path.write_bytes(raw)
    for one in read([str(path)], limits=LIMITS):
        if isinstance(one, Failure | Sighting):
            assert not isinstance(one, Failure) or one.reason != "reader_error", one.detail
            continue
        try:
            made = compose(*one)
        except UnreadablePage:
            continue
        text, end = made.anatomy.text, 0
        for block in made.anatomy.blocks:
            assert block.start >= end, f"block at {block.start} begins before the last ended ({end})"
            assert not text[end : block.start].strip(), f"no block covers {text[end : block.start]!r}"
            end = block.end
        assert not text[end:].strip(), f"no block covers {text[end:]!r}"


def main() -> None:
    """Read the options and run until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("format", help="the end of a file's name: txt, html, csv, warc.gz ...")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--keep", type=Path, help="folder for the files that reached new code, and for what broke")
    told = parser.parse_args()
    suffix = told.format.lower().lstrip(".")
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as scratch:
        keep = (told.keep or Path(mkdtemp(prefix="fuzz-"))).resolve()
        keep.mkdir(parents=True, exist_ok=True)
        for number, raw in enumerate(begun(suffix)):
            (keep / f"begun-{number}").write_bytes(raw)
        path = Path(scratch) / f"given.{suffix}"
        flags = [f"-max_total_time={told.seconds}", "-max_len=20000", "-timeout=20", f"-artifact_prefix={keep}/"]
        atheris.Setup([sys.argv[0], str(keep), *flags], lambda raw: check(path, bytes(raw)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
