"""The place an act is done to or a state is about, also when it stands outside the clause."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims import goals
from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.circumstances.governing import governor
from tripoint.claims.circumstances.lastnamed import last_named
from tripoint.claims.circumstances.place_roles import LINKING, place_role
from tripoint.claims.circumstances.places import OFFICES, places, seat
from tripoint.claims.circumstances.pointing import alone, belonging, pointed, undergone
from tripoint.claims.circumstances.unlocated import LYING_TYPES, joined_unknown, nameless, unlocated
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Named, Scene, place_slot
from tripoint.claims.tree import is_passive, is_verb, joined, prepositions
from tripoint.model import (
    MentionKind,
    PlaceSlot,
    PlaceValue,
)
from tripoint.resources.claims import claim_types, words
from tripoint.syntax import Token


def places_told(
    scene: Scene,
    at: int,
    pred: Predicate,
    own: frozenset[int],
    table: dict[int, Predicate],
    spans: list[tuple[int, int]],
) -> tuple[PlaceSlot, ...]:
    """The places of the clause, and the place it is about when that stands outside (*X, which was taken*)."""
    near = _right_behind(scene, at, pred)
    themes = [] if near else _themes(pred)
    about: list[PlaceSlot] = [*near]
    for tok in themes:
        about.extend(_place_of(scene, at, tok, pred))
    if pred.form == "held" and not about and pred.about is not None:
        about.extend(_beside(scene, at, pred.about))
    held = () if pred.form in {"held", "under", "tie"} else places(scene, at, pred, own, table, spans)
    if pred.form == "noun":
        about.extend(undergone(scene, at, pred.tok))
    if not held and not about and pred.type == "besiege" and pred.form == "verb":
        about.extend(_linked(scene, at, pred))
    if not held and not about and pred.form in {"verb", "noun"} and pred.type in LYING_TYPES:
        about.extend(nameless(scene, at, pred))
    if all(slot.role in {"from", "near"} for slot in (*held, *about)) and pred.type in LYING_TYPES | PASSING:
        about.extend(pointed(scene, at, pred, own, table))
    if pred.form == "verb" and all(slot.role not in {"at", "from"} for slot in (*held, *about)):
        about.extend(belonging(scene, at, pred))
    held = (*held, *joined_unknown(scene, at, held, pred))
    about = [slot for slot in about if (slot.start, slot.end) not in spans]
    if claim_types()[pred.type].speech and pred.form == "verb":
        held, about = tuple(slot for slot in held if _spoken_at(scene, at, slot, pred)), []
    merged: dict[tuple[int, int], PlaceSlot] = {(p.start, p.end): p for p in (*held, *about)}
    for slot in held:
        merged[(slot.start, slot.end)] = slot
    return tuple(merged[key] for key in sorted(merged))


PASSING = frozenset({"open", "close", "status"})
"""Types of *the crossing, that bridge*."""


def _linked(scene: Scene, at: int, pred: Predicate) -> Iterator[PlaceSlot]:
    """*Cut the road that links X with Y*: the road lies between the places that it links."""
    for road in _themes(pred):
        for kid in (*road.children("relcl"), *road.children("acl")):
            below = [
                *kid.children("dobj"),
                *(tok for word, tok in prepositions(kid) if word in {"with", "to", "and"}),
            ]
            nouns = [one for tok in below if kid.lemma in LINKING for one in joined(tok)]
            for named in (scene.headed(at, one, MentionKind.PLACE) for one in nouns):
                if named is not None and named.reading is not None and named.reading.place is not None:
                    yield place_slot(named, named.reading.place, "between")


def _spoken_at(scene: Scene, at: int, slot: PlaceSlot, pred: Predicate) -> bool:
    """Whether the place hangs on the verb of speech itself, and not on what is spoken of."""
    inside = scene.sentences[at].between(slot.start, slot.end)
    tok = next((one for one in inside if one.head not in inside), None)
    while tok is not None and tok.head is not tok and tok.head is not pred.tok and tok.dep not in {"dobj", "nsubj"}:
        tok = tok.head
    return tok is not None and tok.head is pred.tok and tok.dep in {"prep", "npadvmod", "advmod"}


def _right_behind(scene: Scene, at: int, pred: Predicate) -> list[PlaceSlot]:
    """*X-held Idlib northern Syria*: the place that the words right behind the compound name is what is held."""
    if pred.form != "held" or pred.about is None or pred.type not in {"control", "besiege"}:
        return []
    behind = scene.sentences[at].tokens[pred.tok.i + 1 : pred.tok.i + 2]
    named = scene.on(at, behind[0], MentionKind.PLACE) if behind and behind[0] is not pred.about else None
    if named is None or named.mention.start != behind[0].start or named.head is pred.about:
        return []
    value = named.reading.place if named.reading is not None else None
    if value is None or pred.about.start < named.mention.end or scene.headed(at, pred.about, MentionKind.PLACE) is None:
        return []
    role = "in_area" if value.precision in {"province", "district", "area", "country"} else "at"
    return [place_slot(named, value, role)]


def _beside(scene: Scene, at: int, noun: Token) -> Iterator[PlaceSlot]:
    """*The X-held area north of Y*, where the parser hangs *north* elsewhere: the words stand side by side."""
    tokens = scene.sentences[at].tokens[noun.i + 1 : noun.i + 3]
    if len(tokens) < 2 or tokens[0].lower not in words()["directions"] or tokens[1].lower != "of":
        return
    for named in scene.named(at, MentionKind.PLACE):
        if (
            0 < named.mention.start - tokens[1].end <= 5
            and named.reading is not None
            and named.reading.place is not None
        ):
            yield place_slot(named, named.reading.place, tokens[0].lower.replace("-", "") + "_of")
            return


def _themes(pred: Predicate) -> list[Token]:
    """The nouns that the act is done to or the state is about, when they may name a place."""
    if pred.form in {"held", "under"}:
        about = pred.about
        if about is not None and about is pred.tok and about.dep == "attr" and not about.head.children("expl"):
            found = subject(about.head)
            about = found.tok if found is not None else about
        return [about] if about is not None else []
    if pred.form == "noun" and pred.type in goals.TYPES:
        for_which = goals.goal(pred.tok)
        taken = direct_object(for_which) if for_which is not None else None
        return [taken.tok] if taken is not None else []
    if pred.form != "verb":
        return []
    undergone = is_passive(pred.tok) or pred.tok.lemma in {"fall", "change"}
    found = subject(pred.tok) if undergone else direct_object(pred.tok)
    if found is None:
        return []
    tok = found.tok
    if tok.dep == "attr" and is_verb(tok.head):
        over = subject(tok.head)
        return [over.tok] if over is not None and over.tok is not tok else [tok]
    return [tok]


def _place_of(scene: Scene, at: int, theme: Token, pred: Predicate) -> Iterator[PlaceSlot]:
    """The named places of a noun phrase: its head, joined heads, an apposition, or what it is a part of."""
    if theme.lower == "it":
        yield from _antecedent(scene, at, theme)
        return
    for tok in joined(theme):
        named = scene.headed(at, tok, MentionKind.PLACE)
        role = "at"
        if named is None:
            for kid in tok.kids:
                if kid.dep == "appos":
                    named = named or scene.headed(at, kid, MentionKind.PLACE)
            over = tok.head
            if named is None and tok.dep == "appos":
                named = scene.headed(at, over, MentionKind.PLACE)
        if named is None and pred.type in SEIZED and _its_site(tok):
            yield from _antecedent(scene, at, tok)
            continue
        if named is None and role == "at" and alone(tok):
            named = last_named(scene, at, tok.start, town=True)
        told_of = tok.lemma not in OFFICES  # *the embassy of X* does not lie in X
        if (
            named is None
            and told_of
            and pred.form in {"held", "under", "verb"}
            and scene.kind_of(at, tok) in {"place", "thing"}
        ):
            named, role = _below(scene, at, tok)
        if named is None and pred.type in TAKEN and scene.may_be_place(at, tok, surely_held=pred.form == "under"):
            yield unlocated(scene, tok, pred)
            continue
        if named is None or named.reading is None or named.reading.place is None:
            continue
        if pred.form == "under" and named.reading.place.precision == "line":
            named = _apposed(scene, at, tok) or named
        value = named.reading.place if named.reading is not None else None
        if value is None:
            continue
        if role == "at" and value.precision in {"province", "district", "area", "country"}:
            role = "in_area"
        elif role == "at" and value.precision == "line":
            role = "along"
        if (pred.type == "reach" or (pred.type == "displace" and pred.tok.lemma == "reach")) and role == "at":
            role = "to"
        yield from (place_slot(one, there, role) for one, there in _before_and(scene, at, named, tok))
        yield place_slot(named, value, role)
        for one in joined(named.head) if named.head is not tok else ():  # *the towns of X and Y*
            other = scene.headed(at, one, MentionKind.PLACE) if one.i > named.head.i else None
            there = other.reading.place if other is not None and other.reading is not None else None
            if other is not None and there is not None:
                yield place_slot(other, there, role)


SEIZED = frozenset({"capture", "control", "besiege"})
_SITES = frozenset(
    "airport airfield airstrip port harbour harbor station market hospital bridge centre center monastery church "
    "mosque citadel fortress outskirts suburb quarter district barracks garrison refinery prison university".split()
)
"""What a town has, and a side that takes it has not."""


def _its_site(tok: Token) -> bool:
    """*Entered X and took its airport*: the airport of X."""
    return tok.lemma in _SITES and any(kid.lower == "its" for kid in tok.children("poss"))


def _before_and(scene: Scene, at: int, named: Named, tok: Token) -> Iterator[tuple[Named, PlaceValue]]:
    """The place before *and* in one phrase with a place noun behind both: *the X and Y border region*."""
    for other in scene.named(at, MentionKind.PLACE):
        gap = scene.doc.text[other.mention.end : named.mention.start]
        if gap.strip() == "and" and other.head is not tok and other.head in tok.subtree():
            value = other.reading.place if other.reading is not None else None
            if value is not None:
                yield other, value


def _apposed(scene: Scene, at: int, tok: Token) -> Named | None:
    """*X, the last crossing on the border, which is under control of Z*: it is X that is held, not the line."""
    above = tok.head.head if tok.dep == "pobj" else tok
    if above is tok or above.dep != "appos":
        return None
    return scene.headed(at, above.head, MentionKind.PLACE)


TAKEN = frozenset({"capture", "control", "besiege", "reach", "withdraw", "transfer"})
"""Types whose object is a place, whoever knows it: a name that no gazetteer holds stays a named, unlocated place."""


def _antecedent(scene: Scene, at: int, pronoun: Token) -> Iterator[PlaceSlot]:
    """The only town or site named before *it* (*stormed X, capturing it*), else the one of the sentence before."""
    fit = [
        named
        for named in scene.named(at, MentionKind.PLACE)
        if named.mention.end <= pronoun.start
        and named.reading is not None
        and named.reading.place is not None
        and named.reading.place.precision not in {"country", "line", "area", "province"}
    ]
    if len({named.name for named in fit}) > 1:  # *the city ..., and marines, firing from X, have shelled it*
        fit = [named for named in fit if named.head.dep != "pobj" or named.head.head.lower != "from"]
    meant = fit[-1] if len({named.name for named in fit}) == 1 else None
    if meant is None and not fit:
        meant = last_named(scene, at, pronoun.start)
    value = meant.reading.place if meant is not None and meant.reading is not None else None
    if meant is not None and value is not None:
        yield place_slot(meant, value, "at")


def _below(scene: Scene, at: int, tok: Token) -> tuple[Named | None, str]:
    """The first named place under a place noun (*the area north of X*), with its role."""

    fake = Predicate(tok=tok, type="control", form="noun")
    for named in scene.named(at, MentionKind.PLACE):
        if named.head in tok.subtree() and named.head is not tok and not seat(named):
            up = governor(named.head, {tok.i: fake})
            if up is tok:
                return named, place_role(named.head, fake) or "at"
    return None, "at"
