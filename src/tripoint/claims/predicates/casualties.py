"""Whose the dead are: the more specific act that a verb of casualties belongs to."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.spans import SPANS, TIMES, WITHIN, results
from tripoint.claims.tree import is_verb, prepositions
from tripoint.model import ClaimKind
from tripoint.resources.claims import claim_types, triggers, words
from tripoint.syntax import Token

EVENT_FAMILY = frozenset("attack clash airstrike shelling bombing operation sweep repel".split())
"""Types whose event noun, as subject of *killed*, takes the casualties as its own amounts."""


DYING = frozenset({"die", "perish", "succumb"})
"""Verbs whose subject is who died."""
FEARING = frozenset({"fear", "confirm", "believe", "presume", "report", "declare"})
"""Verbs before *dead*: *dozens were feared dead*."""


def tells_dead(verb: Token) -> bool:
    """Whether the verb is one of casualties, whatever act its subject makes of it (*a mine killed ten*)."""
    if verb.lemma in FEARING:
        return any(kid.lower == "dead" for kid in verb.children("oprd", "acomp", "xcomp", "ccomp"))
    if verb.lemma == "leave":
        return bool(verb.children("nsubjpass")) and any(kid.lower == "dead" for kid in verb.kids)
    held = {kid.lemma for kid in verb.children("dobj")}
    return any(
        sense.type == "kill" and (not sense.loser or bool(held & set(sense.words)))  # *reached martyrdom*, not a town
        for sense in triggers().verbs.get(verb.lemma, ())
    )


def act_of(verb: Token, found: list[Predicate]) -> Predicate | None:
    """The more specific act in the clause of *killed*: its subject, or the clause whose participle it is."""
    for one in found:
        if one.tok is not verb and (_blew_up(verb, one) or _sent_by(verb, one)):
            return one
        if one.tok is not verb and (_noun_act(verb, one) or _participle_of(verb, one) or _when(verb, one)):
            return one
        if one.tok is not verb and (_in_which(verb, one) or _its_weapon(verb, one) or _with_dead(verb, one)):
            return one
    return None


def _noun_act(verb: Token, one: Predicate) -> bool:
    """*An air strike killed ten, ten were killed in an air strike*."""
    if one.form != "noun" or one.type not in EVENT_FAMILY:
        return False
    arg = subject(verb) if not verb.children("nsubjpass") else None
    if arg is not None and arg.tok.lemma in SPANS | TIMES and any(act is one.tok for _, act in prepositions(arg.tok)):
        return True  # *days of air strikes killed ten*
    if arg is not None and arg.tok is one.tok and arg.how in {"subject", "shared subject", "antecedent"}:
        return True
    within = prepositions(verb)
    if not verb.children("prep", "npadvmod", "agent"):  # *ten were killed and 22 wounded in an attack*
        within = [pair for kid in _joined(verb) if _hurts(kid) for pair in prepositions(kid)]
    below = [pair for held in verb.children("dobj") for pair in prepositions(held)]
    within = [*within, *(pair for pair in below if pair[0] in {"in", "during"})]
    slain = arg is not None and bool(verb.children("dobj")) and not verb.children("auxpass")
    late = {"after", "following"} if slain else set()  # *X shot ten dead after clashes with Y*
    return any(tok is one.tok and word in WITHIN - late for word, tok in (*within, *results(within)))


def _blew_up(verb: Token, one: Predicate) -> bool:
    """*Detonated a car bomb, hit a market and killed ten*: they died of it, unless another place is told."""
    placed = any(kid.lower in {"in", "at", "near"} for kid in verb.children("prep"))
    return (
        (one.type == "bombing" or (one.type in _STRUCK and not placed and tells_dead(verb)))
        and one.form == "verb"
        and verb.dep == "conj"
        and verb.head is one.tok
        and not any(kid.dep in {"nsubj", "nsubjpass"} for kid in verb.kids)
    )


def _sent_by(verb: Token, one: Predicate) -> bool:
    """*Were wounded by a missile that X fired at Y*: they were hurt in the firing."""
    weapon = one.tok.head
    if one.form != "verb" or one.type not in _STRUCK or one.tok.dep not in {"relcl", "acl"} or weapon.dep != "pobj":
        return False
    return weapon.head.dep == "agent" and weapon.head.head is verb


def _when(verb: Token, one: Predicate) -> bool:
    """*Ten were killed when a shell hit X*: the clause behind *when* tells what they died of."""
    anchor = one.anchor
    if anchor.dep == "acl" and anchor.head.dep in {"nsubj", "nsubjpass"}:  # *when bombs dropped by X struck Y*
        anchor = anchor.head.head
    if one.type not in EVENT_FAMILY or anchor.dep != "advcl" or anchor.i < verb.i:
        return False
    own = bool(verb.children("npadvmod", "prep"))
    if anchor.head is not verb and (own or anchor.head not in _joined(verb)):
        return False
    bare = verb.tag == "VBN" and not verb.children("dobj", "aux")
    harmed = bare or bool(verb.children("nsubjpass", "auxpass")) or verb.lemma in DYING
    return harmed and any(kid.lower in {"when", "as", "after"} for kid in anchor.children("advmod", "mark"))


_STRUCK = frozenset({"airstrike", "shelling", "bombing"})


def _in_which(verb: Token, one: Predicate) -> bool:
    """*The bombing of a market in X, in which ten died*: they died of the bombing, wherever the tree hangs *which*."""
    if verb.dep != "relcl" or one.form != "noun" or one.type not in _STRUCK | {"attack"}:
        return False
    if any(kid.lower in {"that", "which"} for kid in verb.children("nsubj")):
        over = verb.head  # *the bombing of a mosque in X that killed ten*, wherever the tree hangs it
        return over.i > one.tok.i and one.tok in _nouns_over(over) and over.lemma not in words()["people_nouns"]
    if one.type not in _STRUCK:
        return False
    within = [pobj for prep in verb.children("prep") if prep.lower in {"in", "during"} for pobj in prep.kids]
    if not any(tok.lower == "which" for tok in within):
        return False
    return verb.head is one.tok or (verb.head.i > one.tok.i and one.tok in _nouns_over(verb.head))


def _with_dead(verb: Token, one: Predicate) -> bool:
    """*X clashed with Y, with 187 of the rebels killed*: they died in what the clause tells."""
    if one.type not in EVENT_FAMILY:
        return False
    if verb.dep == "advcl" and any(kid.lower == "with" for kid in verb.children("mark")):
        return verb.head in {one.tok, one.light} and verb.i > one.tok.i
    if verb.tag != "VBN" or verb.dep not in {"acl", "pcomp"}:
        return False
    above = verb.head
    while above.dep == "pobj" or above.lower == "of":
        above = above.head
    return above.lower == "with" and above.dep == "prep" and above.head in {one.tok, one.light} and above.i > one.tok.i


def _nouns_over(tok: Token) -> list[Token]:
    """The nouns above a noun, up to its verb."""
    found: list[Token] = []
    for above in tok.ancestors():
        if is_verb(above):
            break
        found.append(above)
    return found


def _its_weapon(verb: Token, one: Predicate) -> bool:
    """*Planted the bomb that killed ten*: they died of what was planted."""
    if verb.dep != "relcl" or one.form != "verb" or one.type not in _STRUCK or verb.head.dep != "dobj":
        return False
    arg = subject(verb) if not verb.children("nsubjpass") else None
    return verb.head.head is one.tok and arg is not None and arg.tok is verb.head


def _joined(verb: Token) -> list[Token]:
    """Verbs joined to `verb`, also those that the tree hangs on their number (*ten were killed and 25 injured in*)."""
    found: list[Token] = []
    for kid in verb.children("conj"):
        found += [kid] if is_verb(kid) else [one for one in kid.children("acl") if one.i == kid.i + 1]
    return found


def _hurts(verb: Token) -> bool:
    """A verb of casualties without a time of its own."""
    return any(sense.type == "kill" for sense in triggers().verbs.get(verb.lemma, ())) and not verb.children("npadvmod")


def left_so(verb: Token) -> bool:
    """*Left four dead and two injured*: the participle tells what the act left, and is no act beside it."""
    if verb.dep == "conj" and verb.head.lemma == "leave":
        below = {tok.lower for kid in verb.head.kids for tok in (kid, *kid.kids)}
        return not verb.children("aux", "auxpass", "dobj") and bool(below & {"dead", "injured", "wounded"})
    tok = verb.head if verb.dep == "conj" and verb.head.lower in {"dead", "injured", "wounded", "killed"} else verb
    return tok.dep in {"oprd", "acomp", "xcomp", "ccomp", "dobj", "acl"} and any(
        above.lemma == "leave" for above in (tok.head, tok.head.head)
    )


def _participle_of(verb: Token, one: Predicate) -> bool:
    """*Stormed the town, killing ten*; the participle often hangs on the object."""
    type_ = claim_types()[one.type]
    if verb.tag != "VBG" or one.form == "held" or type_.kind is ClaimKind.STATE or type_.speech:
        return False
    anchors = {one.tok, one.light}
    if verb.dep == "advcl":
        return verb.head in anchors
    if verb.dep == "acl":
        return _verb_over(verb) in anchors
    if verb.dep == "pcomp":  # *a shell landed in X killing two*, taken for *in [X killing two]*
        return bool(verb.children("nsubj")) and verb.head.dep == "prep" and verb.head.head in anchors
    return verb.dep == "conj" and verb.head.tag == "VBG" and _participle_of(verb.head, one)


def _verb_over(verb: Token) -> Token:
    """The verb above the noun a participle hangs on: *repelled an attack, killing ten* often hangs on *attack*."""
    tok = verb.head
    while tok.head is not tok and not is_verb(tok):
        tok = tok.head
    return tok


def casualties_of(pred: Predicate, verb: Token, found: list[Predicate]) -> bool:
    """Whether the numbers of the killing verb `verb` belong to `pred`."""
    leaving = verb.head if verb.dep == "conj" and verb.head.lemma == "leave" and left_so(verb) else verb
    return act_of(leaving, found) is pred
