"""What a noun's own words, its place and the act done to it say of the happening that it names."""

from __future__ import annotations

from tripoint.claims.factuality.found import Factuality
from tripoint.claims.factuality.tops import infinitive
from tripoint.claims.tree import is_passive, is_verb, negated
from tripoint.model import Modality
from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token

UNDONE = frozenset({"cancel", "scrap", "shelve", "abort", "avert", "foil", "thwart", "forestall", "forego", "forgo"})
"""Acts after which the happening does not take place (*the parade was cancelled*)."""
BREAKING = frozenset({"break", "violate", "breach", "defy", "flout", "ignore", "disregard", "end", "lift"})
"""Verbs after which a ban tells nothing of the acts it was on."""
PUT_OFF = frozenset({"postpone", "delay", "defer"})
"""Acts after which it has not taken place yet."""
PARTICLES = frozenset({("call", "off"), ("put", "off"), ("head", "off"), ("stave", "off"), ("ward", "off")})
"""Verbs that do the same with a particle."""
MISSING = frozenset({"cancellation", "postponement", "absence", "lack", "prevention", "avoidance", "delay", "deferral"})
"""Nouns that say so of what stands behind *of, in* or *to*."""
FORBIDDING = frozenset({"moratorium", "ban", "prohibition"})
"""Nouns that say so of what stands behind *on*, while nothing tells that they were broken."""

ADJECTIVES = {
    "planned": Modality.PLANNED,
    "proposed": Modality.PLANNED,
    "scheduled": Modality.PLANNED,
    "upcoming": Modality.PLANNED,
    "forthcoming": Modality.PLANNED,
    "impending": Modality.PLANNED,
    "imminent": Modality.PLANNED,
    "looming": Modality.PLANNED,
    "possible": Modality.POSSIBLE,
    "potential": Modality.POSSIBLE,
    "likely": Modality.POSSIBLE,
    "feared": Modality.POSSIBLE,
    "hypothetical": Modality.POSSIBLE,
}
"""Adjectives before a happening that make it less than told as a fact."""
HEDGES = frozenset({"alleged", "purported", "suspected", "supposed", "apparent", "reported"})
"""Adjectives that leave it told and vouch for nothing."""

GIVEN_BY = frozenset({"after", "since", "following", "during", "amid", "amidst", "despite", "because", "due", "owing"})
"""Prepositions that take the happening behind them for granted, whatever is said of the clause."""
TAKING_PLACE = frozenset({"take", "occur", "happen", "be", "come", "erupt", "break", "ensue", "follow", "begin"})
"""Verbs with a happening as subject that say only that it takes place."""
SPEAKING = frozenset({"report", "announce", "declare"})
"""Light verbs that only tell of a happening: *was not reported* does not deny it."""
TELLING = SPEAKING | {"witness", "see", "hear", "face", "suffer", "join"}
"""Light verbs that look at a happening and do not carry it out."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your"})


_HARMING = frozenset({"kill", "wound", "injure", "die", "hurt"})
_DAYS = frozenset({"day", "week", "month", "hour", "anniversary"})
WANTING = frozenset({"demand", "request", "seek", "urge", "order", "propose", "want"})
"""Verbs that ask for what is not there yet (*demanded the release of the hostages*)."""


def noun_words(found: Factuality, noun: Token, *, first: bool) -> None:
    """The noun's own determiner and adjectives: *no attack, the now-cancelled summit, an alleged raid*."""
    for kid in noun.kids:
        word = kid.lower.rpartition("-")[2]
        if first and (kid.lower in {"no", "without"} or kid.dep == "neg"):
            found.deny("factuality.no", noun)
        elif kid.dep != "amod":
            continue
        elif kid.tag in {"VBN", "VBD", "JJ"} and (kid.lemma in UNDONE | PUT_OFF or _stem(word) in UNDONE | PUT_OFF):
            found.deny("factuality.undone", kid)
        elif word in ADJECTIVES:
            found.mark(ADJECTIVES[word], "factuality.adjective", kid)
        elif word in HEDGES and first:
            found.hedged = True
    if first and noun.dep in {"acomp", "attr", "oprd"} and is_verb(noun.head) and noun.head.children("neg"):
        found.deny("factuality.negation", noun.head.children("neg")[0])


def _stem(word: str) -> str:
    """*cancelled, canceled, delayed, averted*: the lemma of a participle that was taken for an adjective."""
    for ending, stem in (("lled", "l"), ("pped", "p"), ("rred", "r"), ("ed", ""), ("d", "")):
        if word.endswith(ending) and word.removesuffix(ending) + stem in UNDONE | PUT_OFF:
            return word.removesuffix(ending) + stem
    return word


def undone(found: Factuality, noun: Token, above: Token) -> bool:
    """Whether what is done to the happening says that it did not take place; notes it when so."""
    if is_verb(above):
        passive = noun.dep == "nsubjpass" or (noun.dep == "nsubj" and is_passive(above))
        if not passive and noun.dep not in {"dobj", "obj"}:
            return False
        particles = {(above.lemma, kid.lower) for kid in above.children("prt")}
        if not (above.lemma in UNDONE | PUT_OFF or particles & PARTICLES) or negated(above):
            return False
    elif not (
        noun.dep == "pobj"
        and (
            (above.lower in {"of", "in", "to"} and above.head.lemma in MISSING)
            or (above.lower == "on" and above.head.lemma in FORBIDDING and above.head.head.lemma not in BREAKING)
        )
    ):
        return False
    found.deny("factuality.undone", above if is_verb(above) else above.head)
    return True


def taken_for_granted(tok: Token, above: Token) -> bool:
    """A happening that the words above look back on: behind *after, due to ...*, or named with *the* beside an act that
    does not carry it out (*will investigate the attack*)."""
    if not is_verb(tok) and tok.dep in {"prep", "advmod", "mark", "acomp"} and tok.lower in GIVEN_BY:
        return True
    dead = above.head if above.lower == "in" and above.dep == "prep" else tok
    if tok.dep == "pobj" and dead is not tok and dead.lemma in _HARMING and any(k.lower == "the" for k in tok.kids):
        return True  # *up to 20 may have been killed in the strike*
    if tok.lemma in _DAYS and above.lower in {"on", "in", "during"} and tok.children("prep"):
        return True  # *on the fifth day of the offensive*
    if is_verb(tok) or not is_verb(above) or tok.dep not in {"dobj", "obj"} or carries_out(above):
        return False
    if above.lemma in WANTING or (above.lemma in words()["confirming"] and negated(above)):
        return False
    return any(kid.lower in DEFINITE for kid in tok.kids)


def carries_out(verb: Token) -> bool:
    """Whether the verb says of a happening only that it is done or takes place."""
    return (verb.lemma in triggers().light and verb.lemma not in TELLING) or verb.lemma in TAKING_PLACE


def infinitive_of(tok: Token, above: Token) -> bool:
    """*A deal to lease, the decision to attack*: the clause below a noun falls with it."""
    return is_verb(tok) and tok.dep == "acl" and infinitive(tok) and above.tag.startswith("NN")
