"""Whether an expression of time looks ahead or back, by the verb that it hangs on and the preposition before it."""

from __future__ import annotations

from bisect import bisect_right

from tripoint.syntax import Sentence, Token

_MODAL = frozenset("will shall 'll ’ll wo would could may might must can should".split())
_PLANNED = frozenset("schedule expect plan due set slate intend prepare await agree order vow promise".split())
_LASTING = frozenset("hold keep last remain stay control fight continue be live work rule occupy wait delay".split())
_ASKED = frozenset("demand ask urge want tell call give decide need request propose warn threaten hope".split())
"""Verbs whose *by Monday* is that of what is asked for."""
_TILL = frozenset({"until", "till", "by"})
_SKIPPED = frozenset({"on", "late", "early", "the"})
_CLOCK = frozenset("a.m. p.m. am pm est edt pst pdt gmt utc".split())
_INSIDE = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


def tense_at(sentence: Sentence, offset: int) -> int:
    """Return 1 when the words at `offset` of the document look ahead, -1 when they look back, 0 when nothing tells."""
    starts = [tok.start for tok in sentence.tokens]
    token = sentence.tokens[max(0, bisect_right(starts, offset) - 1)]
    verb = _verb(token)
    before = [tok.lower for tok in sentence.tokens[max(0, token.i - 4) : token.i]]
    if before[-1:] == ["as"] and before[-2:-1] in (["soon"], ["early"]):
        return 1
    told = next((tok for tok in reversed(sentence.tokens[: token.i]) if tok.lower not in _SKIPPED), None)
    if told is not None and token.i - told.i <= 3 and told.tag == "VBD":
        return -1
    till = _till(before)
    if till is not None:
        return -1 if verb is not None and (_lasted(verb) or (till == "by" and _done(verb))) else 1
    if token.dep in _INSIDE and token.head.pos in ("NOUN", "PROPN") and token.head is not token:
        return 0
    return 0 if verb is None else _tense(verb)


def _till(before: list[str]) -> str | None:
    """Return the *until* or *by* that stands before the words, a clock time or *the* between."""
    for word in reversed(before):
        if word in _TILL:
            return word
        if not (word in ("the", "early", "late", "on", "noon", "midnight") or word[:1].isdigit() or word in _CLOCK):
            return None
    return None


def _done(verb: Token) -> bool:
    """Whether a verb itself tells what was done (*took X by Monday*), not what somebody was to do."""
    if verb.tag == "VBD":
        return verb.lemma not in _PLANNED and verb.lemma not in _ASKED
    return (
        verb.tag == "VBN"
        and any(kid.lower in ("was", "were", "has", "have") for kid in verb.kids)
        and (verb.lemma not in _PLANNED)
    )


def _lasted(verb: Token) -> bool:
    if any(kid.lower == "had" for kid in verb.kids if kid.dep == "aux"):
        return True
    return verb.tag == "VBD" and verb.lemma in _LASTING


def _verb(token: Token) -> Token | None:
    at = token
    for _ in range(8):
        if at.pos in ("VERB", "AUX") and at is not token:
            return at
        if at.head is at:
            return None
        at = at.head
    return at if at.pos in ("VERB", "AUX") else None


def _tense(verb: Token) -> int:
    at = verb
    for _ in range(4):
        helpers = {kid.lower for kid in at.kids if kid.dep in ("aux", "auxpass")}
        if helpers & _MODAL:
            return 1
        if at.tag == "VBN" and at.lemma in _PLANNED:
            return 1
        if at.tag in ("VBD", "VBN") or helpers & {"had", "was", "were", "did", "has", "have"}:
            return -1 if not (at.tag == "VBG" and helpers & {"is", "are"}) else 1
        if at.tag in ("VBZ", "VBP"):
            return 1 if at.lemma in _PLANNED else 0
        if at.tag == "VBG" and helpers & {"is", "are", "'s", "'re"}:
            return 1
        if at.tag == "VB" and "to" in helpers and (at.head.lemma in _PLANNED or at.head.lower in ("due", "set")):
            return 1
        if at.head is at:
            return 0
        at = at.head
    return 0
