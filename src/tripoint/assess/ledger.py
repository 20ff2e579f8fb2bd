"""Entries of the contradiction ledger: made one way, so that ids, order and sides are the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tripoint.assess.sources import Membership
from tripoint.comparison import times
from tripoint.comparison.hindsight import looks_back
from tripoint.comparison.imprints import Imprint
from tripoint.comparison.voices import Voices
from tripoint.model import BlockRole, Claim, Contradiction, Document, Modality, Polarity, Side, digest

EventOf = Mapping[str, str]
"""For each claim the event it belongs to."""

HEADLINE = "the headline of one page against its body"
"""Why a headline and the text under it may differ: one is short."""
PROSPECTIVE = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL})
"""Told as a plan, a possibility or a condition."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What judging contradictions needs to know of the case: `documents` for their texts, `imprints` for all else."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    imprints: Mapping[str, Imprint]
    voices: Voices
    copied: Mapping[str, str]
    support: Mapping[str, int]
    members: Membership

    def load(self, claim_ids: Iterable[str]) -> list[Claim]:
        """Return the claims of these ids."""
        return [self.claims[claim_id] for claim_id in claim_ids]

    def text_of(self, claim: Claim) -> str:
        """Return the document whose text a claim repeats."""
        return self.copied.get(claim.document_id, claim.document_id)

    def published(self, claim: Claim) -> int | None:
        """Return the day a claim's document was published, when known to the week."""
        doc = self.imprints.get(claim.document_id)
        known = times.days(doc.published if doc is not None else None)
        return known[0] if known is not None and (times.width(known) or 99) <= 7 else None

    def telling(self, claim: Claim) -> int | None:
        """Return the day a claim was said or else published, when known to the week."""
        said = times.days(claim.said)
        if said is not None and (times.width(said) or 99) <= 7:
            return said[0]
        return self.published(claim)

    def known(self, claim: Claim) -> int | None:
        """Return the day by which a claim had surely been told: said, published or captured by then."""
        said = times.days(claim.said)
        if said is not None and said[1] is not None:
            return said[1]
        doc = self.imprints.get(claim.document_id)
        if doc is None:
            return None
        published = times.days(doc.published)
        if published is not None and published[1] is not None:
            return published[1]
        return times.ordinal(doc.captured_at)

    def behind(self, later: Claim, earlier: Claim) -> int | None:
        """Return how many sentences behind a claim its text tells another; None where another text does, or before."""
        if later.document_id != earlier.document_id:
            return None
        at = [self.voices.sentence(claim.document_id, claim.trigger_start) for claim in (earlier, later)]
        return at[1] - at[0] if at[1] >= at[0] else None

    def outlet(self, claim: Claim) -> str | None:
        """Return who published a claim."""
        doc = self.imprints.get(claim.document_id)
        return doc.outlet if doc is not None else None


def entry(
    event_id: str, field: str, sides: Mapping[str, Sequence[str]], why: str, explained: str | None
) -> Contradiction:
    """Return one entry; its sides are in the order of the values."""
    held = tuple(Side(value=value, claims=tuple(sorted(set(sides[value])))) for value in sorted(sides))
    return Contradiction(
        contradiction_id=digest("contradiction", event_id, field, [[side.value, list(side.claims)] for side in held]),
        event_id=event_id,
        field=field,
        sides=held,
        why=why,
        explained=explained,
    )


def opposed(
    event_of: EventOf,
    field: str,
    one: tuple[str, Sequence[Claim]],
    two: tuple[str, Sequence[Claim]],
    why: str,
    explained: str | None,
) -> Contradiction:
    """Return the entry of two sides, each a value and the claims that tell it, with the event of the first of them."""
    sides = {value: [claim.claim_id for claim in told] for value, told in (one, two)}
    return entry(event_of[one[1][0].claim_id], field, sides, why, explained)


def told_as_fact(claim: Claim) -> bool:
    """Return whether an article affirms that it happened or holds."""
    return claim.comment_id is None and claim.modality is Modality.HAPPENED and claim.polarity is Polarity.AFFIRMED


def told_of_itself(claim: Claim) -> bool:
    """Return whether an article affirms one act, rather than others like it (*similar attacks, in the past*)."""
    return told_as_fact(claim) and not any(looks_back(e.text) for e in claim.evidence)


def apparent(one: Sequence[Claim], two: Sequence[Claim], bench: Bench) -> str | None:
    """Return why two sides may only seem to clash, from where and when they are told; None when nothing says so."""
    documents = {claim.document_id for claim in (*one, *two)}
    if len(documents) == 1:
        heads = [all(headline(claim) for claim in side) for side in (one, two)]
        if heads[0] != heads[1]:
            return HEADLINE
        return None
    if len({bench.voices.line(document_id) for document_id in documents}) == 1:
        return "one page at two times: what it says was changed in between"
    outlets = {bench.outlet(claim) for claim in (*one, *two)}
    if len(outlets) == 1 and None not in outlets:
        first = [day for claim in one if (day := bench.published(claim)) is not None]
        second = [day for claim in two if (day := bench.published(claim)) is not None]
        if first and second and (max(first) < min(second) or max(second) < min(first)):
            return "one outlet told it anew later: an update"
    return None


def change(one: Iterable[Claim], two: Iterable[Claim], how: str = "it may have changed") -> str | None:
    """Return that it may have changed between the two tellings, unless both are told of one time."""
    days = [[times.days(claim.time) for claim in side] for side in (one, two)]
    for a in days[0]:
        for b in days[1]:
            if a is not None and b is not None and times.gap(a, b) == 0:
                return None
    return f"{how}: the days are not told, or are not the same"


def headline(claim: Claim) -> bool:
    """Return whether a headline tells a claim."""
    return bool(claim.evidence) and claim.evidence[0].block in (BlockRole.HEADLINE, BlockRole.SUBHEADING)
