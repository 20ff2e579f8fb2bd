"""Text that lost its tags: what each line is, and of which article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tripoint.documents.furniture import table
from tripoint.documents.line import Line
from tripoint.documents.plain.article import Article
from tripoint.documents.threads import extent, speakers
from tripoint.documents.threads.voices import listen
from tripoint.model import BlockRole


@dataclass(frozen=True, slots=True)
class Labelled:
    """The role and the article of each line (part 0: of no article)."""

    roles: list[BlockRole]
    parts: list[int]


def label(lines: Sequence[Line], *, title: str | None = None) -> Labelled:
    """Say what each line is. `title` is what a manifest or a table calls the page."""
    known = table.rows(lines)
    voices = listen(lines, known)
    found = extent.find(lines, known, voices)
    begin, end = found if found is not None else (len(lines), len(lines))
    roles, parts = [BlockRole.BLANK] * len(lines), [0] * len(lines)
    outside = [*range(begin), *range(end, len(lines))]
    reader = Article([lines[i] for i in outside], [known[i] for i in outside], len(lines[:begin]), title)
    for i, role, part in zip(outside, *reader.read(), strict=True):
        roles[i], parts[i] = role, part
    last = max(parts[:begin], default=0) or 1
    inside = slice(begin, end)
    said = speakers.label(lines[inside], known[inside], listen(lines[inside], known[inside]))
    for i, role in enumerate(said, begin):
        roles[i], parts[i] = role, last if role in _THREAD else 0
    return Labelled(roles, parts)


_THREAD = frozenset({BlockRole.COMMENT, BlockRole.COMMENT_AUTHOR, BlockRole.EDITOR_REPLY})
