"""Which predicate or verb a phrase belongs to."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.tree import is_verb
from tripoint.resources.claims import words
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token


def governor(tok: Token, predicates: dict[int, Predicate]) -> Token | None:
    """The predicate token, or the verb, that the phrase of `tok` belongs to.

    Climbs through nouns, prepositions and participles that tell no act themselves (*an area stretching from*).
    """
    here = tok
    while here.head is not here:
        above = here.head
        if above.i in predicates:
            return above
        lying = above.dep == "relcl" and above.lemma in LYING
        if is_verb(above) and not lying and not (above.dep in {"acl", "amod"} and above.tag in {"VBG", "VBN"}):
            return above
        here = above
    return None


def of_a_voice(tok: Token) -> bool:
    """*In the words of one diplomat in X*: where who speaks is, and how many they are, tells nothing of the act."""
    here = tok
    while here.head is not here and not is_verb(here):
        if here.dep == "pobj" and here.lemma in voice_words().frames and here.head.lower in {"in", "to", "by"}:
            return here is not tok
        here = here.head
    return False


LYING = frozenset("overlook face border surround flank house host contain serve straddle adjoin lie".split())
"""Verbs that tell where a building or a place stands, or what it holds (*a building that houses an office in X*)."""
PHASES = frozenset(
    "begin start continue resume keep remain manage succeed fail try attempt proceed help cease stop".split()
)
"""Verbs that tell how far the act of their infinitive or gerund has come, and share its place and time."""


COURSE = frozenset("complete finish end begin start resume take hold carry conclude continue last".split())
"""Verbs that tell when the happening that is their subject takes place."""


def taking_place(anchor: Token) -> frozenset[int]:
    """*Clashes are continuing to take place in X*: the place of the infinitive is theirs."""
    if anchor.dep == "nsubj" and anchor.head.lemma == "be":  # *the withdrawal is to be completed by May*
        below = [kid for kid in anchor.head.children("xcomp") if kid.lemma in COURSE]
        return frozenset({anchor.head.i, *(kid.i for kid in below)}) if below else frozenset()
    if anchor.lemma not in PHASES:
        return frozenset()
    below = [kid for kid in anchor.children("xcomp") if kid.lemma in {"take", "occur", "happen", "rage"}]
    return frozenset(kid.i for kid in below)


def setting(anchor: Token, predicates: dict[int, Predicate], reporting: frozenset[str]) -> frozenset[int]:
    """The verbs beside the act that tell no act of their own, and where and when it was done.

    *Went from house to house in X, executing men*; *was hit as it sailed through X, ambushed while travelling to X*.
    """
    found = [kid.i for kid in anchor.children("advcl") if kid.i > anchor.i and kid.i not in predicates and _as_it(kid)]
    over = anchor.head
    going_on = anchor.dep == "advcl" and anchor.tag == "VBG" and anchor.i > over.i and over.i not in predicates
    if going_on and not anchor.children("nsubj", "mark", "aux") and over.lemma not in reporting and _told(over):
        found.append(over.i)
    return frozenset(found)


def led_to(noun: Token, predicates: dict[int, Predicate]) -> frozenset[int]:
    """*A fire broke out at X after a drone attack, X lost power in a strike*: where that was, the act struck."""
    prep = noun.head
    verb = prep.head
    if noun.dep != "pobj" or prep.lower not in _AFTER or not is_verb(verb) or not _told(verb):
        return frozenset()
    if verb.i in predicates and predicates[verb.i].type != "status":
        return frozenset()
    beside = {tok.lemma for kid in verb.kids for tok in (kid, *kid.children("pobj"))}
    effects = words()["supplies"] if verb.lemma in _LOSING else _EFFECTS.get(verb.lemma, frozenset())
    return frozenset({verb.i}) if beside & effects else frozenset()


_AFTER = frozenset({"after", "following", "in", "during", "by", "from"})
_EFFECTS = {
    "break": frozenset({"fire", "blaze"}),
    "start": frozenset({"fire", "blaze"}),
    "erupt": frozenset({"fire", "blaze"}),
    "catch": frozenset({"fire"}),
    "burst": frozenset({"flame"}),
    "go": frozenset({"flame", "dark"}),
    "hit": frozenset({"blackout", "outage"}),
}
"""What an act of arms may lead to where it strikes: a verb, and a word beside it."""
_LOSING = frozenset({"lose", "leave", "cut"})
"""Verbs of those who are without power or water afterwards."""


def _as_it(verb: Token) -> bool:
    """*As it sailed, while they were travelling, as residents queued*: what those who were struck were doing."""
    marked = any(kid.lower in {"as", "while"} for kid in verb.children("mark", "advmod"))
    subjects = verb.children("nsubj")
    bare = not subjects and verb.tag == "VBG"
    pronoun = any(kid.tag == "PRP" and kid.lower in {"it", "they", "he", "she"} for kid in subjects)
    return marked and (bare or pronoun) and _told(verb)


def _told(verb: Token) -> bool:
    """A verb of what was done or under way, with nothing that makes it a plan, a condition or a denial."""
    return is_verb(verb) and not verb.children("neg", "ccomp", "xcomp") and all(k.tag != "MD" for k in verb.kids)


def phases(anchor: Token, predicates: dict[int, Predicate]) -> frozenset[int]:
    """The verbs above that only tell the course of the act (*began pushing, managed to repel*)."""
    found: list[int] = []
    here = anchor
    if here.dep == "acomp" and here.tag == "VBN" and here.head.i not in predicates:  # *are still trapped*
        return frozenset({here.head.i})
    while here.dep == "xcomp" and here.head.lemma in PHASES and here.head.i not in predicates:
        here = here.head
        found.append(here.i)
    return frozenset(found)
