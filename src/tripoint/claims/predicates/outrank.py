"""One act, one claim: predicates that another of the same clause tells better are left out."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.arguments import accuser_of, subject
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb, prepositions
from tripoint.model import ClaimKind
from tripoint.resources.claims import claim_types, triggers, words
from tripoint.syntax import Token

EVENT_FAMILY = frozenset("attack clash airstrike shelling bombing operation sweep repel".split())
"""Types whose event noun, as subject of *killed*, takes the casualties as its own amounts."""


OVERRIDING = frozenset("repel capture join deploy accuse besiege clash shelling airstrike destroy find sweep".split())
"""Types of verbs whose event noun as object is no act of its own: *repelled an attack, exchanged fire*."""


def outrank(scene: Scene, at: int, found: list[Predicate]) -> Iterator[Predicate]:
    """Leave out predicates that another of the same clause tells better.

    An attack that is repelled is no second claim; casualties of a named act are its amounts; a light verb's own sense
    gives way to its noun, save where the verb undoes what the noun names (*broke the truce*).
    """
    found = [p for p in found if not _undone_by_sense(p, found)]
    lights: dict[int, set[str]] = {}
    for p in found:
        if p.form == "noun" and p.light is not None:
            lights.setdefault(p.light.i, set()).add(p.type)
    by_tok = {p.tok.i: p for p in found}
    for one in found:
        if one.form == "verb" and one.tok.i in lights and (one.type != "repel" or one.type in lights[one.tok.i]):
            continue
        whole = _counted_in(one.tok)
        if one.form == "noun" and one.light is None and is_verb(whole.head):
            over = by_tok.get(whole.head.i)
            if over is not None and whole.dep in {"dobj", "nsubjpass"} and over.type in OVERRIDING:
                continue
            same = over is not None and over.form == "verb" and over.type == one.type and not tells_dead(over.tok)
            if same and whole.dep.startswith("nsubj"):
                continue  # *three car bombs exploded*
        if one.form == "verb" and tells_dead(one.tok) and (_act_of(one.tok, found) is not None or _left_so(one.tok)):
            continue
        if one.form == "verb" and _sent_off(one, found):
            continue
        if one.form == "verb" and one.tok.lemma == "force" and _forced_to(one, found):
            continue
        if one.form == "verb" and one.type == "backs" and one.tok.dep == "amod":
            continue
        if one.form == "verb" and one.tok.dep == "pcomp" and _idle_gerund(one.tok):
            continue
        if (
            one.form == "noun"
            and one.tok.head.lower == "under"
            and any(p.form == "under" and p is not one for p in found)
        ):
            continue
        if one.form == "verb" and _twin(one, found):
            continue
        yield one


def _undone_by_sense(one: Predicate, found: list[Predicate]) -> bool:
    """*Broke the truce*: the verb has a sense of its own with this noun, and that is another act than the noun's."""
    if one.form != "noun" or one.light is None:
        return False
    senses = triggers().verbs.get(one.light.lemma, ())
    own = {sense.type for sense in senses if one.tok.lemma in sense.words}
    return one.type not in own and any(p.form == "verb" and p.tok is one.light and p.type in own for p in found)


def _counted_in(tok: Token) -> Token:
    """*Waves* of *seven waves of attacks*."""
    over = tok.head.head
    return over if tok.dep == "pobj" and tok.head.lower == "of" and over.lemma in _SPANS | {"attempt"} else tok


def tells_dead(verb: Token) -> bool:
    """Whether the verb is one of casualties, whatever act its subject makes of it (*a mine killed ten*)."""
    if verb.lemma == "leave":
        return bool(verb.children("nsubjpass")) and any(kid.lower == "dead" for kid in verb.kids)
    return any(sense.type == "kill" for sense in triggers().verbs.get(verb.lemma, ()))


def _sent_off(one: Predicate, found: list[Predicate]) -> bool:
    """*Rockets fired by X hit Y*: how the weapon came there is no act beside its hit."""
    noun = one.tok.head
    if (
        one.tok.dep != "acl"
        or one.tok.tag != "VBN"
        or noun.lemma not in words()["weapon_nouns"] | words()["aircraft_nouns"]
    ):
        return False
    verb = noun.head if noun.dep in {"nsubj", "nsubjpass"} else noun.head.head
    return any(p.tok is verb and p.type == one.type for p in found)


def _forced_to(one: Predicate, found: list[Predicate]) -> bool:
    """*Forced thousands to flee X*: the infinitive tells it better."""
    return any(p.tok in one.tok.children("xcomp", "ccomp") and p.type == one.type for p in found)


def _idle_gerund(verb: Token) -> bool:
    """A gerund under a noun that plans nothing (*a shortcoming in fighting X*); who is blamed for an act is none."""
    above = verb.head.head
    return accuser_of(verb) is None and above.tag.startswith("NN") and above.lemma not in words().governors


