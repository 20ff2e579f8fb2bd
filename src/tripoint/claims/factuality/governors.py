"""What the word above makes of a clause or noun: *plans to, failed to, believed that, not yet confirmed that*."""

from __future__ import annotations

from tripoint.claims.factuality.found import Factuality
from tripoint.claims.factuality.own_words import regrets
from tripoint.claims.factuality.purposes import plotted
from tripoint.claims.factuality.tops import infinitive, told_as_so
from tripoint.claims.refuting import LETTING, leaves_open, refuter, retracted, untrue
from tripoint.claims.tree import is_passive, is_verb, negated
from tripoint.model import (
    Aspect,
    Modality,
)
from tripoint.resources.claims import words
from tripoint.syntax import Token

INFINITIVE_ONLY = frozenset({"due", "set", "ready", "poise", "bound", "willing", "determined"})
"""Adjectives that look ahead only with *to* and a verb: *due to leave*, not *due to the storm*."""
GOALS = frozenset({"purpose", "target", "mean", "object", "need"})
"""Nouns that stand beside a happening (*the target of the attack*) and look ahead only to a verb."""
WARNING = frozenset({"warn", "caution"})
"""Verbs that look ahead, save where their clause tells what is so already."""
DENYING = frozenset({"deny", "refute", "dismiss", "unable"})
"""Governors that deny a whole sentence below them; the others only an act named by an infinitive, gerund or noun."""
SEEMING = frozenset({"appear", "seem"})
SAID = frozenset({"say", "report", "rumor", "rumour", "allege", "repute"})
"""*Are said to hold, appear to hold*: told, and nobody vouches for it."""
CEASING = frozenset({"forgo", "refrain", "abstain"})
"""Verbs that leave undone the act below them."""
STOPPED = frozenset({"stop", "cease", "quit"})
"""Verbs that end the act of their gerund: it went on until then."""


MANAGING = frozenset({"manage", "succeed", "dare"})
"""Verbs that, with a negation, tell that it was not done."""
ENABLING = LETTING | {"enable"}
"""Verbs that, with a negation, tell that it did not come to it."""
PROVIDING = frozenset({"provide", "stipulate", "foresee", "envisage"})
"""Verbs of agreements, whose clause tells what is to be done."""
PROOF = frozenset({"confirmation", "evidence", "proof", "mention", "word", "sign", "indication", "trace", "hint"})
"""Nouns whose absence leaves what stands behind them open."""


def denied_report(tok: Token, above: Token) -> Token | None:
    """The word that denies it: *denied accusations that it carried out the raid, the claim that it fell is a lie*."""
    if tok.dep in {"ccomp", "advcl", "csubj"} and above.lemma == "be" and is_verb(above) and tok.children("mark"):
        dummy = tok.dep == "csubj" or any(kid.lower == "it" for kid in above.children("nsubj", "expl"))
        return above if dummy and untrue(above) else None  # *it is not true that X left*
    if tok.dep == "ccomp" and is_verb(above) and above.lemma in words()["reporting"] and retracted(above):
        return above
    held = tok.dep in {"acl", "relcl", "ccomp"} or (tok.dep == "prep" and tok.lower in {"of", "about"})
    return refuter(above) if held else None


def _stands_to(copula: Token) -> bool:
    """*The city was to be handed over, and is to be rebuilt*: somebody stands before it, or it is joined to a verb."""
    return bool(copula.children("nsubj", "nsubjpass")) or (copula.dep == "conj" and is_verb(copula.head))


def _governs(tok: Token, above: Token, effect: str) -> bool:
    """Whether the word above is used in the sense that the list of governors gives it."""
    if above.lemma in INFINITIVE_ONLY and (not is_verb(above) or (above.lemma == "set" and tok.dep == "dobj")):
        return infinitive(tok)  # *setting off clashes* plans none
    if above.tag.startswith("NN"):
        if effect == "denied":
            return False
        if above.lemma in GOALS and not is_verb(tok):
            return any(kid.tag == "VBG" for kid in tok.kids)
    if above.lemma in WARNING and tok.dep == "ccomp" and told_as_so(tok):
        return False
    finite = tok.tag in {"VBD", "VBZ", "VBP"} and tok.dep in {"ccomp", "advcl"}
    return not (effect == "denied" and finite and above.lemma not in DENYING)


def governed_by(found: Factuality, tok: Token, above: Token, governors: dict[str, str]) -> None:
    """What the word above makes of the clause or noun below it."""
    if (
        tok.dep == "xcomp"
        and infinitive(tok)
        and (above.lemma in SEEMING or (above.lemma in SAID and is_passive(above)))
    ):
        found.hedged = True
        return
    if above.lemma in {"attempt", "bid", "effort"} and above.dep == "nsubj" and above.head.lemma == "fail":
        found.deny("factuality.governor", above.head)  # *the attempt to cut the road failed*
        return
    if above.lemma in MANAGING and tok.dep == "xcomp" and (negated(above) or _none_of(above)):
        found.deny("factuality.negation", above)
        return
    if is_verb(above) and leaves_open(above):
        found.mark(Modality.UNCONFIRMED, "factuality.unconfirmed", above)
        return
    if plotted(found, tok, above):
        return
    effect = governors.get(above.lemma)
    if is_verb(above) and regrets(above):
        return
    if above.lemma in ENABLING and is_verb(above) and negated(above):
        effect = "denied"
    if above.lemma == "be" and tok.dep == "xcomp" and infinitive(tok) and _stands_to(above):
        effect = "planned"  # *the city was to be handed over*
    if above.lemma == "rule" and any(kid.lower == "out" for kid in above.kids) and tok.dep in {"ccomp", "dobj"}:
        if negated(above):
            found.mark(Modality.POSSIBLE, "factuality.governor", above)
        else:
            found.deny("factuality.governor", above)
        return
    if above.lemma in PROVIDING and tok.dep == "ccomp":
        effect = "planned"  # *the deal provides that fighters leave*
    if above.lemma in PROOF and above.tag.startswith("NN") and (negated(above) or above.head.lower == "without"):
        found.mark(Modality.UNCONFIRMED, "factuality.unconfirmed", above)
        return
    if above.lemma == "able" and above.head.lower in {"was", "were", "been"} and not negated(above.head):
        return  # *were able to*: they did it
    if effect is not None and not _governs(tok, above, effect):
        effect = None
    if above.lemma in CEASING | STOPPED and tok.dep == "xcomp":
        effect = "denied"
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
    share = tok.dep == "dobj" and tok.lemma in words()["shares"]
    if above.lemma in DENYING and (share or (tok.lower == "in" and tok.dep == "prep")):
        return  # *denied any part in the raid*: it is the part that is denied
    loose = tok.dep == "prep" and is_verb(above) and effect != "denied"
    if loose and tok.lower not in {"for", "about", "of", "on", "from"}:
        return
    if tok.dep == "relcl":
        return
    if effect == "denied":
        if negated(above) and above.lemma not in ENABLING:
            return  # *did not deny that it lost the town, could not stop the convoy from entering*
        if above.lemma in STOPPED and tok.dep == "xcomp" and tok.tag == "VBG":
            found.phase = Aspect.COMPLETED  # *stopped bombing the town*: it had bombed it
            return
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


def _none_of(verb: Token) -> bool:
    """*Neither side has managed to*."""
    return any(kid.lower in {"neither", "no"} for one in verb.children("nsubj") for kid in one.kids)


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
