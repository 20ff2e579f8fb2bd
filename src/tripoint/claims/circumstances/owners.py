"""Places that tell whose somebody is, or where he is from, and not where an act was done."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.model import MentionKind


def tells_whose(scene: Scene, at: int, named: Named, pred: Predicate, own: frozenset[int]) -> bool:
    """Return whether the place is told of those who act or of an office, and not of the act `pred`."""
    return (
        _inside_people(scene, at, named, own)
        or _of_the_doer(scene, at, named, own)
        or _origin(scene, at, named, pred)
        or _of_an_office(named)
        or _own_land(scene, at, named)
        or _nationality(scene, at, named)
    )


def _inside_people(scene: Scene, at: int, named: Named, own: frozenset[int]) -> bool:
    """A country inside the name of a group (*US forces in Syria*) only says whose they are."""
    up = named.head.head
    if up.dep == "prep" and up.head.i not in own:
        over = scene.on(at, up.head, MentionKind.ACTOR)
        place = named.place
        return over is not None and not over.mention.generic and place is not None and place.precision == "country"
    return False


def _of_the_doer(scene: Scene, at: int, named: Named, own: frozenset[int]) -> bool:
    """*Groups positioned in X shelled Y*: where the doers stand is not where it happened."""
    here = named.head
    while here.head is not here and here.i not in own:
        if here.dep == "acl" and here.tag == "VBN" and here.head.dep == "nsubj":
            return scene.kind_of(at, here.head) == "people"
        if is_verb(here) and here.dep != "acl":
            return False
        here = here.head
    return False


def _nationality(scene: Scene, at: int, named: Named) -> bool:
    """*A New Zealand pilot*: what land he is of, not where it happened."""
    place = named.place
    noun = named.head.head
    modifies = named.head.dep in {"compound", "nmod", "amod"} and noun.i > named.head.i
    return modifies and place is not None and place.precision == "country" and scene.kind_of(at, noun) == "people"


def _own_land(scene: Scene, at: int, named: Named) -> bool:
    """*Colombia's rebels took X*: whose rebels they are, not where they did it."""
    place = named.place
    whose = named.head
    owned = whose.dep == "poss" and whose.head.dep in {"nsubj", "nsubjpass", "pobj"}
    if not owned or place is None or place.precision != "country":
        return False
    over = whose.head
    doer = over.dep != "pobj" or over.head.dep == "agent"
    body = scene.headed(at, over, MentionKind.ACTOR) is not None  # *the headquarters of X's council*
    return (doer and scene.kind_of(at, over) == "people") or body


OFFICES = frozenset(
    "embassy consulate ambassador envoy government president parliament minister governor mayor king".split()
)


def _of_an_office(named: Named) -> bool:
    """*The embassies of X, the governor of Y*: whose it is, not where the act happened."""
    name = named.head
    while name.dep == "conj" and not is_verb(name.head):
        name = name.head
    prep = name.head
    if name.dep != "pobj":
        return False
    ruling = prep.head.lemma in _RULING and prep.head.dep in {"nsubj", "nsubjpass"}
    return (prep.lower == "of" and prep.head.lemma in OFFICES) or (prep.lower == "in" and ruling)


_RULING = frozenset({"government", "junta", "parliament", "ministry", "leadership", "presidency"})
"""Bodies that sit in a town (*the government in X said, and signed*)."""


LEFT = frozenset({"capture", "displace", "withdraw", "release"})
"""Types whose *from* behind the people moved is the place they lose (*expelled rebels from X*)."""


def _origin(scene: Scene, at: int, named: Named, pred: Predicate) -> bool:
    """*Peacekeepers from X, fighters hailing from X*: where people are from, not where it happened."""
    name = named.head
    while name.dep in {"conj", "compound", "nmod"} and not is_verb(name.head):
        name = name.head
    prep = name.head
    if prep.lower == "from" and prep.head.lemma in {"originate", "hail", "stem"}:
        return True
    if prep.lower != "from" or not prep.head.tag.startswith("NN") or scene.kind_of(at, prep.head) != "people":
        return False
    return pred.type not in LEFT or prep.head.dep not in {"dobj", "obj", "nsubjpass"}
