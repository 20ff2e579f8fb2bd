"""Who stands beside whom: sides of two claims that are one, by name, by the register or by what one text tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tripoint.comparison import parties
from tripoint.comparison.parties import NAMELESS
from tripoint.events.families import COURSE, HELP
from tripoint.events.profile import Profile
from tripoint.model import Claim, Polarity

BACKING = frozenset({"backs", "support"})
"""Types by which a text tells that one party stands behind another."""
BEATEN_BACK = frozenset({"attack", "advance", "clash", "operation"})
"""What a defence answers: its target is their agent."""


def helpers(claims: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    """Return for each claim the parties that its own text tells to stand behind its agents.

    *X-backed Y*, *Y, supported by X*: in that text X stands behind Y, and behind an act so called.
    """
    behind: dict[tuple[str, str], set[str]] = defaultdict(set)
    called: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    listed = [claim for claim in claims if claim.comment_id is None]
    for claim in listed:
        if claim.type in BACKING and claim.polarity is Polarity.AFFIRMED:
            backers = parties.keys(claim.agents)
            for side in parties.keys(claim.recipients):
                behind[claim.document_id, side] |= backers
            if not claim.recipients:
                called[claim.document_id].append((claim.trigger_start, backers))
    found: dict[str, frozenset[str]] = {}
    for claim in listed:
        if claim.type in BACKING:
            continue
        told = {b for side in parties.keys(claim.agents) for b in behind.get((claim.document_id, side), ())}
        for at, backers in called.get(claim.document_id, ()):
            if 0 < claim.trigger_start - at <= 40:
                told |= backers
        if told:
            found[claim.claim_id] = frozenset(told) - parties.keys(claim.agents)
    return found


def beside(a: Profile, b: Profile) -> bool:
    """Return whether one text tells that the side of one claim stands behind the side of the other."""
    if a.claim.document_id != b.claim.document_id or not (a.helpers or b.helpers):
        return False
    if not (a.agents or a.helpers) or not (b.agents or b.helpers):
        return False
    return (
        _covers(a.helpers | a.agents, b.agents)
        or _covers(b.helpers | b.agents, a.agents)
        or (not (a.agents and b.agents) and parties.within(a.helpers, b.helpers))
    )


def _covers(held: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether each of the other parties is one of those held, or a part of one."""
    return bool(others) and all(parties.within(frozenset({other}), held) for other in others)


def one_side(a: Profile, b: Profile) -> bool:
    """Return whether the agents of two claims are one side: the same or parts of them, of one state, or beside.

    What one partner does by itself is not what two do jointly.
    """
    if a.agents and b.agents:
        if a.agent_countries and a.agent_countries == b.agent_countries and len(a.agents) == len(b.agents):
            return True
        if _covers(a.agents, b.agents) and _covers(b.agents, a.agents):
            return True
    return beside(a, b)


def one_state(a: Profile, b: Profile) -> bool:
    """Return whether one text tells of a state's body by its name and, in the other claim, by its kind alone.

    *The federal government*, in a text on the Ethiopian government, is that one.
    """
    if a.claim.document_id != b.claim.document_id or a.nameless == b.nameless:
        return False
    return len(a.agent_kinds) == 1 and a.agent_kinds == b.agent_kinds and a.agent_kinds <= parties.STATE_KINDS


def called_otherwise(a: Profile, b: Profile) -> bool:
    """Return whether one text calls the other party of a relation by two nouns, neither of them a name.

    *Western-backed militant groups*, later *Western-backed militants*.
    """
    if a.claim.document_id != b.claim.document_id or not a.recipients or not b.recipients:
        return False
    return all(side.startswith(NAMELESS) for side in a.recipients | b.recipients)


def helping(a: Profile, b: Profile) -> bool:
    """Return whether one claim tells the help that another got in its act: in one sentence, for its side or for it."""
    if a.claim.document_id != b.claim.document_id or a.sentence != b.sentence:
        return False
    for help_, act in ((a, b), (b, a)):
        if help_.claim.type not in HELP or act.claim.type not in COURSE or help_.denied != act.denied:
            continue
        if not help_.recipients.isdisjoint(act.agents):
            return True
        if any(e.start <= act.start < help_.start and e.end >= help_.start for e in help_.claim.evidence):
            return True
    return False


def mirrored(a: Profile, b: Profile) -> bool:
    """Return whether two claims tell one relation or one fight of the same two parties from its two ends."""
    one, two = a.claim.type, b.claim.type
    fight = {one, two} & BEATEN_BACK and "repel" in (one, two)
    backing = one in BACKING and two in BACKING and a.claim.document_id == b.claim.document_id
    if not (fight or backing) or not a.agents.isdisjoint(b.agents):
        return False
    shared = (a.agents & (b.targets | b.recipients), b.agents & (a.targets | a.recipients))
    return all(any(not side.startswith(NAMELESS) for side in sides) for sides in shared)
