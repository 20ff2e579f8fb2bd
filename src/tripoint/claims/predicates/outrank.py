"""One act, one claim: predicates that another of the same clause tells better are left out."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.arguments import accuser_of
from tripoint.claims.predicates.byacts import STRIKES, hit_by_acts
from tripoint.claims.predicates.casualties import act_of, left_so, tells_dead
from tripoint.claims.predicates.killings import fire_of, killings
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.spans import SPANS
from tripoint.claims.predicates.tolls import telling
from tripoint.claims.refuting import LETTING
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb
from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token

OVERRIDING = frozenset("repel capture join deploy accuse besiege clash shelling airstrike destroy find sweep".split())
"""Types of verbs whose event noun as object is no act of its own: *repelled an attack, exchanged fire*."""


def outrank(scene: Scene, at: int, found: list[Predicate]) -> Iterator[Predicate]:
    """Leave out predicates that another of the same clause tells better.

    An attack that is repelled is no second claim; casualties of a named act are its amounts; a light verb's own sense
    gives way to its noun, save where the verb undoes what the noun names (*broke the truce*).
    """
    found = hit_by_acts([p for p in found if not _undone_by_sense(p, found)])
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
            spelt_out = over is not None and over.type == "accuse" and whole.children("prep")
            if over is not None and whole.dep in {"dobj", "nsubjpass"} and over.type in OVERRIDING and not spelt_out:
                continue  # *condemned the killing of ten in X* tells whom it befell, and where
            same = over is not None and over.form == "verb" and over.type == one.type and not tells_dead(over.tok)
            if same and whole.dep.startswith("nsubj"):
                continue  # *three car bombs exploded*
        if one.form == "noun" and one.type == "kill" and any(one.tok in killings(p) for p in found):
            continue
        if one.form == "noun" and any(one.tok in fire_of(p) for p in found):
            continue
        if one.form == "noun" and _custody(one.tok, by_tok, one.type):
            continue
        if one.form == "verb" and tells_dead(one.tok) and (act_of(one.tok, found) is not None or left_so(one.tok)):
            continue
        if one.form == "verb" and any(telling(p.tok) and one.tok in p.tok.subtree() for p in found if p.type == "kill"):
            continue  # *put the number of militants slain at 302*
        if one.form == "verb" and (_sent_off(one, found) or _beaten_back(one, found)):
            continue
        if one.form == "verb" and one.tok.lemma == "force" and _forced_to(one, found):
            continue
        if one.form == "verb" and one.type == "backs" and one.tok.dep == "amod":
            continue
        if one.form == "verb" and one.tok.dep == "pcomp" and (_idle_gerund(one.tok) or _barred(one.tok, by_tok)):
            continue
        if (
            one.form == "noun"
            and one.tok.head.lower == "under"
            and any(p.form == "under" and p is not one for p in found)
        ):
            continue
        if one.form == "verb" and one.tok.dep in {"ccomp", "xcomp"} and _not_let(one.tok, by_tok):
            continue
        if one.form == "verb" and (_twin(one, found) or _aimed(one, by_tok) or _on_its_way(one, by_tok)):
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
    return over if tok.dep == "pobj" and tok.head.lower == "of" and over.lemma in SPANS | {"attempt"} else tok


def _sent_off(one: Predicate, found: list[Predicate]) -> bool:
    """*Rockets fired by X hit Y*: how the weapon came there is no act beside its hit."""
    noun = one.tok.head
    sent = noun.lemma in words()["weapon_nouns"] or noun.lemma in words()["aircraft_nouns"]
    if not sent or one.tok.dep != "acl" or one.tok.tag != "VBN":
        return False
    verb = noun.head if noun.dep in {"nsubj", "nsubjpass"} else noun.head.head
    return any((p.tok is verb or p.tok is noun) and p.type == one.type for p in found)


def _beaten_back(one: Predicate, found: list[Predicate]) -> bool:
    """*Repelled attempts to storm X*: what was tried is the attack that was repelled, and no act beside it."""
    return any(p.type == "repel" and one.tok in attempted(p.tok) for p in found)


def struck_by(pred: Predicate, table: dict[int, Predicate]) -> frozenset[int]:
    """*Bombs dropped by two jets struck X*: the verb of what was sent off tells where and when of the act."""
    tok = pred.tok
    weapon = tok.dep == "acl" and tok.head.lemma in words()["weapon_nouns"] and tok.head.dep in {"nsubj", "nsubjpass"}
    verb = tok.head.head
    if pred.form != "verb" or not weapon or not is_verb(verb) or verb.i in table:
        return frozenset()
    return frozenset({verb.i}) if verb.lemma in LANDING else frozenset()


LANDING = frozenset("strike hit land fall explode kill wound injure destroy damage tear rip crash slam".split())
"""What things that were sent off do."""
TRIED = frozenset({"attempt", "bid", "effort", "try"})


def attempted(repelling: Token) -> tuple[Token, ...]:
    """The verbs that tell what those who are repelled tried (*attempts to storm X, rebels who tried to enter X*)."""
    held = (*repelling.children("dobj"), *repelling.children("nsubjpass"))
    below = [kid for noun in held if noun.lemma in TRIED for kid in noun.children("acl") if kid.tag == "VB"]
    for noun in held:
        for kid in noun.children("relcl"):
            below += kid.children("xcomp") if kid.lemma in {"try", "attempt"} else []
    return tuple(below)


def _forced_to(one: Predicate, found: list[Predicate]) -> bool:
    """*Forced thousands to flee X*: the infinitive tells it better."""
    return any(p.tok in one.tok.children("xcomp", "ccomp") and p.type == one.type for p in found)


def _idle_gerund(verb: Token) -> bool:
    """A gerund under a noun that plans nothing (*a shortcoming in fighting X*); who is blamed for an act is none."""
    above = verb.head.head
    if verb.head.lower == "against" and above.lemma in {"warn", "caution", "advise"}:
        return True  # *warned the army against entering the zone*
    return accuser_of(verb) is None and above.tag.startswith("NN") and above.lemma not in words().governors


def _barred(verb: Token, by_tok: dict[int, Predicate]) -> bool:
    """*Barred them from entering*: what nobody let them do is what is refused, and no act beside it."""
    over = by_tok.get(verb.head.head.i)
    return verb.head.lower == "from" and over is not None and over.form == "verb" and over.type == "reject"


def _not_let(verb: Token, by_tok: dict[int, Predicate]) -> bool:
    """*Did not allow them to enter*: what nobody let them do is what is refused, and no act beside it."""
    over = by_tok.get(verb.head.i)
    return over is not None and over.type == "reject" and over.tok.lemma in LETTING


def _custody(noun: Token, by_tok: dict[int, Predicate], type_: str) -> bool:
    """*Put X under house arrest*: the verb tells it."""
    over = by_tok.get(noun.head.head.i)
    return noun.head.lower == "under" and over is not None and over.form == "verb" and over.type == type_


def _twin(one: Predicate, found: list[Predicate]) -> bool:
    """Joined verbs of one type that share their sides tell one act (*killed and wounded, captured or partly took*)."""
    verb = one.tok
    if verb.dep == "conj" and is_verb(verb.head) and tells_dead(verb.head) and _others_hurt(verb):
        return any(p.tok is verb.head and p.type == one.type for p in found)
    if verb.dep != "conj" or verb.children("nsubj", "nsubjpass", "neg"):
        return False
    first = next((p for p in found if p.tok is verb.head and p.type == one.type and p.form == "verb"), None)
    if first is None:
        return False
    if _others_too(verb) and tells_dead(first.tok):
        return True  # *killed a guard and wounded two others near X*
    return not first.tok.children("dobj", "obj") or not verb.children("dobj", "obj", "prep", "ccomp")


_HURTING = frozenset({"wound", "injure", "hurt", "maim"})


def _others_hurt(verb: Token) -> bool:
    """*Two were killed and eleven injured in X*: what the second tells with a bare number."""
    over = verb.children("nsubj", "nsubjpass")
    bare = len(over) == 1 and (over[0].tag == "CD" or over[0].lower in {"others", "dozens", "scores", "more"})
    return (
        verb.lemma in _HURTING and verb.tag in {"VBN", "VBD"} and bare and not verb.children("aux", "auxpass", "dobj")
    )


def _others_too(verb: Token) -> bool:
    """*And wounded two others, nine more*: they fared worse or better in the same act."""
    held = verb.children("dobj", "obj") if verb.lemma in _HURTING else ()
    return any(tok.lower in {"others", "another", "more"} or tok.tag == "CD" for tok in held)


def _on_its_way(one: Predicate, by_tok: dict[int, Predicate]) -> bool:
    """*Was blown up as it crossed a bridge*: where the thing was that was struck; it is no side that moves."""
    if one.form != "verb" or one.type not in {"advance", "reach", "presence"} or one.tok.dep != "advcl":
        return False
    over = by_tok.get(one.tok.head.i)
    moved = any(kid.lower == "it" for kid in one.tok.children("nsubj"))
    if not moved or over is None or over.form != "verb":
        return False
    return bool(over.tok.children("nsubjpass")) or any(kid.tag == "NNS" for kid in over.tok.children("nsubj"))


AIMING = frozenset({"target", "hit", "strike", "pound", "batter", "hammer"})
"""Participles that tell at what the act before them was aimed."""


def aims(noun: Token) -> list[Token]:
    """The participles behind an event noun that tell at what it was aimed (*raids targeting the town*)."""
    return [kid for kid in noun.children("acl") if kid.tag == "VBG" and kid.lemma in AIMING]


def _aimed(one: Predicate, by_tok: dict[int, Predicate]) -> bool:
    over = by_tok.get(one.tok.head.i)
    return over is not None and over.form == "noun" and one.tok in aims(over.tok) and over.type in STRIKES


def twins(pred: Predicate, found: dict[int, Predicate]) -> frozenset[int]:
    """The verbs left out because they tell the act of `pred` again (*injured* of *killed and injured ten in X*)."""
    if pred.form != "verb":
        return frozenset(tok.i for tok in killings(pred))
    if fire_of(pred):
        return frozenset(tok.i for tok in fire_of(pred))
    custody = [one for kid in pred.tok.children("prep") if kid.lower == "under" for one in kid.children("pobj")]
    if pred.type == "arrest" and custody:
        return frozenset(one.i for one in custody)
    return frozenset(
        kid.i
        for kid in pred.tok.children("conj")
        if is_verb(kid)
        and kid.i not in found
        and kid.lemma not in {"be", "have"}
        and (_others_hurt(kid) or not kid.children("nsubj", "nsubjpass", "neg"))
        and any(sense.type == pred.type for sense in triggers().verbs.get(kid.lemma, ()))
    )
