"""Parts that are quick, and that hang or crash where a page's text asks for it."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tripoint.model import (
    Anatomy,
    Aspect,
    Block,
    BlockRole,
    Claim,
    ClaimKind,
    Comment,
    Document,
    DocumentBlock,
    Evidence,
    Modality,
    Page,
    Polarity,
    bare_document,
    digest,
)


@dataclass(frozen=True)
class Composed:
    anatomy: Anatomy
    documents: tuple[Document, ...]
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True)
class Found:
    mentions: tuple[Any, ...] = ()
    readings: tuple[Any, ...] = ()


def compose(page: Page, raw: bytes) -> Composed:
    text = raw.decode()
    if "DEFECT" in text:
        raise KeyError("a defect of the stage")
    if "HANG" in text:
        time.sleep(600)
    if text.startswith("SLOW"):
        _wait_once(page)
    if "GREEDY" in text:
        held = bytearray(900_000_000)
        held[::4096] = b"x" * len(held[::4096])
        time.sleep(600)
    if "CRASH" in text:
        os._exit(9)
    body = (DocumentBlock(role=BlockRole.BODY, start=0, end=len(text), page_start=0),)
    anatomy = Anatomy(
        page_id=page.page_id,
        encoding="utf-8",
        text=text,
        blocks=(Block(role=BlockRole.BODY, part=1, start=0, end=len(text)),),
    )
    bare = bare_document(text, document_id=digest("doc", page.page_id, 1), page_id=page.page_id, source=page.source)
    doc = replace(bare, blocks=body, signature=(1, 2**64 - 1))
    return Composed(anatomy=anatomy, documents=(doc,))


def _wait_once(page: Page) -> None:
    """Leave a mark beside the page that names this process's parent, and wait; at the next try go on."""
    if os.environ.get("RAY_JOB_ID") is None:
        return
    tried = Path(page.source).with_name(".tried")
    if not tried.exists():
        tried.touch()
        Path(page.source).with_name(f"at_work_{os.getppid()}").touch()
        time.sleep(600)


def find(doc: Document, sentences: Sequence[Any]) -> Found:
    return Found()


def extract(doc: Document, sentences: Sequence[Any], mentions: Sequence[Any], readings: Sequence[Any]) -> Any:
    if "ABORT" in doc.text:
        os._exit(9)
    return (
        Claim(
            claim_id=digest("clm", doc.document_id),
            document_id=doc.document_id,
            source=doc.source,
            part=1,
            kind=ClaimKind.EVENT,
            type="advance",
            aspect=Aspect.COMPLETED,
            modality=Modality.HAPPENED,
            polarity=Polarity.AFFIRMED,
            hedged=False,
            agents=(),
            targets=(),
            recipients=(),
            places=(),
            time=None,
            said=None,
            amounts=(),
            status=None,
            speakers=(),
            evidence=(Evidence(start=0, end=len(doc.text), text=doc.text, block=BlockRole.BODY),),
            trigger_start=0,
            trigger_end=1,
            absent=(),
            score=0.5,
            producer="standin",
            reasons=(),
        ),
    )


PARTS = {
    "outlet rules": f"{__name__}:compose",
    "recogniser": f"{__name__}:find",
    "claim extractor": f"{__name__}:extract",
}
