"""Two claims judged: whether they may tell one happening, what keeps them apart, what speaks for it."""

from __future__ import annotations

import math

from tripoint.events.conflicts import CONFLICTS
from tripoint.events.families import COURSE, GOAL, WHOLE, related
from tripoint.events.newsdays import of_other_times
from tripoint.events.profile import Profile
from tripoint.events.reasons import BY, records, weigh
from tripoint.events.setting import NEARBY, Setting
from tripoint.events.sides import helping, one_side
from tripoint.events.telling import agreed
from tripoint.model import Link, Reason, Verdict

SURE = 0.25
"""Above this sum two claims are the same, below its negative they are different."""


def compare(a: Profile, b: Profile, setting: Setting) -> Link | None:
    """Return the judgement on two claims, None when they have nothing to do with each other."""
    if not comparable(a, b):
        return None
    conflict = conflicting(a, b)
    return weighed(a, b, setting) if conflict is None else kept_apart(a, b, *conflict)


def comparable(a: Profile, b: Profile) -> bool:
    """Return whether two claims may tell one happening, by their types and by the months they are of.

    An operation and its acts are one course only where one text tells them of one side, close together; so are acts
    of one side in one sentence. The wider sense of a goal holds for plans alone.
    """
    if of_other_times(a, b):
        return False
    one, two = a.claim.type, b.claim.type
    if related(one, two) or any(related(x, y) for x in a.kinds for y in b.kinds):
        return True
    if a.prospective and b.prospective and one in GOAL and two in GOAL:
        return True
    if a.claim.document_id != b.claim.document_id:
        return False
    if helping(a, b) or agreed(a, b):
        return True
    if one not in COURSE or two not in COURSE:
        return False
    if a.sentence == b.sentence and a.agents and a.agents == b.agents:
        return True
    later = b if b.start >= a.start else a
    near = abs(a.start - b.start) <= NEARBY or later.definite
    return near and one_side(a, b) and not {one, two}.isdisjoint(WHOLE)


def conflicting(a: Profile, b: Profile) -> tuple[str, str] | None:
    """Return the name and the sentence of the first conflict between two claims, None when there is none."""
    for conflict in CONFLICTS:
        sentence = conflict(a, b)
        if sentence is not None:
            return conflict.__name__, sentence
    return None


def kept_apart(a: Profile, b: Profile, name: str, sentence: str) -> Link:
    """Return the link that keeps two claims apart."""
    return Link(
        claim_a=a.claim.claim_id,
        claim_b=b.claim.claim_id,
        verdict=Verdict.DIFFERENT,
        score=0.0,
        reasons=(Reason(name=name, score=-1.0, sentence=sentence),),
        by=BY,
    )


def weighed(a: Profile, b: Profile, setting: Setting) -> Link:
    """Return the judgement on two claims that no conflict keeps apart."""
    return told(a, b, *weigh(a, b, setting))


def speaks_against(total: float) -> bool:
    """Return whether a sum of reasons tells two claims apart."""
    return total <= -SURE


def told(a: Profile, b: Profile, total: float, spoken: list[tuple[str, float, str]]) -> Link:
    """Return the judgement that reasons of this sum come to."""
    verdict = Verdict.SAME if total >= SURE else Verdict.DIFFERENT if speaks_against(total) else Verdict.UNSURE
    return Link(
        claim_a=a.claim.claim_id,
        claim_b=b.claim.claim_id,
        verdict=verdict,
        score=round(1 / (1 + math.exp(-total)), 4),
        reasons=records(spoken),
        by=BY,
    )
