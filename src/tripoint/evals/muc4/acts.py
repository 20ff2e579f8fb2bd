"""The acts of a message that may be incidents of the task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tripoint.evals import asking
from tripoint.evals.muc4.phrases import patients
from tripoint.evals.muc4.tables import acts as table
from tripoint.evals.pipeline import Analysed
from tripoint.model import Claim, ClaimKind, MentionKind, Modality, Polarity
from tripoint.syntax import Token
from tripoint.text import fold


@dataclass(slots=True)
class Told:
    """An act that the message tells: its sentence's number, its word, its incident type.

    `claim` is None where the claims stage sees the act and makes no claim for want of a side that it knows (*the murder
    of two cooks*); `kind` is the claim type. `victims`: last names of the persons it is done to.
    """

    claim: Claim | None
    kind: str
    at: int
    tok: Token
    type: str
    real: bool
    denied: bool
    victims: frozenset[str] = frozenset()

    @property
    def effect(self) -> bool:
        """Whether it may tell what another act did."""
        return self.kind in table.EFFECT_CLAIMS and self.type == "ATTACK"


def days(claim: Claim) -> tuple[date, date] | None:
    """Return the days of a claim's time when both are known."""
    if claim.time is None or claim.time.start is None or claim.time.end is None:
        return None
    return date.fromisoformat(claim.time.start), date.fromisoformat(claim.time.end)


def acts(one: Analysed) -> Iterator[Told]:
    """Yield the acts of a message that may be incidents, in reading order; each word once."""
    persons = [m for m in one.mentions if m.kind is MentionKind.PERSON and not m.generic]
    by_start = {claim.trigger_start: claim for claim in one.claims if claim.kind is ClaimKind.EVENT}
    for at, kind, tok in asking.acts(one):
        claim = by_start.get(tok.start)
        if claim is None and len(patients(tok)) == 0:
            continue
        kind = claim.type if claim is not None else kind
        if kind not in table.INCIDENT_OF or (claim is not None and _old(claim, one)):
            continue
        modality, polarity, _ = asking.verdict(tok) if claim is None else (claim.modality, claim.polarity, False)
        if modality is Modality.CONDITIONAL:
            continue
        hit = [m for head in patients(tok) for m in persons if m.start <= head.start < m.end]
        yield Told(
            claim=claim,
            kind=kind,
            at=at,
            tok=tok,
            type=_type(kind, tok),
            real=modality is Modality.HAPPENED,
            denied=polarity is Polarity.DENIED,
            victims=frozenset(fold(m.text.split()[-1]) for m in hit),
        )


def _type(kind: str, tok: Token) -> str:
    named = table.TYPE_OF_WORD.get(tok.lemma)
    if named is not None and not (named == "BOMBING" and kind == "airstrike"):
        return named
    if kind in {"attack", "destroy", "kill"} and any(t.lemma in table.EXPLOSIVES for t in _clause(tok)):
        return "BOMBING"
    return table.INCIDENT_OF[kind]


def _clause(tok: Token) -> Iterator[Token]:
    """Words that hang on an act: what it was done with."""
    for kid in tok.kids:
        if kid.dep in {"compound", "amod", "dobj", "nsubj", "agent", "prep", "nmod"}:
            yield kid
            if kid.dep in {"agent", "prep"} and kid.lower in {"by", "with", "of", "using"}:
                for inner in kid.kids:
                    yield inner
                    yield from inner.children("compound")
    if tok.dep in {"dobj", "nsubjpass"}:
        yield from tok.head.children("nsubj")


def _old(claim: Claim, one: Analysed) -> bool:
    span = days(claim)
    published = one.doc.published
    if span is None or published is None or published.end is None:
        return False
    return span[1] < date.fromisoformat(published.end) - timedelta(days=table.OLD_DAYS)
