"""The elements of a page with their running text summed up, and what each segment's surroundings say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tripoint.documents.html.kinds import OUTSIDE, Kind
from tripoint.documents.html.markup import Element, Segment, Tree

HEADING = re.compile(r"h[1-6]\Z")
_ITEM = re.compile(
    r"comment[-_]?\d+|(?:^|\s)comment(?:$|\s)|schema\.org/comment|comment-?(?:item|wrap|container|entry|box)"
)
_LARGE = {Kind.NAVIGATION: 0.3, Kind.PROMO: 0.3, Kind.BOILERPLATE: 0.4, Kind.RELATED: 0.5}
"""What holds more than this share of a page's running text is not what its name says."""
_SHARE = 0.72
"""A child that holds this share of its parent's running text is where the article is looked for next."""


class Layout:
    """The elements of a page with their running text summed up, and what each segment's surroundings say."""

    def __init__(self, tree: Tree) -> None:
        self.elements: list[Element] = tree.elements
        self.segments: list[Segment] = tree.segments
        self._tags: dict[int, str] = {}
        self.weights = [self._weight(segment) for segment in self.segments]
        self._sum()
        self.kinds = self._inherit()
        self.hold(self._container())

    def hold(self, container: int) -> None:
        """Take `container` for the element that holds the article."""
        self.container = container
        self.within = self._under(container)
        self.first = next(
            (i for i, one in enumerate(self.segments) if self.within[one.element] and self.weights[i]),
            len(self.segments),
        )

    def common(self, elements: Sequence[int]) -> int:
        """Return the nearest element that all of `elements` stand in, itself if it is one."""
        above = [self._line(element) for element in elements]
        return max(set(above[0]).intersection(*above))

    def _line(self, element: int) -> list[int]:
        found = [element]
        while found[-1] > 0:
            found.append(self.elements[found[-1]].parent)
        return found

    def _weight(self, segment: Segment) -> float:
        """Running text: its characters outside links, from a short sentence on."""
        plain_chars = len(segment.text) - segment.linked
        if plain_chars < 25 or segment.linked * 2 > len(segment.text):
            return 0.0
        stops = sum(segment.text.count(mark) for mark in ".,;!?")
        return float(plain_chars) if stops else plain_chars * 0.4

    def _sum(self) -> None:
        for segment, weight in zip(self.segments, self.weights, strict=True):
            if weight:
                self.elements[segment.element].weight += weight
        for i in range(len(self.elements) - 1, 0, -1):
            self.elements[self.elements[i].parent].weight += self.elements[i].weight

    def _inherit(self) -> list[Kind | None]:
        """An element is what it or its nearest telling ancestor is; what holds most of the text is no side matter."""
        total = self.elements[0].weight or 1.0
        kinds: list[Kind | None] = []
        for i, element in enumerate(self.elements):
            above = kinds[element.parent] if i else None
            own = element.kind
            side = own in OUTSIDE and own not in (Kind.COMMENT, Kind.COMMENT_FORM, Kind.HIDDEN)
            if side and element.weight > _LARGE.get(own or Kind.TEXT, 1.0) * total:
                own = None
            if above is Kind.COMMENT:
                kinds.append(Kind.COMMENT_FORM if own is Kind.COMMENT_FORM else above)
            elif above in OUTSIDE:
                kinds.append(Kind.COMMENT if own is Kind.COMMENT else above)
            elif own is None:
                kinds.append(above if above is not Kind.TEXT else None)
            else:
                kinds.append(own)
        return kinds

    def own_weight(self) -> list[float]:
        """Running text below each element that stands in no side matter."""
        sums = [0.0] * len(self.elements)
        for segment, weight in zip(self.segments, self.weights, strict=True):
            if weight and self.kinds[segment.element] not in OUTSIDE:
                sums[segment.element] += weight
        for i in range(len(self.elements) - 1, 0, -1):
            sums[self.elements[i].parent] += sums[i]
        return sums

    def _container(self) -> int:
        """The element that holds the article: one named so with half of the text, else down the heaviest path."""
        sums = self.own_weight()
        total = sums[0]
        if not total:
            return 0
        named = [
            i for i, element in enumerate(self.elements)
            if element.kind is Kind.TEXT and self.kinds[i] not in OUTSIDE and sums[i] >= 0.5 * total
        ]  # fmt: skip
        at = named[-1] if named else 0
        kids: dict[int, list[int]] = {}
        for i in range(1, len(self.elements)):
            kids.setdefault(self.elements[i].parent, []).append(i)
        while True:
            heaviest = max(kids.get(at, ()), key=lambda i: sums[i], default=None)
            if (
                heaviest is None
                or sums[heaviest] < _SHARE * sums[at]
                or self.elements[heaviest].tag in ("p", "td", "li")
            ):
                return at
            if named and self.elements[heaviest].kind is not Kind.TEXT and sums[heaviest] < 0.98 * sums[at]:
                return at
            at = heaviest

    def _under(self, top: int) -> list[bool]:
        inside = [False] * len(self.elements)
        for i in range(len(self.elements)):
            inside[i] = i == top or (i > 0 and inside[self.elements[i].parent])
        return inside

    def item(self, i: int) -> int:
        """The element of the one comment that element `i` lies in, 0 when none can be told."""
        while i > 0:
            element = self.elements[i]
            if element.tag in ("li", "article", "tr", "dd") or _ITEM.search(element.names) is not None:
                return i
            i = element.parent
        return 0

    def heading(self, i: int) -> bool:
        """Whether segment `i` stands in a heading."""
        return HEADING.match(self.heading_tag(self.segments[i].element)) is not None

    def heading_tag(self, element: int) -> str:
        """The heading that an element is or lies in, else its own tag."""
        known = self._tags.get(element)
        if known is not None:
            return known
        i, tag = element, self.elements[element].tag
        for _ in range(4):
            if i <= 0:
                break
            if HEADING.match(self.elements[i].tag) is not None:
                tag = self.elements[i].tag
                break
            i = self.elements[i].parent
        self._tags[element] = tag
        return tag
