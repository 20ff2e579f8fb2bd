"""What the codebook says of one word of a sentence: its class by its company, and what it makes of others."""

from __future__ import annotations

from tripoint.claims.tree import is_verb
from tripoint.resources.codebooks import ActClass, Frame, Operator, plover
from tripoint.syntax import Token

OBJECTS = ("dobj", "obj", "attr", "oprd", "nsubjpass")
COMPLEMENTS = ("prep", "agent", "dative", "acomp", "oprd", "attr", "advmod", "prt", "dobj")


def part(tok: Token) -> str | None:
    """verb, noun, adjective, or None for other words."""
    if is_verb(tok):
        return "verb"
    if tok.tag.startswith("NN"):
        return "noun"
    return "adjective" if tok.tag.startswith("JJ") else None


def framed(tok: Token) -> tuple[Frame, ActClass] | None:
    """The frame that fits a verb best."""
    if not is_verb(tok):
        return None
    for frame, one in plover().frames.get(tok.lemma.lower(), ()):
        if _fits(tok, frame):
            return frame, one
    return None


def worded(tok: Token) -> ActClass | None:
    """The class that the word tells whatever its company."""
    kind = part(tok)
    return plover().words.get((kind, tok.lemma.lower())) if kind is not None else None


def operator(tok: Token) -> Operator | None:
    """What the word makes of the act under it, if it is such a word."""
    kind = part(tok)
    return plover().operators.get((kind, tok.lemma.lower())) if kind is not None else None


def objects(verb: Token) -> list[Token]:
    """Objects, passive subjects and predicate nouns, with those joined to them or counted by them (*a wave of*)."""
    found: list[Token] = []
    stack = verb.children(*OBJECTS)
    if verb.dep in {"acl", "relcl"} and not verb.children("dobj", "obj", "nsubjpass"):
        stack.append(verb.head)
    while stack:
        tok = stack.pop(0)
        found.append(tok)
        stack.extend(kid for kid in tok.children("conj") if not is_verb(kid))
        stack.extend(pobj for kid in tok.children("prep") if kid.lower == "of" for pobj in kid.children("pobj"))
    return found


def _fits(verb: Token, frame: Frame) -> bool:
    if frame.prt and not any(kid.lower in frame.prt for kid in verb.children("prt", "advmod", "prep", "acomp")):
        return False
    if frame.inf and not _told_to(verb):
        return False
    under: list[Token] = []
    if frame.prep:
        preps = [kid for kid in verb.children(*COMPLEMENTS) if kid.lower in frame.prep]
        preps.extend(kid for prep in verb.children("prep") for kid in prep.children("prep") if kid.lower in frame.prep)
        preps.extend(
            kid for obj in verb.children("dobj", "obj") for kid in obj.children("prep") if kid.lower in frame.prep
        )
        if not preps:
            return False
        under = [pobj for prep in preps for pobj in prep.children("pobj")]
    if not frame.obj:
        return True
    return any(tok.lemma.lower() in frame.obj or tok.lower in frame.obj for tok in (*objects(verb), *under))


def _told_to(verb: Token) -> bool:
    """*Told them to leave*: someone else is to do it."""
    for kid in verb.children("xcomp", "ccomp"):
        if any(one.tag == "TO" for one in kid.kids) and (
            kid.children("nsubj") or verb.children("dobj", "obj", "nsubjpass", "dative")
        ):
            return True
    return False
