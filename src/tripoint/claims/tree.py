"""Walks over the sentence tree that several rules share: subjects, objects, prepositions, clauses."""

from __future__ import annotations

from tripoint.syntax import Token


def is_verb(tok: Token) -> bool:
    """Whether the token is used as a verb (participles that modify a noun included)."""
    return tok.tag in _VERBAL or tok.pos == "VERB" or tok.pos == "AUX"


_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def is_passive(tok: Token) -> bool:
    """Whether the verb is passive: an auxiliary or passive subject, or a bare participle after its noun."""
    if tok.tag != "VBN":
        return bool(tok.children("nsubjpass", "auxpass"))
    if tok.children("nsubjpass", "auxpass"):
        return True
    if tok.children("agent"):  # *had reached X by Easter* is none
        return not (tok.children("aux") and tok.children("nsubj") and tok.children(*OBJECTS))
    if tok.dep == "conj" and is_passive(tok.head) and not tok.children("nsubj", "aux"):
        return not tok.children(*OBJECTS)
    if tok.dep == "acomp":  # *are still trapped*
        return tok.head.lemma in {"be", "remain"}
    so_found = tok.head.children("auxpass") or _found_so(tok.head)
    if tok.dep in {"xcomp", "oprd", "ccomp"} and so_found:  # *was found destroyed, were taken and found shot*
        return not tok.children("aux", "nsubj", *OBJECTS)
    return tok.dep in {"acl", "advcl", "amod"} and not tok.children("aux", *OBJECTS)


def _found_so(verb: Token) -> bool:
    """*Were abducted and found shot*: found as they were abducted, though the tree takes it for a verb of theirs."""
    joined_to = verb.dep == "conj" and verb.lower in {"found", "left"} and bool(verb.head.children("auxpass"))
    return joined_to and not verb.children("nsubj", "aux", *OBJECTS)


def negated(tok: Token) -> bool:
    """Whether the word carries its own negation."""
    return any(kid.dep == "neg" or kid.lower in {"no", "never", "neither", "nor"} or no_longer(kid) for kid in tok.kids)


def no_longer(tok: Token) -> bool:
    """*No longer holds X*: the *no* hangs on *longer*."""
    return tok.lower == "longer" and any(kid.dep == "neg" or kid.lower == "no" for kid in tok.kids)


def believing(tok: Token) -> Token | None:
    """The verb of *if X is to be believed*, a condition on nothing: what it hangs on is what X says."""
    if tok.lower != "believed":
        return None
    top = tok.head if tok.dep == "xcomp" and tok.head.lemma == "be" else tok
    fits = top.dep == "advcl" and any(kid.lower == "if" for kid in top.children("mark"))
    return top if fits else None


def small_clause(verb: Token) -> Token | None:
    """*Hold X responsible, left X exposed*: what is told to be so is the object, though the tree makes it a subject."""
    for kid in verb.children("ccomp", "xcomp"):
        if kid.tag == "JJ" and kid.i > verb.i and not kid.children("mark", "aux", "cop"):
            return next((one for one in kid.children("nsubj") if verb.i < one.i < kid.i), None)
    return None


OBJECTS = ("dobj", "obj", "attr")


def prepositions(tok: Token) -> list[tuple[str, Token]]:
    """`(preposition, object)` for each prepositional phrase that hangs on `tok`, chains (*from ... to*) included."""
    found: list[tuple[str, Token]] = []
    for prep in tok.children("prep", "agent", "dative"):
        if prep.tag not in {"IN", "TO", "RP", "VBG", "RB"}:
            continue
        found.extend(_objects(prep))
    return found


def _objects(prep: Token) -> list[tuple[str, Token]]:
    found: list[tuple[str, Token]] = []
    for kid in prep.children("pobj", "pcomp"):
        if kid.dep == "pcomp" and kid.tag in {"IN", "TO"} and kid.children("pobj"):  # *due to X*
            found.extend((f"{prep.lower} {kid.lower}", one) for one in kid.children("pobj"))
        else:
            found.append((prep.lower, kid))
    for inner in prep.children("prep"):
        found.extend(
            (f"{prep.lower} {word}" if not prep.children("pobj") else word, tok) for word, tok in _objects(inner)
        )
    return found


def joined(tok: Token) -> list[Token]:
    """`tok` and the nouns joined to it by *and*, *or* or commas, in reading order."""
    found = [tok]
    for kid in tok.kids:
        if kid.dep in {"conj", "appos"} and not is_verb(kid) and (kid.dep == "conj" or kid.children("conj")):
            found.extend(joined(kid)[0 if kid.dep == "conj" else 1 :])
    return sorted(found, key=lambda one: one.i)


def set_off(relative: Token) -> bool:
    """A relative clause behind a comma: a remark, no part of the act's own words."""
    below = [*relative.kids, *(one for kid in relative.kids if kid.i < relative.i for one in kid.subtree())]
    wh = next((tok for tok in sorted(below, key=lambda kid: kid.i) if tok.tag in {"WDT", "WP"}), None)
    first = wh.head if wh is not None and wh.dep == "pobj" and wh.head.i == wh.i - 1 else wh  # *, of whom*
    return first is not None and any(kid.text == "," and kid.i == first.i - 1 for kid in relative.head.kids)


def clause(verb: Token, keep: frozenset[int] = frozenset()) -> tuple[int, int]:
    """[start, end) of the words of `verb`'s own clause: its subtree without joined clauses and what follows them.

    `keep` holds token numbers (arguments shared from elsewhere in the sentence are not among them).
    """
    inside: list[Token] = []
    stack = [verb]
    while stack:
        tok = stack.pop()
        inside.append(tok)
        for kid in tok.kids:
            cut = (
                tok is verb
                and (
                    (kid.dep in {"conj", "parataxis"} and is_verb(kid))
                    or (kid.dep == "ccomp" and kid.i < verb.i)
                    or kid.dep in {"punct", "cc"}
                )
            ) or (kid.dep == "relcl" and tok is not verb and set_off(kid))
            if not cut or kid.i in keep:
                stack.append(kid)
    return min(tok.start for tok in inside), max(tok.end for tok in inside)