def _twin(one: Predicate, found: list[Predicate]) -> bool:
    """Joined verbs of one type that share their sides tell one act (*killed and wounded, captured or partly took*)."""
    verb = one.tok
    if verb.dep != "conj" or verb.children("nsubj", "nsubjpass", "neg"):
        return False
    first = next((p for p in found if p.tok is verb.head and p.type == one.type and p.form == "verb"), None)
    if first is None:
        return False
    return not first.tok.children("dobj", "obj") or not verb.children("dobj", "obj", "prep")


def twins(pred: Predicate, found: dict[int, Predicate]) -> frozenset[int]:
    """The verbs left out because they tell the act of `pred` again (*injured* of *killed and injured ten in X*)."""
    if pred.form != "verb":
        return frozenset()
    return frozenset(
        kid.i
        for kid in pred.tok.children("conj")
        if is_verb(kid)
        and kid.i not in found
        and not kid.children("nsubj", "nsubjpass", "neg")
        and any(sense.type == pred.type for sense in triggers().verbs.get(kid.lemma, ()))
    )


def _act_of(verb: Token, found: list[Predicate]) -> Predicate | None:
    """The more specific act in the clause of *killed*: its subject, or the clause whose participle it is."""
    for one in found:
        if one.tok is not verb and _blew_up(verb, one):
            return one
        if one.tok is not verb and (_noun_act(verb, one) or _participle_of(verb, one) or _when(verb, one)):
            return one
    return None


def _noun_act(verb: Token, one: Predicate) -> bool:
    """*An air strike killed ten, ten were killed in an air strike*."""
    if one.form != "noun" or one.type not in EVENT_FAMILY:
        return False
    arg = subject(verb) if not verb.children("nsubjpass") else None
    if arg is not None and arg.tok.lemma in _SPANS | _TIMES and any(act is one.tok for _, act in prepositions(arg.tok)):
        return True  # *days of air strikes killed ten*
    if arg is not None and arg.tok is one.tok and arg.how in {"subject", "shared subject", "antecedent"}:
        return True
    within = prepositions(verb)
    if not verb.children("prep", "npadvmod", "agent"):  # *ten were killed and 22 wounded in an attack*
        within = [pair for kid in _joined(verb) if _hurts(kid) for pair in prepositions(kid)]
    return any(tok is one.tok and word in _WITHIN for word, tok in (*within, *_results(within)))


def _blew_up(verb: Token, one: Predicate) -> bool:
    """*Detonated a car bomb and killed ten*: they died of the bomb."""
    return (
        one.type == "bombing"
        and one.form == "verb"
        and verb.dep == "conj"
        and verb.head is one.tok
        and not any(kid.dep in {"nsubj", "nsubjpass"} for kid in verb.kids)
    )


def _when(verb: Token, one: Predicate) -> bool:
    """*Ten were killed when a shell hit X*: the clause behind *when* tells what they died of."""
    anchor = one.anchor
    if one.type not in EVENT_FAMILY or anchor.dep != "advcl" or anchor.i < verb.i:
        return False
    own = bool(verb.children("npadvmod", "prep"))
    if anchor.head is not verb and (own or anchor.head not in _joined(verb)):
        return False
    bare = verb.tag == "VBN" and not verb.children("dobj", "aux")
    harmed = bare or bool(verb.children("nsubjpass", "auxpass")) or verb.lemma in {"die", "perish"}
    return harmed and any(kid.lower == "when" for kid in anchor.children("advmod", "mark"))


_WITHIN = frozenset({"in", "by", "during", "after", "following", "as", "with", "due to", "because of"})
"""Prepositions before the act in which people died."""


_SPANS = frozenset("wave series round spate exchange string number dozen".split())
"""Nouns that tell how often, before *of* and the act."""
_TIMES = frozenset("minute hour day night week month".split())
"""Nouns that tell how long."""


def _results(within: list[tuple[str, Token]]) -> list[tuple[str, Token]]:
    """*As a result of a strike, in two days of clashes*: the act behind the noun."""
    return [
        (word, act)
        for word, noun in within
        if (word in {"as", "in"} and noun.lemma in {"result", "consequence", "course"})
        or (word in {"in", "during", "after"} and noun.lemma in _SPANS)
        or (word in {"in", "during", "after"} and noun.lemma in _TIMES and noun.children("nummod"))
        for inner, act in prepositions(noun)
        if inner == "of"
    ]


def _joined(verb: Token) -> list[Token]:
    """Verbs joined to `verb`, also those that the tree hangs on their number (*ten were killed and 25 injured in*)."""
    found: list[Token] = []
    for kid in verb.children("conj"):
        found += [kid] if is_verb(kid) else [one for one in kid.children("acl") if one.i == kid.i + 1]
    return found


def _hurts(verb: Token) -> bool:
    """A verb of casualties without a time of its own."""
    return any(sense.type == "kill" for sense in triggers().verbs.get(verb.lemma, ())) and not verb.children("npadvmod")


def _left_so(verb: Token) -> bool:
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
    leaving = verb.head if verb.dep == "conj" and verb.head.lemma == "leave" and _left_so(verb) else verb
    return _act_of(leaving, found) is pred
