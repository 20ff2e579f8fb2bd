"""What an act was done for: an aim is no more than planned, and what was managed was done."""

from __future__ import annotations

from tripoint.claims.factuality.found import Factuality
from tripoint.claims.factuality.tops import infinitive
from tripoint.claims.tree import is_verb, negated
from tripoint.model import Modality
from tripoint.syntax import Token

SPANS = frozenset("minute hour day week month year".split())


def managed(tok: Token, above: Token) -> bool:
    """*Needed twelve days to capture X, took three weeks to, took advantage of it to*: it was done."""
    if above.tag not in {"VBD", "VBN"} or not infinitive(tok) or any(kid.tag == "MD" for kid in above.kids):
        return False
    held = above.children("dobj", "npadvmod")
    spent = above.lemma in {"need", "take", "require"} and any(one.lemma in SPANS for one in held)
    used = above.lemma in {"take", "use", "exploit", "seize"} and any(one.lemma in CHANCES for one in held)
    return (spent or used) and not negated(above)


CHANCES = frozenset("advantage lull chaos collapse opportunity confusion vacuum darkness truce ceasefire".split())
"""What one uses to do what the infinitive tells."""


def purpose(tok: Token, above: Token) -> bool:
    """Whether the infinitive tells what the act above was done for, and not what came of it."""
    if not is_verb(tok) or not infinitive(tok) or managed(tok, above) or above.head.lemma == "fail":
        return False
    if any(kid.lower == "only" and kid.i + 1 == to.i for kid in tok.children("advmod") for to in tok.children("aux")):
        return False  # *lost the town, only to take it back in July*
    return tok.dep in {"advcl", "acl"} or (tok.dep == "xcomp" and above.lemma in _SENT)


_SENT = frozenset("send dispatch despatch deploy mobilise mobilize task hire recruit".split())
"""Verbs whose infinitive tells what somebody is to do."""


_PLOTS = frozenset({"plot", "plan", "scheme", "conspiracy"})
_UNDOING = frozenset("foil thwart frustrate disrupt avert prevent".split())
"""Verbs by which nothing came of a plot."""


def plotted(found: Factuality, tok: Token, above: Token) -> bool:
    """Whether the infinitive tells what a plot was for (*foiled a plot to kill X*); notes it when so."""
    plans = [one for one in above.children("dobj", "nsubjpass") if one.lemma in _PLOTS and one.i < tok.i]
    if not plans or not is_verb(above) or tok.dep not in {"xcomp", "advcl"} or not infinitive(tok):
        return False
    found.mark(Modality.PLANNED, "factuality.governor", plans[0])
    if above.lemma in _UNDOING and not negated(above):
        found.deny("factuality.undone", above)
    return True
