"""What each stretch of an HTML page is: by its markup first, by its wording where the markup is silent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tripoint.documents import furniture, line, names, plain, register, thread
from tripoint.documents.line import Line
from tripoint.documents.markup import Element, Segment, Tree
from tripoint.documents.regions import OUTSIDE, Kind
from tripoint.model import COMMENT_ROLES, BlockRole

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
_HEADING = re.compile(r"h[1-6]\Z")
_LOOSE = frozenset({"li", "div", "a", "span", "td", "ul", "center"})
"""Tags in which a line that is all link is a link to elsewhere, not a part of the text."""
_ITEM = re.compile(
    r"comment[-_]?\d+|(?:^|\s)comment(?:$|\s)|schema\.org/comment|comment-?(?:item|wrap|container|entry|box)"
)
_APART = 3
_BETWEEN = 40
"""Segments between a headline and its text that may be its lead and credits."""
_LARGE = {Kind.NAVIGATION: 0.3, Kind.PROMO: 0.3, Kind.BOILERPLATE: 0.4, Kind.RELATED: 0.5}
"""What holds more than this share of a page's running text is not what its name says."""
_SHARE = 0.72
"""A child that holds this share of its parent's running text is where the article is looked for next."""


@dataclass(frozen=True, slots=True)
class Read:
    """The visible text, its lines, and the role and article of each."""

    text: str
    lines: list[Line]
    roles: list[BlockRole]
    parts: list[int]
    original: str | None


class Layout:
    """The elements of a page with their running text summed up, and what each segment's surroundings say."""

    def __init__(self, tree: Tree) -> None:
        self.elements: list[Element] = tree.elements
        self.segments: list[Segment] = tree.segments
        self.weights = [self._weight(segment) for segment in self.segments]
        self._sum()
        self.kinds = self._inherit()
        self.container = self._container()
        self.within = self._under(self.container)
        self.first = next(
            (i for i, one in enumerate(self.segments) if self.within[one.element] and self.weights[i]),
            len(self.segments),
        )

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

    def _own_weight(self) -> list[float]:
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
        sums = self._own_weight()
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
        return _HEADING.match(_tag(self, self.segments[i].element)) is not None


def read(tree: Tree, *, titles: Sequence[str], sites: Sequence[str] = ()) -> Read:
    """Say what each segment of the page is. `titles`, `sites`: what the page's head and manifest call the
    article and its outlet."""
    layout = Layout(tree)
    text = "\n".join(segment.text for segment in tree.segments)
    lines = line.split(text)
    if len(lines) != len(tree.segments):
        lines = _aligned(tree.segments)
    headline = _headline(layout, lines, titles)
    known = _known(layout, lines, headline)
    roles = [_role(layout, i, one, known[i], headline) for i, one in enumerate(lines)]
    _comments(layout, lines, known, roles)
    lines = _parted(layout, lines, roles)
    _tail(layout, lines, known, roles)
    _editors(lines, roles, frozenset(plain.key(site) for site in sites))
    _lists(layout, known, roles)
    _standfirst(lines, roles, headline)
    parts = [1 if role in plain.NUMBERED or role in COMMENT_ROLES else 0 for role in roles]
    original = next(
        (
            segment.link
            for segment, row in zip(tree.segments, known, strict=True)
            if segment.link is not None
            and row is not None
            and row.name == "a link to the original"
            and segment.link.startswith("http")
        ),
        None,
    )
    return Read(text, lines, roles, parts, original)


def _known(layout: Layout, lines: Sequence[Line], headline: int | None) -> list[furniture.Furniture | None]:
    """The furniture among the lines whose place in the markup leaves it open what they are."""
    asking = furniture.appeals(lines)
    known: list[furniture.Furniture | None] = []
    for i, one in enumerate(lines):
        element = layout.segments[i].element
        kind = layout.kinds[element]
        open_ = (
            kind in (Kind.COMMENT, Kind.BOILERPLATE)
            or (kind not in OUTSIDE and (layout.within[element] or _beside(layout, i, headline, kind)))
        )  # fmt: skip
        known.append(None if not open_ else furniture.APPEAL if i in asking else furniture.furniture(one))
    return known


