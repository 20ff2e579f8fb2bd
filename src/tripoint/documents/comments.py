"""Comments as records of their own, their writers under pseudonyms."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from tripoint.documents.line import Line
from tripoint.documents.threads import names, speakers
from tripoint.model import COMMENT_ROLES, BlockRole, Comment, digest
from tripoint.text import fold


def veiled(name: str) -> str:
    """Return a digest of `name`, the same wherever it is written; a build keys it with the secret of the case."""
    return f"reader-{hashlib.sha256(fold(name).encode('utf-8', 'replace')).hexdigest()[:16]}"


def build(
    page_id: str, text: str, lines: Sequence[Line], roles: Sequence[BlockRole], parts: Sequence[int]
) -> tuple[Comment, ...]:
    """Group the comment lines of a page into Comment records. The records hold no commenter's name."""
    found: list[Comment] = []
    by_name: dict[str, str] = {}
    for group in _groups(lines, roles):
        head = [i for i in group if roles[i] is BlockRole.COMMENT_AUTHOR]
        said = [i for i in group if roles[i] is not BlockRole.COMMENT_AUTHOR]
        if not said:
            continue
        name, time, to = _who([lines[i] for i in head])
        start = lines[said[0]].start
        comment_id = digest("com", page_id, start)
        found.append(
            Comment(
                comment_id=comment_id,
                page_id=page_id,
                part=parts[said[0]],
                author=None if name is None else veiled(name),
                time=time,
                text="\n".join(text[lines[i].start : lines[i].end] for i in said),
                page_start=start,
                reply_to=None if to is None else by_name.get(fold(to)),
                editor=any(roles[i] is BlockRole.EDITOR_REPLY for i in said),
            )
        )
        if name is not None:
            by_name[fold(name)] = comment_id
    return tuple(found)


def _groups(lines: Sequence[Line], roles: Sequence[BlockRole]) -> list[list[int]]:
    inside = [i for i, role in enumerate(roles) if role in COMMENT_ROLES]
    if not inside:
        return []
    first, last = inside[0], inside[-1] + 1
    return [[first + i for i in group] for group in speakers.comments(lines[first:last], roles[first:last])]


def _who(head: Sequence[Line]) -> tuple[str | None, str | None, str | None]:
    name = time = to = None
    for line in head:
        told = names.header(line)
        if told is not None:
            name, time, to = told.name, told.time or time, told.to
        elif (alone := names.time_only(line)) is not None:
            time = alone
        elif names.particle(line):
            continue
        else:
            name = line.text
    return name, time, to
