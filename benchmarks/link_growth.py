#!/usr/bin/env python3
"""How linking, assembling and assessing grow: three sizes of generated claims, with copies, updates and near misses.

    python benchmarks/link_growth.py [--sizes 2500,5000,10000]

Recipe: happenings spread over places, sides and days; each told by one to six documents in words of its own, in one
document of five by a copy, with a toll that is sometimes updated; near misses a fortnight later at the same place.
Prints processor seconds, links and the exponent of growth between sizes (1.0 is linear).
"""

from __future__ import annotations

import argparse
import math
import random
import time
from datetime import date, timedelta

from tripoint.assess import assess
from tripoint.comparison.voices import heard
from tripoint.events import assemble, link
from tripoint.model import (
    AmountSlot,
    AmountValue,
    Aspect,
    BlockRole,
    Claim,
    ClaimKind,
    Dated,
    Document,
    DocumentBlock,
    Evidence,
    Modality,
    Party,
    PlaceSlot,
    PlaceValue,
    Polarity,
    TimeValue,
)

TYPES = ("capture", "clash", "shelling", "airstrike", "attack", "control", "withdraw", "meet")
FILLER = "river market school bridge depot north dawn night heavy brief second wall guard mill tower road hill".split()


def _day(first: date) -> TimeValue:
    return TimeValue(start=first.isoformat(), end=first.isoformat(), precision="day")


def generated(count: int, seed: int) -> tuple[list[Claim], dict[str, Document]]:
    """Return about `count` claims and their documents."""
    rng = random.Random(seed)
    places = [
        PlaceValue(
            place_id=f"p{n}",
            name=f"Town {n}",
            lat=rng.uniform(30, 37),
            lon=rng.uniform(36, 48),
            radius_km=4.0,
            country="XX",
            admin1=None,
            precision="town",
        )
        for n in range(max(40, count // 60))
    ]
    sides = [Party(name=f"Side {n}", actor_id=f"side{n}", text="", start=0, end=1) for n in range(24)]
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    while len(claims) < count:
        where, type_ = rng.choice(places), rng.choice(TYPES)
        agent, target = rng.sample(sides, 2)
        first = date(2015, 1, 1) + timedelta(days=rng.randrange(1500))
        words = ""
        for telling in range(rng.randint(1, 6)):
            told = first + timedelta(days=14) if rng.random() < 0.1 else first
            if not words or rng.random() > 0.2:
                words = f"{agent.name} {type_} {where.name} " + " ".join(rng.choices(FILLER, k=9))
            name = f"d{len(claims)}"
            documents[name] = Document(
                document_id=name,
                page_id=name,
                source=name,
                part=1,
                outlet=f"Outlet {rng.randrange(60)}",
                outlet_evidence=None,
                language="en",
                text=words,
                blocks=(DocumentBlock(role=BlockRole.BODY, start=0, end=len(words), page_start=0),),
                headline=None,
                bylines=(),
                published=Dated(start=told.isoformat(), end=told.isoformat(), precision="day"),
                updated=None,
                dates_rejected=(),
                agency=None,
                original_url=None,
                captured_at=None,
                signature=(),
            )
            toll = AmountValue(what="killed", low=5 + telling, high=5 + telling, unit="people", of=None, wording="")
            claims.append(
                Claim(
                    claim_id=f"c{len(claims):07}",
                    document_id=name,
                    source=name,
                    part=1,
                    kind=ClaimKind.STATE if type_ == "control" else ClaimKind.EVENT,
                    type=type_,
                    aspect=Aspect.ONGOING if type_ == "control" else Aspect.COMPLETED,
                    modality=Modality.HAPPENED,
                    polarity=Polarity.DENIED if rng.random() < 0.03 else Polarity.AFFIRMED,
                    hedged=False,
                    agents=(agent,),
                    targets=(target,) if rng.random() < 0.6 else (),
                    recipients=(),
                    places=(PlaceSlot(place=where, role="at", text=where.name, start=0, end=1),),
                    time=_day(told) if rng.random() < 0.7 else None,
                    said=None,
                    amounts=(AmountSlot(amount=toll, start=0, end=1),) if rng.random() < 0.2 else (),
                    status=None,
                    speakers=(),
                    evidence=(Evidence(start=0, end=len(words), text=words, block=BlockRole.BODY),),
                    trigger_start=0,
                    trigger_end=1,
                    absent=(),
                    score=1.0,
                    producer="generated",
                    reasons=(),
                )
            )
    return claims, documents


def main() -> None:
    """Print one line per size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="2500,5000,10000", help="numbers of claims, smallest first")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    print(f"{'claims':>8} {'links':>8} {'events':>8} {'link s':>8} {'events s':>9} {'assess s':>9} {'growth':>7}")
    last: tuple[int, float] | None = None
    for size in (int(part) for part in options.sizes.split(",")):
        claims, documents = generated(size, options.seed)
        started = time.process_time()
        voices = heard(claims, documents)
        links = link(claims, documents, voices=voices)
        linked = time.process_time()
        events = assemble(claims, links, documents, voices=voices)
        assembled = time.process_time()
        assess(events, {claim.claim_id: claim for claim in claims}, documents, voices=voices)
        ended = time.process_time()
        whole = ended - started
        growth = "" if last is None else f"{math.log(whole / last[1]) / math.log(len(claims) / last[0]):.2f}"
        print(
            f"{len(claims):8} {len(links):8} {len(events):8} {linked - started:8.2f} {assembled - linked:9.2f}"
            f" {ended - assembled:9.2f} {growth:>7}"
        )
        last = (len(claims), whole)


if __name__ == "__main__":
    main()
