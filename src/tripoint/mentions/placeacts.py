"""What is told of a name may tell that it is a place: towns are shelled, retaken, entered, and called towns; people
seldom are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tripoint.resources.claims import Sense, triggers, words
from tripoint.resources.words import place_types
from tripoint.syntax import Token

_SURELY = 0.9
_LIKELY = 0.7
"""Nobody bombs or shells a person."""
_MAYBE = 0.5
_RATHER = 0.4
"""Towns are attacked and raided, and so are people and bodies."""

_ACTS = frozenset("capture besiege shelling airstrike bombing control attack sweep open close transfer clash".split())
"""Types whose event noun has a place behind *of* (*the fall of X, the shelling of X*)."""


_HELD = frozenset({"capture", "control", "besiege"})
_STRUCK = frozenset({"shelling", "airstrike", "bombing"})
"""Types of acts whose object is more often a place than people."""
_UNDER = frozenset({"control", "siege", "fire", "rule", "attack", "bombardment", "shelling", "curfew", "blockade"})
_OUT = frozenset(
    "out outside inside outskirts suburbs centre center mayor port residents villagers inhabitants townspeople "
    "townsfolk vicinity ruins rooftops streets neighbourhoods neighborhoods".split()
)
_TRAVEL = frozenset({"visit", "tour", "leave", "reach", "enter", "flee", "cross"})
_LYING = frozenset({"lie", "locate", "situate", "border", "straddle"})
"""Verbs behind a name that say where it is (*X, which lies north of Y*)."""


@lru_cache(maxsize=1)
def _verbs() -> dict[str, float]:
    """Verbs whose object is a place, by how surely: some are done to people too."""
    found = dict.fromkeys(_TRAVEL, _MAYBE)
    for lemma, senses in triggers().verbs.items():
        kinds = {kind for sense in senses for kind in sense.obj}
        if "place" in kinds:
            found[lemma] = _MAYBE if kinds & {"people", "civil", "force"} else _SURELY
        elif senses[0].type in _HELD or any(
            sense == Sense(type=sense.type) for sense in senses if sense.type in _STRUCK
        ):
            found[lemma] = _MAYBE
        if all(sense.type in _STRUCK for sense in senses):
            found[lemma] = max(_LIKELY, found.get(lemma, 0.0))
        elif lemma not in found and any(sense == Sense(type="attack") for sense in senses):
            found[lemma] = _RATHER
    return found


def acted_on(tok: Token) -> float:
    """How much the act told of the name headed by `tok` speaks for a place, 0 where none is told."""
    if is_called(tok) or _happened(tok) or _fired_from(tok) or left(tok):
        return _SURELY
    head = tok.head
    told = tok.children("relcl", "acl")
    if any(kid.lower == "who" for verb in told for kid in verb.kids):
        return 0.0
    below = [verb.lemma for verb in told]
    if _LYING.intersection(below):
        return _SURELY
    undergone = [verb.lemma for verb in told if verb.tag == "VBN"]  # *X, which controls the town*, is none
    if any(sense.type == "control" for lemma in undergone for sense in triggers().verbs.get(lemma, ())):
        return _SURELY
    if tok.dep in {"dobj", "obj", "nsubjpass"} and head.lemma in _verbs():
        likely = _verbs()[head.lemma]
        return _MAYBE if likely == _RATHER and _by_force(head) else likely
    if tok.dep == "pobj" and head.lower == "of" and triggers().nouns.get(head.head.lemma) in _ACTS:
        return _SURELY
    if tok.dep == "pobj" and head.lower == "of" and head.head.lower in _OUT:
        return _SURELY
    if tok.dep == "pobj" and head.lower == "to" and head.head.lemma in {"siege", "lay"}:
        return _SURELY  # *laid siege to X*
    if tok.dep == "pobj" and head.lower == "on" and head.head.lemma in _AGAINST:
        return _MAYBE
    if tok.dep == "pobj" and head.lower == "for" and head.head.lemma in _FOUGHT:
        return _MAYBE
    if tok.dep == "pobj" and head.lower in {"of", "over"} and head.head.lower == "control":
        return _MAYBE
    if tok.dep not in {"nsubj", "nsubjpass"}:
        return 0.0
    if any(kid.lower == "in" and any(one.lower == "hands" for one in kid.kids) for kid in head.children("prep")):
        return _SURELY  # *X has been in the hands of Y*
    return _SURELY if _under(head) else _fell(head)


def _by_force(verb: Token) -> bool:
    """*Gunmen attacked X, insurgents who raided X*: those who go for towns."""
    over = [verb.head if kid.tag == "WP" and verb.dep == "relcl" else kid for kid in verb.children("nsubj")]
    return any(tok.lemma in words()["force_nouns"] for tok in over)


_AGAINST = frozenset(
    "assault attack offensive onslaught raid advance march airstrike strike bombardment fall rain".split()
)
"""Words of acts that are done *on* a place."""


_FOUGHT = frozenset("battle fight fighting struggle offensive clash siege".split())
"""Nouns of acts that are done *for* a place."""


def _fell(verb: Token) -> float:
    """*X fell to the rebels, X changed hands*: a place; *X fell* by itself may be told of people too."""
    if verb.lemma == "change":
        return _SURELY if any(kid.lower == "hands" for kid in verb.children("dobj")) else 0.0
    if verb.lemma != "fall" or verb.children("prt", "acomp", "dobj"):
        return 0.0
    to = [pobj for kid in verb.children("prep") if kid.lower == "to" for pobj in kid.children("pobj")]
    if any(pobj.tag in {"NNS", "NNP", "NNPS"} for pobj in to):
        return _SURELY
    return (
        _MAYBE if all(kid.lower in {"on", "in", "after", "during", "within"} for kid in verb.children("prep")) else 0.0
    )


def is_called(tok: Token) -> bool:
    """*X, the capital of the province*, *X, a village on the river*, *X and Y, two hamlets*: told behind a comma."""
    row = [tok]
    while row[-1].dep in ("conj", "appos") and row[-1].head.tag in ("NNP", "NNPS") and row[-1].head not in row:
        row.append(row[-1].head)
    below = [kid for one in row for kid in _joined(one)]
    return any(
        kid.lower == "capital" or kid.lower in _PLURALS or kid.lower in place_types()
        for one in (*row, *below)
        for kid in one.children("appos")
        if kid.text[:1].islower()
    )


def _joined(tok: Token) -> Iterator[Token]:
    for kid in tok.children("conj"):
        yield kid
        yield from _joined(kid)


_PLURALS = frozenset("towns villages hamlets settlements suburbs cities localities communes outposts camps".split())


def _happened(tok: Token) -> bool:
    """*A massacre at X, killed in X, their camp at X*: what stands or is done there lies in a place."""
    if tok.dep != "pobj" or tok.head.lower not in _WHERE:
        return False
    above = tok.head.head
    if above.lower in place_types() or above.lemma in place_types() or above.lemma in _BUILT:
        return True
    if tok.head.lower == "at" and (above.lemma in _AIMED or _AIMED & {kid.lemma for kid in above.children("advcl")}):
        return False
    return _is_armed(above)


_WHERE = frozenset({"at", "in", "near", "outside", "around", "inside"})
_BUILT = frozenset(
    "house home shop building school market hospital church mosque post position barracks trench bunker warehouse "
    "depot clinic tent shelter farm garrison headquarters compound funeral wedding village hamlet".split()
)
"""What stands somewhere."""

_AIMED = frozenset({"shoot", "fire", "aim", "shot", "direct", "point", "throw", "hurl", "launch", "shooting"})


def is_act(word: str) -> bool:
    """Say whether a word tells an act: *Rocket Attacks* with a headline's capitals is no place."""
    return word in triggers().nouns or word.removesuffix("s") in triggers().nouns


