"""Event location: where the happening that a marked verb tells took place.

Layout: `*.jsonl` with `text` and `spans`, one labelled VERB and any number labelled LOCATION (character offsets).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tripoint.errors import InputError
from tripoint.evals.asking import Places
from tripoint.evals.corpus import corpus_digest, document, json_lines, limited, needed
from tripoint.evals.counts import NONE, Counts, Summed, rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.evals.heldback import is_seen, sentence_key
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.place_reading import read_places
from tripoint.evals.place_voices import by_both, heard
from tripoint.evals.spans import Stretch, overlap, tagged
from tripoint.model import ClaimKind, Document, PlaceSlot

TAGS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One marked sentence."""

    verbs: tuple[Stretch, ...]
    locations: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Summed):
    """Counts of tokens, of rows that are wholly right, and of how the place of the verb was asked."""

    tokens: Counts = NONE
    told: Counts = NONE
    whole: int = 0
    rows: int = 0
    by_claim: int = 0


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure places of verbs on every .jsonl file under `data`; `limit` is a number of sentences."""
    paths = needed([path for path in data.rglob("*.jsonl") if _fits(path)], data, ".jsonl files with VERB spans")
    troubles = Troubles()
    ours, clause, floor = Score(), Score(), Score()
    seen: list[str] = []
    for one, item in beside(limited(_unseen(_items(paths, data), seen), limit), troubles):
        nothing: tuple[list[Stretch], bool] = ([], False)
        bound, by_claim = troubles.attempt(one.doc.source, partial(places_of, one, item.verbs), nothing)
        both = by_both(list(one.tokens()), heard(one, item.verbs), bound)
        ours += _score(one, both, item, by_claim)
        clause += _score(one, bound, item, by_claim)
        floor += _score(one, nearest(one, item.verbs), item, False)
    return Evaluation(
        name="event-location",
        data=str(data),
        digest=corpus_digest(paths, data),
        figures={
            "token_precision": rounded(ours.tokens.precision),
            "token_recall": rounded(ours.tokens.recall),
        },
        rows=tuple(_rows(ours, clause, floor)),
        notes=(
            f"{len(seen)} sentences are left out: the shipped encoder was trained on them",
            "ours: clause and encoder together, which is asked here alone; a claim takes its places from its clause",
            "sentences whose verb has no place count: a place given there is wrong",
            "floor: the GPE, LOC or FAC of the bare parser that stands nearest to the verb",
            *troubles.notes(),
        ),
    )


def _fits(path: Path) -> bool:
    row = next(json_lines(path), None)
    return row is not None and any(
        isinstance(span, dict) and span.get("label") == "VERB" for span in row.get("spans") or ()
    )


def _items(paths: Sequence[Path], data: Path) -> Iterator[tuple[Document, Item]]:
    for path in paths:
        for number, row in enumerate(json_lines(path)):
            text, spans = row.get("text"), row.get("spans")
            if not isinstance(text, str) or not isinstance(spans, list):
                raise InputError(f"{path}: row {number + 1} has no text or no spans")
            source = f"{path.relative_to(data).as_posix()}#{number}"
            item = Item(verbs=labelled(text, spans, "VERB"), locations=labelled(text, spans, "LOCATION"))
            yield document(str(number), text, source=source), item


def _unseen(items: Iterable[tuple[Document, Item]], seen: list[str]) -> Iterator[tuple[Document, Item]]:
    """Without the sentences that the shipped encoder was trained on; these go into `seen`."""
    for doc, item in items:
        if is_seen(sentence_key(doc.text)):
            seen.append(doc.source)
        else:
            yield doc, item


def labelled(text: str, spans: list[Any], label: str) -> tuple[Stretch, ...]:
    """Return the spans of one label.

    Empty ones mark nothing; where the words are told and the offsets point at others (some rows count in words), the
    words' first place counts.
    """
    found: set[Stretch] = set()
    for span in spans:
        start, end, words = span["start"], span["end"], span.get("text")
        if span["label"] != label or start >= end:
            continue
        if words and text[start:end] != words and words in text:
            start = text.index(words)
            end = start + len(words)
        found.add((start, end))
    return tuple(sorted(found))


def places_of(one: Analysed, verbs: Sequence[Stretch]) -> tuple[list[Stretch], bool]:
    """Return the places of what the verbs tell, and whether a claim told them.

    A claim whose trigger is the verb, or whose noun the verb lends its subject to, gives its places. Where no claim
    does, the claims stage's own binding of places is asked for the verb as for any predicate. They are read as the
    benchmark reads them: see `place_reading`.
    """
    asked = Places(one)
    triggers = {
        (claim.trigger_start, claim.trigger_end): claim for claim in one.claims if claim.kind is ClaimKind.EVENT
    }
    found: list[PlaceSlot] = []
    by_claim = False
    for at, sentence in enumerate(one.sentences):
        for tok in sentence.tokens:
            if not any(overlap((tok.start, tok.end), verb) for verb in verbs):
                continue
            trigger = asked.trigger(at, tok)
            claim = triggers.get(trigger) if trigger is not None else None
            if claim is not None:
                by_claim = True
                found.extend(claim.places)
            else:
                found.extend(asked.of(at, tok))
    return read_places(found, list(one.tokens())), by_claim


def nearest(one: Analysed, verbs: Sequence[Stretch]) -> list[Stretch]:
    """The floor: of the bare parser's places, the one nearest to the first verb, in characters."""
    spans = tagged(list(one.tokens()), TAGS)
    if not spans or not verbs:
        return []
    start, end = verbs[0]
    return [min(spans, key=lambda span: (max(span[0] - end, start - span[1], 0), span))]


