"""Places told by a word that points back to them: *there, where, on its outskirts, the area, it*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.circumstances.calledso import REMAINDER, SHARES, called_so, that_one, whole_of
from tripoint.claims.circumstances.governing import governor
from tripoint.claims.circumstances.lastnamed import last_named, narrow, width
from tripoint.claims.circumstances.place_roles import ROLE_OF, place_role
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Named, Scene, place_slot
from tripoint.claims.tree import is_passive, is_verb
from tripoint.model import MentionKind, PlaceSlot
from tripoint.resources.claims import words
from tripoint.syntax import Token

SETTLED = frozenset({"city", "town", "village"})
AGAIN = SETTLED | {"area", "hill"}
"""Nouns that, with *the* and nothing else, stand for the place that the text has just named."""
UNDERGONE = frozenset(
    "fall loss recapture capture seizure liberation takeover siege encirclement destruction handover".split()
)
"""Nouns of what is done to a place: *its fall*, without an *of*, is the place's."""
SIEGES = frozenset({"siege", "lay"})
SENDING = frozenset({"deploy", "reach", "advance"})
"""Types that go *there*."""
_SIDES = frozenset(
    "edge outskirt outskirts surrounding surroundings vicinity suburb countryside centre center slope entrance gate "
    "neighborhood neighbourhood district street quarter periphery perimeter environs heart".split()
)
"""Parts of a place that *its* stands before, and hardly ever those of a side."""


def pointed(
    scene: Scene, at: int, pred: Predicate, own: frozenset[int], table: dict[int, Predicate]
) -> Iterator[PlaceSlot]:
    """The place that a word of the clause of `pred` points back to."""
    for tok in scene.sentences[at].tokens:
        relative = _relative(tok) if tok.lower == "where" else tok
        if relative.dep == "relcl" and tok.lower == "where":
            named = _before_where(scene, at, tok, relative) if _in_clause(relative, pred) else None
            if named is not None:
                yield _slot(scene, named, tok, tok, _role(tok, pred, where=True))
                return
        elif pred.type != "destroy" and _points(tok):
            up = governor(tok, table)
            if up is not None and up.i in own and (tok.head.lower != "from" or pred.type == "withdraw"):
                last = called_so(scene, at, tok) or whole_of(scene, at, tok)
                if last is None and not (that_one(tok) and tok.kids[0].lower == "the"):
                    last = last_named(scene, at, tok.start)
                if last is not None and not _told_already(scene, at, tok) and _may_be(last, tok):
                    first = tok.kids[0] if tok.lower in AGAIN else tok
                    yield _slot(scene, last, tok if tok.tag == "PRP$" else first, tok, _role(tok, pred, where=False))
                    return


def _points(tok: Token) -> bool:
    if tok.lower == "there":
        return tok.dep not in {"expl", "nsubj"} and tok.tag != "EX"
    if tok.tag == "PRP$":
        return tok.lower == "its" and tok.head.lemma in _SIDES and tok.head.dep == "pobj"
    if tok.lower == "it":
        over = tok.head.lower
        return tok.dep == "pobj" and (
            over in {"around", "from"} or tok.head.head.lower in words()["directions"] or _whole(tok.head)
        )
    if that_one(tok):
        return True
    if tok.lower in REMAINDER and tok.dep == "dobj":
        return [kid.lower for kid in tok.kids] == ["the"]
    if tok.lower in AGAIN and tok.dep in {"pobj", "dobj", "nsubjpass"}:
        return [(kid.lower, kid.dep) for kid in tok.kids] == [("the", "det")]
    return False


def _whole(prep: Token) -> bool:
    """*All of it, control of it, laid siege to it*: what is held or struck is the place."""
    return (prep.lower == "of" and prep.head.lemma in SHARES) or (prep.lower == "to" and prep.head.lemma in SIEGES)


def _told_already(scene: Scene, at: int, tok: Token) -> bool:
    named = scene.on(at, tok)
    return named is not None and (not named.is_place or (named.reading is not None and named.reading.place is not None))


def _may_be(named: Named, tok: Token) -> bool:
    if tok.lower in SETTLED:
        place = named.place
        return place is not None and place.precision in {"town", "unlocated"}
    return tok.lower != "hill" or bool(
        {"tal", "tel", "tell", "hill", "jabal", "jebel", "mount"} & set(named.mention.text.lower().split())
    )


