"""What the finders hand to each other before the records are sealed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tripoint.model import Document, Mention, MentionKind, Reading, Reason, digest
from tripoint.syntax import Sentence, Token

NAMES = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE})
"""Kinds that may not overlap each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a document names: its mentions in reading order, and what each may mean."""

    mentions: tuple[Mention, ...]
    readings: tuple[Reading, ...]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A mention on its way. `weight` decides between drafts that overlap; `readings` lack their mention_id still.

    `open_from`: from there on a place may lie inside this actor's phrase (*Operations Command in al-Anbar*).
    `sentence` is the index of its sentence.
    """

    kind: MentionKind
    start: int
    end: int
    head: Token
    producer: str
    weight: float
    sentence: int
    generic: bool = False
    open_from: int | None = None
    readings: list[Reading] = field(default_factory=list)

    @property
    def chosen(self) -> Reading | None:
        """The reading that was chosen, if any."""
        for one in self.readings:  # asked very often
            if one.chosen:
                return one
        return None


def reading(name: str, score: float, reasons: Iterable[Reason], *, chosen: bool = True, **more: object) -> Reading:
    """Return a reading that waits for its mention's id."""
    return Reading(
        mention_id="",
        name=name,
        score=round(max(0.0, min(1.0, score)), 3),
        chosen=chosen,
        reasons=tuple(reasons),
        **{"candidate_id": None, **more},  # type: ignore[arg-type]
    )


def because(name: str, score: float, sentence: str) -> Reason:
    """Return a reason."""
    return Reason(name=name, score=round(score, 3), sentence=sentence)


def settle(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts that stay when names may not overlap: the heavier, then the longer, then the earlier wins."""
    kept: list[Draft] = []
    names: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (-d.weight, d.start - d.end, d.start)):
        if draft.kind in NAMES:
            beside = names.setdefault(draft.sentence, [])
            if _stands_on(draft, beside):
                continue
            beside.append(draft)
        kept.append(draft)
    return kept


def _stands_on(draft: Draft, beside: list[Draft]) -> bool:
    """Say whether a draft shares words with one that stays, and neither may lie within the other."""
    start, end = draft.start, draft.end
    return any(start < other.end and other.start < end and not _nests(draft, other) for other in beside)


def _nests(one: Draft, other: Draft) -> bool:
    for outer, inner in ((one, other), (other, one)):
        if outer.open_from is not None and inner.kind is MentionKind.PLACE and inner.start >= outer.open_from:
            return inner.end <= outer.end
    return False


def seal(doc: Document, drafts: list[Draft]) -> Found:
    """Return the drafts as records, in reading order."""
    mentions: dict[str, Mention] = {}
    readings: list[Reading] = []
    for draft in sorted(drafts, key=lambda d: (d.start, d.end, str(d.kind))):
        mention_id = digest("men", doc.document_id, str(draft.kind), draft.start, draft.end)
        if mention_id in mentions or draft.start >= draft.end:
            continue
        head_start, head_end = draft.head.start, draft.head.end
        if not (draft.start <= head_start and head_end <= draft.end):
            head_start, head_end = draft.start, draft.end
        mentions[mention_id] = Mention(
            mention_id=mention_id,
            document_id=doc.document_id,
            kind=draft.kind,
            start=draft.start,
            end=draft.end,
            head_start=head_start,
            head_end=head_end,
            text=doc.text[draft.start : draft.end],
            producer=draft.producer,
            generic=draft.generic,
        )
        readings.extend(replace(one, mention_id=mention_id) for one in draft.readings)
    return Found(mentions=tuple(mentions.values()), readings=tuple(readings))


def tokens_between(sentence: Sentence, start: int, end: int) -> list[Token]:
    """Return the tokens of a sentence that touch [start, end)."""
    return [tok for tok in sentence.tokens if tok.start < end and start < tok.end]


def head_of(tokens: list[Token]) -> Token:
    """Return the token that the others hang on: the one whose head lies outside, the last of them when several do."""
    inside = {tok.i for tok in tokens}
    tops = [tok for tok in tokens if tok.head.i not in inside or tok.head is tok]
    nouns = [tok for tok in tokens if tok.pos in ("PROPN", "NOUN")]
    words = [tok for tok in tops if tok.pos in ("PROPN", "NOUN")] or nouns
    words = words or [tok for tok in tops if tok.text[:1].isalnum()] or tops or tokens
    return words[-1]


def whole_place(
    sentence: Sentence,
    number: int,
    start: int,
    end: int,
    readings: list[Reading],
    producer: str,
    *,
    weight: float = 4.0,
) -> Draft:
    """Return a place that all the words of [start, end) tell: before any name inside them, unless `weight` is less."""
    return Draft(
        kind=MentionKind.PLACE,
        start=start,
        end=end,
        head=head_of(tokens_between(sentence, start, end)),
        producer=producer,
        weight=weight,
        sentence=number,
        readings=readings,
    )
