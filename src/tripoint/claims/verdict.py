"""The verdict on a claim: did it happen, as the words over the act, its voices and the act itself tell together."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.claims.factuality.aspect import TELIC, in_headline
from tripoint.claims.factuality.judge import TRYING, judge
from tripoint.claims.goals import failed_attempt, serves
from tripoint.claims.predicates.lacking import told_by_lack
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.refused import refused_a_way
from tripoint.claims.refuting import LETTING
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.losing import LOST
from tripoint.claims.tree import believing
from tripoint.claims.voices import Attribution
from tripoint.claims.worth import asked, excluded, stated_purpose
from tripoint.model import Aspect, ClaimKind, Modality, Polarity, Reason
from tripoint.resources.claims import ClaimType, words
from tripoint.syntax import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is told of whether it happened, with the reasons."""

    aspect: Aspect
    modality: Modality
    polarity: Polarity
    hedged: bool
    reasons: tuple[Reason, ...]


def verdict(
    sentence: Sentence, pred: Predicate, type_: ClaimType, roles: Roles, chain: tuple[Attribution, ...]
) -> Verdict | None:
    """Return the verdict on what `pred` tells by the voices of `chain`; None where its words claim nothing."""
    if stated_purpose(pred.anchor) or (type_.kind is ClaimKind.EVENT and excluded(pred.anchor)):
        return None
    aspect, modality, polarity, hedged, why = judge(
        pred.anchor,
        noun=pred.tok if pred.form == "noun" else None,
        kind=type_.kind,
        type_=pred.type,
        held=pred.form == "held" or (pred.form == "tie" and pred.light is None),
    )
    if modality is Modality.HAPPENED and _only_thought(chain):
        modality, aspect = Modality.POSSIBLE, Aspect.NONE
    if modality is Modality.HAPPENED and _aimed_at(pred, roles, polarity):
        modality, aspect = Modality.PLANNED, Aspect.NONE
    if aspect is Aspect.ONGOING and any(r.name == LOST for r in roles.reasons):
        aspect = Aspect.COMPLETED
    if in_headline(sentence, pred.anchor) and aspect is Aspect.ONGOING and pred.type in TELIC:
        aspect = Aspect.COMPLETED
    if pred.form == "under" and modality is Modality.HAPPENED and type_.kind is ClaimKind.EVENT:
        aspect = Aspect.ONGOING
    if pred.type == "reject" and pred.tok.lemma == "rule" and polarity is Polarity.DENIED:
        return None  # *do not rule out that*
    if told_by_lack(pred):
        polarity = Polarity.AFFIRMED
    if pred.type == "reject" and pred.tok.lemma in LETTING:
        aspect, modality, polarity = refused_a_way(aspect, modality, polarity)
    if polarity is Polarity.DENIED and asked(pred.anchor):
        return None
    return Verdict(aspect=aspect, modality=modality, polarity=polarity, hedged=hedged, reasons=why)


def _only_thought(chain: tuple[Attribution, ...]) -> bool:
    """Say whether a voice holds it possible and no more (*analysts suspect*)."""
    return any(words().governors.get(one.cue.lemma) == "possible" and believing(one.cue) is None for one in chain)


def _aimed_at(pred: Predicate, roles: Roles, polarity: Polarity) -> bool:
    """Say whether it is what somebody wants to reach, and no attempt that failed (*in a bid to take X*)."""
    for_a_goal = polarity is not Polarity.DENIED and any(r.name == "roles.holder_of_the_goal" for r in roles.reasons)
    if not (serves(pred.anchor) or for_a_goal):
        return False
    return not (pred.type in TRYING and failed_attempt(pred.anchor))
