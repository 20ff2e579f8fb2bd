"""What an act is done to or a state is about, and the places that such a noun phrase names."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims import goals
from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.circumstances.containers import TOWNS
from tripoint.claims.circumstances.governing import governor
from tripoint.claims.circumstances.lastnamed import last_named
from tripoint.claims.circumstances.owners import OFFICES
from tripoint.claims.circumstances.place_roles import place_role
from tripoint.claims.circumstances.places import seat
from tripoint.claims.circumstances.pointing import alone
from tripoint.claims.circumstances.unlocated import unlocated
from tripoint.claims.predicates.byacts import STRIKES
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import BOMBED, Named, Scene, place_slot
from tripoint.claims.tree import is_passive, is_verb, joined
from tripoint.model import MentionKind, PlaceSlot, PlaceValue
from tripoint.syntax import Token

TAKEN = frozenset({"capture", "control", "besiege", "reach", "withdraw", "transfer"})
"""Types whose object is a place, whoever knows it: a name that no gazetteer holds stays a named, unlocated place."""
RAIDED = frozenset({"raid", "storm", "shell", "bombard", "bomb", "pound", "ransack"})
"""Verbs of arms whose object, a name that nobody knows, is a place far more often than anybody."""
SEIZED = frozenset({"capture", "control", "besiege"})
_SITES = frozenset(
    "airport airfield airstrip port harbour harbor station market hospital bridge centre center monastery church "
    "mosque citadel fortress outskirts outskirt suburb quarter district barracks garrison refinery prison university "
    "school bazaar cathedral square stadium".split()
)
"""What a town has, and a side that takes it has not."""
_OF_SIDES = frozenset({"barracks", "garrison", "fortress", "refinery", "district"})
"""What a side may have that says that its own was struck."""
STRUCK = STRIKES | {"destroy"}


def themes(pred: Predicate) -> list[Token]:
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


def place_of(scene: Scene, at: int, theme: Token, pred: Predicate) -> Iterator[PlaceSlot]:
    """The named places of a noun phrase: its head, joined heads, an apposition, or what it is a part of."""
    if theme.lower == "it":
        if not _of_condition(scene, at, theme):
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
        if named is None and pred.type in STRUCK and _its_site(tok) and tok.lemma not in _OF_SIDES:
            yield from _antecedent(scene, at, tok, here=True)
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
        raided = pred.tok.lemma in RAIDED and tok.ent != "ORG" and tok.dep in {"dobj", "nsubjpass"}
        if (
            named is None
            and (pred.type in TAKEN or raided)
            and scene.may_be_place(at, tok, surely_held=pred.form == "under" or pred.tok.lemma in BOMBED)
        ):
            yield unlocated(scene, tok, pred)
            continue
        if named is None or named.reading is None or named.reading.place is None:
            continue
        if pred.form == "under" and named.reading.place.precision == "line":
            named = _apposed(scene, at, tok) or named
        value = named.place
        if value is None:
            continue
        if role == "at" and value.precision in {"province", "district", "area", "country"}:
            role = "in_area"
        elif role == "at" and value.precision == "line":
            role = "along"
        if pred.type == "withdraw" and pred.form == "verb" and role in {"at", "in_area"}:
            role = "from"
        if (pred.type == "reach" or (pred.type == "displace" and pred.tok.lemma == "reach")) and role == "at":
            role = "to"
        yield from (place_slot(one, there, role) for one, there in _before_and(scene, at, named, tok))
        yield place_slot(named, value, role)
        for one in joined(named.head) if named.head is not tok else ():  # *the towns of X and Y*
            other = scene.headed(at, one, MentionKind.PLACE) if one.i > named.head.i else None
            there = other.place if other is not None else None
            if other is not None and there is not None:
                yield place_slot(other, there, role)


def _of_condition(scene: Scene, at: int, pronoun: Token) -> bool:
    """*Had the convoy not turned back at X, it would have been ambushed*: the convoy, and no place."""
    for clause in pronoun.head.children("advcl"):
        found = subject(clause)
        if found is not None and found.tok.i < pronoun.i and found.tok.tag.startswith("NN"):
            return scene.kind_of(at, found.tok) == "people"
    return False


def _its_site(tok: Token) -> bool:
    """*Entered X and took its airport*: the airport of X."""
    return tok.lemma in _SITES and any(kid.lower == "its" for kid in tok.children("poss"))


def _before_and(scene: Scene, at: int, named: Named, tok: Token) -> Iterator[tuple[Named, PlaceValue]]:
    """The place before *and* in one phrase with a place noun behind both: *the X and Y border region*."""
    for other in scene.named(at, MentionKind.PLACE):
        gap = scene.doc.text[other.mention.end : named.mention.start]
        if gap.strip() == "and" and other.head is not tok and other.head in tok.subtree():
            value = other.place
            if value is not None:
                yield other, value


def _apposed(scene: Scene, at: int, tok: Token) -> Named | None:
    """*X, the last crossing on the border, which is under control of Z*: it is X that is held, not the line."""
    above = tok.head.head if tok.dep == "pobj" else tok
    if above is tok or above.dep != "appos":
        return None
    return scene.headed(at, above.head, MentionKind.PLACE)


def _antecedent(scene: Scene, at: int, pronoun: Token, *, here: bool = False) -> Iterator[PlaceSlot]:
    """The only town or site named before *it* (*stormed X, capturing it*), else (but not where `here`) the one of the
    sentence before."""
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
    if meant is None and not fit and not here:
        meant = last_named(scene, at, pronoun.start)
    value = meant.place if meant is not None else None
    if meant is not None and value is not None:
        yield place_slot(meant, value, "at")


def _below(scene: Scene, at: int, tok: Token) -> tuple[Named | None, str]:
    """The first named place under a place noun (*the area north of X*), with its role."""

    fake = Predicate(tok=tok, type="control", form="noun")
    called: list[Named] = []
    if tok.lemma in TOWNS:  # *the Red Sea port of X*
        behind = [pobj for kid in tok.children("prep") if kid.lower == "of" for pobj in kid.children("pobj")]
        called = [named for one in behind if (named := scene.headed(at, one, MentionKind.PLACE)) is not None]
    for named in called or scene.named(at, MentionKind.PLACE):
        owner = named.head.dep == "poss" and scene.headed(at, named.head.head, MentionKind.PLACE) is not None
        if owner and named.head.head is not tok:
            continue  # *hideouts in Afghanistan's Paktika province*
        if named.head in tok.subtree() and named.head is not tok and not seat(named):
            up = governor(named.head, {tok.i: fake})
            if up is tok:
                return named, place_role(named.head, fake) or "at"
    return None, "at"
