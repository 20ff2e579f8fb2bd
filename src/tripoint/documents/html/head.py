"""What the head of an HTML page tells: titles, outlet, dates, addresses, from JSON-LD, OpenGraph and meta names."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

_ARTICLE = re.compile(
    r"(?:News|Blog|Report|Tech|Scholarly|Opinion|Review|Analysis|Background|Social)?\w*(?:Article|"
    r"Posting|Report|WebPage)\Z"
)
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline", "parsely-title"),
    "site": ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher",
             "citation_journal_title"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish_date", "publication_date",
        "parsely-pub-date",
        "sailthru.date", "article.published", "citation_publication_date", "originalpublicationdate",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
                "lastmod"),
    "url": ("og:url", "twitter:url"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
}  # fmt: skip
_BYTES = 400_000


@dataclass(slots=True)
class Head:
    """Values in the order in which they are believed, each with the words that say where it stood."""

    titles: list[tuple[str, str]] = field(default_factory=list)
    sites: list[tuple[str, str]] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    updated: list[tuple[str, str]] = field(default_factory=list)
    urls: list[tuple[str, str]] = field(default_factory=list)
    authors: list[tuple[str, str]] = field(default_factory=list)
    language: str | None = None
    live: bool = False
    updates: dict[str, str] = field(default_factory=dict)
    """Of a live blog: the time of each entry by the id that its address ends in."""


def read(root: Any) -> Head:
    """Collect what the page under `root` tells about itself; broken JSON is passed over."""
    head = Head(language=(root.get("lang") or None))
    for node in root.iter("script", "meta", "link", "title"):
        tag = node.tag
        if tag == "script":
            if (node.get("type") or "").lower().startswith("application/ld+json") and node.text:
                _linked_data(node.text[:_BYTES], head)
        elif tag == "meta":
            _meta(node, head)
        elif tag == "link":
            if (node.get("rel") or "").lower() == "canonical" and node.get("href"):
                head.urls.append((node.get("href"), "the page's canonical address"))
        elif tag == "title" and node.text and len(head.titles) < 12:
            title = " ".join(node.text.split())
            head.titles.append((title, "the page's title"))
    return head


def _meta(node: Any, head: Head) -> None:
    name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
    value = " ".join((node.get("content") or "").split())
    if not name or not value:
        return
    into = {
        "title": head.titles, "site": head.sites, "published": head.published, "updated": head.updated,
        "url": head.urls, "author": head.authors,
    }  # fmt: skip
    for fact, names in _META.items():
        if name in names:
            into[fact].append((value[:500], f"the page's meta {name}"))
            return


def _linked_data(text: str, head: Head) -> None:
    try:
        told = json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return
    stack = [told]
    seen = 0
    while stack and seen < 500:
        item = stack.pop()
        seen += 1
        if isinstance(item, list):
            stack.extend(reversed(item[:100]))
        elif isinstance(item, dict):
            if "@graph" in item:
                stack.append(item["@graph"])
            if isinstance(item.get("mainEntity"), dict):
                stack.append(item["mainEntity"])
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.match(kind) is not None for kind in kinds):
                _article(item, head, page="WebPage" in kinds)
                if "LiveBlogPosting" in kinds:
                    _live(item, head)


def _article(item: dict[str, Any], head: Head, *, page: bool) -> None:
    why = "the page's JSON-LD"
    for key, into in (("headline", head.titles), ("datePublished", head.published), ("dateModified", head.updated)):
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            into.insert(len(into) if page else _front(into, why), (" ".join(value.split())[:500], f"{why} ({key})"))
    for name in _named(item.get("publisher")):
        head.sites.insert(_front(head.sites, why), (name, f"{why} (publisher)"))
    if not page:
        head.authors.extend((name, f"{why} (author)") for name in _named(item.get("author")))


def _live(item: dict[str, Any], head: Head) -> None:
    head.live = True
    told = item.get("liveBlogUpdate")
    for one in told[:500] if isinstance(told, list) else ():
        where = one.get("url", one.get("@id")) if isinstance(one, dict) else None
        when = one.get("datePublished") if isinstance(one, dict) else None
        if isinstance(where, str) and "#" in where and isinstance(when, str) and when.strip():
            head.updates.setdefault(where.rpartition("#")[2].lower(), when.strip()[:100])


def _front(into: list[tuple[str, str]], why: str) -> int:
    return sum(1 for _, told in into if told.startswith(why))


def _named(value: Any) -> list[str]:
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            found.append(" ".join(name.split())[:120])
    return found
