"""What each stretch of an HTML page is: by its markup first, by its wording where the markup is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tripoint.documents import line
from tripoint.documents.furniture.row import Furniture
from tripoint.documents.html import comments, entries
from tripoint.documents.html import roles as of
from tripoint.documents.html.layout import Layout
from tripoint.documents.html.markup import Tree
from tripoint.documents.html.outlet import MARK
from tripoint.documents.line import Line
from tripoint.documents.plain import shapes
from tripoint.model import COMMENT_ROLES, BlockRole


@dataclass(frozen=True, slots=True)
class Read:
    """The visible text, its lines, and the role and article of each."""

    text: str
    lines: list[Line]
    roles: list[BlockRole]
    parts: list[int]
    original: str | None
    times: dict[int, str] = field(default_factory=dict)
    """What the markup of an entry tells of its time, by its part."""
    entries: bool = False
    """Whether the parts are entries of one site."""


def read(
    tree: Tree,
    *,
    titles: Sequence[str],
    sites: Sequence[str] = (),
    live: bool = False,
    updates: Mapping[str, str] | None = None,
) -> Read:
    """Say what each segment of the page is. `titles`, `sites`: what the page's head and manifest call the
    article and its outlet; `live`, `updates`: whether the head calls it a live blog, the times of its entries by id."""
    layout = Layout(tree)
    ruled = [i for i, element in enumerate(tree.elements) if MARK in element.names]
    if ruled:
        layout.hold(layout.common(ruled))
    told = updates if updates is not None else {}
    some = entries.find(layout, live=live, told=told)
    if some:
        layout.hold(entries.above(layout, some))
    text = "\n".join(segment.text for segment in tree.segments)
    lines = line.joined(segment.text for segment in tree.segments)
    headline = of.headline(layout, lines, titles)
    known = of.known(layout, lines, headline)
    roles = [of.role(layout, i, one, known[i], headline) for i, one in enumerate(lines)]
    comments.told(layout, lines, known, roles)
    lines = comments.parted(layout, lines, roles)
    comments.untold(layout, lines, known, roles)
    comments.answers(lines, roles, frozenset(shapes.key(site) for site in sites))
    _lists(layout, known, roles)
    _standfirst(lines, roles, headline)
    parts = [1 if role in shapes.NUMBERED or role in COMMENT_ROLES else 0 for role in roles]
    times: dict[int, str] = {}
    if some:
        parts, times = entries.split(layout, some, roles, headline=headline, live=live, told=told)
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
    return Read(text, lines, roles, parts, original, times, bool(some))


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


def _lists(layout: Layout, known: Sequence[Furniture | None], roles: list[BlockRole]) -> None:
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
