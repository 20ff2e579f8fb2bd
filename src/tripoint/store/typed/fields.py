"""The value of a claim's field as a person types it: names by register and gazetteer, times and amounts by the grammar.

Where a name is in neither it is kept as words. Lists are parted by `;`, and `none` empties a field.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

import msgspec

from tripoint.errors import InputError
from tripoint.mentions.typed import WHATS, amount_typed
from tripoint.model import (
    AmountSlot,
    Aspect,
    Claim,
    Modality,
    Party,
    PlaceSlot,
    Polarity,
    Speaker,
    TimeValue,
)
from tripoint.resources.claims import claim_types, triggers
from tripoint.store.correctable import KINDS
from tripoint.store.reading import CaseReader
from tripoint.store.typed.actors import parties, speakers
from tripoint.store.typed.lists import NOTHING, pieces
from tripoint.store.typed.places import places
from tripoint.store.typed.times import time


def typed(field: str, words: str, claim: Claim, reader: CaseReader) -> Any:
    """Return the value that the words give the field of the claim, as plain data; raises InputError in a sentence."""
    if field not in KINDS:
        near = get_close_matches(field, KINDS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(KINDS)}"
        raise InputError(f"a claim has no field {field[:40]!r} that can be corrected; {hint}")
    return msgspec.to_builtins(_READ[KINDS[field]](words.strip(), claim, reader))


def _one_of(kind: type[StrEnum], name: str) -> Callable[[str, Claim, CaseReader], str]:
    def read(words: str, claim: Claim, reader: CaseReader) -> str:
        return _known(words, [one.value for one in kind], name)

    return read


def _known(words: str, known: list[str], name: str) -> str:
    if words not in known:
        near = get_close_matches(words, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(known)}"
        raise InputError(f"there is no {name} {words[:40]!r}; {hint}")
    return words


def _type(words: str, claim: Claim, reader: CaseReader) -> str:
    return _known(words, list(claim_types()), "claim type")


def _hedged(words: str, claim: Claim, reader: CaseReader) -> bool:
    return _known(words, ["yes", "no"], "answer") == "yes"


def _status(words: str, claim: Claim, reader: CaseReader) -> str | None:
    if words in NOTHING:
        return None
    known = {sense.status for senses in triggers().verbs.values() for sense in senses if sense.status is not None}
    return _known(words, sorted({*known, "open"}), "status")


def _amounts(words: str, claim: Claim, reader: CaseReader) -> list[AmountSlot]:
    found: list[AmountSlot] = []
    for piece in pieces(words):
        what, parted, told = piece.partition(":")
        amount = amount_typed(what.strip(), told.strip()) if parted and what.strip() in WHATS else None
        if amount is None:
            raise InputError(
                f"{piece[:60]!r} is no amount; write what is counted and one number, such as"
                f" killed: at least 30 fighters of ISIS ({', '.join(WHATS)})"
            )
        found.append(AmountSlot(amount=amount, start=0, end=0))
    return found


_READ: dict[Any, Callable[[str, Claim, CaseReader], Any]] = {
    str: _type,
    str | None: _status,
    Aspect: _one_of(Aspect, "aspect"),
    Modality: _one_of(Modality, "modality"),
    Polarity: _one_of(Polarity, "polarity"),
    bool: _hedged,
    tuple[Party, ...]: parties,
    tuple[Speaker, ...]: speakers,
    tuple[PlaceSlot, ...]: places,
    TimeValue | None: time,
    tuple[AmountSlot, ...]: _amounts,
}