def _score(one: Analysed, given: Sequence[Stretch], item: Item, by_claim: bool) -> Score:
    ours = _tokens(one, given)
    theirs = _tokens(one, item.locations)
    counts = Counts(right=len(ours & theirs), given=len(ours), wanted=len(theirs))
    return Score(
        tokens=counts,
        told=counts if theirs else Counts(),
        whole=int(ours == theirs),
        rows=1,
        by_claim=int(by_claim),
    )


def _tokens(one: Analysed, spans: Sequence[Stretch]) -> set[int]:
    """The starts of the tokens that `spans` cover, without articles and marks."""
    return {
        tok.start
        for tok in one.tokens()
        if tok.pos not in {"DET", "PUNCT", "PART"} and any(overlap((tok.start, tok.end), span) for span in spans)
    }


def _rows(ours: Score, clause: Score, floor: Score) -> Iterator[Row]:
    yield Row(
        measure="token precision",
        ours=rounded(ours.tokens.precision),
        floor=rounded(floor.tokens.precision),
        peers="over .83",
    )
    yield Row(
        measure="token recall", ours=rounded(ours.tokens.recall), floor=rounded(floor.tokens.recall), peers="over .83"
    )
    yield Row(measure="token F1", ours=rounded(ours.tokens.f1), floor=rounded(floor.tokens.f1))
    for name, value in (("precision", clause.tokens.precision), ("recall", clause.tokens.recall)):
        yield Row(measure=f"token {name} by the clause alone", ours=rounded(value))
    yield Row(measure="token F1 by the clause alone", ours=rounded(clause.tokens.f1))
    yield Row(
        measure="token precision where the verb has a place",
        ours=rounded(ours.told.precision),
        floor=rounded(floor.told.precision),
    )
    rows = max(ours.rows, 1)
    yield Row(measure="sentences wholly right", ours=rounded(ours.whole / rows), floor=rounded(floor.whole / rows))
    yield Row(measure="share asked through a claim", ours=rounded(ours.by_claim / rows))
    yield Row(measure="sentences", ours=ours.rows, floor=floor.rows)
