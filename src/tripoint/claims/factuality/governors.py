"""What the word above makes of a clause or noun: *plans to, failed to, believed that, not yet confirmed that*."""

from __future__ import annotations

from tripoint.claims.factuality.found import Factuality
from tripoint.claims.factuality.tops import infinitive
from tripoint.claims.tree import is_passive, is_verb, negated
from tripoint.model import (
    Aspect,
    Modality,
)
from tripoint.resources.claims import words
from tripoint.syntax import Token


def governed_by(found: Factuality, tok: Token, above: Token, governors: dict[str, str]) -> None:
    """What the word above makes of the clause or noun below it."""
    effect = governors.get(above.lemma)
    if above.lemma == "claim" and tok.dep == "xcomp" and infinitive(tok):
        effect = "unconfirmed"
    complement = tok.dep in {
        "xcomp",
        "ccomp",
        "acl",
        "dobj",
        "pobj",
        "pcomp",
        "prep",
        "oprd",
        "csubj",
        "nsubj",
        "nsubjpass",
        "advcl",
        "acomp",
        "relcl",
    }
    if effect is None or not complement:
        _confirmation(found, tok, above)
        return
    if tok.dep == "advcl" and not infinitive(tok):
        return
    if above.lemma in {"try", "attempt"} and any(k.lower == "vain" for p in above.children("prep") for k in p.kids):
        found.deny("factuality.in_vain", above)
        return
    if tok.dep in {"nsubj", "nsubjpass"} and not is_passive(above):
        return
    loose = tok.dep == "prep" and is_verb(above) and effect != "denied"
    if loose and tok.lower not in {"for", "about", "of", "on", "from"}:
        return
    if tok.dep == "relcl":
        return
    if effect == "denied":
        if not (above.lemma in {"prevent", "stop", "block", "avoid", "halt"} and tok.dep == "advcl"):
            found.deny("factuality.governor", above)
            if (
                above.lemma in {"prevent", "stop", "block", "avoid", "halt", "hinder"}
                and is_verb(above)
                and infinitive(above)
            ):
                found.mark(Modality.PLANNED, "factuality.purpose", above)
    elif effect in {"begun", "ongoing"}:
        if is_verb(tok) and found.phase is None:
            found.phase = Aspect(effect)
    else:
        found.mark(Modality(effect), "factuality.governor", above)
        if negated(above) and above.lemma in {
            "expect",
            "plan",
            "intend",
            "likely",
            "possible",
            "able",
            "believe",
            "think",
            "want",
            "agree",
        }:
            found.deny("factuality.negation", above)


def _confirmation(found: Factuality, tok: Token, above: Token) -> None:
    """*It is not yet confirmed that*, *could not be verified*."""
    lexicon = words()
    if above.lemma not in lexicon["confirming"] or tok.dep not in {
        "ccomp",
        "csubj",
        "nsubjpass",
        "nsubj",
        "advcl",
        "dobj",
        "xcomp",
    }:
        return
    adjective_negated = negated(above) or (above.dep == "acomp" and negated(above.head))
    if adjective_negated:
        found.mark(Modality.UNCONFIRMED, "factuality.unconfirmed", above)
