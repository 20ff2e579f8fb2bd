"""Holding an answer to the words: a slot that does not stand in its sentence, letter for letter, is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tripoint.model import DroppedSlot, Modality, Polarity, Proposal, ProposedSlot, digest
from tripoint.model.ids import Part
from tripoint.proposals.passages import Passage
from tripoint.proposals.question import SINGLE, SLOTS
from tripoint.resources.claims import claim_types

MOST = 60
"""Entries of one answer that are looked at."""
_LONGEST = 2000
_END = re.compile(r"[a-z]{4}[.!?][\"'”’)]*\s|\n\s*\n")
"""Where a sentence ends; behind a short word or a title a point may be part of it."""


def grounded(answer: Iterable[dict[str, Any]], passage: Passage, *, model: str, question: str) -> Iterator[Proposal]:
    """Yield each entry of `answer` once whose sentence and trigger stand in `passage` and whose type is known."""
    seen: set[str] = set()
    for _, entry in zip(range(MOST), answer, strict=False):
        found = _proposal(entry, passage, model, question)
        if found is not None and found.proposal_id not in seen:
            seen.add(found.proposal_id)
            yield found


def _proposal(entry: dict[str, Any], passage: Passage, model: str, question: str) -> Proposal | None:
    type_, modality, polarity = (_words(entry.get(name)) for name in ("type", "modality", "polarity"))
    if type_ not in claim_types() or modality not in set(Modality) or polarity not in set(Polarity):
        return None
    sentence = _place(_words(entry.get("sentence")), passage.text, 0, len(passage.text))
    if sentence is None or _END.search(passage.text, sentence[0], sentence[1]) is not None:
        return None  # not in the passage, or more than one sentence: its slots could come from a neighbour
    trigger = _place(_words(entry.get("trigger")), passage.text, *sentence)
    if trigger is None:
        return None
    slots = [_slot("trigger", trigger, passage)]
    dropped: list[DroppedSlot] = []
    for name, words in _told(entry):
        place = _place(words, passage.text, *sentence, near=trigger[0])
        if place is None:
            dropped.append(DroppedSlot(slot=name, text=words[:200], reason="these words do not stand in the sentence"))
        else:
            slots.append(_slot(name, place, passage))
    start, end = passage.start + sentence[0], passage.start + sentence[1]
    said: list[Part] = [[one.slot, one.start, one.end] for one in slots]
    return Proposal(
        proposal_id=digest("pro", passage.document_id, type_, modality, polarity, start, end, said, model),
        document_id=passage.document_id,
        type=type_,
        modality=modality,
        polarity=polarity,
        start=start,
        end=end,
        slots=tuple(slots),
        dropped=tuple(dropped),
        model=model,
        question=question,
    )


def _told(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in SLOTS:
        listed = entry.get(name)
        for told in listed[:MOST] if isinstance(listed, list) else ():
            if words := _words(told):
                yield name, words
    for name in SINGLE:
        if words := _words(entry.get(name)):
            yield name, words


def _words(told: object) -> str:
    return told.strip()[:_LONGEST] if isinstance(told, str) else ""


def _place(words: str, text: str, start: int, end: int, *, near: int | None = None) -> tuple[int, int] | None:
    """Where `words` stand in text[start:end] as whole words, letter for letter but for the kind of blank; of several
    places the nearest to `near`, else the first."""
    if not words:
        return None
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    pattern = re.compile(before + r"\s+".join(map(re.escape, words.split())) + after)
    found = [match.span() for match in pattern.finditer(text, start, end)]
    if not found:
        return None
    return found[0] if near is None else min(found, key=lambda span: (abs(span[0] - near), span))


def _slot(name: str, place: tuple[int, int], passage: Passage) -> ProposedSlot:
    start, end = place
    return ProposedSlot(slot=name, text=passage.text[start:end], start=passage.start + start, end=passage.start + end)
