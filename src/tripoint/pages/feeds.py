"""Saved feeds, RSS and Atom: one entry, one page. Entities are never expanded, nothing is fetched."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from lxml import etree

from tripoint.errors import UnreadablePage
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed, page
from tripoint.pages.web.address import is_address

_ENTRIES = frozenset({"item", "entry"})
_FEEDS = frozenset({"feed", "rss", "RDF"})
_BODIES = ("encoded", "content", "description", "summary")
_MARKED = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:\w{2,8}|#\d+);")
_DATES = ("pubDate", "published", "date", "issued", "updated")


def read(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the entries of the feed `path`. `source` is `PATH#entry=N`, from 1; the feed's title is the outlet."""
    try:
        root = _root(path, limits)
    except UnreadablePage as error:
        yield failed(path, error)
        return
    channel = root if _tag(root) == "feed" else next((one for one in root if _tag(one) == "channel"), root)
    common = {"outlet": _text(channel, "title"), **told.facts(Path(path))}
    found = [one for one in root.iter() if _tag(one) in _ENTRIES]
    if not found:
        yield failed(path, UnreadablePage("unsupported", f"{path} is XML, but no feed: it holds no item and no entry"))
    for number, entry in enumerate(found, 1):
        source = f"{path}#entry={number}"
        try:
            title = _text(entry, "title")
            facts = {
                **common,
                "title": title,
                "url": _link(entry),
                "published": next((date for name in _DATES if (date := _text(entry, name)) is not None), None),
            }
            raw = _markup(title, _body(entry))
            yield page(source, raw, origin="entry", limits=limits, facts=facts, media="text/html")
        except UnreadablePage as error:
            yield failed(source, error)


def addresses(raw: bytes, name: str, limits: Limits) -> list[str]:
    """Return the web addresses that the entries of a feed lead to, in its order; raises UnreadablePage."""
    root = _parsed(raw, name, limits)
    entries = [one for one in root.iter() if _tag(one) in _ENTRIES]
    if not entries and _tag(root) not in _FEEDS:
        raise UnreadablePage("unsupported", f"{name} is XML, but no feed: it holds no item and no entry")
    links = (_link(entry) for entry in entries)
    return list(dict.fromkeys(link for link in links if link is not None and is_address(link)))


def _root(path: str, limits: Limits) -> Any:
    with Path(path).open("rb") as stream:
        raw = stream.read(limits.container_bytes + 1)
    return _parsed(raw, path, limits)


def _parsed(raw: bytes, path: str, limits: Limits) -> Any:
    if len(raw) > limits.container_bytes:
        raise UnreadablePage("too_large", f"{path} has more than {limits.container_bytes:,} bytes; split the feed")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError) as error:
        told = str(error).splitlines()[0][:160] if str(error) else "it is not XML"
        raise UnreadablePage("bad_feed", f"{path} cannot be read as a feed ({told}); save it again") from error
    if root is None:
        raise UnreadablePage("bad_feed", f"{path} cannot be read as a feed (nothing is in it); save it again")
    kinds = root.getroottree().docinfo.internalDTD
    if kinds is not None and next(kinds.iterentities(), None) is not None:
        raise UnreadablePage(
            "entities", f"{path} defines entities of its own, which a feed has no need for; they were not expanded"
        )
    return root


def _tag(node: Any) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _text(node: Any, name: str) -> str | None:
    """Return the text of the first child called `name`, in any namespace."""
    for child in node:
        if _tag(child) == name:
            told = " ".join("".join(child.itertext()).split())
            if told:
                return told
    return None


def _link(entry: Any) -> str | None:
    for child in entry:
        if _tag(child) == "link" and child.get("rel", "alternate") == "alternate":
            told = child.get("href") or "".join(child.itertext()).strip()
            if told:
                return str(told)
    told = _text(entry, "guid")
    return told if told is not None and told.startswith("http") else None


def _body(entry: Any) -> str:
    """Return the fullest text of an entry as HTML: some feeds hold markup as text, some as elements, some neither."""
    for name in _BODIES:
        for child in entry:
            if _tag(child) != name:
                continue
            if len(child):
                inner = "".join(etree.tostring(one, encoding="unicode") for one in child)
                return html.escape(child.text or "") + inner
            told = "".join(child.itertext())
            if told.strip():
                typed = child.get("type", "html") == "text" or _MARKED.search(told) is None
                return f"<p>{html.escape(told)}</p>" if typed else told
    return ""


def _markup(title: str | None, body: str) -> bytes:
    if not body.strip():
        raise UnreadablePage("empty", "the entry has a title at most; expected its text")
    head = f"<h1>{html.escape(title)}</h1>\n" if title is not None else ""
    return f"<!DOCTYPE html><html><body><article>{head}{body}</article></body></html>".encode("utf-8", "replace")
