"""Where a comment thread begins and ends among lines without tags, and who speaks in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tripoint.documents import names, register
from tripoint.documents.furniture import MEMBER_CARD, Furniture
from tripoint.documents.line import Line
from tripoint.model import BlockRole

_OWN = frozenset({BlockRole.NAVIGATION, BlockRole.PROMO})
_NEAR = 60
"""Lines below a comment engine's header in which a reader must be heard."""
_REACH = 8
"""Lines above a thread's first words in which its first speaker may stand."""
_LONG = 60
"""Words from which on a line above a thread is the article's."""
_NEWSROOM = -2.5
"""A line that sounds as much like a newsroom as this is the article's."""
_NICKNAME = 5
"""Words that a nickname may have."""
_START = 3.0
"""Least sum of a reader's features from which lines without any header are a thread."""


@dataclass(frozen=True, slots=True)
class Voices:
    """What each line of a page sounds like, judged once: `score` above 0 is a reader's, `informal` a reader's only."""

    score: tuple[float, ...]
    informal: tuple[bool, ...]
    head: tuple[bool, ...]
    name: tuple[bool, ...]


def listen(lines: Sequence[Line], rows: Sequence[Furniture | None]) -> Voices:
    """Judge each line that is no furniture (which scores 0)."""
    score, informal, head, name = [], [], [], []
    for line, row in zip(lines, rows, strict=True):
        value, reasons = (0.0, ()) if row is not None else register.judge(line)
        score.append(value)
        informal.append(any(reason.name in register.INFORMAL for reason in reasons))
        head.append(row is None and names.header(line) is not None)
        name.append(row is None and names.plausible(line.text))
    return Voices(tuple(score), tuple(informal), tuple(head), tuple(name))


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
        if said and (own or register.editor(" ".join(lines[i].text for i in said))[0] >= 1.0):
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
