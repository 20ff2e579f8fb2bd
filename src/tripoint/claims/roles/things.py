"""Things without a name that are struck, destroyed or found, by their own words."""

from __future__ import annotations

from tripoint.claims.predicates.nouns import noun_type
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.described import described
from tripoint.claims.scene import Scene
from tripoint.claims.tree import joined
from tripoint.model import MentionKind, Party
from tripoint.resources.claims import words
from tripoint.syntax import Token

OF_THINGS = frozenset({"destroy", "find", "abduct"})
"""Types whose target may be a thing without a name, told by its own words."""
STRUCTURES = frozenset(
    "station building plant facility refinery bridge barracks checkpoint dam base airbase airport airfield "
    "headquarters crossing position".split()
)
"""What is built and struck for itself, though the word may also tell where something is."""
_CAMPS = frozenset({"camp"})
"""What is struck as the object of a verb; behind *on* it tells where those were whom the strike killed."""
STRUCK = frozenset("ambush blow shell bomb bombard pound attack storm raid hit strike target".split())
"""Verbs of arms whose object is what is struck, and not what it is struck with (*fired rockets*)."""


def things(scene: Scene, at: int, pred: Predicate, tok: Token) -> list[Party]:
    """The things that an act is done to, joined ones included (*a bridge and a depot*), where its target may be one."""
    verb = pred.tok if pred.light is None else pred.light  # *mortar fire hit a school*
    if pred.type not in OF_THINGS and not (verb.lemma in STRUCK and _plain_thing(scene, at, tok)):
        return []
    found = [counted(one) for one in joined(tok)]
    return [
        described(scene, one)
        for one in found
        if one.tag not in {"CD", "PRP"}
        and one.lower not in _NOTHING_IN_PARTICULAR
        and one.lemma not in words()["counting_nouns"]
        and _unnamed_thing(scene, at, one)
    ]


_NOTHING_IN_PARTICULAR = frozenset("everything anything something nothing thing stuff".split())


def struck(scene: Scene, at: int, tok: Token, *, built: bool = True) -> list[Party]:
    """The things behind the *on* of a strike (*a raid on a market, an attack on two clinics*).

    Without `built`, a base or an airfield only tells where it was (*bombs exploded at a base*).
    """
    listed = words()["struck_things"] | (STRUCTURES if built else frozenset())
    return [
        described(scene, one)
        for one in map(counted, joined(tok))
        if (one.lemma in listed or one.lemma in _CENTRES) and _plain_thing(scene, at, one)
    ]


def _unnamed_thing(scene: Scene, at: int, tok: Token) -> bool:
    """A thing, or a building or bridge without a name: a named one is a place."""
    if scene.kind_of(at, tok) == "place":
        behind = [pobj for kid in tok.children("prep") if kid.lower == "of" for pobj in kid.children("pobj")]
        return all(scene.headed(at, one, MentionKind.PLACE) is None for one in (tok, *behind))
    return scene.kind_of(at, tok) == "thing"


_MIDDLES = frozenset({"city", "town", "village", "urban", "historic", "old"})
_CENTRES = frozenset({"centre", "center"})
"""Words for the middle of a place that, behind a word for their use, are buildings (*a detention centre*)."""


def _plain_thing(scene: Scene, at: int, tok: Token) -> bool:
    """A building or a thing of its own (*a hospital*), and no part of a place (*the gate of X, the village*)."""
    lexicon = words()
    if tok.tag not in {"NN", "NNS"} or noun_type(tok) is not None:
        return False
    if tok.lemma in _CENTRES:
        used = [
            kid for kid in tok.children("compound", "amod") if kid.tag in {"NN", "JJ"} and kid.lower not in _MIDDLES
        ]
        return bool(used) and not any(kid.lower == "of" for kid in tok.children("prep"))
    if tok.lemma in STRUCTURES | _CAMPS:  # *stormed that plant* leads back to a place
        pointing = any(kid.lower in {"the", "that", "this", "its", "their"} for kid in tok.children("det", "poss"))
        return not pointing and scene.headed(at, tok, MentionKind.PLACE) is None
    unplaced = lexicon["place_nouns"] | lexicon["shells"] | lexicon["weapon_nouns"] | lexicon["idle_units"]
    return scene.kind_of(at, tok) == "thing" and tok.lemma not in unplaced | {"street", "target"}


_SHARES = frozenset({"most", "all", "dozens", "third", "quarter", "two-thirds", "half"})


def counted(tok: Token) -> Token:
    """What is counted: *lines* of *three kilometres of lines, most of the lines*."""
    lexicon = words()
    while tok.tag == "CD" or tok.lemma in lexicon["counting_nouns"] or tok.lower in _SHARES:
        below = [pobj for prep in tok.children("prep") if prep.lower == "of" for pobj in prep.children("pobj")]
        if not below:
            break
        tok = below[0]
    if tok.tag == "WDT":  # *drones, 34 of which were shot down*
        told = next((one for one in tok.ancestors() if one.dep == "relcl"), None)
        return told.head if told is not None else tok
    return tok
