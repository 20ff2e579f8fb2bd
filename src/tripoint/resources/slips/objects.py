"""Slips around the object of a verb: what it was helped to do, what it is called, how it was left."""

from __future__ import annotations

from tripoint.resources.claims import people, triggers, words
from tripoint.resources.slips.trailing import armed
from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token

_NAMING = frozenset({"call", "describe", "term", "dub", "label"})
"""Verbs of *what it called a raid*."""
_TIMES = frozenset({"DATE", "TIME"})


def helped(tok: Token, tokens: list[Token]) -> None:
    """*Helped the militia retake X*, parsed as *the [militia retake X]*: the militia is to retake it."""
    held = next(iter(tok.children("dobj")), None)
    if held is None or held.i < tok.i:
        return
    for verb in held.children("compound"):
        noun = tokens[verb.i - 1]
        if verb.lower not in triggers().verbs or noun.head is not verb or noun.dep != "compound":
            continue
        if noun.lemma not in people() and noun.tag != "NNP":
            continue
        verb.tag, verb.pos, verb.lemma = "VB", "VERB", verb.lower
        for kid in [one for one in (*verb.kids, *held.kids) if one is not noun and one.i < noun.i]:
            hang(kid, noun, kid.dep)
        hang(verb, tok, "ccomp")
        hang(noun, verb, "nsubj")
        hang(held, verb, "dobj")
        for kid in [one for one in tok.children("prep", "prt") if one.i > held.i and not _timed(one)]:
            hang(kid, verb, kid.dep)
        return


def taken(tok: Token) -> None:
    """*Took 12 soldiers prisoner*: the soldiers were taken, and prisoner is what they became."""
    if tok.dep == "pobj":
        _counted_so(tok)
    if tok.head.lemma not in {"take", "hold"}:
        return
    before = [kid for kid in tok.children("compound") if kid.tag == "NNS" and kid.i == tok.i - 1]
    if before:
        noun = before[0]
        hang(noun, tok.head, "dobj")
        for kid in [one for one in tok.kids if one.i < noun.i]:
            hang(kid, noun, kid.dep)
        tok.dep = "oprd"


def _counted_so(tok: Token) -> None:
    """*Held dozens of guests hostage*, parsed as *dozens of [guests hostage]*."""
    of, verb = tok.head, tok.head.head.head
    noun = next((kid for kid in tok.children("compound") if kid.tag == "NNS" and kid.i == tok.i - 1), None)
    if noun is not None and of.lower == "of" and of.head.dep == "dobj" and verb.lemma in {"take", "hold"}:
        hang(noun, of, "pobj")
        hang(tok, verb, "oprd")


def so_called(tok: Token) -> None:
    """*Launched what it called a limited raid*: a raid was launched, whatever it is called."""
    over = tok.head
    what = next((kid for kid in tok.kids if kid.lower == "what" and kid.i < tok.i), None)
    if tok.lemma not in _NAMING or what is None or tok.dep not in {"ccomp", "pcomp"} or over.i > what.i:
        return
    named = [kid for kid in tok.children("oprd", "dobj", "attr") if kid.i > tok.i]
    named += [one for prep in tok.children("prep") if prep.lower == "as" for one in prep.children("pobj")]
    if len(named) != 1 or not named[0].tag.startswith("NN"):
        return
    hang(named[0], over, "pobj" if tok.dep == "pcomp" else "dobj")
    for kid in [one for one in tok.children("prep") if one.i > named[0].i]:
        hang(kid, named[0], "prep")
    hang(tok, named[0], "relcl")


def shot_dead(tok: Token) -> None:
    """*Shot dead the mayor*: the mayor is the object of the shooting, and none of *dead*."""
    for kid in tok.children("dobj"):
        if tok.head.lemma in {"shoot", "gun"} and not tok.head.children("dobj") and kid.i > tok.i:
            hang(kid, tok.head, "dobj")


def ablaze(tok: Token) -> None:
    """*Set an oil depot ablaze in X*: the depot was set ablaze in X, and is no part of a name."""
    over = tok.head
    if over.lemma == "set" and not over.children("dobj"):
        for kid in tok.children("dobj", "pobj"):
            hang(kid, over, "dobj")  # *set ablaze the police station*
    if tok.dep == "dobj" and over.lemma == "set":
        before = [kid for kid in tok.children("compound", "nmod") if kid.tag.startswith("NN") and kid.i == tok.i - 1]
        if not before:
            return
        noun = before[0]
        hang(noun, over, "dobj")
        for kid in [one for one in tok.kids if one.i < noun.i]:
            hang(kid, noun, kid.dep)
        tok.tag, tok.pos, tok.lemma, tok.dep = "JJ", "ADJ", tok.lower, "oprd"
    elif tok.dep != "amod" or over.dep != "dobj" or over.head.lemma != "set" or tok.i < over.i:
        return
    verb = over if over.lemma == "set" else over.head
    for kid in tok.children("prep"):
        hang(kid, verb, "prep")


