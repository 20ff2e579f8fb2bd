"""Clauses that a reporting verb interrupts, and clauses and participles that go on from it."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.claims.refuting import is_told
from tripoint.claims.tree import is_verb
from tripoint.resources.claims import words
from tripoint.syntax import Token

GOING_ON = {"add", "cite", "note", "stress", "emphasize", "emphasise", "insist", "point", "explain", "argue", "warn"}
GOING_ON |= {"claim", "say", "describe", "accuse", "allege", "quote", "call", "refer", "suggest", "predict", "vow"}
MISREAD = {"hoping": "hope", "hoped": "hope", "rated": "rate", "rating": "rate", "felt": "feel"}
"""Participles that the parser gives the wrong lemma (*hop, rat*)."""


def lemma(tok: Token) -> str:
    """The dictionary form."""
    return MISREAD.get(tok.lower, tok.lemma.lower())


def remark_of(tok: Token) -> Token | None:
    """The reporting verb that a participle behind a comma goes on from (*said the road was cut, adding that ...*).

    The parser hangs such a participle on the verb of the reported clause; its subject is the one who reports.
    """
    if tok.tag != "VBG" or lemma(tok) not in GOING_ON or tok.dep not in {"advcl", "acl", "xcomp", "conj"}:
        return None
    above = tok.head
    comma = any(kid.text == "," and kid.i == tok.i - 1 for kid in (*above.kids, *tok.kids, *above.head.kids))
    if (
        not (comma or lemma(tok) == "add")
        or tok.i < above.i
        or (is_verb(above) and lemma(above) in words()["reporting"])
    ):
        return None
    for verb in above.ancestors():
        if is_verb(verb) and lemma(verb) in words()["reporting"] and verb.i < tok.i:
            return verb if told_clause(verb) else None
    return None


def told_clause(verb: Token) -> bool:
    """Whether the verb holds a clause (an infinitive that it controls is none)."""
    return any(kid.dep in {"ccomp", "parataxis"} for kid in verb.kids)


def interrupted(verb: Token) -> set[int]:
    """*X, he said, is Y; as police have said; X, the minister reported*: the clause above."""
    if verb.dep == "conj" and is_verb(verb.head) and verb.children("nsubj") and not verb.children("dobj", "ccomp"):
        first = next(tok.i for tok in verb.subtree() if tok.dep != "punct")
        joined = any(kid.dep == "cc" and kid.i < verb.i for kid in verb.head.kids)
        comma = any(kid.text == "," and kid.i == first - 1 for kid in verb.head.subtree())
        return set() if joined or not comma else below(verb.head) - below(verb)
    if any(kid.lower in {"though", "if"} for kid in verb.children("mark")):
        return set()  # *as though no truce had been announced*
    if verb.dep in {"parataxis", "advcl", "relcl", "acl"} and verb.children("nsubj", "nsubjpass"):
        as_clause = any(kid.lower == "as" and kid.i < verb.i for kid in verb.kids)
        marked = any(kid.dep in {"mark", "advmod"} and kid.tag in {"IN", "WRB"} for kid in verb.kids)
        if verb.dep in {"relcl", "acl"} and (not _set_off(verb) or is_told(verb.head)):
            return set()  # *said it took X, a claim Y has not confirmed*
        if (is_verb(verb.head) or verb.dep in {"relcl", "acl"}) and (as_clause or not marked):
            if any(kid.tag in {"WDT", "WP"} for kid in verb.kids):
                return set()
            top = verb.head
            while verb.dep in {"relcl", "acl"} and not is_verb(top) and top.head is not top:
                top = top.head
            return set() if broken_off(verb, top) else below(top) - below(verb)
    if verb.dep == "ROOT" and not verb.children("dobj", "ccomp", "xcomp"):
        # *If A, B could do C, X believes*, where the parser hangs all before X as a condition
        first = min((kid.i for kid in verb.children("nsubj")), default=0)
        return set().union(*(below(k) for k in verb.children("advcl") if k.i < first and k.children("nsubj")), set())
    return set()


ENDING = frozenset({"say", "tell", "report", "announce", "state", "add", "confirm"})
"""Verbs of saying that close a sentence."""


def closes(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether the verb closes its sentence as a saying, though the tree hangs it elsewhere for want of a comma
    (*Ten people died in the town a monitor said*, *... local sources told the agency*)."""
    if lemma(verb) not in ENDING or verb.tag not in {"VBD", "VBZ", "VBN"} or verb.i < _SHORTEST:
        return False
    if verb.dep == "relcl" and is_told(verb.head):
        return False
    if any(
        kid.tag in {"WP", "WDT", "WRB"} or kid.dep in {"mark", "ccomp", "xcomp"}
        for kid in verb.kids
        if kid.dep != "ccomp" or kid.i > verb.i
    ):
        return False
    rest = [tok for tok in tokens[verb.i + 1 :] if tok.dep != "punct"]
    told = lemma(verb) == "tell"
    return not any(is_verb(tok) for tok in rest) and (
        not rest
        or (told and rest[0].tag in {"NNP", "DT", "PRP"})
        or (len(rest) <= 5 and rest[0].tag in {"IN", "NNP"} and not told)
    )


