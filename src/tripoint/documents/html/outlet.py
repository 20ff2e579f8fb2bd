"""An outlet's own names for the parts of its pages, translated into those that the table of regions knows."""

from __future__ import annotations

from typing import Any

from tripoint.documents.html.head import Head
from tripoint.model import Page
from tripoint.resources.outlet_rules import Rule, Version, host_of, rules_for

MARK = "outlet-rule"
"""The name that an article which a rule found bears."""

_NAMES = {
    "article": f"article-body {MARK}",
    "byline": "byline",
    "date": "post-date",
    "lead": "article-lead",
    "caption": "caption",
    "comments": "comments",
    "comment": "comment-body",
    "comment_author": "comment-author",
    "comment_time": "comment-date",
    "related": "related-articles",
    "promo": "promo",
    "navigation": "navigation",
}
"""A name that the table of regions knows, for each part."""

_OWN = ("class", "id", "role", "itemprop", "rel", "itemtype", "data-component", "hidden", "aria-hidden")


def translate(root: Any, page: Page, head: Head) -> str | None:
    """Rename the parts of the page under `root` by the rule for its outlet, and put what it tells of the date into
    `head`. Return the rule's name with the version's dates; None where no rule finds its article on the page."""
    host = host_of(page.url) or host_of(next((url for url, _ in head.urls), None))
    day = (page.captured_at or next((when for when, _ in head.published), ""))[:10] or None
    for rule in rules_for(host) if host else ():
        for version in rule.versions:
            if version.holds(day) and _found(root, version, "article"):
                _apply(root, version, rule, head)
                return f"{rule.name} ({version.since or '...'} to {version.until or 'now'})"
    return None


def _found(root: Any, version: Version, part: str) -> list[Any]:
    """The elements that a version's paths for `part` find, in the order of the paths."""
    found = [path(root) for path in version.paths.get(part, ())]
    return [node for nodes in found if isinstance(nodes, list) for node in nodes if hasattr(node, "attrib")]


def _apply(root: Any, version: Version, rule: Rule, head: Head) -> None:
    for path in version.paths.get("published", ()):
        told = path(root)
        value = str(told[0] if isinstance(told, list) and told else told).strip() if told else ""
        if value:
            head.published.insert(0, (value[:100], f"where {rule.name} writes it"))
            break
    parts = {part: _found(root, version, part) for part in version.paths if part != "published"}
    for node in parts.pop("headline", []):
        node.tag = "h1"
        _rename(node, None)
    for part, nodes in parts.items():
        for node in nodes:
            _rename(node, _NAMES[part])


def _rename(node: Any, names: str | None) -> None:
    for name in _OWN:
        if name in node.attrib:
            del node.attrib[name]
    if names is not None:
        node.set("class", names)
