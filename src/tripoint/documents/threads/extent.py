"""Where a comment thread begins and ends among lines without tags."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.documents.furniture.row import Furniture
from tripoint.documents.furniture.thread import MEMBER_CARD
from tripoint.documents.line import Line
from tripoint.documents.threads import names
from tripoint.documents.threads.voices import Voices

_NEAR = 60
"""Lines below a comment engine's header in which a reader must be heard."""
_REACH = 8
"""Lines above a thread's first words in which its first speaker may stand."""
_LONG = 60
"""Words from which on a line above a thread is the article's."""
_NEWSROOM = -2.5
"""A line that sounds as much like a newsroom as this is the article's."""
_START = 3.0
"""Least sum of a reader's features from which lines without any header are a thread."""


def find(lines: Sequence[Line], rows: Sequence[Furniture | None], voices: Voices) -> tuple[int, int] | None:
    """Return the first line of the page's comment thread and the line after its last, or None when it has none."""
    start = _announced(rows, voices)
    if start is None:
        start = _member_cards(lines, rows, voices)
    if start is None:
        start = _engine_heads(voices)
    if start is None:
        start = _unannounced(lines, rows, voices)
    if start is None:
        return None
    return start, _end(start, rows, voices)


def _announced(rows: Sequence[Furniture | None], voices: Voices) -> int | None:
    """A comment engine's header, when readers' voices do follow it."""
    total = len(rows)
    for start, row in enumerate(rows):
        if row is None or row.opens not in ("thread", "weak_thread"):
            continue
        bar = sum(1 for other in rows[start : start + 5] if other is not None and other.opens == "thread") >= 2
        following: list[int] = []
        for i in range(start + 1, min(total, start + _NEAR)):
            other = rows[i]
            if other is not None and other.opens in ("list", "close"):
                break
            if other is None:
                following.append(i)
                if len(following) == 6:
                    break
        if not following:
            continue
        heads = sum(voices.head[i] for i in following)
        pairs = sum(voices.name[i] for i in following[:3])
        value = sum(voices.score[i] for i in following)
        if heads or (bar and value > -3) or value >= 1.5 or (row.opens == "thread" and (pairs and value > -0.5)):
            return start
    return None


def _member_cards(lines: Sequence[Line], rows: Sequence[Furniture | None], voices: Voices) -> int | None:
    """A forum: cards of its members (`Join Date`, `Posts`) stand over the answers to the first post."""
    cards = [i for i, row in enumerate(rows) if row is not None and row.name == MEMBER_CARD]
    if len(cards) < 3:
        return None
    first = cards[0]
    while first > 1 and (voices.name[first - 1] or names.time_only(lines[first - 1]) is not None):
        first -= 1
    before = any(row is None and line.size >= 12 for line, row in zip(lines[:first], rows[:first], strict=True))
    return first if before else None


def _engine_heads(voices: Voices) -> int | None:
    """Two or more heads of an engine's form (`X says: May 3, 2017`), though nothing announced a thread."""
    heads = [i for i, is_head in enumerate(voices.head) if is_head]
    if len(heads) < 2:
        return None
    after = sum(voices.score[i] for i in range(heads[0], len(voices.score)))
    return heads[0] if after > 0 else None


def _unannounced(lines: Sequence[Line], rows: Sequence[Furniture | None], voices: Voices) -> int | None:
    """The split after which the page sounds like readers as strongly as possible; None when no split convinces."""
    best, best_value, value, informal = None, 0.0, 0.0, 0
    best_informal = 0
    lone = _lone_names(lines, rows, voices)
    for i in range(len(lines) - 1, 0, -1):
        value += voices.score[i] + (0.5 if i in lone else 0.0)
        informal += voices.informal[i] or i in lone
        if value > best_value:
            best, best_value, best_informal = i, value, informal
    if best is None or best_value < _START or best_informal < 2:
        return None
    while best > 1 and (best - 1) in lone:
        best -= 1
    best = _first_word(best, lines, voices, lone)
    before = [i for i in range(best) if rows[i] is None and lines[i].size >= 12]
    article = sum(voices.score[i] for i in before)
    spoken = [i for i in range(best, len(lines)) if rows[i] is None]
    if not before or article / len(before) > 0.4 or best_value / len(spoken) < 0.3:
        return None
    return best


def _first_word(start: int, lines: Sequence[Line], voices: Voices, lone: set[int]) -> int:
    """Whoever stands as a lone name in the thread spoke there: his name just above its first line opens it, when his
    words read like an article's and so were missed."""
    speakers = {lines[i].key for i in lone if i >= start}
    above = start
    for i in range(start - 1, max(0, start - _REACH), -1):
        if lines[i].size >= _LONG or voices.score[i] <= _NEWSROOM:
            break
        if i in lone and lines[i].key in speakers:
            above = i
    return above


def _lone_names(lines: Sequence[Line], rows: Sequence[Furniture | None], voices: Voices) -> set[int]:
    """Lines that are only a name, with a line of text below that is none."""
    return {
        i
        for i in range(1, len(lines) - 1)
        if voices.name[i] and rows[i + 1] is None and not voices.name[i + 1] and lines[i].size <= 4
    }


def _end(start: int, rows: Sequence[Furniture | None], voices: Voices) -> int:
    """The thread ends where the site goes on with other pages or its small print and no reader speaks after that."""
    total = len(rows)
    tail = 0.0
    heads = 0
    end = total
    for i in range(total - 1, start, -1):
        tail += voices.score[i]
        heads += voices.head[i]
        row = rows[i]
        if heads or tail > 1.0:
            break
        if row is not None and row.opens in ("list", "close"):
            end = i
    return end
