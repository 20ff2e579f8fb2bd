"""Registered bodies in an agent's own phrase, and the names that the message gives them."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.phrases import phrase
from tripoint.evals.muc4.tables import bodies as table
from tripoint.model import MentionKind, Reading
from tripoint.resources.actors import register
from tripoint.syntax import Token
from tripoint.text import fold, words


def bodies_at(head: Token, start: int, end: int, find: Finder) -> Iterator[Reading]:
    """Yield the registered bodies inside the agent's own phrase: *guerrillas of the FMLN, ELN members*."""
    low = min([start, *(tok.start for tok in phrase(head))])
    high = end
    for kid in head.kids:
        if kid.i > head.i and (kid.dep in {"prep", "appos"} and (kid.lower in {"of", "from"} or kid.dep == "appos")):
            high = max(high, max(tok.end for tok in kid.subtree()))
        if kid.i > head.i and kid.dep == "acl" and kid.lemma in {"belong", "link", "identify"}:
            high = max(high, max(tok.end for tok in kid.subtree()))
    seen: set[str] = set()
    for mention in find.one.mentions:
        if mention.kind is not MentionKind.ACTOR or not low <= mention.start < high:
            continue
        reading = find.chosen.get(mention.mention_id)
        if reading is None or reading.candidate_id is None or reading.actor_kind not in table.BODIES:
            continue
        if reading.candidate_id in seen or (mention.generic and reading.actor_kind not in table.STATE):
            continue
        seen.add(reading.candidate_id)
        if named_as(reading, find.text):
            yield reading


def named_as(reading: Reading, text: str) -> str:
    """Return the longest of the body's names that the message writes, in capitals; empty where it writes none."""
    actor = register().get(reading.candidate_id or "")
    names = sorted(actor.names if actor is not None else (), key=len, reverse=True)
    folded = f" {' '.join(words(fold(text)))} "
    return next((fold(name).upper() for name in names if f" {' '.join(words(fold(name)))} " in folded), "")
