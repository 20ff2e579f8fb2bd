"""MUC-4 scoring, a plain version: the best one-to-one mapping of templates, then slot by slot the fills.

In the spirit of Chinchor, *MUC-4 evaluation metrics* (1992): full credit for a right fill, half for a partial one;
fills of templates that nothing is mapped to are missing or spurious (the *all templates* row). Optional templates and
fills are not missed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tripoint.evals.alignment import best
from tripoint.evals.counts import Counts
from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.keys import Fill, Template
from tripoint.text import words

STRINGS = frozenset({key.INSTRUMENT, key.INDIVIDUAL, key.ORGANISATION, key.THING, key.NAME, key.DESCRIPTION})
FIVE = {
    "PerpInd": (key.INDIVIDUAL,),
    "PerpOrg": (key.ORGANISATION,),
    "Target": (key.THING,),
    "Victim": (key.NAME, key.DESCRIPTION),
    "Weapon": (key.INSTRUMENT,),
}


def score(given: Sequence[Template], wanted: Sequence[Template]) -> dict[int, Counts]:
    """Return for each slot the counts of one message."""
    found: dict[int, Counts] = defaultdict(Counts)
    weights = {
        (i, j): 0.01 + sum(_slot(ours, theirs, slot).right for slot in key.SLOTS)
        for i, ours in enumerate(given)
        for j, theirs in enumerate(wanted)
        if _slot(ours, theirs, key.TYPE).right > 0
    }
    mapped = dict(best(weights))
    for i, ours in enumerate(given):
        theirs = wanted[mapped[i]] if i in mapped else Template(message=ours.message)
        for slot in key.SLOTS:
            found[slot] = found[slot] + _slot(ours, theirs, slot)
    for j, theirs in enumerate(wanted):
        if j not in mapped.values() and not theirs.optional:
            for slot in key.SLOTS:
                found[slot] = found[slot] + _slot(Template(message=theirs.message), theirs, slot)
    return found


def _slot(ours: Template, theirs: Template, slot: int) -> Counts:
    given, wanted = ours.slots.get(slot, []), theirs.slots.get(slot, [])
    credit = {
        (i, j): worth
        for i, one in enumerate(given)
        for j, two in enumerate(wanted)
        if (worth := _worth(slot, one, two))
    }
    pairs = best(credit)
    met = {j for _, j in pairs}
    due = sum(not fill.optional or j in met for j, fill in enumerate(wanted))
    return Counts(right=sum(credit[pair] for pair in pairs), given=len(given), wanted=due)


def _worth(slot: int, given: Fill, wanted: Fill) -> float:
    """1 for a right fill, a half for a partial one, 0 for a wrong one."""
    worth = max((_same(slot, one, two) for one in given.values for two in wanted.values), default=0.0)
    if worth and given.of and wanted.of and not any(_string(one, two) for one in given.of for two in wanted.of):
        return worth / 2
    return worth


def _same(slot: int, given: str, wanted: str) -> float:
    if slot == key.DATE:
        one, two = key.interval(given), key.interval(wanted)
        if one is None or two is None:
            return 0.0
        return 1.0 if one == two else 0.5 if key.shares(one, two) else 0.0
    if slot == key.LOCATION:
        return _location(given, wanted)
    if slot in STRINGS:
        return _string(given, wanted)
    if given.strip() == wanted.strip():
        return 1.0
    return 0.5 if _wider(given, wanted) or _wider(wanted, given) else 0.0


def _wider(one: str, two: str) -> bool:
    """Whether `one` stands above `two` in a set list that is a hierarchy."""
    above = key.PARENT.get(two)
    while above is not None:
        if above == one:
            return True
        above = key.PARENT.get(above)
    return False


def _location(given: str, wanted: str) -> float:
    """Right when the most specific place is named, partial when any place of the chain is."""
    ours = [" ".join(words(piece)) for piece in given.split(":")]
    theirs = [" ".join(words(piece.partition("(")[0])) for piece in wanted.replace(" - ", ":").split(":")]
    if theirs and theirs[-1] in ours:
        return 1.0
    return 0.5 if set(ours) & set(theirs) else 0.0


def _string(given: str, wanted: str) -> float:
    """Right when one holds all words of the other, partial when they share their last word."""
    one, two = words(given), words(wanted)
    if not one or not two:
        return 0.0
    if set(one) <= set(two) or set(two) <= set(one):
        return 1.0
    return 0.5 if one[-1] == two[-1] else 0.0


def five_slots(
    given: Sequence[Template], wanted: Sequence[Mapping[str, Sequence[Sequence[str]]]], types: Sequence[str]
) -> dict[str, Counts]:
    """Return the counts of the five entity slots: an entity is right when it is one of its alternatives.

    `wanted` holds for each template its slots, each a list of entities, each a list of alternative strings; `types`
    their incident types.
    """
    found: dict[str, Counts] = defaultdict(Counts)

    def counted(i: int | None, j: int | None) -> dict[str, Counts]:
        held: dict[str, Counts] = {}
        for name, slots in FIVE.items():
            ours = [fill.values for slot in slots for fill in given[i].slots.get(slot, ())] if i is not None else []
            theirs = [tuple(entity) for entity in wanted[j].get(name, ())] if j is not None else []
            right = best(
                {(a, b): 1.0 for a, one in enumerate(ours) for b, two in enumerate(theirs) if _alike(one, two)}
            )
            held[name] = Counts(right=len(right), given=len(ours), wanted=len(theirs))
        return held

    weights: dict[tuple[int, int], float] = {}
    for i, ours in enumerate(given):
        kinds = {value.lower() for fill in ours.slots.get(key.TYPE, ()) for value in fill.values}
        for j, kind in enumerate(types):
            if any(part.strip() in kinds for part in kind.lower().split("/")):
                weights[i, j] = 0.01 + sum(counts.right for counts in counted(i, j).values())
    mapped = best(weights)
    lone = {i for i, _ in mapped}, {j for _, j in mapped}
    parts: list[tuple[int | None, int | None]] = [
        *mapped,
        *((i, None) for i in range(len(given)) if i not in lone[0]),
        *((None, j) for j in range(len(wanted)) if j not in lone[1]),
    ]
    for i_or_none, j_or_none in parts:
        for name, counts in counted(i_or_none, j_or_none).items():
            found[name] = found[name] + counts
    return found


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    known = [set(words(one)) for one in theirs]
    return any(
        set(words(one)) and (set(words(one)) <= held or held <= set(words(one)))
        for one in ours
        for held in known
        if held
    )