def undergone(scene: Scene, at: int, noun: Token) -> Iterator[PlaceSlot]:
    """*Its fall, X, whose loss*: the place that the noun tells something of."""
    if noun.lemma not in UNDERGONE or any(kid.lower == "of" for kid in noun.children("prep")):
        return
    for kid in noun.children("poss"):
        named: Named | None = None
        if kid.lower == "its":
            named = last_named(scene, at, kid.start)
        elif kid.tag == "WP$":
            relative = next((one for one in noun.ancestors() if one.dep == "relcl"), None)
            named = scene.headed(at, relative.head, MentionKind.PLACE) if relative is not None else None
        if named is not None and narrow(named):
            yield _slot(scene, named, kid, kid, "at")


def belonging(scene: Scene, at: int, pred: Predicate) -> Iterator[PlaceSlot]:
    """*X, whose inhabitants fled, whose base was seized*: the place that what undergoes the act belongs to."""
    moved = pred.type in {"displace", "withdraw"}
    arg = subject(pred.tok) if moved or is_passive(pred.tok) else direct_object(pred.tok)
    if arg is None or not any(kid.tag == "WP$" for kid in arg.tok.children("poss")):
        return
    whose = next(kid for kid in arg.tok.children("poss") if kid.tag == "WP$")
    relative = next((one for one in whose.ancestors() if one.dep == "relcl"), None)
    named = scene.headed(at, relative.head, MentionKind.PLACE) if relative is not None else None
    if named is not None and narrow(named):
        yield _slot(scene, named, whose, arg.tok, "from" if moved else "at")


def _in_clause(relative: Token, pred: Predicate) -> bool:
    """Whether the predicate is told by the relative clause itself, or by a verb joined to its own."""
    tok = pred.anchor
    while not is_verb(tok) and tok.head is not tok:
        tok = tok.head
    while tok is not relative and is_verb(tok.head) and tok.dep in {"conj", "xcomp"}:
        if tok.dep == "xcomp" and tok.head.lemma in _PROMISING:
            return False  # *met in X, where they agreed to withdraw their troops*
        tok = tok.head
    return tok is relative


_PROMISING = frozenset("agree vow pledge promise threaten decide offer refuse".split())


def _relative(where: Token) -> Token:
    """The verb of the clause that *where* opens, also where it hangs on one below (*are thought to hide*)."""
    tok = where.head
    while tok.dep in {"xcomp", "ccomp"} and tok.head is not tok:
        tok = tok.head
    return tok


def _before_where(scene: Scene, at: int, where: Token, relative: Token) -> Named | None:
    """The place right before *where* (*in X, where*), without the wider one that only tells where it lies."""
    fit = [n for n in scene.named(at, MentionKind.PLACE) if n.mention.end <= where.start and narrow(n)]
    near = [n for n in fit if not any(c.isalnum() for c in scene.doc.text[n.mention.end : where.start])]
    if not near:
        over = scene.headed(at, relative.head, MentionKind.PLACE)
        return over if over is not None and narrow(over) else None
    last = near[-1]
    before = [n for n in fit if n.mention.end < last.mention.start and width(n) < width(last)]
    between = scene.doc.text[before[-1].mention.end : last.mention.start].strip(" ,").lower() if before else ""
    return before[-1] if between in {"in", "in the", "on the", "of"} else last


def alone(tok: Token) -> bool:
    """*The city*, with no word that tells which."""
    kids = {(kid.lower, kid.dep) for kid in tok.kids if kid.dep not in {"relcl", "punct"}}
    return tok.lower in SETTLED and kids == {("the", "det")}


def _role(tok: Token, pred: Predicate, *, where: bool) -> str:
    prep = tok.head if tok.dep in {"pobj", "pcomp"} else None
    if tok.lower in {"there", "where"}:
        lead = prep.lower if prep is not None else ""
        if lead in {"from", "near", "to"}:
            return ROLE_OF[lead]
        if where:
            return "at"
        return "from" if pred.type == "withdraw" else "to" if pred.type in SENDING else "at"
    if tok.lower == "it" and prep is not None and _whole(prep):
        return "at"
    return place_role(tok.head if tok.tag == "PRP$" else tok, pred) or "at"


def _slot(scene: Scene, named: Named, first: Token, last: Token, role: str) -> PlaceSlot:
    """The place `named` at the words that point back to it, with its own words as the antecedent."""
    place = named.place
    assert place is not None
    slot = place_slot(named, place, role)
    return replace(
        slot,
        text=scene.doc.text[first.start : last.end],
        start=first.start,
        end=last.end,
        antecedent_start=slot.antecedent_start if slot.antecedent_start is not None else named.mention.start,
        antecedent_end=slot.antecedent_end if slot.antecedent_end is not None else named.mention.end,
    )
