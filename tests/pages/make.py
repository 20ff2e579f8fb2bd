"""Containers of pages for tests, written by the libraries that write them."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tripoint.model import Failure, Page, Sighting
from tripoint.pages import Limits, read

TEXT = "Harbour reopens after storm\n\nThe harbour reopened on Monday, officials said.\n"


def zipped(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def tarred(path: Path, members: Mapping[str, str | bytes], *, links: Mapping[str, str] | None = None) -> Path:
    with tarfile.open(path, "w" if path.suffix == ".tar" else "w:gz") as archive:
        for name, content in members.items():
            raw = content.encode() if isinstance(content, str) else content
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))
        for name, target in (links or {}).items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            archive.addfile(entry)
    return path


def chat(path: Path, messages: list[dict[str, Any]], **facts: Any) -> Path:
    path.write_text(
        json.dumps({"name": "Harbour Channel", "type": "public_channel", "id": 7, "messages": messages, **facts})
    )
    return path


def warc(
    path: Path,
    answers: list[tuple[str, str, bytes]],
    *,
    status: str = "200 OK",
    at: str = "2021-03-04T05:06:07Z",
    unchanged: Sequence[tuple[str, str, str]] = (),
) -> Path:
    """`answers`: address, content type, body. `unchanged`: address, time, and the time of the capture it is as."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=path.suffix == ".gz")
        writer.write_record(writer.create_warcinfo_record("harbour.warc", {"software": "by hand"}))
        for url, kind, body in answers:
            head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=io.BytesIO(body),
                    http_headers=head,
                    warc_headers_dict={"WARC-Date": at},
                )
            )
        for url, seen, before in unchanged:
            writer.write_record(
                writer.create_revisit_record(url, "sha1:AAAA", url, before, warc_headers_dict={"WARC-Date": seen})
            )
    return path


def everything(path: Path, **options: Any) -> tuple[list[tuple[Page, bytes]], list[Failure]]:
    pages: list[tuple[Page, bytes]] = []
    failures: list[Failure] = []
    for one in read([str(path)], **options):
        if not isinstance(one, Sighting):
            (failures if isinstance(one, Failure) else pages).append(one)  # type: ignore[arg-type]
    return pages, failures


def cut(path: Path, share: float) -> Path:
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * share)])
    return path


SMALL = Limits(page_bytes=100_000, unpacked_bytes=200_000, unpacked_ratio=5)


def squeezed(path: Path, size: int) -> Path:
    path.write_bytes(gzip.compress(b"0" * size))
    return path
