"""Which denials deny what another text tells: not a slip of reading, not another object, not another mover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tripoint.assess.ledger import Bench
from tripoint.comparison import parties
from tripoint.comparison.wording import content, shingles
from tripoint.model import Claim
from tripoint.text import words

MOVES = frozenset({"reach", "advance", "withdraw", "deploy"})
"""Types that tell of somebody's way: where the mover is not told, nobody's way is denied."""

_NEAR = 12
"""Characters from the beginning of a clause within which its subject stands."""
_COPIED = 7
"""Words in a row that make two clauses the same wording."""
_AGAINST = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|false\w*|untrue|den(?:y|ies|ied|ying|ials?)|refut\w+|reject\w*"
    r"|dismiss\w*|contradict\w*|fail(?:ed|s|ure)?|unable|unsuccessful\w*|instead of|rather than|hoax|baseless)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Words by which a clause denies."""
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w+)\s+(?:(?:the |any )?(?:reports?|claims?|charges?"
    r"|allegations?|accusations?)\s+)?(?:that\s+)?(?:the\s+)?\Z"
)
"""Words of denial right before a clause."""
_CONTRAST = re.compile(r"(?:\b(?:and|but|or)|,|\u2014|--)\s*\Z", re.IGNORECASE)
_NOT_A = re.compile(r"\W*(?:and |but )?not (?:an?|the|by|due to)\b", re.IGNORECASE)


def denying(told: Sequence[Claim], denied: Sequence[Claim], bench: Bench) -> list[Claim]:
    """Return those of the `denied` claims that can stand against one of those `told`."""
    return [
        claim
        for claim in denied
        if not _corrects_kind(claim, bench)
        and not _only_copied(claim, told, bench)
        and any(_same_matter(claim, other) for other in told)
    ]


def _same_matter(denial: Claim, other: Claim) -> bool:
    """Return whether a denial may be of what the other tells, by who moved and what was hit."""
    if denial.type in MOVES and not (denial.agents and other.agents):
        return False
    mine, theirs = denial.targets, other.targets
    if not mine or not theirs or parties.keys(mine) & parties.keys(theirs):
        return True
    if parties.within(parties.keys(mine), parties.keys(theirs)):
        return True
    known = [all(one.actor_id is not None for one in side) for side in (mine, theirs)]
    if known[0] == known[1]:
        return True  # two bodies, or two things in no register, may be one told in two ways
    # *It denied shelling the hospital* is not against its shelling an army: one is a body, the other a thing.
    plain = mine if known[1] else theirs
    bodies = theirs if known[1] else mine
    return bool(
        frozenset().union(*(content(p.text) for p in plain)) & frozenset().union(*(content(p.text) for p in bodies))
    )


def _only_copied(denial: Claim, told: Sequence[Claim], bench: Bench) -> bool:
    """Return whether a denial has the words of what is told and none of denial: a slip of reading, not of the texts."""
    doc = bench.documents.get(denial.document_id)
    for e in denial.evidence:
        small = e.text[:1].islower()  # a clause that another governs
        before = "" if doc is None else doc.text[max(0, e.start - 40) : e.start]
        acting = any(e.start <= party.start <= e.start + _NEAR for party in denial.agents)
        if small or _AGAINST.search(e.text) is not None or (acting and _DENIED.search(before) is not None):
            return False
    mine = {run for e in denial.evidence for run in shingles(words(e.text), _COPIED)}
    return any(not mine.isdisjoint(shingles(words(e.text), _COPIED)) for other in told for e in other.evidence)


def _corrects_kind(denial: Claim, bench: Bench) -> bool:
    """Return whether it tells what an act was not, beside what it was: *it was a rocket, not a car bomb*."""
    doc = bench.documents.get(denial.document_id)
    for e in denial.evidence:
        if _NOT_A.match(e.text) is None:
            continue
        if doc is None or _CONTRAST.search(doc.text[max(0, e.start - 8) : e.start]) is not None:
            return True
        if re.match(r"\W*(?:and|but)\b", e.text, re.IGNORECASE) is not None:
            return True
    return False
