"""What the codebook says of one word of a sentence: its class by its company, and what it makes of others."""

from __future__ import annotations

from tripoint.claims.tree import is_verb
from tripoint.resources.codebooks import ActClass, Frame, Operator, plover
from tripoint.syntax import Token

OBJECTS = ("dobj", "obj", "attr", "oprd", "nsubjpass")
COMPLEMENTS = ("prep", "agent", "dative", "acomp", "oprd", "attr", "advmod", "prt", "dobj", "ccomp", "xcomp")
BEFORE = ("compound", "amod", "nmod", "poss", "npadvmod")

CARRIERS = {"agreement", "deal", "accord", "pact", "order", "measure", "package", "regime", "law", "rule"}
"""Nouns that say less than the word before them: *the ceasefire agreement, a curfew order*."""
HYPHENS = {"-", "‐", "‑"}


def part(tok: Token) -> str | None:
    """verb, noun, adjective, or None for other words."""
    if is_verb(tok):
        return "verb"
    if tok.tag.startswith("NN"):
        return "noun"
    return "adjective" if tok.tag.startswith("JJ") else None


def lemma(tok: Token) -> str:
    """The lemma in lower case, a word joined by a hyphen to it included (*cease-fire*, *build-up*)."""
    last = tok.lemma.lower()
    if not any(kid.text in HYPHENS and kid.i == tok.i - 1 for kid in tok.kids):
        return last
    first = next((kid.lower for kid in tok.kids if kid.i == tok.i - 2), None)
    return last if first is None else f"{first}-{last}"


def framed(tok: Token) -> tuple[Frame, ActClass | Operator] | None:
    """The frame that fits a verb best: by its conditions, then by the words before its object."""
    if not is_verb(tok):
        return None
    best: tuple[float, Frame, ActClass | Operator] | None = None
    for frame, one in plover().frames.get(lemma(tok), ()):
        fit = _fit(tok, frame, one)
        if fit is not None and (best is None or frame.conditions + fit > best[0]):
            best = (frame.conditions + fit, frame, one)
    return None if best is None else best[1:]


def worded(tok: Token) -> ActClass | None:
    """The class that the word tells whatever its company, a noun with the words before it."""
    kind = part(tok)
    if kind is None:
        return None
    return compound(tok) or plover().words.get((kind, lemma(tok)))


def compound(noun: Token) -> ActClass | None:
    """The class that a noun tells only with a word before it."""
    listed = plover().compounds.get(noun.lemma.lower())
    if listed is None:
        return None
    before = {lemma(kid) for kid in noun.children(*BEFORE)} | {kid.lower for kid in noun.children(*BEFORE)}
    return next((one for words, one in listed if before & words), None)


def operator(tok: Token) -> Operator | None:
    """What the word makes of the act under it, if it is such a word."""
    kind = part(tok)
    return plover().operators.get((kind, lemma(tok))) if kind is not None else None


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


def _fit(verb: Token, frame: Frame, one: ActClass | Operator) -> float | None:
    """None when the company that `frame` asks for is missing; .5 when a word before the object is what it asks for."""
    if frame.prt and not any(_particle(verb, kid, frame) for kid in verb.kids):
        return None
    if frame.inf and not _told_to(verb):
        return None
    under: list[Token] = []
    if frame.prep:
        preps = [kid for kid in verb.children(*COMPLEMENTS) if kid.lower in frame.prep]
        preps.extend(kid for prep in verb.children("prep") for kid in prep.children("prep") if kid.lower in frame.prep)
        preps.extend(
            kid for obj in verb.children("dobj", "obj") for kid in obj.children("prep") if kid.lower in frame.prep
        )
        preps = [prep for prep in preps if prep.dep != "prep" or not _dates(prep)]
        if not preps:
            return None
        under = [pobj for prep in preps for pobj in prep.children("pobj")]
    if not frame.obj:
        return 0.0
    nouns = [tok for tok in (*objects(verb), *under) if not _other(tok, one)]
    carried = [kid for tok in nouns if lemma(tok) in CARRIERS for kid in tok.children("compound", "amod")]
    if any(lemma(kid) in frame.obj or kid.lower in frame.obj for kid in carried):
        return 0.5
    return 0.0 if any(lemma(tok) in frame.obj or tok.lower in frame.obj for tok in nouns) else None


def _other(noun: Token, one: ActClass | Operator) -> bool:
    """Whether the words before a noun make another thing of it: *began a hunger strike* is no strike on anyone."""
    read = compound(noun)
    if read is None or read is one:
        return False
    plain = plover().words.get(("noun", lemma(noun)))
    return plain is not None and plain.root != read.root


def _particle(verb: Token, kid: Token, frame: Frame) -> bool:
    if kid.lower not in frame.prt or kid.i < verb.i:
        return False
    return kid.dep in {"prt", "advmod", "acomp"} or (kid.dep == "prep" and kid.i == verb.i + 1)


def _dates(prep: Token) -> bool:
    """Whether the phrase tells a time: *called Ankara on Tuesday* calls on nobody."""
    return any(pobj.ent in {"DATE", "TIME"} for pobj in prep.children("pobj"))


def _told_to(verb: Token) -> bool:
    """*Told them to leave*: someone else is to do it."""
    for kid in verb.children("xcomp", "ccomp"):
        if any(one.tag == "TO" for one in kid.kids) and (
            kid.children("nsubj") or verb.children("dobj", "obj", "nsubjpass", "dative")
        ):
            return True
    return False
