"""Sides that stand before an event noun or behind its *by*: *the army's assault, Russian air strikes*."""

from __future__ import annotations

from tripoint.claims.circumstances.pointing import UNDERGONE
from tripoint.claims.roles.nationals import described_word, joint_nations
from tripoint.claims.roles.parties import Cast
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import prepositions
from tripoint.model import (
    MentionKind,
    Party,
)
from tripoint.resources.claims import words
from tripoint.resources.countries import nationality
from tripoint.syntax import Token

DOING = frozenset(
    "carry conduct launch lead impose wage stage undertake fire mount drop plant lay leave fly operate trigger "
    "detonate perpetrate".split()
)
"""Participles whose *by* names who did it: *an attack carried out by X*."""


SENT = frozenset({"fire", "launch"})
"""Participles whose *from* may name whose positions a weapon came from."""


def _known(named: Named | None) -> bool:
    """Whether a mention is of somebody known: *Russian artillery* is Russia's army, *heavy artillery* is nobody."""
    return named is not None and named.reading is not None and named.reading.candidate_id is not None


def _force(word: Token) -> bool:
    """Whether a word before an act tells whose it is: *terrorist attacks* are no act of known terrorists.

    *Fighter jets* belong to no fighters.
    """
    if word.lemma == "fighter" and word.head.lemma in words()["aircraft_nouns"]:
        return False
    return word.lemma in words()["force_nouns"] and word.lemma != "terrorist"


_RULERS = frozenset({"junta", "regime", "government", "opposition"})
"""Words before an act or a weapon that tell whose it is, though nobody says which."""


def sides_before(scene: Scene, at: int, noun: Token, cast: Cast, *, by: bool) -> list[Party]:
    """The parties before `noun`, and with `by` those behind its *by*."""
    found: list[Party] = []
    led = _led_by(scene, noun)
    if led is not None:
        return [led]
    for kid in noun.kids:
        if kid.dep in {"compound", "nmod", "amod", "poss"} and kid.i < noun.i:
            whole = noun.lemma in UNDERGONE and not any(one.lower == "of" for one in noun.children("prep"))
            if whole and kid.lower in {"its", "whose"}:
                continue  # *its fall* was not brought about by it
            if kid.tag == "PRP$":
                found.extend(cast.antecedents.pronoun(at, kid))
                continue
            if kid.tag == "WP$":
                found.extend(_whose(noun, at, cast))
                continue
            nation = nationality(kid.text)
            named = scene.on(at, kid, MentionKind.ACTOR, MentionKind.PERSON)
            place = scene.on(at, kid, MentionKind.PLACE) if named is None else None
            arm = named.head if named is not None else kid
            weapon = arm.lemma in words()["weapon_nouns"] or arm.lemma == "tank"
            if weapon and kid.dep != "poss" and not _known(named) and kid.lower not in _RULERS:
                continue  # *heavy artillery fire*
            if named is not None and named.head is not noun:
                found.extend(p for p in cast.of(at, named.head) if p not in found)
            elif nation is not None and place is None and kid.dep in {"amod", "compound"}:
                if _says_where(kid, noun):
                    continue
                found.extend(joint_nations(scene, kid, nation))
            elif (
                place is not None
                and kid.dep == "poss"
                and place.reading is not None
                and place.reading.place is not None
                and place.reading.place.precision == "country"
            ):
                found.extend(cast.of(at, place.head))
            elif (_force(kid) or kid.lower in _RULERS) and nation is None and place is None:
                found.append(described_word(scene, kid))
        elif by and kid.dep in {"prep", "agent"} and kid.lower == "by":
            for pobj in kid.children("pobj"):
                found.extend(cast.of(at, pobj))
        elif by and kid.dep == "relcl" and kid.lemma in {"blame", "attribute", "pin"} and kid.children("dobj"):
            on = [tok for word, tok in prepositions(kid) if word in {"on", "upon", "to"}]
            found.extend(p for tok in on for p in cast.of(at, tok) if p not in found)
        elif by and kid.dep == "acl" and kid.lemma == "belong":  # *a shell belonging to X struck*
            found.extend(p for word, tok in prepositions(kid) if word == "to" for p in cast.of(at, tok))
        elif by and kid.dep == "acl" and kid.tag in {"VBN", "VBD"}:
            for word, tok in prepositions(kid):
                if word in {"on", "upon"} and kid.lemma in {"blame", "pin"}:
                    found.extend(cast.of(at, tok))
                if word == "by" and kid.lemma in DOING:
                    flown = tok.lemma in words()["aircraft_nouns"] and not cast.named(at, tok)
                    whose = cast.owners(at, tok) or sides_before(scene, at, tok, cast, by=False) if flown else []
                    found.extend(whose or cast.of(at, tok))
                if word == "from" and kid.lemma in SENT and scene.headed(at, tok, MentionKind.PLACE) is None:
                    found.extend(p for p in cast.of(at, tok, loose=True) if p not in found)
    return found


def _says_where(kid: Token, noun: Token) -> bool:
    """*A Syrian gas field battle*: the nationality belongs to the place that stands before the act, not to the act."""
    between = [one for one in noun.children("compound", "nmod") if kid.i < one.i < noun.i]
    return bool(between) and between[-1].lemma in words()["place_nouns"]


def _whose(noun: Token, at: int, cast: Cast) -> list[Party]:
    """*X, whose missiles hit*: the noun that the relative clause hangs on."""
    for above in noun.ancestors():
        if above.dep == "relcl":
            return cast.of(at, above.head)
    return []


def _led_by(scene: Scene, noun: Token) -> Party | None:
    """*US-led air strikes*: the side is the coalition that the country leads."""
    for kid in noun.children("amod"):
        if kid.lower == "led":
            leader = next((one for one in kid.kids if one.i < kid.i and one.tag.startswith("NNP")), None)
            if leader is not None:
                text = scene.doc.text[leader.start : kid.end]
                return Party(
                    name=f"{text} coalition",
                    actor_id=None,
                    text=text,
                    start=leader.start,
                    end=kid.end,
                    kind="coalition",
                )
    return None
