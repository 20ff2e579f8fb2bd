"""One topic of a coreference corpus: its gold mentions, and the claim on each."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tripoint.evals.coreference_reader import EventMention, read
from tripoint.evals.pipeline import Analysed, Troubles, beside
from tripoint.evals.spans import shared
from tripoint.model import Aspect, BlockRole, Claim, ClaimKind, Document, Evidence, Modality, Polarity, digest
from tripoint.syntax import Token


@dataclass(slots=True)
class Topic:
    """What is gathered of one topic: for each mention its gold cluster, its lemmas and the claim on it.

    `worded`: for each mention a claim with its word as the type, and the slots of the claim on it where there is one.
    """

    gold: dict[Hashable, Hashable] = field(default_factory=dict)
    lemma: dict[Hashable, Hashable] = field(default_factory=dict)
    head: dict[Hashable, Hashable] = field(default_factory=dict)
    claim_of: dict[Hashable, str] = field(default_factory=dict)
    worded_of: dict[Hashable, str] = field(default_factory=dict)
    worded: dict[str, Claim] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)


def topic_of(paths: Sequence[Path], data: Path, troubles: Troubles) -> Topic:
    """Read the documents of one topic and put its gold mentions beside the claims on them."""
    found = Topic()
    items = (read(path, path.relative_to(data).as_posix()) for path in paths)
    for one, mentions in beside(items, troubles):
        found.documents[one.doc.document_id] = one.doc
        tokens = list(one.tokens())
        for mention in mentions:
            found.gold[mention.key] = mention.cluster
            words = [tok for tok in tokens if shared([(tok.start, tok.end)], mention.spans)]
            found.lemma[mention.key] = " ".join(tok.lemma for tok in words) or mention.key
            head = _head(words)
            found.head[mention.key] = head.lemma if head is not None else mention.key
            claim = _claim_on(one, mention, head)
            if claim is not None:
                found.claim_of[mention.key] = claim.claim_id
                found.claims[claim.claim_id] = claim
            if head is not None:
                worded = _worded(one, mention, head, claim)
                found.worded_of[mention.key] = worded.claim_id
                found.worded[worded.claim_id] = worded
    return found


def _head(words: Sequence[Token]) -> Token | None:
    """The topmost word of a mention, the first of several."""
    inside = {(tok.start, tok.end) for tok in words}
    return next((tok for tok in words if tok.head is tok or (tok.head.start, tok.head.end) not in inside), None)


def _claim_on(one: Analysed, mention: EventMention, head: Token | None) -> Claim | None:
    """The claim whose trigger is the mention's head, else one whose trigger lies in it; the surest of several."""
    fit = [c for c in one.claims if shared([(c.trigger_start, c.trigger_end)], mention.spans)]
    if not fit:
        return None
    return min(
        fit,
        key=lambda c: (
            head is None or (c.trigger_start, c.trigger_end) != (head.start, head.end),
            -c.score,
            c.claim_id,
        ),
    )


def _worded(one: Analysed, mention: EventMention, head: Token, claim: Claim | None) -> Claim:
    """The mention as a claim whose type is its own word; bare but for its sentence where no claim tells it."""
    name, type_ = digest("worded", *mention.key), head.lemma.lower()
    if claim is not None:
        return replace(claim, claim_id=name, type=type_, kind=ClaimKind.EVENT)
    sentence = next((s for s in one.sentences if s.start <= head.start < s.end), None)
    start, end = (head.start, head.end) if sentence is None else (sentence.start, sentence.end)
    return Claim(
        claim_id=name,
        document_id=one.doc.document_id,
        source=one.doc.source,
        part=one.doc.part,
        kind=ClaimKind.EVENT,
        type=type_,
        aspect=Aspect.NONE,
        modality=Modality.HAPPENED,
        polarity=Polarity.AFFIRMED,
        hedged=False,
        agents=(),
        targets=(),
        recipients=(),
        places=(),
        time=None,
        said=None,
        amounts=(),
        status=None,
        speakers=(),
        evidence=(Evidence(start=start, end=end, text=one.doc.text[start:end], block=BlockRole.BODY),),
        trigger_start=head.start,
        trigger_end=head.end,
        absent=(),
        score=0.0,
        producer="evals.coreference",
        reasons=(),
    )