_SHORTEST = 5
"""Words that stand before a saying that closes its sentence: what is said, and who says it."""


def broken_off(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts a clause from the reporting verb behind it (*A did B; C said D*)."""
    if clause.i > verb.i:
        return False
    semicolons = [tok for tok in (*verb.kids, *clause.subtree()) if tok.text == ";"]
    if not semicolons:
        return False
    if any(clause.i < tok.i < verb.i and tok.head in {verb, clause} for tok in semicolons):
        return True
    first = min((kid.subtree()[0].i for kid in verb.children("nsubj", "nsubjpass")), default=verb.i)
    return any(tok.i == first - 1 for tok in semicolons)


def asides(verb: Token, held: set[int]) -> set[int]:
    """Relative clauses between commas, and participles before a noun (*US-backed*), in a reported clause: background
    that the text itself tells.

    Inside quotation marks they are the speaker's own words.
    """
    below_verb = verb.subtree()
    if any(tok.tag == "``" for tok in below_verb):
        return set()
    found: set[int] = set()
    for tok in below_verb:
        if tok.dep == "amod" and tok.tag in {"VBN", "VBD"} and tok.i in held and tok.i < tok.head.i:
            found.add(tok.i)
        if tok.dep == "relcl" and tok.i in held:
            first = min(below(tok))
            if any(kid.text == "," and kid.i == first - 1 for kid in (*tok.head.kids, *tok.kids)):
                found |= below(tok)
    return found


def _set_off(verb: Token) -> bool:
    """Whether the verb's clause stands between commas and holds little but its subject."""
    own = verb.subtree()
    return (
        len(own) <= 8
        and not verb.children("dobj", "ccomp", "xcomp", "prep")
        and any(kid.text in {",", "-", "–", "—"} for kid in (*verb.head.kids, *verb.kids))
    )


def goes_on(verb: Token, clause: Token) -> bool:
    """*The town fell, a source told X, and a convoy was hit*: the clause behind goes on with what is said."""
    above = [verb.head] if verb.dep == "parataxis" and verb.head.i < verb.i else []
    before = [kid for kid in verb.children("ccomp") if kid.i < verb.i] or above
    own = clause.children("nsubj", "nsubjpass")
    if not before or not own or lemma(clause) in words()["reporting"] or own[0].tag == "PRP":
        return False
    opened = any(kid.tag == "``" for kid in before[0].subtree()) or any(kid.tag == "''" for kid in verb.kids)
    commas = [kid.i for kid in (*verb.kids, *(one for top in above for one in top.kids)) if kid.text == ","]
    return not opened and any(before[0].i < i < verb.i for i in commas) and any(verb.i < i < clause.i for i in commas)


def remarks(verb: Token) -> set[int]:
    """The tokens below `verb` of participles that go on from it."""
    if not told_clause(verb):
        return set()
    return set().union(*(below(tok) for tok in verb.subtree() if remark_of(tok) is verb), set())


def below(tok: Token) -> set[int]:
    """Return the numbers of the token and all below it."""
    return {one.i for one in tok.subtree()}
