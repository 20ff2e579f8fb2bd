"""What one segment is, by its markup first and its wording where the markup is silent."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.documents.furniture.appeals import APPEAL, appeals
from tripoint.documents.furniture.row import Furniture
from tripoint.documents.furniture.table import furniture
from tripoint.documents.html.kinds import OUTSIDE, Kind
from tripoint.documents.html.layout import HEADING, Layout
from tripoint.documents.line import Line
from tripoint.documents.plain import shapes
from tripoint.model import BlockRole

_ROLE = {
    Kind.NAVIGATION: BlockRole.NAVIGATION,
    Kind.RELATED: BlockRole.RELATED,
    Kind.PROMO: BlockRole.PROMO,
    Kind.BOILERPLATE: BlockRole.BOILERPLATE,
    Kind.COMMENT_FORM: BlockRole.NAVIGATION,
    Kind.HIDDEN: BlockRole.NAVIGATION,
    Kind.CAPTION: BlockRole.CAPTION,
    Kind.PULL_QUOTE: BlockRole.PULL_QUOTE,
    Kind.EMBED: BlockRole.EMBED,
}
_LOOSE = frozenset({"li", "div", "a", "span", "td", "ul", "center"})
"""Tags in which a line that is all link is a link to elsewhere, not a part of the text."""
_BETWEEN = 40
"""Segments between a headline and its text that may be its lead and credits."""


def known(layout: Layout, lines: Sequence[Line], headline: int | None) -> list[Furniture | None]:
    """The furniture among the lines whose place in the markup leaves it open what they are."""
    asking = appeals(lines)
    known: list[Furniture | None] = []
    for i, one in enumerate(lines):
        element = layout.segments[i].element
        kind = layout.kinds[element]
        open_ = (
            kind in (Kind.COMMENT, Kind.BOILERPLATE)
            or (kind not in OUTSIDE and (layout.within[element] or _beside(layout, i, headline, kind)))
        )  # fmt: skip
        known.append(None if not open_ else APPEAL if i in asking else furniture(one))
    return known


def headline(layout: Layout, lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    """The heading that says what the page's title says; else the heading nearest above the text."""
    keys = [key for key in (shapes.key(title) for title in titles) if key]
    best, best_score = None, 0.0
    for i, segment in enumerate(layout.segments):
        tag = layout.heading_tag(segment.element)
        one = lines[i]
        if (
            not one.key
            or one.size > 40
            or layout.kinds[segment.element] in (Kind.COMMENT, Kind.RELATED, Kind.BOILERPLATE, Kind.PROMO)
        ):
            continue
        score = {"h1": 2.0, "h2": 1.4, "h3": 0.9}.get(tag, 0.0)
        told = 0.0
        for key in keys:
            if one.key == key:
                told = max(told, 3.0)
            elif (one.size >= 2 and key.startswith(one.key)) or (one.size >= 3 and one.key in key):
                told = max(told, 1.0 + min(2.0, 2.0 * len(one.key) / len(key)))
        if not score and told < 2.5:
            continue
        score += told
        if layout.kinds[segment.element] in OUTSIDE:
            score -= 1.2
        if i > layout.first + 2:
            score -= 1.5
        if told == 0 and (keys or tag != "h1"):
            score -= 1.0
        if score > best_score + 0.01 and score > 0.5:
            best, best_score = i, score
    return best


def role(layout: Layout, i: int, one: Line, row: Furniture | None, headline: int | None) -> BlockRole:
    """Return what segment `i` is; `row` is the furniture that knows it."""
    segment = layout.segments[i]
    element = layout.elements[segment.element]
    kind = layout.kinds[segment.element]
    if not one.visible:
        return BlockRole.BLANK
    if i == headline:
        return BlockRole.HEADLINE
    if kind is Kind.COMMENT:
        return BlockRole.COMMENT
    if kind in OUTSIDE:
        return _ROLE[kind]
    inside = layout.within[segment.element]
    if not inside and not _beside(layout, i, headline, kind):
        return BlockRole.RELATED if layout.weights[i] else BlockRole.NAVIGATION
    if kind in (Kind.CAPTION, Kind.PULL_QUOTE, Kind.EMBED):
        return BlockRole.BYLINE if row is not None and row.role is BlockRole.BYLINE else _ROLE[kind]
    if shapes.dated_line(one) or (kind is Kind.TIME and one.size <= 8 and any(char.isdigit() for char in one.text)):
        return BlockRole.DATELINE
    if kind is Kind.AUTHOR and one.size <= 12:
        return BlockRole.BYLINE
    if row is not None and (
        one.size <= 12 or row.role in (BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.CAPTION, BlockRole.BOILERPLATE)
    ):
        return row.role
    if row is APPEAL:
        return BlockRole.PROMO
    if kind is Kind.TIME and one.size <= 12:
        return BlockRole.NAVIGATION
    tag = layout.heading_tag(segment.element)
    if HEADING.match(tag) is not None:
        return BlockRole.SUBHEADING
    if kind is Kind.LEAD and headline is not None and i < headline + 6 and not inside:
        return BlockRole.SUBHEADING
    mere_link = segment.linked > 0.8 * len(segment.text) and not shapes.sentence_like(one)
    if mere_link and (element.tag in _LOOSE or one.size <= 4):
        return BlockRole.RELATED if one.size >= 4 else BlockRole.NAVIGATION
    if not inside and not shapes.sentence_like(one):
        return BlockRole.NAVIGATION
    return BlockRole.BODY


def _beside(layout: Layout, i: int, headline: int | None, kind: Kind | None) -> bool:
    """Whether a segment outside the container still is the article's: what stands between its headline and its text,
    as running text, a lead or a credit."""
    if headline is None or not headline < i < min(layout.first, headline + _BETWEEN):
        return False
    return kind in (Kind.LEAD, Kind.AUTHOR, Kind.TIME, Kind.CAPTION) or layout.weights[i] > 0 or layout.heading(i)
