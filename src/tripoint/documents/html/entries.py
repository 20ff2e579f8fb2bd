"""Several articles in one HTML page, where its markup says so: posts of a blog's front page, entries of a live blog.

An entry is an element of its own with a time and running text, and a heading unless the page calls itself a live blog;
together the entries hold most of the page's text. Anything less is one article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tripoint.documents.html.kinds import OUTSIDE
from tripoint.documents.html.layout import HEADING, Layout
from tripoint.documents.plain import shapes
from tripoint.model import COMMENT_ROLES, BlockRole

_LEAST = 80.0
"""Running text of an entry, in characters: less is a teaser or a bare picture."""
_SHARE, _LIVE_SHARE = 0.6, 0.4
"""The share of a page's own running text that its entries hold together."""
_UPDATE = "liveblogupdate"
_MOST = 500


def find(layout: Layout, *, live: bool, told: Mapping[str, str]) -> list[int]:
    """Return the elements that are entries, in order; [] where the page is one article. `live`: the page calls itself
    a live blog; `told`: the ids of entries that its head names."""
    some = [
        i
        for i, element in enumerate(layout.elements)
        if (
            element.tag == "article"
            or _UPDATE in element.names
            or (told and not told.keys().isdisjoint(element.tokens))
        )
        and layout.kinds[i] not in OUTSIDE
    ]
    if len(some) < 2:
        return []
    live = live or any(_UPDATE in layout.elements[i].names for i in some)
    weights = layout.own_weight()
    timed, headed = _marked(layout)
    fitting = [
        i
        for i in some
        if weights[i] >= _LEAST
        and (timed[i] or not told.keys().isdisjoint(layout.elements[i].tokens))
        and (headed[i] or live)
    ]
    found = _innermost(layout, fitting) if live else _outermost(layout, fitting)
    share = sum(weights[i] for i in found) / (weights[0] or 1.0)
    return found if 2 <= len(found) <= _MOST and share >= (_LIVE_SHARE if live else _SHARE) else []


def above(layout: Layout, found: Sequence[int]) -> int:
    """Return the element that holds all entries."""
    paths = [_path(layout, i) for i in found]
    at = 0
    for level in zip(*paths, strict=False):
        if len(set(level)) > 1:
            break
        at = level[0]
    return at


def split(
    layout: Layout,
    found: Sequence[int],
    roles: list[BlockRole],
    *,
    headline: int | None,
    live: bool,
    told: Mapping[str, str],
) -> tuple[list[int], dict[int, str]]:
    """Return the article of each segment and the times that articles' own time elements tell; gives each entry its
    headline in `roles`. What stands around the entries is article 1 where it has text, or heads a live blog."""
    entry = _belonging(layout, found)
    own = [entry[segment.element] for segment in layout.segments]
    around = [i for i, of in enumerate(own) if of == 0]
    with_text = any(roles[i] is BlockRole.BODY for i in around)
    first = 2 if with_text or (live and headline in around) else 1
    number = {element: first + count for count, element in enumerate(found)}
    if first == 1:
        for i in around:
            roles[i] = BlockRole.NAVIGATION if roles[i] in shapes.NUMBERED else roles[i]
    _headlines(layout, own, roles, headline)
    parts = [
        number.get(of, 1) if role in shapes.NUMBERED or role in COMMENT_ROLES else 0
        for of, role in zip(own, roles, strict=True)
    ]
    times = {number[i]: told[token] for i in found for token in layout.elements[i].tokens if told.get(token)}
    for i, element in enumerate(layout.elements):
        if element.when is not None and entry[i] in number:
            times.setdefault(number[entry[i]], element.when)
    return parts, times


def _headlines(layout: Layout, own: Sequence[int], roles: list[BlockRole], headline: int | None) -> None:
    """The first heading of an entry is its headline; of the page's, only one outside all entries stays what it is."""
    if headline is not None and own[headline]:
        roles[headline] = BlockRole.SUBHEADING
    named: set[int] = set()
    for i, of in enumerate(own):
        if of and of not in named and roles[i] is BlockRole.SUBHEADING and layout.heading(i):
            roles[i] = BlockRole.HEADLINE
            named.add(of)
        elif of and roles[i] is BlockRole.BODY:
            named.add(of)


def _belonging(layout: Layout, found: Sequence[int]) -> list[int]:
    """The entry that each element lies in, 0 for none."""
    entries = frozenset(found)
    entry = [0] * len(layout.elements)
    for i in range(1, len(layout.elements)):
        entry[i] = i if i in entries else entry[layout.elements[i].parent]
    return entry


def _marked(layout: Layout) -> tuple[list[bool], list[bool]]:
    """Whether each element holds a time, and a heading."""
    timed = [element.tag == "time" for element in layout.elements]
    headed = [HEADING.match(element.tag) is not None for element in layout.elements]
    for i in range(len(layout.elements) - 1, 0, -1):
        parent = layout.elements[i].parent
        timed[parent] = timed[parent] or timed[i]
        headed[parent] = headed[parent] or headed[i]
    return timed, headed


def _path(layout: Layout, i: int) -> list[int]:
    path: list[int] = []
    while i > 0:
        i = layout.elements[i].parent
        path.append(i)
    return path[::-1]


def _outermost(layout: Layout, fitting: Sequence[int]) -> list[int]:
    some = frozenset(fitting)
    return [i for i in fitting if some.isdisjoint(_path(layout, i))]


def _innermost(layout: Layout, fitting: Sequence[int]) -> list[int]:
    holding = {j for i in fitting for j in _path(layout, i)}
    return [i for i in fitting if i not in holding]
