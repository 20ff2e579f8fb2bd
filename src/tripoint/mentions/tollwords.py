"""Numbers of the dead that stand without a noun: of a toll, of those spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.mentions.fates import LISTS, fate_of
from tripoint.resources.tolls import verb_over_number
from tripoint.syntax import Token


def fate_in_toll(number: Token) -> str | None:
    """Read *the death toll rose to 70*."""
    for above in number.ancestors():
        if any(kid.lower == "toll" for kid in above.kids) or above.lower == "toll":
            return "killed"
        if above.lemma in _SETTING and _of_dead(above):
            return "killed"  # *put the number of dead at 31*
        if above.lemma in _SETTING and any(kid.lower in LISTS for kid in above.children("dobj", "nsubjpass")):
            return "killed" if any(LISTS.get(kid.lower) == "killed" for kid in above.kids) else "wounded"
    return None


def _of_dead(verb: Token) -> bool:
    counted = [kid for kid in verb.children("dobj", "nsubjpass") if kid.lower in ("number", "figure", "count", "total")]
    behind = [pobj for noun in counted for prep in noun.children("prep") for pobj in prep.children("pobj")]
    return any(LISTS.get(pobj.lower) == "killed" or fate_of(pobj) == "killed" for pobj in behind)


_SETTING = frozenset({"put", "place", "estimate", "set"})


_DEATHS = frozenset(
    "dead killed died die dies kill kills killing death deaths toll casualties fatalities victims".split()
)


def spoken_toll(number: Token, before: Sequence[Token]) -> bool:
    """Whether a number without a noun tells the dead that the text has just spoken of (*the army speaks of 27*)."""
    if verb_over_number(number) is None:
        return False
    return not any(kid.dep in ("prep", "relcl") for kid in number.kids) and any(
        tok.lower in _DEATHS for tok in before if tok.start < number.start
    )