def _aligned(segments: Sequence[Segment]) -> list[Line]:
    """Lines of segments that hold a line break of their own (a rare Unicode one): one line each all the same."""
    found: list[Line] = []
    at = 0
    for segment in segments:
        one = line.single(segment.text, start=at, index=len(found))
        found.append(one)
        at += len(segment.text) + 1
    return found


def _headline(layout: Layout, lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    """The heading that says what the page's title says; else the heading nearest above the text."""
    keys = [key for key in (plain.key(title) for title in titles) if key]
    best, best_score = None, 0.0
    for i, segment in enumerate(layout.segments):
        tag = _tag(layout, segment.element)
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


def _tag(layout: Layout, element: int) -> str:
    """The heading that an element is or lies in, else its own tag."""
    i = element
    for _ in range(4):
        if i <= 0:
            break
        if _HEADING.match(layout.elements[i].tag) is not None:
            return layout.elements[i].tag
        i = layout.elements[i].parent
    return layout.elements[element].tag


def _role(layout: Layout, i: int, one: Line, row: furniture.Furniture | None, headline: int | None) -> BlockRole:
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
    if plain.dated_line(one) or (kind is Kind.TIME and one.size <= 8 and any(char.isdigit() for char in one.text)):
        return BlockRole.DATELINE
    if kind is Kind.AUTHOR and one.size <= 12:
        return BlockRole.BYLINE
    if row is not None and (
        one.size <= 12 or row.role in (BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.CAPTION, BlockRole.BOILERPLATE)
    ):
        return row.role
    if row is furniture.APPEAL:
        return BlockRole.PROMO
    if kind is Kind.TIME and one.size <= 12:
        return BlockRole.NAVIGATION
    tag = _tag(layout, segment.element)
    if _HEADING.match(tag) is not None:
        return BlockRole.SUBHEADING
    if kind is Kind.LEAD and headline is not None and i < headline + 6 and not inside:
        return BlockRole.SUBHEADING
    mere_link = segment.linked > 0.8 * len(segment.text) and not plain.sentence_like(one)
    if mere_link and (element.tag in _LOOSE or one.size <= 4):
        return BlockRole.RELATED if one.size >= 4 else BlockRole.NAVIGATION
    if not inside and not plain.sentence_like(one):
        return BlockRole.NAVIGATION
    return BlockRole.BODY


def _beside(layout: Layout, i: int, headline: int | None, kind: Kind | None) -> bool:
    """Whether a segment outside the container still is the article's: what stands between its headline and its text,
    as running text, a lead or a credit."""
    if headline is None or not headline < i < min(layout.first, headline + _BETWEEN):
        return False
    return kind in (Kind.LEAD, Kind.AUTHOR, Kind.TIME, Kind.CAPTION) or layout.weights[i] > 0 or layout.heading(i)


def _comments(
    layout: Layout, lines: Sequence[Line], known: Sequence[furniture.Furniture | None], roles: list[BlockRole]
) -> None:
    """Say who speaks inside the comment sections."""
    for i, role in enumerate(roles):
        if role is not BlockRole.COMMENT:
            continue
        one, row = lines[i], known[i]
        own = layout.elements[layout.segments[i].element]
        if (
            names.time_only(one) is not None
            or names.particle(one)
            or names.header(one) is not None
            or own.tag == "time"
            or (own.kind is Kind.TIME and one.size <= 10)
        ) or (
            one.size <= 8
            and (own.kind is Kind.AUTHOR or own.tag == "cite" or "author" in own.names)
            and names.plausible(one.text)
        ):
            roles[i] = BlockRole.COMMENT_AUTHOR
        elif row is not None and row.role in (BlockRole.NAVIGATION, BlockRole.PROMO):
            roles[i] = BlockRole.NAVIGATION
        elif one.size <= 4 and layout.segments[i].linked * 2 > len(one.text):
            roles[i] = BlockRole.COMMENT_AUTHOR if names.plausible(one.text) else BlockRole.NAVIGATION
        elif _HEADING.match(_tag(layout, layout.segments[i].element)) is not None and one.size <= 12:
            roles[i] = BlockRole.NAVIGATION
        elif register.editor(one.text)[0] >= 1.0 and "bypostauthor" in own.names:
            roles[i] = BlockRole.EDITOR_REPLY


def _parted(layout: Layout, lines: list[Line], roles: Sequence[BlockRole]) -> list[Line]:
    """Set a gap before each comment that has an element of its own, for those who group lines into comments."""
    last = -1
    found = list(lines)
    for i, role in enumerate(roles):
        if role not in COMMENT_ROLES:
            continue
        item = layout.item(layout.segments[i].element)
        if item != last and last >= 0:
            found[i] = replace(lines[i], gap=_APART)
        last = item
    return found


def _tail(
    layout: Layout, lines: Sequence[Line], known: Sequence[furniture.Furniture | None], roles: list[BlockRole]
) -> None:
    """Where the markup names no comments: a thread that the wording of the article's own lines gives away."""
    if BlockRole.COMMENT in roles:
        return
    own = [
        i
        for i, role in enumerate(roles)
        if role in plain.NUMBERED or (role is BlockRole.NAVIGATION and layout.within[layout.segments[i].element])
    ]
    if len(own) < 4 or not any(names.header(lines[i]) is not None for i in own):
        return
    some, rows = [lines[i] for i in own], [known[i] for i in own]
    voices = thread.listen(some, rows)
    found = thread.find(some, rows, voices)
    if found is None or not any(voices.head[found[0] : found[1]]):
        return
    inside = slice(*found)
    said = thread.label(some[inside], rows[inside], thread.listen(some[inside], rows[inside]))
    for i, role in zip(own[inside], said, strict=True):
        roles[i] = role


def _standfirst(lines: Sequence[Line], roles: list[BlockRole], headline: int | None) -> None:
    """A line or two between the headline and the credits are the article's lead, not its first paragraph."""
    if headline is None:
        return
    above: list[int] = []
    for i in range(headline + 1, len(roles)):
        if roles[i] is BlockRole.BODY and lines[i].size <= 45 and len(above) < 2:
            above.append(i)
        elif roles[i] is BlockRole.BODY:
            return
        elif roles[i] in (BlockRole.BYLINE, BlockRole.DATELINE):
            if i + 1 < len(roles) and BlockRole.BODY in roles[i + 1 :]:
                for place in above:
                    roles[place] = BlockRole.SUBHEADING
            return


def _editors(lines: Sequence[Line], roles: list[BlockRole], outlet: frozenset[str]) -> None:
    """Mark the outlet's own answers among the comments."""
    inside = [i for i, role in enumerate(roles) if role in COMMENT_ROLES]
    if inside:
        said = [roles[i] for i in inside]
        thread.mark_editors([lines[i] for i in inside], said, outlet)
        for i, role in zip(inside, said, strict=True):
            roles[i] = role


def _lists(layout: Layout, known: Sequence[furniture.Furniture | None], roles: list[BlockRole]) -> None:
    """After the heading of a list of other pages: their links, until running text goes on."""
    inside = False
    for i, role in enumerate(roles):
        row = known[i]
        if (
            row is not None
            and row.opens == "list"
            and role in (BlockRole.RELATED, BlockRole.SUBHEADING, BlockRole.BODY)
        ):
            roles[i] = BlockRole.RELATED
            inside = True
        elif inside and role in (BlockRole.BODY, BlockRole.SUBHEADING, BlockRole.DATELINE, BlockRole.BYLINE):
            if layout.weights[i] and layout.segments[i].linked * 4 < len(layout.segments[i].text):
                inside = False
            else:
                roles[i] = BlockRole.RELATED
