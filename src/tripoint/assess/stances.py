"""Stances: a party is told to stand behind another, and to fight it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tripoint.assess.ledger import Bench, EventOf, opposed, told_as_fact
from tripoint.comparison import parties, times
from tripoint.comparison.hostility import camps
from tripoint.comparison.parties import NAMELESS
from tripoint.model import Claim, Contradiction, Modality, Party, Polarity

_MISTAKE = re.compile(
    r"\b(?:accident\w*|mistake\w*|by error|erroneous\w*|friendly[- ]fire|inadvertent\w*)\b", re.IGNORECASE
)

_PRONOUNS = frozenset({"it", "they", "he", "she", "them", "who", "which", "that", "both"})

STANDING_BEHIND = frozenset({"backs", "support"})
"""Types that tell of one party helping another."""
AGAINST = frozenset({"attack", "airstrike", "shelling", "clash", "opposes", "besiege", "capture", "repel"})
"""Types that tell of one party fighting another."""
AGES = 365
"""Days after which parties may have changed sides."""


_BEHIND, _AGAINST = "+", "-"


def to_stances(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the parties that a claim tells others to stand behind or to fight, each with the other party.

    What it only may do against the other (*ostensibly fighting them*) counts in the text that tells of the help.
    """
    if claim.polarity is not Polarity.AFFIRMED:
        return
    if claim.type in STANDING_BEHIND and claim.modality in (Modality.HAPPENED, Modality.POSSIBLE):
        stance = _BEHIND
    elif claim.type in AGAINST and (told_as_fact(claim) or _may_be(claim)) and not _accident(claim):
        stance = _AGAINST
    else:
        return
    if stance == _AGAINST and any(_pointed(party) for party in claim.agents):
        return  # who *they* are is read from the sentence before: too little to tell whom a party is against
    others = parties.keys(claim.recipients if claim.type in STANDING_BEHIND else (*claim.targets, *claim.recipients))
    for side in parties.keys(claim.agents) - others:
        for other in others:
            if not (side.startswith(NAMELESS) or other.startswith(NAMELESS)):
                yield other, f"{stance}{side}"


def stances(other: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """A party is said to stand behind another, and to fight it."""
    against = sorted(side[1:] for side in told if side.startswith(_AGAINST))
    for side in sorted(one[1:] for one in told if one.startswith(_BEHIND)):
        if camps(side) & camps(other):
            continue  # who stands in one camp with another does not fight it
        foes = [foe for foe in against if side in camps(foe) or foe in camps(side)]
        fought = bench.load(claim_id for foe in foes for claim_id in told[f"{_AGAINST}{foe}"])
        helped = bench.load(told[f"{_BEHIND}{side}"]) if fought else []
        texts = {claim.document_id for claim in helped}
        fought = [claim for claim in fought if told_as_fact(claim) or claim.document_id in texts]
        if fought:
            one, two = _name(helped, side, agents=True), _name(helped, other, agents=False)
            yield opposed(
                event_of,
                "stance",
                (f"stands behind {two}", helped),
                (f"fights {two}", fought),
                f"{one} is said to stand behind {two}, and to fight it",
                _alleged(helped, fought),
            )


def _pointed(party: Party) -> bool:
    return party.text.lower() in _PRONOUNS


def _name(claims: Sequence[Claim], side: str, *, agents: bool) -> str:
    return next(p.name for c in claims for p in (c.agents if agents else c.recipients) if parties.key(p) == side)


def _may_be(claim: Claim) -> bool:
    return claim.modality is Modality.POSSIBLE and claim.comment_id is None


def _accident(claim: Claim) -> bool:
    """Return whether an act is told as a mistake: it says nothing of whom a party is against."""
    return any(_MISTAKE.search(e.text) is not None for e in claim.evidence)


def _alleged(helped: Sequence[Claim], fought: Sequence[Claim]) -> str | None:
    """Return why both may stand: only voices say one of them, or years lie between."""
    days = [[d for c in side if (d := times.days(c.time)) is not None] for side in (helped, fought)]
    if all(days) and min(times.gap(a, b) for a in days[0] for b in days[1]) > AGES:
        return "more than a year lies between: sides may have changed"
    if all(claim.speakers for claim in helped) and not all(claim.speakers for claim in fought):
        voices = " and ".join(dict.fromkeys(claim.speakers[0].name.removeprefix("unnamed:") for claim in helped))
        return f"the first is what {voices} said, the second is reported"
    return None