def sheltered(tok: Token) -> None:
    """*A strike on a school sheltering families in X killed nine*: the strike killed, and not the families."""
    if not tok.children("dobj") or tok.children("aux", "auxpass", "agent", "nsubj", "nsubjpass"):
        return
    top = tok.head
    while top.dep in {"pobj", "prep", "dobj", "acl", "compound"} and top.head is not top:
        top = top.head
    over = top.head
    inside = any(one.tag == "VBG" and one.dep == "acl" for one in tok.ancestors() if one.i > top.i)
    if top.dep not in {"nsubj", "ccomp"} or top.lemma not in triggers().nouns or not inside or over.i < tok.i:
        return
    if not any(kid.i > tok.i for kid in over.children("nsubj")) or any(k is not top for k in over.children("ccomp")):
        return
    tok.tag = "VBD"
    hang(tok, over, "ccomp")
    hang(top, tok, "nsubj")


def within(tok: Token) -> None:
    """*A strike hit a school sheltering families, killing nine*: the strike killed them, and not the school."""
    inner = tok.head
    if inner.dep != "acl" or inner.tag != "VBG" or tok.lemma not in _RESULTS:
        return
    over = next((one for one in inner.ancestors() if one.tag in FINITE), None)
    comma = any(kid.text == "," and kid.i == tok.i - 1 for one in (inner, *inner.ancestors()) for kid in one.kids)
    if comma and over is not None and over.i < inner.i:
        hang(tok, over, "advcl")


_RESULTS = frozenset("kill wound injure maim hurt leave damage destroy".split())
"""Verbs of what an act of arms led to."""


def _timed(prep: Token) -> bool:
    return any(one.ent in _TIMES for one in prep.children("pobj"))


def dismissed(tok: Token, tokens: list[Token]) -> None:
    """*Dismissed as "fake" reports that X fell*: it is the reports that are called fake."""
    prep = tok.head
    verb = prep.head
    before = [kid for kid in tok.kids if kid.i < tok.i and kid.dep == "amod" and kid.lower in words()["falsehoods"]]
    told = any(kid.dep in {"acl", "ccomp", "relcl"} and kid.children("mark") for kid in tok.kids)
    if tok.dep != "pobj" or prep.lower != "as" or prep.i != verb.i + 1 or not before or not told:
        return
    hang(tok, verb, "dobj")
    hang(before[-1], prep, "pobj")
    for kid in [one for one in tok.kids if one.i < before[-1].i or one.tag in {"``", "''"}]:
        hang(kid, prep, "punct")


def called_false(tok: Token) -> None:
    """*Called the report disinformation*: the report is what is called so."""
    named = [kid for kid in tok.children("compound") if kid.i == tok.i - 1]
    if tok.lower in words()["falsehoods"] and tok.head.lemma in _NAMING and named and tok.children("det"):
        for kid in [one for one in tok.kids if one.i < named[0].i]:
            hang(kid, named[0], kid.dep)
        hang(named[0], tok.head, "dobj")
        tok.dep = "oprd"


def evening_before(tok: Token) -> None:
    """*Had bombed the previous evening*: when, and not what."""
    if tok.dep == "dobj" and tok.lemma in _DAYTIMES and any(kid.lower in _NEXT for kid in tok.children("amod")):
        tok.dep = "npadvmod"


_DAYTIMES = frozenset("morning afternoon evening night day week month year weekend".split())
_NEXT = frozenset("previous same next following last".split())


def that_they_bombed(tok: Token, tokens: list[Token]) -> None:
    """*A school in X that jets had bombed*: the school was bombed; *pulled from the rubble* says nothing."""
    mark = next((kid for kid in tok.children("mark") if kid.lower == "that"), None)
    if mark is None or not mark.i or tok.dep != "ccomp" or tok.lemma not in armed() or tok.head.lemma in people():
        return
    if tok.children("dobj", "auxpass", "ccomp", "xcomp", "advcl") or not tok.children("nsubj"):
        return
    if tok.head.lemma in words()["reporting"] or tok.head.i > mark.i:
        return
    before = tokens[mark.i - 1]
    nouns = [one for one in (before, *before.ancestors()) if one.tag in {"NN", "NNS"} and one.dep in {"pobj", "dobj"}]
    if nouns and before.tag.startswith("NN") and tok.head in nouns[0].ancestors():
        hang(tok, nouns[0], "relcl")
        mark.dep, mark.tag = "dobj", "WDT"
