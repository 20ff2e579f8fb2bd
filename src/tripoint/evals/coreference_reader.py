"""Event mentions as ECB+ has them: XML with `token`, `Markables` and `Relations`.

`token` has t_id and sentence; `Markables` hold `ACTION_*` and `NEG_ACTION_*` with `token_anchor`; `Relations` hold
`CROSS_DOC_COREF` and `INTRA_DOC_COREF`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tripoint.errors import InputError
from tripoint.evals.corpus import document
from tripoint.evals.spans import Stretch
from tripoint.model import Document

Key = tuple[str, str]
"""A mention: its document's source and its number there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A marked happening: its words, and the cluster it belongs to."""

    key: Key
    spans: tuple[Stretch, ...]
    cluster: Hashable


def fits(path: Path) -> bool:
    """Return whether a file looks like one of these."""
    with path.open("rb") as file:
        return b"<token " in file.read(4096)


def read(path: Path, source: str) -> tuple[Document, list[EventMention]]:
    """Return the document, one sentence a line, and its event mentions; raises InputError when the XML is broken."""
    try:
        root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, huge_tree=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path} is not well-formed XML ({error}); expected tokens and Markables") from error
    pieces: list[str] = []
    places: dict[str, Stretch] = {}
    at, last = 0, None
    for token in root.iterfind("token"):
        gap = "" if last is None else "\n" if token.get("sentence") != last else " "
        text = " ".join((token.text or "").split()) or "_"
        pieces.extend((gap, text))
        places[token.get("t_id")] = (at + len(gap), at + len(gap) + len(text))
        at += len(gap) + len(text)
        last = token.get("sentence")
    doc = document(path.stem, "".join(pieces), source=source)
    return doc, list(_mentions(root, source, places))


def _mentions(root: Any, source: str, places: dict[str, Stretch]) -> Iterator[EventMention]:
    cluster: dict[str, Hashable] = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        name: Hashable = relation.get("note") if across else (source, relation.get("r_id"))
        for member in relation.iterfind("source"):
            cluster[member.get("m_id")] = name
    for markable in root.iterfind("Markables/*"):
        anchors = [places[a.get("t_id")] for a in markable.iterfind("token_anchor") if a.get("t_id") in places]
        if anchors and "ACTION" in markable.tag:
            key = (source, markable.get("m_id"))
            yield EventMention(key=key, spans=tuple(anchors), cluster=cluster.get(key[1], key))
