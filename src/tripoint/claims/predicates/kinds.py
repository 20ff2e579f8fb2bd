"""What kind of thing a noun phrase is, as the senses of trigger verbs ask for it."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb
from tripoint.model import MentionKind
from tripoint.resources.claims import words
from tripoint.syntax import Token

ARMED = {
    "army",
    "militia",
    "armed_group",
    "umbrella",
    "police",
    "border_force",
    "coalition",
    "intelligence",
    "air_force",
}
RULING = {"country", "government", "ministry", "state", "international_body", "party"}


def is_any_of(scene: Scene, at: int, tok: Token | None, kinds: tuple[str, ...]) -> bool:
    """Whether the phrase headed by `tok` is of one of `kinds`: place, people, thing, none, force, civil, country."""
    return any(_TESTS[kind](scene, at, tok) for kind in kinds)


def meant(tok: Token) -> Token:
    """Who is counted: *fighters* of *hundreds of fighters*."""
    if tok.lemma in words()["counting_nouns"] or tok.tag == "CD":
        for kid in tok.children("prep"):
            for pobj in kid.children("pobj") if kid.lower == "of" else ():
                return pobj
    return tok


HOLDABLE = frozenset(
    "city town village capital base airport airbase airfield stronghold bastion enclave outpost garrison citadel "
    "crossing district neighbourhood neighborhood quarter suburb island".split()
)
"""Places that sides take from one another."""


def _holdable(scene: Scene, at: int, tok: Token | None) -> bool:
    if tok is None:
        return False
    named = scene.headed(at, tok, MentionKind.PLACE)
    if named is not None:
        place = named.place
        return place is None or place.precision != "country"
    return tok.lemma in HOLDABLE


def _line(scene: Scene, at: int, tok: Token | None) -> bool:
    """A road, a river or a border that is known by its name (*the M5*)."""
    named = scene.headed(at, tok, MentionKind.PLACE) if tok is not None else None
    place = named.place if named is not None else None
    return place is not None and place.precision == "line"


def _number(scene: Scene, at: int, tok: Token | None) -> bool:
    return tok is not None and tok.tag == "CD" and meant(tok) is tok


def _none(scene: Scene, at: int, tok: Token | None) -> bool:
    return tok is None


def _place(scene: Scene, at: int, tok: Token | None) -> bool:
    if tok is None:
        return False
    return scene.may_be_place(at, tok) or scene.kind_of(at, tok) == "place" or _part_of(scene, at, tok, "place")


def _people(scene: Scene, at: int, tok: Token | None) -> bool:
    if tok is None or tok.lower.endswith(("self", "selves")):  # *defend themselves*
        return False
    tok = meant(tok)
    return scene.kind_of(at, tok) == "people" or _country(scene, at, tok) or _part_of(scene, at, tok, "people")


def _thing(scene: Scene, at: int, tok: Token | None) -> bool:
    return tok is not None and scene.kind_of(at, tok) == "thing"


def _force(scene: Scene, at: int, tok: Token | None) -> bool:
    tok = meant(_stood_for(tok)) if tok is not None else None
    if tok is None or scene.kind_of(at, tok) != "people":
        return False
    named = scene.headed(at, tok, MentionKind.ACTOR)
    if named is not None and named.reading is not None and named.reading.actor_kind is not None:
        return named.reading.actor_kind in ARMED
    return tok.lemma in words()["force_nouns"]


def _stood_for(tok: Token) -> Token:
    """Whose act stands over that of a *they* (*the troops blew up the bridge as they fled*), else the word itself."""
    if tok.lower == "them" and tok.head.dep in {"advcl", "conj"}:
        found, own = subject(tok.head.head), subject(tok.head)  # *X took the town before troops drove them out*
        another = found is not None and (own is None or found.tok is not own.tok)
        return found.tok if found is not None and another and found.tok.end < tok.start else tok
    for verb in tok.ancestors() if tok.lower == "they" else ():
        found = subject(verb) if is_verb(verb) else None
        if found is not None and found.tok is not tok:
            return found.tok
    return tok


def _civil(scene: Scene, at: int, tok: Token | None) -> bool:
    tok = meant(tok) if tok is not None else None
    return (
        tok is not None
        and tok.lower != "it"
        and scene.kind_of(at, tok) == "people"
        and not _force(scene, at, tok)
        and not _country(scene, at, tok)
    )


def _country(scene: Scene, at: int, tok: Token | None) -> bool:
    if tok is None:
        return False
    named = scene.headed(at, tok, MentionKind.PLACE, MentionKind.ACTOR)
    if named is None or named.reading is None:
        return False
    if named.reading.place is not None:
        return named.reading.place.precision == "country"
    return named.reading.actor_kind in RULING


DEPICTIONS = frozenset(
    "picture photo photograph image footage video clip film map list name statement report account story".split()
)
"""What shows or names somebody or a place and is no part of them (*released pictures of four rescuers*)."""


def _part_of(scene: Scene, at: int, tok: Token, kind: str) -> bool:
    """A thing whose phrase names a place or a people (*parts of the town*, *positions of the group*)."""
    if scene.kind_of(at, tok) != "thing" or tok.lemma in DEPICTIONS:
        return False
    for kid in tok.children("prep"):
        for pobj in kid.children("pobj") if kid.lower == "of" else ():
            if scene.kind_of(at, pobj) == kind or (pobj.lower == "it" and kind == "place"):  # *held most of it*
                return True
    owners = tok.children("compound", "poss")
    return any(scene.on(at, kid, MentionKind.PLACE, MentionKind.ACTOR) is not None for kid in owners)


_TESTS = {
    "none": _none, "place": _place, "people": _people, "thing": _thing,
    "force": _force, "civil": _civil, "country": _country, "holdable": _holdable, "line": _line, "number": _number,
}  # fmt: skip
