"""The role that the words before a place give it: a preposition, a direction, or being the object itself."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.tree import is_verb
from tripoint.resources.claims import words
from tripoint.syntax import Token

UNPLACED = frozenset({"with", "without", "than", "like", "as", "despite", "including", "besides"})
"""Prepositions that place nothing (*its border with X*)."""
ROLE_OF = {
    "in": "at", "at": "at", "on": "at", "inside": "at", "within": "at", "over": "at", "of": "at", "against": "at",
    "upon": "at", "about": "at", "across": "in_area", "throughout": "in_area", "around": "near", "near": "near",
    "outside": "near", "beside": "near", "by": "near", "off": "near", "opposite": "near", "from": "from", "to": "to",
    "into": "to", "onto": "to", "until": "to", "toward": "toward", "towards": "toward", "for": "toward",
    "between": "between", "along": "along", "through": "along", "via": "along",
}  # fmt: skip


TO_TYPES = {"reach"}


FROM_TYPES = {"withdraw"}


TOWARD_TYPES = {"advance"}


LEAVING = frozenset({"leave", "abandon", "vacate", "quit"})
POSTS = frozenset("post position base camp checkpoint outpost barracks headquarters trench".split())
"""What those who leave it held, before the place where it lies."""


def place_role(tok: Token, pred: Predicate) -> str | None:
    """The role that the words before a place give it: its preposition, a direction, or being the object itself."""
    lexicon = words()
    here = tok
    while here.dep in {"conj", "appos", "compound", "nmod", "poss"} and not is_verb(here.head):
        here = here.head
        if here.dep == "pobj":
            break
        if here is pred.tok:
            return "at"
    head = here.head
    if _linked(here):
        return "between"
    if here.dep == "pobj" or (head.dep == "prep" and here.dep in {"pobj", "pcomp"}):
        return _through(head, pred, lexicon["directions"], lexicon["shells"])
    if _overlooked(here):
        return "near"
    if here.dep in {"dobj", "obj"} or (here.dep == "nsubjpass"):
        if pred.type in TO_TYPES or (pred.type == "displace" and pred.tok.lemma == "reach"):
            return "to"
        if pred.type in FROM_TYPES:
            return "from"
        if pred.type in TOWARD_TYPES:
            return "to"
        return "at"
    if here.dep in {"npadvmod", "nsubj", "compound", "nmod", "poss", "appos", "attr", "dep", "amod", "ROOT"}:
        return "at"
    return "at" if here is not tok else None


def _through(prep: Token, pred: Predicate, directions: frozenset[str], shells: frozenset[str]) -> str | None:
    """The role of a preposition, read through shells (*from the outskirts of*) and directions (*north of*)."""
    word = prep.lower
    above = prep.head
    if word == "of" and above.lower == "out":
        return "from"
    if word == "of" and above.lower in directions:
        if above.dep == "pobj" and above.head.lower in {"in", "across", "throughout"}:
            return "in_area"  # *in the south of the province* lies in it
        return _direction(above) + "_of"
    shell = above.tag.startswith("NN") and (above.lemma in shells or above.lemma in words()["place_nouns"])
    if word in {"of", "around"} and shell and above not in {pred.tok, pred.anchor}:
        outer = above.head
        if word == "around" and above.tag == "NNS":
            return "near"  # *villages around X*
        if above.dep == "pobj" and outer.dep == "prep":
            return "toward" if above.lemma == "direction" else _through(outer, pred, directions, shells)
        if _overlooked(above):
            return "near"
        named = any(kid.tag == "NNP" for kid in above.children("compound"))  # *left the Karari district of X*
        if word == "of" and above.dep == "dobj" and above.head is pred.tok and pred.type in FROM_TYPES and not named:
            return "from"  # *left the port of X*
        return "near" if word == "around" else "at"
    if word == "of" and above.dep == "prep":
        return _through(above, pred, directions, shells)
    if word == "to" and pred.tok.lemma == "cross":
        return "to"
    if word in {"at", "in"} and pred.type == "withdraw" and pred.tok.lemma in LEAVING and _post(above, pred):
        return "from"  # *left their post at X*
    if word in {"at", "in"} and pred.type == "withdraw" and above.lemma in POSTS and above.head.lower == "from":
        return "from"  # *withdrew from the base at X*
    if word == "for" and pred.type == "clash":
        return "at"  # *fighting for the town*
    if word == "on" and pred.type in TOWARD_TYPES and above is pred.tok:
        return "toward"  # *advanced on the town*
    if word == "to" and pred.type == "besiege" and above.lemma in {"siege", "lay"}:
        return "at"  # *laid siege to the town*
    if word in {"to", "into"} and pred.type in TOWARD_TYPES:
        return "toward" if word == "to" else "to"
    if word == "from" and above.lemma in _MEASURES:
        return "near"  # *a hub 125 kilometres from X*
    if word == "from" and pred.type == "operation":
        return "from"
    if word == "including" and _placed_before(prep):
        return "at"
    return None if word in UNPLACED else ROLE_OF.get(word, "at")


_MEASURES = frozenset("km kilometre kilometer mile metre meter hour away".split())


def _linked(tok: Token) -> bool:
    """*The road linking X to Y*: it lies between the two."""
    verb = tok.head.head if tok.dep == "pobj" and tok.head.lower in {"to", "with", "and"} else tok.head
    return tok.dep in {"dobj", "pobj"} and verb.lemma in LINKING and verb.dep in {"acl", "relcl"}


LINKING = frozenset({"link", "connect", "join"})
"""Verbs of a road that lies between two places."""


def _placed_before(prep: Token) -> bool:
    """*Struck several towns on Friday, including X*: what X is one of are places."""
    over = prep.head
    phrases = [over, *(kid for kid in over.kids if kid.i < prep.i)]
    nouns = [tok for kid in phrases for tok in (kid, *kid.children("pobj")) if tok.tag.startswith("NN")]
    return any(tok.lemma in words()["place_nouns"] or tok.lemma in words()["shells"] for tok in nouns)


def _overlooked(tok: Token) -> bool:
    """*The hills overlooking the town*: they lie near it."""
    return tok.dep == "dobj" and tok.head.lemma in {"overlook", "face", "border"} and tok.head.dep in {"acl", "relcl"}


def _post(above: Token, pred: Predicate) -> bool:
    """Whether the phrase hangs on the post that is left, or on the verb right behind it."""
    held = pred.tok.children("dobj")
    return any(one.lemma in POSTS and (above is one or above is pred.tok) for one in held)


def _direction(tok: Token) -> str:
    """*North-west* in one word, also when the parser cut it at the hyphen."""
    first = "".join(kid.lower for kid in tok.kids if kid.i < tok.i and kid.lower in {"north", "south"})
    return first + tok.lower.replace("-", "")
