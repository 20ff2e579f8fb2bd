"""Claims of what is refused and denied: who vouches for them, and what a *did not let* tells."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.refuting import is_told
from tripoint.claims.voices import Attribution
from tripoint.model import Aspect, Modality, Polarity, Reason


def refused_a_way(aspect: Aspect, modality: Modality, polarity: Polarity) -> tuple[Aspect, Modality, Polarity]:
    """*Would not let them in*: that they were refused it is told as done."""
    if polarity is Polarity.DENIED or modality is Modality.HAPPENED:
        return Aspect.COMPLETED, Modality.HAPPENED, Polarity.AFFIRMED
    return aspect, modality, Polarity.AFFIRMED


def vouching(chain: tuple[Attribution, ...], pred: Predicate, why: Sequence[Reason]) -> tuple[Attribution, ...]:
    """The voices of `chain` that stand behind the claim.

    *X said Y had lied, a charge that Z denied*: the text itself tells that Z did. *The report that X fell is a lie*:
    whose report it was does not deny it.
    """
    if pred.type == "reject" and pred.tok.dep in {"relcl", "acl"} and is_told(pred.tok.head):
        return ()
    if any(reason.name == "factuality.denied_report" for reason in why):
        return tuple(one for one in chain if not is_told(one.cue)) or chain
    return chain
