"""States of a place that lacks something: *without power, cut off from water, out of action, no road leads there*."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.predicates.kinds import meant
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive, negated
from tripoint.model import MentionKind
from tripoint.resources.claims import Sense, words
from tripoint.syntax import Token

GOING = frozenset("be remain stay go leave".split())
"""Verbs that tell that somebody is, or was left, without."""
WORKING = frozenset({"function", "work", "operate"})
"""Verbs that, denied, tell that a hospital, an airport or a plant is closed."""
USE = frozenset("action service use order operation commission bounds".split())
"""Nouns of *out of action*."""
LINES = frozenset("line network internet telephone phone power electricity connection grid communication".split())
ROUTES = frozenset("corridor route road crossing bridge passage way".split())
"""Ways into a place, of which *there is no* tells that they are shut."""


def lacking(scene: Scene, at: int, tok: Token) -> Iterator[Predicate]:
    """Yield what the verb `tok` tells of a place or line that lacks supplies, does not work or does not exist."""
    if tok.lemma in GOING and tok.dep not in {"aux", "auxpass"}:
        yield from _without(scene, at, tok)
    if tok.lemma == "be":
        yield from _out(scene, at, tok)
    elif tok.lemma in WORKING:
        about = _told_of(tok) if negated(tok) else None
        if about is not None and (about.lemma in words()["place_nouns"] or about.lemma in words()["struck_things"]):
            yield _status(tok, "closed", _where(scene, at, about, tok) or about, tok)
    elif tok.lemma == "cut" and any(kid.lower == "off" for kid in tok.kids):
        noun = _told_of(tok) if is_passive(tok) or tok.dep in {"acl", "advcl"} else direct_object(tok)
        about = noun if noun is None or isinstance(noun, Token) else noun.tok
        if about is not None and _supplies(tok, "from") and _placed(scene, at, about):
            yield _status(tok, "cut", about, tok)


def told_by_lack(pred: Predicate) -> bool:
    """*Does not work, there is no road*: what is denied is not that it is closed."""
    closed = pred.form == "under" and pred.sense is not None and pred.sense.status == "closed"
    return closed and pred.tok.lemma in WORKING | ROUTES


def _without(scene: Scene, at: int, verb: Token) -> Iterator[Predicate]:
    """*X is without electricity, the strikes left X without water*."""
    if not _supplies(verb, "without"):
        return
    held = direct_object(verb) if verb.lemma == "leave" and not is_passive(verb) else None
    about = held.tok if held is not None else _told_of(verb)
    if about is not None and _placed(scene, at, about):
        yield _status(verb, "cut", about, verb)


def _out(scene: Scene, at: int, verb: Token) -> Iterator[Predicate]:
    """*Is out of action*; *the lines in X have been down*; *there is no road into X*."""
    if verb.children("expl"):
        for noun in verb.children("attr", "nsubj"):
            if noun.lemma in ROUTES and (negated(noun) or negated(verb)) and _leads_to_a_place(scene, at, noun):
                yield Predicate(tok=noun, type="status", form="under", sense=_sense("closed"), light=verb, about=noun)
        return
    about = _told_of(verb)
    if about is None:
        return
    for kid in verb.children("prep", "advmod", "acomp"):
        below = {one.lemma for one in kid.subtree()}
        if kid.lower == "out" and below & USE:
            shut = about if _placed(scene, at, about) else _where(scene, at, verb, kid, about)
            if shut is not None:
                yield _status(kid, "closed", shut, verb)
        elif kid.lower in {"down", "dead", "off", "out"} and kid.dep != "prep" and about.lemma in LINES:
            yield _status(kid, "cut", _where(scene, at, verb, kid) or about, verb)


def _where(scene: Scene, at: int, *owners: Token) -> Token | None:
    """*The internet is down in X*: X."""
    behind = [pobj for one in owners for kid in one.children("prep") for pobj in kid.children("pobj")]
    return next((one for one in behind if scene.headed(at, one, MentionKind.PLACE) is not None), None)


def _told_of(verb: Token) -> Token | None:
    found = subject(verb)
    return None if found is None or found.tok.tag in {"PRP", "WDT", "WP"} else meant(found.tok)


def _supplies(verb: Token, word: str) -> bool:
    preps = [kid for kid in verb.children("prep") if kid.lower == word]
    return any(one.lemma in words()["supplies"] for prep in preps for one in prep.subtree())


def _placed(scene: Scene, at: int, noun: Token) -> bool:
    return scene.kind_of(at, noun) == "place" or scene.headed(at, noun, MentionKind.PLACE) is not None


def _leads_to_a_place(scene: Scene, at: int, noun: Token) -> bool:
    behind = [pobj for kid in noun.children("prep") for pobj in kid.children("pobj") if kid.lower != "of"]
    return any(scene.headed(at, pobj, MentionKind.PLACE) is not None for pobj in behind)


def _sense(status: str) -> Sense:
    return Sense(type="status", status=status)


def _status(tok: Token, status: str, about: Token, light: Token) -> Predicate:
    return Predicate(tok=tok, type="status", form="under", sense=_sense(status), light=light, about=about)
