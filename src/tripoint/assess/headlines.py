"""Headlines that say more than their text: a side that the body does not name, a number that it does not give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tripoint.assess.blame import named
from tripoint.assess.ledger import HEADLINE, Bench, entry, headline, told_of_itself
from tripoint.assess.tolls import counted
from tripoint.comparison import figures, parties
from tripoint.model import AmountSlot, Claim, Contradiction, Event, Party


def overstated(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """A headline credits a side that its own body does not, or gives another number: always explained as such."""
    texts: dict[str, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        if told_of_itself(claim):
            texts[bench.text_of(claim)][not headline(claim)].append(claim)
    for text in sorted(texts):
        heads, body = texts[text]
        if heads and body:
            yield from _sides(event, heads, body)
            yield from _numbers(event, heads, body)


def _sides(event: Event, heads: Sequence[Claim], body: Sequence[Claim]) -> Iterator[Contradiction]:
    kinds = {claim.type for claim in heads}
    acts = [claim for claim in body if claim.type in kinds and claim.agents]
    told = frozenset().union(*(parties.keys(claim.agents) for claim in acts))
    homes = parties.countries(one for claim in acts for one in claim.agents)
    for head in heads:
        more = [one for one in head.agents if named((one,)) and _elsewhere(one, told, homes)]
        if more and acts and all(named(claim.agents) for claim in acts):
            sides = {
                parties.names(head.agents): [head.claim_id],
                parties.names(acts[0].agents): [claim.claim_id for claim in acts],
            }
            why = f"the headline names {parties.names(more)}, the text under it does not"
            if len(sides) > 1:
                yield entry(event.event_id, "actor", sides, why, HEADLINE)
            return


def _elsewhere(side: Party, told: frozenset[str], homes: frozenset[str]) -> bool:
    """Return whether a side is none of those told, nor a part of one, nor of one state with them."""
    return not parties.within(frozenset({parties.key(side)}), told) and parties.countries((side,)).isdisjoint(homes)


def _numbers(event: Event, heads: Sequence[Claim], body: Sequence[Claim]) -> Iterator[Contradiction]:
    given: dict[str, list[tuple[Claim, AmountSlot]]] = defaultdict(list)
    for claim in body:
        for slot in claim.amounts:
            given[slot.amount.what].append((claim, slot))
    for head in heads:
        for slot in head.amounts:
            what = slot.amount.what
            unit = counted(slot.amount.unit)
            others = [
                one
                for one in given.get(what, ())
                if figures.firm(one[1].amount) and counted(one[1].amount.unit) == unit
            ]
            sums = sum(one.amount.low or 0.0 for _, one in others)
            if what == "count" or not figures.firm(slot.amount) or not others or sums == slot.amount.low:
                continue
            if all(figures.disjoint(slot.amount, one.amount) for _, one in others):
                best = max(others, key=lambda one: (one[1].amount.low or 0.0, one[0].claim_id))
                sides = {
                    figures.in_words(slot.amount): [head.claim_id],
                    figures.in_words(best[1].amount): [best[0].claim_id],
                }
                why = f"{what}: the headline gives another number than the text under it"
                yield entry(event.event_id, f"amount:{what}", sides, why, HEADLINE)
                return
