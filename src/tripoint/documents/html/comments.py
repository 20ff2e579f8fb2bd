"""Comments in HTML: in the sections that the markup names, and in threads that only their wording gives away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tripoint.documents.furniture.row import Furniture
from tripoint.documents.furniture.table import furniture
from tripoint.documents.html.kinds import Kind
from tripoint.documents.html.layout import HEADING, Layout
from tripoint.documents.line import Line
from tripoint.documents.plain import shapes
from tripoint.documents.threads import editors, extent, names, speakers
from tripoint.documents.threads.voices import listen
from tripoint.model import COMMENT_ROLES, BlockRole

_APART = 3
_LOOSE = frozenset({BlockRole.NAVIGATION, BlockRole.RELATED})
"""What lines below the article are taken for when no name in the markup says what they are."""


def told(layout: Layout, lines: Sequence[Line], known: Sequence[Furniture | None], roles: list[BlockRole]) -> None:
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
        elif HEADING.match(layout.heading_tag(layout.segments[i].element)) is not None and one.size <= 12:
            roles[i] = BlockRole.NAVIGATION
        elif editors.editor(one.text)[0] >= 1.0 and "bypostauthor" in own.names:
            roles[i] = BlockRole.EDITOR_REPLY


def parted(layout: Layout, lines: list[Line], roles: Sequence[BlockRole]) -> list[Line]:
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


def untold(layout: Layout, lines: Sequence[Line], known: Sequence[Furniture | None], roles: list[BlockRole]) -> None:
    """Where the markup names no comments: a thread that the wording of the article's own lines gives away."""
    if BlockRole.COMMENT in roles:
        return
    begun = next((i for i, role in enumerate(roles) if role is BlockRole.BODY), len(roles))
    own = [
        i
        for i, role in enumerate(roles)
        if role in shapes.NUMBERED
        or (role is BlockRole.NAVIGATION and layout.within[layout.segments[i].element])
        or (i > begun and role in _LOOSE and layout.kinds[layout.segments[i].element] is None)
    ]
    if len(own) < 4 or not any(names.header(lines[i]) is not None for i in own):
        return
    some = [lines[i] for i in own]
    rows = [known[i] if known[i] is not None else furniture(lines[i]) for i in own]
    voices = listen(some, rows)
    found = extent.find(some, rows, voices)
    if found is None or not any(voices.head[found[0] : found[1]]):
        return
    inside = slice(*found)
    said = speakers.label(some[inside], rows[inside], listen(some[inside], rows[inside]))
    for i, role in zip(own[inside], said, strict=True):
        roles[i] = role


def answers(lines: Sequence[Line], roles: list[BlockRole], outlet: frozenset[str]) -> None:
    """Mark the outlet's own answers among the comments."""
    inside = [i for i, role in enumerate(roles) if role in COMMENT_ROLES]
    if inside:
        said = [roles[i] for i in inside]
        speakers.mark_editors([lines[i] for i in inside], said, outlet)
        for i, role in zip(inside, said, strict=True):
            roles[i] = role