def _is_armed(above: Token) -> bool:
    acts = words()["armed_acts"]
    if above.pos == "VERB":
        return any(sense.type in acts for sense in triggers().verbs.get(above.lemma, ()))
    return triggers().nouns.get(above.lemma) in acts


def left(tok: Token) -> bool:
    """*Withdrew from X, retreated to X, slipped past X*: where a move begins, ends or leads."""
    if tok.dep != "pobj" or tok.head.lower not in _WAYS:
        return False
    above = tok.head.head
    while above.dep == "prep" and above.head is not above:
        above = above.head
    return above.lemma in _MOVES


_WAYS = frozenset({"from", "to", "past", "into", "toward", "towards", "through", "via", "onto"})
_MOVES = frozenset(
    "withdraw retreat advance march move flee slip cross push evacuate expel drive travel withdrawal retreat advance "
    "return evacuation".split()
)


def _fired_from(tok: Token) -> bool:
    """*Shelled from X, fired from the direction of X*: where the guns stand."""
    if tok.dep != "pobj":
        return False
    prep = tok.head
    if prep.lower == "of" and prep.head.lower == "direction":
        prep = prep.head.head
        return prep.lower in ("from", "in")
    above = prep.head
    return prep.lower == "from" and above.pos == "VERB" and above.lemma in _GUNS


_GUNS = frozenset({"shell", "fire", "launch", "bombard", "shoot", "pound"})


def _under(verb: Token) -> bool:
    """*X remained under siege*."""
    under = [kid for kid in verb.children("prep") if kid.lower == "under"]
    return any(pobj.lemma in _UNDER for kid in under for pobj in kid.children("pobj"))
