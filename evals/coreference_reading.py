"""Draw what a person should read of a case: `python evals/coreference_reading.py CASE [--outlets 3] [--draw 10]`.

Lists how many events so many outlets tell and how many contradictions in death tolls there are, and prints a draw of
each with all its claims. The draw depends on the case alone.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tripoint.model import Claim, ClaimKind, Document
from tripoint.store.reading import CaseReader


def line(claim: Claim, doc: Document) -> str:
    """Return a claim in one line."""
    day = doc.published.start if doc.published is not None else None
    words = " ".join(evidence.text for evidence in claim.evidence)
    places = ", ".join(slot.place.name for slot in claim.places)
    return f"    {claim.source.rpartition('#')[2]} {doc.outlet} {day} {claim.type} [{places}] {words[:150]}"


def told(claims: Iterable[Claim], documents: Mapping[str, Document]) -> None:
    """Print claims, those of one document in the order of its text."""
    for claim in sorted(claims, key=lambda one: (one.source, one.trigger_start)):
        print(line(claim, documents[claim.document_id]))


def main() -> int:
    """Read the options, count and draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--outlets", type=int, default=3)
    parser.add_argument("--draw", type=int, default=10)
    args = parser.parse_args()
    with CaseReader(args.case) as reader:
        documents = {doc.document_id: doc for doc, _, _ in reader.documents()}
        claims = {claim.claim_id: claim for claim in reader.claims()}
        events = sorted(((event, against) for event, _, against in reader.events()), key=lambda one: one[0].event_id)
    many = [event for event, _ in events if len({documents[d].outlet for d in event.documents}) >= args.outlets]
    acts = [event for event in many if any(claims[c].kind is ClaimKind.EVENT for c in event.claims)]
    print(f"events of {args.outlets} outlets or more: {len(many)}, happenings among them: {len(acts)}")
    for event in random.Random(7).sample(acts, min(args.draw, len(acts))):
        print(f"\n{event.label}")
        told((claims[c] for c in event.claims), documents)
    tolls = [(e, one) for e, against in events for one in against if one.field == "amount:killed"]
    tolls.sort(key=lambda entry: entry[1].contradiction_id)
    print(f"\ncontradictions in death tolls: {len(tolls)}, unexplained: {sum(c.explained is None for _, c in tolls)}")
    for event, one in random.Random(3).sample(tolls, min(args.draw, len(tolls))):
        print(f"\n{event.label}: {one.why}; {one.explained or 'not explained'}")
        for side in one.sides:
            print(f"  {side.value}")
            told((claims[c] for c in side.claims), documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
