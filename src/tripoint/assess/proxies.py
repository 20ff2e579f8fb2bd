"""Acts of a side and of whoever stands behind it: one text tells each of them as the one who acted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tripoint.assess.ledger import Bench, entry, told_of_itself
from tripoint.comparison import parties
from tripoint.model import Claim, ClaimKind, Contradiction, Event

HELP = frozenset({"support", "backs"})
"""Types by which a text tells that one side stands behind another."""
LED = frozenset({"capture", "advance", "attack", "operation", "reach", "repel", "sweep", "besiege"})
"""Acts that a side does with others behind it."""


def proxies(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """One text tells parts of one happening as the act of a side, and others as that of its backer.

    It is always explained: whoever helps may be said to have done it, but whose men they were is told in two ways.
    """
    told = [claim for claim in claims if told_of_itself(claim)]
    acts = [claim for claim in told if claim.type in LED and claim.kind is ClaimKind.EVENT and claim.agents]
    for help_ in sorted((c for c in told if c.type in HELP), key=lambda c: c.claim_id):
        backers, backed = parties.keys(help_.agents), parties.keys(help_.recipients)
        if not backers or not backed or parties.within(backers, backed):
            continue
        sides: dict[str, list[str]] = defaultdict(list)
        for act in acts:
            if act.document_id == help_.document_id:
                doers = parties.keys(act.agents)
                if doers <= backers:
                    sides[parties.names(help_.agents)].append(act.claim_id)
                elif doers <= backed:
                    sides[parties.names(help_.recipients)].append(act.claim_id)
        if len(sides) > 1:
            yield entry(
                event.event_id,
                "actor",
                sides,
                f"{' and '.join(sorted(sides))}: each is told as the one who acted",
                "one stands behind the other, as the text tells",
            )
            return
