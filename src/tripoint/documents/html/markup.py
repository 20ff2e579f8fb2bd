"""HTML becomes visible text: segments in document order, each with the element it stands in. Iterative, never deep.

Scripts, styles, templates and what is hidden never enter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from tripoint.documents.html.kinds import Kind
from tripoint.documents.html.regions import kind_of
from tripoint.errors import UnreadablePage

_SKIPPED = frozenset({
    "script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "embed", "applet",
    "select", "option", "datalist", "textarea", "canvas", "audio", "video", "map", "frameset", "noframes", "input",
    "img", "meta", "link", "base", "source", "track", "area", "dialog"
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr", "nobr", "blink", "picture", "button", "ruby", "rt", "rp"
})  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:hidden|sr-only|screen-reader-text|visually-hidden|visuallyhidden|d-none|assistive-text)(?:\s|$)", re.I
)
_HIDDEN_WORDS = ("hidden", "sr-only", "screen-reader", "d-none", "assistive")
_FLATTEN = re.compile(rb"</?(?!(?:script|style|title|h[1-6]|p|br|body|html|head|meta|a)\b)[a-zA-Z][^>]{0,2000}>")
_NAMING = ("class", "id", "role", "itemprop", "rel", "itemtype", "data-component")
_DIGITS = str.maketrans("123456789", "000000000")
"""Numbers in names say nothing of what an element is: without them, names recur and are judged once."""
_NONE: dict[str, str] = {}
_SET_APART = frozenset({Kind.AUTHOR, Kind.TIME, Kind.COMMENT, Kind.CAPTION})
_MARKED = frozenset({"time", "cite", "a", "span", "b", "strong", "em", "i"})


@dataclass(slots=True)
class Element:
    """An element that matters for layout: its parent's index, tag, and what its names say it is. `when`: the time that
    its `datetime` tells."""

    parent: int
    tag: str
    kind: Kind | None
    names: str
    weight: float = 0.0
    when: str | None = None

    @property
    def tokens(self) -> list[str]:
        """Its names one by one, in small letters."""
        return self.names.split()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of visible text in one element, white space collapsed. `linked`: its characters inside links."""

    text: str
    element: int
    linked: int
    link: str | None


@dataclass(slots=True)
class Tree:
    """The visible text of a page with its layout, and the parsed root for what the head tells."""

    root: Any
    elements: list[Element] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)


def parse(text: str) -> Any:
    """Return the root of the HTML `text`; raises UnreadablePage when nothing in it is an element.

    Beyond 256 levels the parser stops: such a page is flattened to its paragraphs first.
    """
    raw = _CONTROL.sub(" ", text).encode("utf-8", "replace")
    root, deep = _parse(raw)
    if deep:
        root, _ = _parse(_FLATTEN.sub(b"\n", raw))
    if root is None:
        raise UnreadablePage("not_html", "nothing in the page could be read as HTML; give its text instead")
    return root


_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def _parse(raw: bytes) -> tuple[Any, bool]:
    parser = etree.HTMLParser(
        recover=True, encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, True
    deep = any("depth" in entry.message for entry in parser.error_log.filter_from_errors())
    return root, deep


def walk(root: Any) -> Tree:
    """Return the visible text under `root` in document order."""
    tree = Tree(root)
    elements, segments = tree.elements, tree.segments
    elements.append(Element(-1, "root", None, ""))
    stack = [0]
    opened: list[Any] = []
    pieces: list[str] = []
    linked = 0
    links: list[Any] = []
    link: str | None = None
    walker = etree.iterwalk(root, events=("start", "end"))

    def flush() -> None:
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        pieces.clear()
        if text:
            segments.append(Segment(text, stack[-1], min(linked, len(text)), link))

    for event, node in walker:
        tag = node.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            attributes = dict(node.items()) if tag not in _SKIPPED else _NONE
            names = ""
            if tag in _SKIPPED or (attributes and _hidden(attributes)):
                walker.skip_subtree()
                if tag == "img":
                    pieces.append(" ")
                continue
            if tag == "br":
                if pieces:
                    flush()
                linked, link = 0, None
                continue
            if attributes and not (len(attributes) == 1 and "href" in attributes):
                names = " ".join([attributes[name] for name in _NAMING if name in attributes])[:400]
            inline = tag in _INLINE
            kind = None
            if names:
                names, kind = _named(tag, names)
            elif not inline or tag == "time":
                kind = _named(tag, "")[1]
            if not inline or tag == "time" or (kind in _SET_APART and tag in _MARKED):
                if pieces:
                    flush()
                linked, link = 0, None
                elements.append(Element(stack[-1], tag, kind, names))
                if tag == "time":
                    elements[-1].when = attributes.get("datetime")
                stack.append(len(elements) - 1)
                opened.append(node)
            if tag == "a":
                links.append(node)
                link = link if link is not None else node.get("href")
            told = node.text
            if told:
                pieces.append(told)
                if links:
                    linked += len(told)
        else:
            if tag == "a" and links and links[-1] is node:
                links.pop()
            if opened and opened[-1] is node:
                if pieces:
                    flush()
                linked, link = 0, None
                stack.pop()
                opened.pop()
            told = node.tail
            if told and node is not root:
                pieces.append(told)
                if links:
                    linked += len(told)
    if pieces:
        flush()
    return tree


@lru_cache(maxsize=32768)
def _named(tag: str, names: str) -> tuple[str, Kind | None]:
    """The names in small letters, and what they say."""
    small = names.lower()
    return small, kind_of(tag, small.translate(_DIGITS))


def _hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style is not None and _HIDDEN.search(style) is not None:
        return True
    names = attributes.get("class")
    return names is not None and _hidden_class(names[:2000])


@lru_cache(maxsize=16_384)
def _hidden_class(names: str) -> bool:
    small = names.lower()
    return any(word in small for word in _HIDDEN_WORDS) and _HIDDEN_CLASS.search(small) is not None
