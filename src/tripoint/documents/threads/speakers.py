"""Who speaks in a thread: names, what is said, the outlet's own answers, and which lines are one comment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tripoint.documents.furniture.row import Furniture
from tripoint.documents.line import Line
from tripoint.documents.threads import editors, names
from tripoint.documents.threads.voices import Voices
from tripoint.model import BlockRole

_OWN = frozenset({BlockRole.NAVIGATION, BlockRole.PROMO})
_NICKNAME = 5
"""Words that a nickname may have."""


def label(lines: Sequence[Line], rows: Sequence[Furniture | None], voices: Voices) -> list[BlockRole]:
    """Return the role of each line of a thread: who speaks, what is said, and the engine's own words."""
    known = Counter(line.key for line, is_name in zip(lines, voices.name, strict=True) if is_name)
    headed = {
        head.name.casefold() for line in lines if (head := names.header(line)) is not None and head.name is not None
    }
    due = _names_due(lines, rows, voices)
    roles: list[BlockRole] = []
    for i, line in enumerate(lines):
        row = rows[i]
        if not line.visible:
            roles.append(BlockRole.BLANK)
        elif names.time_only(line) is not None or names.particle(line) or voices.head[i]:
            roles.append(BlockRole.COMMENT_AUTHOR)
        elif row is not None and (row.role in _OWN or row.role is BlockRole.BOILERPLATE):
            roles.append(row.role)
        elif (voices.name[i] and _speaks(i, lines, roles, voices, known, headed)) or (
            i in due and roles[-1:] != [BlockRole.COMMENT_AUTHOR]
        ):
            roles.append(BlockRole.COMMENT_AUTHOR)
        else:
            roles.append(BlockRole.COMMENT)
    mark_editors(lines, roles, frozenset())
    return roles


def _names_due(lines: Sequence[Line], rows: Sequence[Furniture | None], voices: Voices) -> set[int]:
    """Lines that stand where this thread puts its names and could be nicknames: it does so when nearly all that is
    said has a lone name right above."""
    open_ = [i for i, row in enumerate(rows) if row is None and lines[i].visible]
    said = [
        (above, i)
        for above, i in pairwise(open_)
        if not voices.name[i] and (lines[i].size > _NICKNAME or lines[i].stops)
    ]
    headed = sum(voices.name[above] for above, _ in said)
    odd = {
        above
        for above, i in said
        if not voices.name[above]
        and lines[above].size <= _NICKNAME
        and lines[above].gap >= lines[i].gap
        and names.nickname(lines[above].text)
    }
    return odd if headed >= 2 and headed + len(odd) >= 0.8 * len(said) else set()


def _speaks(
    i: int, lines: Sequence[Line], roles: list[BlockRole], voices: Voices, known: Counter[str], headed: set[str]
) -> bool:
    """Whether a line that could be a name is one here: it recurs, or a text follows it and none asks for it before."""
    line = lines[i]
    if known[line.key] > 1 or line.text.casefold() in headed:
        return True
    answered = bool(roles) and roles[-1] is BlockRole.COMMENT_AUTHOR and names.time_only(lines[i - 1]) is None
    if answered and line.gap <= 1:
        return False
    if i + 1 >= len(lines):
        return False
    following = lines[i + 1]
    if names.time_only(following) is not None:
        return True
    if following.gap > 1 and line.gap <= 1:
        return False
    return not voices.name[i + 1] or known[following.key] < 2


_STAFF = frozenset(
    {
        "editor",
        "editors",
        "the editor",
        "the editors",
        "editorial team",
        "admin",
        "administrator",
        "moderator",
        "webmaster",
    }
    | {"site admin", "staff", "the moderator", "redaktion"}
)


def mark_editors(lines: Sequence[Line], roles: list[BlockRole], outlet: frozenset[str]) -> None:
    """Mark what the outlet itself answers inside the thread, comment by comment: it writes under a staff name or its
    own (`outlet`: keys of its names), or speaks of its article as its own."""
    for group in comments(lines, roles):
        said = [i for i in group if roles[i] is BlockRole.COMMENT]
        by = {lines[i].key for i in group if roles[i] is BlockRole.COMMENT_AUTHOR}
        own = bool(by & _STAFF) or bool(by & outlet)
        if said and (own or editors.editor(" ".join(lines[i].text for i in said))[0] >= 1.0):
            for i in said:
                roles[i] = BlockRole.EDITOR_REPLY


def comments(lines: Sequence[Line], roles: Sequence[BlockRole]) -> list[list[int]]:
    """Group the lines of a thread into comments: a new one begins at an author, after furniture, or at a wider gap
    than the thread has between the paragraphs of one comment."""
    groups: list[list[int]] = []
    gaps = Counter(line.gap for line, role in zip(lines, roles, strict=True) if role is BlockRole.COMMENT)
    usual = min((gap for gap, count in gaps.items() if count * 4 >= sum(gaps.values())), default=0)
    spoken = False
    for i, role in enumerate(roles):
        if role is BlockRole.COMMENT_AUTHOR:
            if spoken or not groups or lines[i].gap > usual + 1:
                groups.append([])
                spoken = False
            groups[-1].append(i)
        elif role in (BlockRole.COMMENT, BlockRole.EDITOR_REPLY):
            if not groups or (spoken and lines[i].gap > usual):
                groups.append([])
            groups[-1].append(i)
            spoken = True
        elif spoken:
            groups.append([])
            spoken = False
    return [group for group in groups if group]
