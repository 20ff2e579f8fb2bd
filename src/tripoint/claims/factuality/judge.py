"""Did it happen: polarity, modality, aspect and hedging, from the words that stand over the act in the tree."""

from __future__ import annotations

from tripoint.claims.factuality.aspect import aspect_of
from tripoint.claims.factuality.found import Factuality
from tripoint.claims.factuality.governors import denied_report, governed_by
from tripoint.claims.factuality.nouns import (
    ADJECTIVES,
    SPEAKING,
    carries_out,
    infinitive_of,
    noun_words,
    taken_for_granted,
    undone,
)
from tripoint.claims.factuality.own_words import own_words, shared_aux, unverified
from tripoint.claims.factuality.purposes import SPANS, managed, purpose
from tripoint.claims.factuality.tops import conj_top, infinitive
from tripoint.claims.goals import failed_attempt
from tripoint.claims.refuting import leaves_open
from tripoint.claims.tree import is_passive, is_verb, negated
from tripoint.model import (
    Aspect,
    ClaimKind,
    Modality,
    Polarity,
    Reason,
)
from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token


def judge(
    anchor: Token, *, noun: Token | None, kind: ClaimKind, type_: str, held: bool = False
) -> tuple[Aspect, Modality, Polarity, bool, tuple[Reason, ...]]:
    """Return (aspect, modality, polarity, hedged, reasons) of the act told by `anchor`.

    `anchor` is the verb (or light verb) that tells it, or the noun itself when no verb of its own does; `noun` is the
    event noun, whose own determiner may deny it (*no attack*). `held` marks a state that a noun phrase takes for
    granted (*X-held town*), which no governor touches.
    """
    found = Factuality()
    lexicon = words()
    if held:
        return Aspect.ONGOING, Modality.HAPPENED, Polarity.AFFIRMED, False, ()
    if noun is not None and noun is not anchor:
        noun_words(found, noun, first=True)
        if triggers().light.get(anchor.lemma) == "planned":  # *are planning an attack*
            found.mark(Modality.PLANNED, "factuality.governor", anchor)
    unverified(found, anchor)
    tok = anchor
    first = True
    while True:
        if is_verb(tok):
            told_of = tok is anchor and noun is not None and tok.lemma in SPEAKING
            own_words(found, tok, first=first and not told_of)
        elif first:
            noun_words(found, tok, first=True)
        if tok.head is tok:
            break
        above = tok.head
        if is_verb(tok) and tok.dep in {"conj"} and is_verb(above):
            perfect = any(kid.lower in HAVING for kid in tok.children("aux"))  # *is to meet X and has asked*
            shared_aux(found, tok, above)
            tok = conj_top(above)
            first = False
            if tok.head is tok:
                if is_verb(tok) and not perfect:
                    own_words(found, tok, first=False)
                break
            above = tok.head
        refuted = denied_report(tok, above)
        if refuted is not None:
            found.deny("factuality.denied_report", refuted)
            break
        if tok.dep == "relcl" and infinitive(tok) and above.lemma in SPANS:
            found.mark(Modality.PLANNED, "factuality.purpose", tok)  # *three days to leave*
        if tok.dep == "pcomp" and above.lower == "without" and tok is anchor:
            found.deny("factuality.without", above)  # *left without handing over the base*
        if (
            tok.dep in {"relcl"}
            or _tells_where(tok)
            or (tok.dep == "acl" and tok.tag in {"VBN", "VBG"} and not infinitive(tok) and not tok.children("mark"))
        ):
            break
        tried = _tried(found, tok, above, type_)
        uttered = type_ in UTTERED and above.lemma in MARCHING
        looks_ahead = tok.dep in _LOOKING_AHEAD and not (tried or uttered)
        if looks_ahead and purpose(tok, above):
            found.mark(Modality.PLANNED, "factuality.purpose", tok)
        if not is_verb(tok) and ((first and undone(found, tok, above)) or taken_for_granted(tok, above)):
            break
        if not (tried or managed(tok, above)):
            governed_by(found, tok, above, lexicon.governors)
        if is_verb(above) and leaves_open(above):
            break
        if infinitive_of(tok, above):
            noun_words(found, above, first=False)
        if not is_verb(tok) and is_verb(above) and tok.dep in {"nsubj", "nsubjpass"} and above is not anchor:
            _nominal_subject(found, tok, above)
            break
        if tok.dep == "advcl" and any(kid.lower in {"before", "until"} for kid in tok.children("mark")):
            if any(kid.tag == "MD" for kid in above.kids):
                found.mark(Modality.PLANNED, "factuality.before", above)
            break
        if tok.dep == "advcl" and not infinitive(tok):
            if tok.tag == "VBG" and not tok.children("mark"):
                tok = above
                first = False
                continue
            break
        if is_verb(tok) and tok.dep in {"ccomp", "parataxis"} and _plain_report(above):
            break
        first = first and tok.dep == "acomp" and tok.tag == "VBN" and above.lemma in {"be", "remain"}
        tok = above
    if noun is not None and noun is not anchor and type_ != "open" and _to_be_ended(found, anchor):
        return Aspect.ONGOING, Modality.HAPPENED, Polarity.AFFIRMED, found.hedged, tuple(found.reasons)
    aspect = aspect_of(found, anchor, kind, type_, noun)
    polarity = Polarity.DENIED if found.denied else Polarity.AFFIRMED
    return aspect, found.modality, polarity, found.hedged, tuple(found.reasons)


