"""Whether the name of a country stands for the state that acts or for the land, by its place in the sentence."""

from __future__ import annotations

from tripoint.resources.words import place_types
from tripoint.syntax import Token

LOCATIVE = frozenset(
    "in to into from near inside outside across throughout through toward towards within at around onto over beyond "
    "via entering".split()
)
"""Prepositions before a land."""

_PARTNER = frozenset("with by against between among alongside besides despite per unlike".split())
_VISITED = frozenset(
    "enter leave visit reach flee cross control invade attack bomb hit strike rock ravage divide exit traverse tour "
    "occupy partition destabilize sweep".split()
)
_SPEAKING = frozenset(
    "say announce accuse allege blame deny warn demand urge reject support back want seek agree claim insist "
    "condemn call ask tell vow pledge declare believe hope offer threaten send deploy sponsor create help consider "
    "describe see denounce propose refuse plan arm fund finance train supply oppose welcome sign broker negotiate "
    "maintain add veto confirm decide impose lift allow host order try hold launch carry conduct continue stop "
    "start begin wage withdraw retaliate mediate cede release free expel recall suspend resume boycott pull "
    "hand".split()
)
_INVOLVED = frozenset("engage involve accuse concern determine commit prepare represent".split())
_ADDRESSED = frozenset("accuse blame urge ask tell".split())
"""Verbs of what is said to a state or of it, and never of a town."""
_STATE_NOUNS = frozenset(
    "government army forces force troops military support decision position policy ally allies president minister "
    "ministry ambassador envoy leader leaders parliament air navy police intelligence role backing authority statement "
    "foreign defense defence warplanes prime border commander spokesman involvement intervention interest interests "
    "efforts campaign stance security claim response media state plan plans demand help pledge opposition "
    "help approval request offer invitation permission".split()
)
PLACE_NOUNS = frozenset(
    "zone road route highway crossing railway corridor line border borders frontier part parts north south east west "
    "territory side territories".split()
)
"""Nouns of ground beside which the name of a country is the land."""

_PEOPLE_NOUNS = frozenset(
    "president minister government army leader king ambassador ministry parliament friends".split()
)


def place_before(token: Token) -> bool:
    """Say whether a preposition of place governs the word."""
    return token.dep == "pobj" and token.head.lower in LOCATIVE


def country_acts(token: Token, *, metonym: bool = False) -> str | None:
    """Return why a country's name (or a capital's, `metonym`) stands for the state, or None when it is a land."""
    if _coordinated_subject(token):
        return "it is a subject"
    if any(kid.dep == "conj" and kid.lower in ("allies", "partners") for kid in token.kids):
        return "its allies are named with it"
    if token.lower.replace(".", "") == "us" and not place_before(token):
        return "it stands for the state"
    lead = token
    while lead.dep in ("conj", "appos") and lead.head is not lead and lead.head.pos in ("PROPN", "NOUN"):
        lead = lead.head
    verb = lead.head
    if lead.dep in ("nsubj", "nsubjpass") and verb is not lead:
        if lead.dep == "nsubj" and (not metonym or verb.lemma in _SPEAKING):
            return f"it is the subject of {verb.text!r}"
        if lead.dep == "nsubjpass" and verb.lemma in (_ADDRESSED if metonym else _SPEAKING | _INVOLVED):
            return f"{verb.text!r} is done to it"
        return None
    if lead.dep == "poss":
        if verb.lower in _STATE_NOUNS or any(kid.lower in _STATE_NOUNS for kid in verb.kids):
            return f"it owns {verb.text!r}"
        return f"it owns {verb.text!r}" if metonym and not _is_ground(verb) else None
    if lead.dep in ("pobj", "dobj", "dative", "agent", "iobj", "oprd"):
        return _object(lead, verb, metonym=metonym)
    if lead.dep == "ROOT" or lead.head is lead:
        return None
    if lead.dep in ("nmod", "compound", "amod") and not metonym and verb.lower in _STATE_NOUNS:
        return f"it owns {verb.text!r}"
    return None


_PARTS = frozenset({"district", "town", "road", "river", "height", "valley"})
"""Kinds of places that lie in a town as its parts: a state has none (*Tripoli's Abu Salim district*)."""


_OF_TOWNS = frozenset(
    "residents inhabitants people population citizens streets suburbs outskirts hospitals mosques churches markets "
    "schools airport airports port skyline mayor civilians".split()
)
"""What a town has and the state that sits in it has not."""


def _is_ground(noun: Token) -> bool:
    kind = place_types().get(noun.lower)
    return noun.lower in PLACE_NOUNS | _OF_TOWNS or (kind is not None and kind.kind in _PARTS)


def _coordinated_subject(token: Token) -> bool:
    """Say whether a row of names (*A, B and C have ...*) that begins here or holds the word runs into a finite verb."""
    top = token
    while top.dep in ("conj", "appos") and top.head is not top:
        top = top.head
    if _before_row(top):
        return True
    opened = top.dep == "pobj" and top.head.lower in _OPENERS
    if (top.dep in ("pobj", "dobj", "poss", "compound", "nmod", "amod") and not opened) or top.head is top:
        return False
    last = max((tok for tok in top.subtree() if tok.pos == "PROPN"), key=lambda tok: tok.i, default=top)
    if opened:
        after = next((tok for tok in _all(top) if tok.i == last.i + 1), None)
        return last.i > top.i and after is not None and after.tag in ("VBD", "VBZ", "VBP", "MD")
    return (
        last.i > top.i
        and top.dep in ("npadvmod", "nsubj", "dep", "ccomp", "advcl")
        and any(kid.i == last.i + 1 and kid.pos in ("AUX", "VERB") for kid in (*top.head.kids, top.head, *top.kids))
    )


_OPENERS = frozenset({"as", "after", "before", "since", "until"})
"""Words that open a clause as well as they rule a noun (*as A, B and C have sought*)."""


def _before_row(token: Token) -> bool:
    """Say whether a name hangs loose right before the row of subjects that it opens (*A, B and C signed*)."""
    if token.dep not in ("dep", "npadvmod") or token.head.pos not in ("VERB", "AUX"):
        return False
    comma = any(tok.i == token.i + 1 and tok.text == "," for tok in token.head.kids)
    subjects = [kid for kid in token.head.children("nsubj") if kid.subtree()[0].i == token.i + 2]
    return comma and any(kid.pos == "PROPN" and kid.children("conj") for kid in subjects)


def _all(token: Token) -> tuple[Token, ...]:
    """Return all words of the sentence."""
    top = token
    while top.head is not top:
        top = top.head
    return top.subtree()


def _object(lead: Token, verb: Token, *, metonym: bool) -> str | None:
    if lead.dep == "pobj" or verb.lower in _PARTNER:
        preposition = verb.lower
        above = verb.head
        if preposition in _PARTNER and not (
            preposition in ("between", "with", "among")
            and (above.lower in PLACE_NOUNS or any(kid.lower == "border" for kid in above.kids) or metonym)
        ):
            return f"it stands behind {preposition!r}"
        if preposition in ("of", "for") and not metonym and above.lower in _PEOPLE_NOUNS | {"support", "opposition"}:
            return f"it follows {above.text!r} of a state"
        return None
    if metonym:
        return f"it is the object of {verb.text!r}" if verb.lemma in _ADDRESSED else None
    if verb.pos == "VERB" and verb.lemma not in _VISITED and lead.dep in ("dobj", "dative", "iobj"):
        return f"{verb.text!r} is done to it"
    return None
