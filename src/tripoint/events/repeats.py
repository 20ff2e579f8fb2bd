"""Claims told in equal words with equal slots: linked without a comparison, one of them standing for all."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from tripoint.events.profile import Profile
from tripoint.events.reasons import BY
from tripoint.model import Link, Reason, Verdict
from tripoint.text import words

SAME_WORDS = 8
"""Words of evidence from which equal words with equal slots need no comparison."""


def repeated(profiles: Sequence[Profile]) -> tuple[list[Profile], list[Link]]:
    """Return one profile for each set of claims told in equal words with equal slots, and the links of the rest."""
    first: dict[tuple[Hashable, ...], Profile] = {}
    stand_ins: list[Profile] = []
    links: list[Link] = []
    reason = Reason(name="same_words", score=1.0, sentence="told in the same words with the same slots")
    for held in profiles:
        key = _slots(held)
        known = first.get(key) if key is not None else None
        if known is None:
            stand_ins.append(held)
            if key is not None:
                first[key] = held
            continue
        links.append(
            Link(
                claim_a=known.claim.claim_id,
                claim_b=held.claim.claim_id,
                verdict=Verdict.SAME,
                score=0.99,
                reasons=(reason,),
                by=BY,
            )
        )
    return stand_ins, links


def _slots(held: Profile) -> tuple[Hashable, ...] | None:
    told = words(" ".join(e.text for e in held.claim.evidence))
    if len(told) < SAME_WORDS:
        return None
    # Undated, the same words a month later may be the next bulletin: told in another fortnight, they are compared.
    fortnight = None
    if held.day is None and not held.state and held.told is not None:
        fortnight = (held.told[0] or held.told[1] or 0) // 14
    claim = held.claim
    return (
        *(claim.type, claim.modality, claim.polarity, claim.aspect, held.agents, held.targets, held.recipients),
        *(held.place_keys, held.day, held.partial, held.numbers, fortnight, tuple(told)),
    )