def _tells_where(verb: Token) -> bool:
    """*Denied bombing a hall where 140 died*: what the clause tells of the place is not denied with the act.

    *Denied knowing where they died* has no act beside it.
    """
    where = verb.dep in {"advcl", "ccomp"} and any(kid.lower == "where" for kid in verb.children("advmod"))
    return where and (verb.dep == "advcl" or bool(verb.head.children("xcomp", "dobj")))


def _to_be_ended(found: Factuality, anchor: Token) -> bool:
    """*Urged X to stop its bombardment, refused to end the siege*: it goes on, whatever is wished or denied."""
    return anchor.lemma in ENDING and (found.denied or found.modality is not Modality.HAPPENED)


HAVING = frozenset({"has", "have", "had"})
"""Auxiliaries of what is done already."""
ENDING = frozenset("stop halt end cease suspend discontinue".split())
"""Light verbs that end what their noun names."""


TRYING = frozenset({"attack", "advance", "withdraw"})
"""Types that are told as done where they are tried: who tries to storm a town attacks it."""


def _tried(found: Factuality, tok: Token, above: Token, type_: str) -> bool:
    """*Tried to break into the town*: what was tried was begun, whether or not it was brought to its end."""
    if type_ in TRYING and failed_attempt(tok):
        return True
    if above.lemma not in {"try", "attempt"} or not is_verb(above) or tok.dep != "xcomp" or type_ not in TRYING:
        return False
    helpers = {kid.lower for kid in above.children("aux")}
    told = above.tag == "VBD" or (
        above.tag in {"VBN", "VBG"} and bool(helpers & {"have", "has", "had", "been", "is", "are", "was", "were"})
    )
    if not told or any(kid.tag == "MD" for kid in above.kids) or negated(above):
        return False
    if above.tag == "VBG":
        found.phase = Aspect.ONGOING
    return True


UTTERED = frozenset({"demand", "reject", "accuse", "threaten"})
MARCHING = frozenset("march rally demonstrate protest gather assemble strike converge crowd flock".split())
"""Verbs of a protest, which is what its infinitive says (*marched to demand a truce*)."""


_LOOKING_AHEAD = frozenset("advcl acl relcl npadvmod pobj pcomp xcomp".split())


def _supposed(noun: Token, verb: Token) -> bool:
    """*An assault would, any attack could*: what is spoken of is supposed, unless it may *have* led to something."""
    any_ = any(kid.lower in {"a", "an", "any"} for kid in noun.children("det"))
    modal = any(kid.tag == "MD" for kid in verb.children("aux"))
    return any_ and modal and not any(kid.lower == "have" for kid in verb.children("aux"))


def _nominal_subject(found: Factuality, tok: Token, verb: Token) -> None:
    """An event noun as subject takes the modal and negation of a verb that says that it takes place or is carried out
    (*an operation will begin*), not of one that looks at it (*the raid was not reported*)."""
    for kid in verb.children("acomp", "attr", "oprd"):
        if kid.lower in ADJECTIVES:
            found.mark(ADJECTIVES[kid.lower], "factuality.adjective", kid)
    if _supposed(tok, verb):
        own_words(found, verb, first=False)  # *an attack on X would cut off food*
    if verb.lemma == "be" and any(infinitive(kid) for kid in verb.children("xcomp")):
        found.mark(Modality.PLANNED, "factuality.governor", verb)  # *the withdrawal is to be completed by May*
    if carries_out(verb) or (is_passive(verb) and verb.lemma not in triggers().light):
        own_words(found, verb, first=carries_out(verb))


def _plain_report(verb: Token) -> bool:
    """A main reporting verb that takes no stand on its content: what stands over it no longer counts."""
    lexicon = words()
    doubted = verb.lemma in lexicon["confirming"] and negated(verb)
    return (
        (verb.dep == "ROOT" or (verb.dep == "advcl" and verb.tag == "VBG"))
        and verb.lemma in lexicon["reporting"]
        and verb.lemma not in lexicon.governors
        and not doubted
    )
