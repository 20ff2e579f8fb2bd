"""Articles with toponyms: XML files as LGL and TR-News have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from tripoint.errors import InputError
from tripoint.evals.corpus import day, document
from tripoint.evals.spans import Stretch
from tripoint.model import Document
from tripoint.sphere import Point

DRIFT = 40


"""Characters by which an article's offsets may have drifted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name of the benchmark; `point` is None where it gives none."""

    span: Stretch
    point: Point | None


def articles(path: Path) -> Iterator[tuple[Document, list[Toponym]]]:
    """Yield each article with its toponyms; raises InputError when the XML is broken."""
    try:
        for _, node in etree.iterparse(str(path), tag="article", resolve_entities=False, huge_tree=True):
            yield _article(path, node)
            node.clear()
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path} is not well-formed XML ({error}); expected articles with toponyms") from error


def _article(path: Path, node: Any) -> tuple[Document, list[Toponym]]:
    text = node.findtext("text") or ""
    key = node.get("docid") or ""
    doc = document(key, text, source=f"{path.name}#{key}", published=day(node.findtext("dltime")))
    found: list[Toponym] = []
    for toponym in node.iterfind("toponyms/toponym"):
        try:
            span = (int(toponym.findtext("start")), int(toponym.findtext("end")))
        except (TypeError, ValueError) as error:
            raise InputError(f"{path}, article {key}: a toponym without start or end") from error
        span = realigned(text, span, toponym.findtext("phrase") or "")
        lat, lon = toponym.findtext("gaztag/lat"), toponym.findtext("gaztag/lon")
        point = (float(lat), float(lon)) if lat and lon else None
        found.append(Toponym(span=span, point=point))
    return doc, found


def realigned(text: str, span: Stretch, phrase: str) -> Stretch:
    """Return where `phrase` stands nearest to `span` (offsets of some articles drift by a few characters)."""
    start, end = span
    if not phrase or text[start:end] == phrase:
        return span
    low = max(0, start - DRIFT)
    window = text[low : end + DRIFT]
    places = [low + m.start() for m in re.finditer(re.escape(phrase), window)]
    best = min(places, key=lambda place: abs(place - start), default=None)
    return span if best is None else (best, best + len(phrase))
