"""Relations of ours in the words of re3d, by the kind of claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tripoint.evals.pipeline import Analysed
from tripoint.evals.re3d_gold import RELATION_OF, Relation, ordered
from tripoint.evals.spans import tagged
from tripoint.model import Claim, Polarity

HELD = "InChargeOf"


"""`control`: between the agent and each place of the claim. Other claims with a place give `CoLocated`."""


TOLD = frozenset({*RELATION_OF.values(), HELD, "CoLocated"})


"""Relations that a claim can tell."""


def relations(claim: Claim) -> Iterator[Relation]:
    """Yield the relations that a claim tells; what is denied tells none."""
    if claim.polarity is Polarity.DENIED:
        return
    kind = RELATION_OF.get(claim.type)
    others = [*claim.targets, *claim.recipients]
    for i, agent in enumerate(claim.agents):
        span = (agent.start, agent.end)
        if kind is not None:
            for other in [*others, *(claim.agents[i + 1 :] if claim.type in {"clash", "meet", "agree"} else ())]:
                if span != (other.start, other.end):
                    yield ordered(kind, span, (other.start, other.end))
        for place in claim.places:
            if span != (place.start, place.end):
                yield ordered(HELD if claim.type == "control" else "CoLocated", span, (place.start, place.end))


def naive_relations(one: Analysed) -> list[Relation]:
    """The floor: neighbouring organisations of one sentence fight each other."""
    found: list[Relation] = []
    for sentence in one.sentences:
        spans = tagged(sentence.tokens, frozenset({"ORG"}))
        found.extend(ordered("FightingAgainst", a, b) for a, b in pairwise(spans))
    return found
