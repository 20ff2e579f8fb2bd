"""Where, when and how many: the places, times and numbers of one predicate and not of its neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from tripoint.claims.predicates import Predicate
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.model import AmountSlot, MentionKind, PlaceSlot, TimeValue
from tripoint.resources.claims import words
from tripoint.syntax import Token

ROLE_OF = {
    "in": "at", "at": "at", "on": "at", "inside": "at", "within": "at", "across": "in_area", "throughout": "in_area",
    "around": "near", "near": "near", "outside": "near", "beside": "near", "by": "near", "off": "near", "opposite": "near",
    "from": "from", "to": "to", "into": "to", "onto": "to", "toward": "toward", "towards": "toward", "for": "toward",
    "between": "between", "along": "along", "through": "along", "over": "at", "via": "along", "of": "at", "against": "at",
    "until": "to", "upon": "at", "about": "at",
}  # fmt: skip
WIDE = {"country", "province", "district", "area", "region", "line"}
TO_TYPES = {"reach"}
FROM_TYPES = {"withdraw"}
TOWARD_TYPES = {"advance"}


def governor(tok: Token, predicates: dict[int, Predicate]) -> Token | None:
    """The predicate token, or the verb, that the phrase of `tok` belongs to.

    Climbs through nouns, prepositions and participles that tell no act themselves (*an area stretching from*).
    """
    here = tok
    while here.head is not here:
        above = here.head
        if above.i in predicates:
            return above
        if is_verb(above) and not (above.dep in {"acl", "amod"} and above.tag in {"VBG", "VBN"}):
            return above
        here = above
    return None


def places(
    scene: Scene,
    at: int,
    pred: Predicate,
    own: frozenset[int],
    table: dict[int, Predicate],
    skip: Iterable[tuple[int, int]],
) -> tuple[PlaceSlot, ...]:
    """The named places of `pred`, whose tokens are `own`; `skip` holds the spans of its parties."""
    actors = [n for n in scene.named(at, MentionKind.ACTOR, MentionKind.PERSON)]
    used = list(skip)
    found: list[PlaceSlot] = []
    heads: list[Named] = []
    for named in scene.named(at, MentionKind.PLACE):
        span = (named.mention.start, named.mention.end)
        if span in used or any(
            a.mention.start <= span[0] and span[1] <= a.mention.end and not a.mention.generic for a in actors
        ):
            continue
        if named.reading is None or named.reading.place is None or _bracketed(scene, at, named):
            continue
        up = governor(named.head, table)
        if up is None or up.i not in own:
            if not _shared_lead(named, up, pred):
                continue
        role = place_role(named.head, pred)
        if role is None:
            continue
        holder = _container(scene, at, named, heads)
        if holder and not _shifts(role):
            continue
        if _inside_people(scene, at, named, own):
            continue
        if role in {"at"} and named.reading.place.precision in WIDE:
            role = "in_area" if named.reading.place.precision != "line" else "along"
        heads.append(named)
        found.append(
            PlaceSlot(
                place=named.reading.place,
                role=role,
                text=named.mention.text,
                start=named.mention.start,
                end=named.mention.end,
            )
        )
    if len([p for p in found if p.role not in {"in_area"}]) >= 1:
        found = [p for p in found if not (p.role == "in_area" and p.place.precision == "country")] or found
    return tuple(found)


def _bracketed(scene: Scene, at: int, named: Named) -> bool:
    """Whether the place stands inside brackets, as a remark on something else."""
    before = scene.doc.text[scene.sentences[at].start : named.mention.start]
    return before.count("(") > before.count(")")


def _shared_lead(named: Named, up: Token | None, pred: Predicate) -> bool:
    """A place that opens the sentence is shared by verbs joined to the one it hangs on (*In X, they fought and fell*)."""
    if up is None or pred.form != "verb":
        return False
    first = pred.tok
    while first.dep == "conj" and is_verb(first.head):
        first = first.head
    opening = min(kid.start for kid in (up, *up.children("nsubj", "nsubjpass")))
    return first is up and first is not pred.tok and named.mention.end <= opening


def _shifts(role: str) -> bool:
    return role.endswith("_of") or role in {"near", "between", "from", "to", "toward"}


def _container(scene: Scene, at: int, named: Named, before: list[Named]) -> bool:
    """Whether the place only contains another named place of this claim (*a crossing on the border*)."""
    up = named.head
    while up.head is not up and not is_verb(up.head):
        up = up.head
        other = scene.headed(at, up, MentionKind.PLACE)
        if other is not None and other is not named:
            return True
    return any(
        other.mention.end < named.mention.start
        and scene.doc.text[other.mention.end : named.mention.start].strip(" ,").lower()
        in {"in", "on the", "in the", "on", "at the"}
        for other in before
    )


def _inside_people(scene: Scene, at: int, named: Named, own: frozenset[int]) -> bool:
    """A country inside the name of a group (*US forces in Syria*) only says whose they are."""
    up = named.head.head
    if up.dep == "prep" and up.head.i not in own:
        over = scene.on(at, up.head, MentionKind.ACTOR)
        place = named.reading.place if named.reading is not None else None
        return over is not None and not over.mention.generic and place is not None and place.precision == "country"
    return False


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
    if here.dep == "pobj" or (head.dep == "prep" and here.dep in {"pobj", "pcomp"}):
        return _through(head, pred, lexicon["directions"], lexicon["shells"])
    if here.dep in {"dobj", "obj"} or (here.dep == "nsubjpass"):
        if pred.type in TO_TYPES:
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
    if word == "of" and above.lower in directions:
        return above.lower.replace("-", "") + "_of"
    if (
        word in {"of", "around"}
        and above.tag.startswith("NN")
        and above is not pred.tok
        and above.i not in {pred.anchor.i}
    ):
        if above.lemma in shells or above.lemma in words()["place_nouns"]:
            outer = above.head
            if above.dep == "pobj" and outer.dep == "prep":
                if above.lemma == "direction":
                    return "toward"
                return _through(outer, pred, directions, shells)
            return "near" if word == "around" else "at"
    if word == "of" and above.dep == "prep":
        return _through(above, pred, directions, shells)
    if word in {"to", "into"} and pred.type in TOWARD_TYPES:
        return "toward" if word == "to" else "to"
    if word == "from" and pred.type == "operation":
        return "from"
    return ROLE_OF.get(word, "at")


def time_of(
    scene: Scene, at: int, pred: Predicate, own: frozenset[int], table: dict[int, Predicate], said: set[str]
) -> TimeValue | None:
    """The time of the happening: the expression on `pred`'s own clause, or the one that opens a shared clause.

    `said` holds mention ids that date a statement instead.
    """
    best: tuple[int, TimeValue] | None = None
    first = pred.anchor
    while first.dep == "conj" and is_verb(first.head):
        first = first.head
    for named in scene.named(at, MentionKind.TIME):
        if named.mention.mention_id in said or named.reading is None or named.reading.time is None:
            continue
        up = governor(named.head, table)
        if up is None:
            continue
        shared = up is first and named.mention.end <= first.start
        if up.i in own or shared:
            value = named.reading.time
            rank = (value.start is None and value.end is None) * 2 + (up.i not in own)
            if best is None or rank < best[0]:
                best = (rank, value)
    return best[1] if best is not None else None


def amounts_of(
    scene: Scene, at: int, own: frozenset[int], table: dict[int, Predicate], extra: frozenset[int]
) -> tuple[AmountSlot, ...]:
    """The numbers that belong to the predicate's clause or to its casualties (`extra`: their verbs' tokens)."""
    found: list[AmountSlot] = []
    for named in scene.named(at, MentionKind.AMOUNT):
        if named.reading is None or named.reading.amount is None:
            continue
        up = governor(named.head, table)
        if up is not None and (up.i in own or up.i in extra):
            found.append(AmountSlot(amount=named.reading.amount, start=named.mention.start, end=named.mention.end))
    return tuple(found)
