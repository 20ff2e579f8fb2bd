"""Whom an act hit: one voice tells of people who died in it, another that only fighters or arms were hit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tripoint.assess.ledger import Bench, EventOf, opposed, told_as_fact
from tripoint.model import Claim, Contradiction
from tripoint.text import words

HARM = frozenset({"attack", "airstrike", "shelling", "bombing", "kill", "harm_civilians", "destroy"})
"""Acts of violence and what they do."""
NEXT = 2
"""Sentences behind the telling of an act within which a text gives the other side's word on it."""
FIGHTERS = frozenset(
    "terrorist terrorists militant militants fighter fighters gunman gunmen combatant combatants insurgent insurgents"
    " rebel rebels soldier soldiers troops military vehicle vehicles weapon weapons arms ammunition depot depots base"
    " bases position positions".split()
)
"""Words for those who fight, and for what they fight with."""

_ONLY = re.compile(r"\b(?:only|solely|exclusively|nothing but|no(?:ne|body| one) but|no civilians?)\b", re.IGNORECASE)


def to_victims(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the text in which a voice tells of the dead, or of fighters and arms alone."""
    if told_as_fact(claim) and claim.speakers:
        if _only_fighters(claim):
            yield claim.document_id, "answered"
        elif _people(claim):
            yield claim.document_id, "told"


def victims(
    document_id: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench
) -> Iterator[Contradiction]:
    """One text gives the dead of an act in one voice, and in another the word that only fighters or arms were hit."""
    acts = bench.load(told.get("told", ()))
    for answer in bench.load(told.get("answered", ())):
        near = [claim for claim in acts if _answers(answer, claim, bench)]
        if near:
            act = max(near, key=lambda claim: (claim.trigger_start, claim.claim_id))
            yield opposed(
                event_of,
                "target",
                ("people died", [act]),
                ("only fighters or arms were hit", [answer]),
                "one side tells of people who died in it, the other that only fighters or arms were hit",
                None,
            )


def _only_fighters(claim: Claim) -> bool:
    hit = {word for party in claim.targets for word in words(party.text)}
    return not hit.isdisjoint(FIGHTERS) and any(_ONLY.search(e.text) is not None for e in claim.evidence)


def _people(claim: Claim) -> bool:
    """Return whether a claim gives a number of the dead that are not told to be fighters."""
    return any(slot.amount.what == "killed" and FIGHTERS.isdisjoint(words(slot.amount.unit)) for slot in claim.amounts)


def _answers(answer: Claim, act: Claim, bench: Bench) -> bool:
    behind = bench.behind(answer, act)
    voices = {speaker.name for speaker in answer.speakers}.isdisjoint(speaker.name for speaker in act.speakers)
    return behind is not None and behind <= NEXT and answer.trigger_start > act.trigger_start and voices
