"""Generated claims and documents, written as the record files that a build's workers leave behind.

Recipe: stories spread over places, sides and days, one to four happenings each; a story is told by one to six documents
in words of their own, one document of five being a copy of the last; one telling of ten is a near miss, a fortnight
later at the same place; tolls are updated from telling to telling; three claims of a hundred are denials, three of ten
have no date. The numbers of places and of outlets grow with the claims, days and sides do not. Everything follows from
the seed; a story is the same whatever the number of stories is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import count, islice
from pathlib import Path
from typing import Any

from tripoint.documents.signature import signature
from tripoint.model import (
    AmountSlot,
    AmountValue,
    Aspect,
    BlockRole,
    Claim,
    ClaimKind,
    Dated,
    Document,
    Evidence,
    Modality,
    Party,
    PlaceSlot,
    PlaceValue,
    Polarity,
    TimeValue,
    bare_document,
    digest,
)
from tripoint.run.packing import Packing, claims_of, documents_of
from tripoint.store.records import RecordWriter

TYPES = ("capture", "clash", "shelling", "airstrike", "attack", "control", "withdraw", "meet")
SIDES = tuple(Party(name=f"Side {n}", actor_id=f"side{n}", text="", start=0, end=1) for n in range(24))
SYLLABLES = "ba de ko ru mi sa te lo na vi gu he pa zo ri du".split()
WORDS = tuple(a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES[:8])
FIRST_DAY = date(2015, 1, 1)
DAYS = 1500
PLACES_PER_CLAIM = 1 / 60
PORTION = 2000
"""Claims in a record file, about as many as a portion of 150 kB of pages holds thrice over."""

Telling = tuple[Document, list[Claim]]


@cache
def _place(number: int) -> PlaceValue:
    rng = random.Random(f"place {number}")
    return PlaceValue(
        place_id=f"p{number}",
        name=f"Town {number}",
        lat=round(rng.uniform(30, 37), 4),
        lon=round(rng.uniform(36, 48), 4),
        radius_km=4.0,
        country="XX",
        admin1=None,
        precision="town",
    )


def _sentence(rng: random.Random, happening: tuple[str, Party, Party, PlaceValue]) -> str:
    type_, agent, target, where = happening
    words = rng.choices(WORDS, cum_weights=_weights(), k=11)
    return f"{agent.name} {type_} {target.name} at {where.name} {' '.join(words)}."


@lru_cache(maxsize=1)
def _weights() -> list[float]:
    total, found = 0.0, []
    for rank in range(len(WORDS)):
        total += 1 / (rank + 3)
        found.append(total)
    return found


def story(number: int, *, seed: int, places: int) -> list[Telling]:
    """Return the documents that tell the story of that number, each with its claims."""
    rng = random.Random(f"{seed} {number}")
    where = _place(rng.randrange(places))
    first = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    happenings = []
    for type_ in rng.sample(TYPES, rng.randint(1, 4)):
        agent, target = rng.sample(SIDES, 2)
        happenings.append((type_, agent, target, where))
    found: list[Telling] = []
    sentences: list[str] = []
    for telling in range(rng.randint(1, 6)):
        near_miss = rng.random() < 0.1
        told = first + timedelta(days=14) if near_miss else first
        if not sentences or rng.random() > 0.2:
            sentences = [_sentence(rng, happening) for happening in happenings]
        text = "\n".join(sentences)
        name = digest("doc", seed, number, telling)
        published = (told + timedelta(days=rng.randrange(2))).isoformat()
        found.append(
            (
                _document(name, text, published, f"Outlet {rng.randrange(60 + places // 50)}"),
                [
                    _claim(rng, name, at, start, sentence, happening, told, telling)
                    for at, (start, sentence, happening) in enumerate(
                        zip(_starts(sentences), sentences, happenings, strict=True)
                    )
                ],
            )
        )
    return found


def _starts(sentences: list[str]) -> Iterator[int]:
    start = 0
    for sentence in sentences:
        yield start
        start += len(sentence) + 1


def _document(name: str, text: str, published: str, outlet: str) -> Document:
    bare = bare_document(
        text,
        document_id=name,
        page_id=name.replace("doc_", "pag_"),
        source=f"{name}.html",
        published=Dated(start=published, end=published, precision="day"),
    )
    return replace(bare, outlet=outlet, outlet_evidence="generated", signature=signature(text))


def _claim(
    rng: random.Random,
    document_id: str,
    at: int,
    start: int,
    sentence: str,
    happening: tuple[str, Party, Party, PlaceValue],
    told: date,
    telling: int,
) -> Claim:
    type_, agent, target, where = happening
    toll = AmountValue(what="killed", low=5.0 + telling, high=5.0 + telling, unit="people", of=None, wording="")
    day = told.isoformat()
    return Claim(
        claim_id=digest("clm", document_id, at),
        document_id=document_id,
        source=f"{document_id}.html",
        part=1,
        kind=ClaimKind.STATE if type_ == "control" else ClaimKind.EVENT,
        type=type_,
        aspect=Aspect.ONGOING if type_ == "control" else Aspect.COMPLETED,
        modality=Modality.HAPPENED,
        polarity=Polarity.DENIED if rng.random() < 0.03 else Polarity.AFFIRMED,
        hedged=False,
        agents=(agent,),
        targets=(target,) if type_ != "control" and rng.random() < 0.6 else (),
        recipients=(),
        places=(PlaceSlot(place=where, role="at", text=where.name, start=start, end=start + 1),),
        time=TimeValue(start=day, end=day, precision="day") if rng.random() < 0.7 else None,
        said=None,
        amounts=(AmountSlot(amount=toll, start=start, end=start + 1),) if rng.random() < 0.2 else (),
        status=None,
        speakers=(),
        evidence=(Evidence(start=start, end=start + len(sentence), text=sentence, block=BlockRole.BODY),),
        trigger_start=start + len(agent.name) + 1,
        trigger_end=start + len(agent.name) + 1 + len(type_),
        absent=(),
        score=1.0,
        producer="generated",
        reasons=(),
    )


def tellings(claims: int, *, seed: int = 7, first: int = 0, places: int | None = None) -> Iterator[Telling]:
    """Yield documents with their claims until there are about `claims` claims, from the story numbered `first` on."""
    held = 0
    spread = max(40, round(claims * PLACES_PER_CLAIM)) if places is None else places
    for number in count(first):
        for telling in story(number, seed=seed, places=spread):
            if held >= claims:
                return
            held += len(telling[1])
            yield telling


def update(claims: int, *, share: float = 0.01) -> Iterator[Telling]:
    """Yield new stories of the same places: as many claims as are that share of what `tellings(claims)` yields."""
    return tellings(round(claims * share), first=10**9, places=max(40, round(claims * PLACES_PER_CLAIM)))


def copies(pages: int) -> Iterator[Telling]:
    """Yield one page and its copies, by as many outlets."""
    told = next(telling for number in count() for telling in story(number, seed=7, places=40) if len(telling[1]) == 4)
    for number in range(pages):
        name = digest("doc", "copy", number)
        day = (FIRST_DAY + timedelta(days=number % 30)).isoformat()
        doc = _document(name, told[0].text, day, f"Outlet {number % 400}")
        yield (
            doc,
            [
                replace(claim, claim_id=digest("clm", name, at), document_id=name, source=doc.source)
                for at, claim in enumerate(told[1])
            ],
        )


def block(claims: int) -> Iterator[Telling]:
    """Yield tellings of one place, one side and one week, each in words of its own: one giant block."""
    rng = random.Random("block")
    where, side = _place(0), SIDES[0]
    for number in range(claims):
        name = digest("doc", "block", number)
        told = FIRST_DAY + timedelta(days=rng.randrange(7))
        happening = ("shelling", side, SIDES[1 + number % 23], where)
        text = _sentence(rng, happening)
        claim = _claim(rng, name, 0, 0, text, happening, told, number % 40)
        yield _document(name, text, told.isoformat(), f"Outlet {number % 400}"), [claim]


def write(folder: Path, told: Iterator[Telling], *, stem: str = "g") -> list[dict[str, str]]:
    """Write the record files of what is told below a case's `records`; return the names of each portion's folders."""
    names: list[dict[str, str]] = []
    while True:
        some = list(islice(told, PORTION // 3))
        if not some:
            return names
        name = f"{stem}{len(names):05}"
        names.append({"documents": name, "mentions": name, "claims": name})
        for stage, kind, packed, listed in (
            ("documents", Document, documents_of, [doc for doc, _ in some]),
            ("claims", Claim, claims_of, [claim for _, claims in some for claim in claims]),
        ):
            place, packing = folder / stage / name, Packing[Any]()
            place.mkdir(parents=True)
            with RecordWriter(place / f"{stage}.parquet", kind) as file:
                file.extend(packed(listed, packing))
            packing.write(place / f"{stage}.parquet")
