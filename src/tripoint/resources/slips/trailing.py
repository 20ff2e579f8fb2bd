"""Slips in the last parts of long sentences: results, circumstances and sayers hung on the word nearest to them."""

from __future__ import annotations

from tripoint.resources.claims import verbs_of, words
from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token

"""Verbs of what an act of arms led to."""
MEANWHILE = frozenset({"as", "while", "when"})
RESULTS = frozenset("kill wound injure maim hurt leave damage destroy".split())
"""Participles of what an act led to."""
_SUPPOSED = frozenset("believed thought suspected presumed alleged".split())
_PASSING = frozenset({"by", "with", "to", "than", "of"})
"""Prepositions of a participle's own words (*allied with X, backed by Y*)."""


def armed() -> frozenset[str]:
    """Verbs of which a sense tells an act of arms."""
    return verbs_of(words()["armed_acts"])


def while_others_say(tok: Token) -> None:
    """*X said it had downed two, while Y admitted one*: what Y says is no word of X."""
    over = tok.head
    who = tok.children("nsubj")
    told = tok.lemma in words()["reporting"] and who and who[-1].tag != "PRP"
    if tok.dep != "advcl" or not told or not any(kid.lower in {"while", "whereas"} for kid in tok.children("mark")):
        return
    if over.dep == "ccomp" and over.head.lemma in words()["reporting"] and over.head.i < over.i < tok.i:
        hang(tok, over.head, "advcl")


def meanwhile(tok: Token) -> None:
    """*A ship was hit by a missile fired from X as it sailed*: the ship sailed when it was hit."""
    inner = tok.head
    if inner.dep != "acl" or inner.tag != "VBN" or tok.dep not in {"advcl", "ccomp"} or tok.i < inner.i:
        return
    subjects = tok.children("nsubj", "nsubjpass")
    pronoun = any(kid.tag == "PRP" for kid in subjects)
    if not pronoun or not any(kid.lower in MEANWHILE for kid in tok.children("mark", "advmod")):
        return
    over = next((one for one in inner.ancestors() if one.tag in FINITE | {"VBN"} and one.dep != "acl"), None)
    if over is not None and over.lemma in armed():
        hang(tok, over, "advcl")


def sided(tok: Token) -> None:
    """*Battled militias allied with X around Y on Sunday*: they battled around Y on Sunday; they were allied before."""
    own = next((kid for kid in tok.children("prep", "agent") if kid.lower in _PASSING and kid.i == tok.i + 1), None)
    verb = tok.head.head
    while verb.dep in {"prep", "pobj"} and verb.head is not verb:
        verb = verb.head
    if own is None or tok.head.i > tok.i or verb.tag not in FINITE | {"VBN", "VBG"} or verb.i > tok.i:
        return
    if verb.lemma not in armed() or tok.head.dep not in {"dobj", "pobj"}:
        return
    for kid in [one for one in tok.children("prep", "npadvmod") if one.i > own.i and one.lower not in _PASSING]:
        hang(kid, verb, kid.dep)


def supposed(tok: Token) -> None:
    """*A drone believed to belong to X struck Y*: what is believed of it stands in passing; it struck."""
    noun = next((kid for kid in tok.children("nsubj", "nsubjpass") if kid.i == tok.i - 1), None)
    infinitive = any(kid.i > tok.i and any(one.tag == "TO" for one in kid.kids) for kid in tok.children("xcomp"))
    if tok.lower not in _SUPPOSED or noun is None or not infinitive or tok.children("aux", "auxpass"):
        return
    late = [kid for kid in tok.children("conj", "ccomp") if kid.i > tok.i and kid.tag in FINITE]
    if len(late) != 1 or late[0].children("nsubj", "nsubjpass") or any(k.dep == "cc" for k in tok.kids):
        return
    verb, xcomp = late[0], tok.children("xcomp")[0]
    above, dep = tok.head, tok.dep
    if above is tok:
        tok.kids.remove(verb)
        verb.head, verb.dep = verb, "ROOT"
    else:
        hang(verb, above, dep)
    for kid in [one for one in tok.kids if one is not xcomp and (one is noun or one.i < noun.i or one.i > verb.i)]:
        hang(kid, verb, "nsubj" if kid is noun else kid.dep)
    tok.tag = "VBN"
    if above is tok:
        tok.head, tok.dep = noun, "acl"
        noun.kids.append(tok)
        noun.kids.sort(key=lambda one: one.i)
    else:
        hang(tok, noun, "acl")


def inverted(tok: Token) -> None:
    """*Had the bridge not been destroyed, X could have ...*: a condition, whose *had* only helps its verb."""
    told = next((kid for kid in tok.children("ccomp", "xcomp") if kid.tag in {"VBN", "VBD"} and kid.i > tok.i), None)
    if tok.head is tok or tok.head.i < tok.i or told is None or tok.children("nsubj", "nsubjpass", "dobj"):
        return
    above = tok.head
    for kid in [one for one in tok.kids if one is not told]:
        hang(kid, told, kid.dep)
    hang(told, above, "advcl")
    hang(tok, told, "aux")


def loaded(tok: Token, tokens: list[Token]) -> None:
    """*A bus carrying wedding guests was blown up*: the bus was, and not the guests."""
    over, before = tok.head, tokens[tok.i - 1] if tok.i else tok
    if tok.dep != "amod" or before.head is not over or before.dep not in {"compound", "nmod"} or over.i < tok.i:
        return
    if not before.tag.startswith("NN") or over.head is over:
        return
    above, dep = over.head, over.dep
    for kid in [one for one in over.kids if one.i < before.i]:
        hang(kid, before, kid.dep)
    hang(before, above, dep)
    hang(tok, before, "acl")
    hang(over, tok, "dobj")


LOADED = frozenset("carrying transporting ferrying bringing".split())
"""Participles of what a vehicle has on board."""


def seen(tok: Token) -> None:
    """*Watched a column of tanks roll into X*: the column rolls, and not those who watch it."""
    over = tok.head
    held = [kid for kid in over.children("dobj") if over.i < kid.i < tok.i]
    if over.lemma not in _SEEING or not held or tok.children("nsubj", "nsubjpass", "aux", "auxpass"):
        return
    if not any(kid.dep in {"cc", "punct"} and held[0].i < kid.i < tok.i for kid in over.kids):
        hang(tok, over, "xcomp")
        tok.tag = "VB"


_SEEING = frozenset("see watch hear film observe".split())


def taken_before(tok: Token, tokens: list[Token]) -> None:
    """*X has freed a hostage, abducted in Y in May*: the hostage was, and not those who free him."""
    over = tok.head
    held = next(iter(over.children("dobj")), None)
    if tok.lemma not in _TAKEN or held is None or tok.i < 2 or tokens[tok.i - 1].text != ",":
        return
    if tok.children("nsubj", "nsubjpass", "mark", "aux", "auxpass", "dobj") or held.subtree()[-1].i < tok.i - 2:
        return
    tok.tag = "VBN"
    hang(tok, held, "acl")


_TAKEN = frozenset("abduct kidnap capture seize detain arrest jail".split())
