"""Whether a sense of a trigger verb fits: its object, subject, particle and prepositions."""

from __future__ import annotations

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive, prepositions
from tripoint.model import (
    MentionKind,
)
from tripoint.resources.claims import Sense, words
from tripoint.syntax import Token


def fits(scene: Scene, at: int, verb: Token, sense: Sense) -> bool:
    """Whether all that the sense asks for holds of this verb."""
    passive = is_passive(verb)
    if sense.passive and not passive:
        return False
    if (
        sense.present
        and passive
        and any(kid.lower in {"was", "were"} for kid in verb.children("auxpass"))
        and sense.type == "status"
    ):
        return False
    if sense.prt is not None and not any(kid.lower == sense.prt for kid in verb.children("prt", "advmod", "prep")):
        return False
    preps = {word.split()[0] for word, _ in prepositions(verb)} | {
        kid.lower for kid in verb.children("prep", "agent", "advmod", "prt")
    }
    if sense.prep and not preps & set(sense.prep):
        return False
    subj = subject(verb)
    if passive:
        obj, agent = subj, next((t for word, t in prepositions(verb) if word == "by"), None)
    else:
        held = direct_object(verb)
        obj, agent = held, subj.tok if subj is not None else None
    if sense.aircraft and (agent is None or not _aircraft(agent)):
        return False
    if sense.obj:
        kind = "none" if obj is None else scene.kind_of(at, obj.tok)
        if kind not in sense.obj and not (
            obj is not None and kind == "thing" and _holds(scene, at, obj.tok, sense.obj)
        ):
            return False
    if sense.words:
        if obj is None:
            return False
        if not _heads(obj.tok) & set(sense.words):
            return False
    if sense.subj_words and (passive or subj is None or not _heads(subj.tok) & set(sense.subj_words)):
        return False
    if sense.subj and not (passive and sense.subj == ("people",)):
        if subj is None:
            return False
        kind = scene.kind_of(at, subj.tok)
        if "force" in sense.subj:
            return kind == "people" and (subj.tok.lemma in words()["force_nouns"] or _armed(scene, at, subj.tok))
        if kind not in sense.subj and not (kind == "place" and "people" in sense.subj and _acting(scene, at, subj.tok)):
            return False
    return True


def _heads(tok: Token) -> set[str]:
    """The lemmas of a noun and of what is joined or compounded to it."""
    return {tok.lemma, *(kid.lemma for kid in tok.children("compound", "conj"))}


def _holds(scene: Scene, at: int, tok: Token, kinds: tuple[str, ...]) -> bool:
    """A thing whose phrase names a place or a people (*parts of the town*, *positions of the group*)."""
    for kid in tok.children("prep"):
        if kid.lower == "of":
            for pobj in kid.children("pobj"):
                if scene.kind_of(at, pobj) in kinds:
                    return True
    return any(
        scene.on(at, kid, MentionKind.PLACE, MentionKind.ACTOR) is not None for kid in tok.children("compound", "poss")
    )


def _acting(scene: Scene, at: int, tok: Token) -> bool:
    """A country as an actor."""
    named = scene.headed(at, tok, MentionKind.PLACE)
    return (
        named is not None
        and named.reading is not None
        and named.reading.place is not None
        and named.reading.place.precision == "country"
    )


def _armed(scene: Scene, at: int, tok: Token) -> bool:
    named = scene.headed(at, tok, MentionKind.ACTOR)
    return named is not None and named.reading is not None and named.reading.actor_kind in {
        "army", "militia", "armed_group", "umbrella", "police", "border_force", "coalition",
    }  # fmt: skip


def _aircraft(tok: Token) -> bool:
    return bool({tok.lemma, *(kid.lemma for kid in tok.children("compound", "amod"))} & words()["aircraft_nouns"])
