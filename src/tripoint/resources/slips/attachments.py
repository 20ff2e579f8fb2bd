"""Slips that hang a word or a clause on the wrong one."""

from __future__ import annotations

from tripoint.resources.slips.tree import FINITE, hang
from tripoint.syntax import Token

ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "an", "az"})
"""The Arabic article, cut from its name at the hyphen."""


def sided(tok: Token) -> None:
    """*When groups affiliated to X fired a shell*: they fired; whose side they are on is said in passing."""
    fired = next((kid for kid in tok.head.children("conj") if kid.i > tok.i and kid.tag == "VBD"), None)
    noun = next(iter(tok.children("nsubj")), None)
    if fired is None or noun is None or fired.children("nsubj", "nsubjpass") or not fired.children("dobj"):
        return
    hang(fired, tok.head, "advcl")
    for kid in [one for one in tok.kids if one is noun or (one.dep in {"advmod", "mark"} and one.i < noun.i)]:
        hang(kid, fired, kid.dep)
    tok.tag = "VBN"
    hang(tok, noun, "acl")


def semicolon(tok: Token) -> None:
    """*X took the town; Y believe it was left*: two sentences, neither of which stands over the other."""
    below = tok.head
    if below.i > tok.i > below.head.i and below.dep == "ccomp" and below.children("nsubj"):
        over = below.head  # *X said it had begun; Y maintains that it holds*: what X said hangs on the second
        for kid in [one for one in below.kids if one.i < tok.i and one.dep == "ccomp"]:
            hang(kid, over, "ccomp")
        over.kids.remove(below)
        below.head, below.dep = below, "ROOT"
        return
    pair = [(kid, below) for kid in below.kids if kid.i < tok.i < below.i] + [(below, below.head)] * (below.i < tok.i)
    pair += [(kid, below) for kid in below.kids if below.i < tok.i < kid.i]
    for part, whole in pair:
        if part is whole or (part.i < tok.i) == (whole.i < tok.i) or part.tag not in FINITE | {"VBN", "VBG"}:
            continue
        if part.dep not in {"ccomp", "parataxis", "conj"} or not part.children("nsubj", "nsubjpass"):
            continue
        if not all((one.i < tok.i) == (part.i < tok.i) for one in part.subtree() if one is not tok):
            continue
        whole.kids.remove(part)
        part.head, part.dep = part, "ROOT"
        for kid in [one for one in whole.kids if (one.i < tok.i) == (part.i < tok.i) != (whole.i < tok.i)]:
            hang(kid, part, kid.dep)  # *X is surrounded, the ministry says; ...*
        return


def of_the_others(tok: Token, tokens: list[Token]) -> None:
    """*The army and rebels of X*: the rebels are of X."""
    noun = tokens[tok.i - 1] if tok.i else tok
    if noun.dep == "conj" and noun.tag == "NNS" and noun.head is tok.head and noun.head.tag == "NN":
        hang(tok, noun, "prep")


def after_they_had(tok: Token) -> None:
    """*Hours after guerrillas of X had ambushed a patrol*: they ambushed it; they are not what it came after."""
    if tok.dep != "advcl" or tok.children("mark"):
        return
    spans = tok.children("nsubj", "nsubjpass")
    if any(one.lemma not in _SPANS for one in spans):
        return
    for prep in [kid for over in (*spans, tok, *(() if spans else (tok.head,))) for kid in over.children("prep")]:
        noun = next(iter(prep.children("pobj")), None)
        if prep.lower not in {"after", "before", "since", "until"} or noun is None or noun.i > tok.i:
            continue
        between = noun.subtree()[-1].i + 1
        first = min((kid.i for kid in tok.children("aux", "auxpass")), default=tok.i if tok.tag == "VBD" else -1)
        if between == first and noun.tag.startswith("NN"):
            for span in spans:
                span.dep = "npadvmod"
            hang(noun, tok, "nsubjpass" if tok.children("auxpass") else "nsubj")
            hang(prep, tok, "mark")
            return


_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})


def in_the_course(tok: Token) -> None:
    """*Nine were killed in shelling on Monday*: there was shelling; it is not those who died who shelled."""
    verb = tok.head.head
    if tok.head.lower == "of" and verb.lemma in _SPANS and all(kid.dep in {"prep", "agent"} for kid in tok.kids):
        tok.tag, tok.pos, tok.dep, tok.lemma = "NN", "NOUN", "pobj", tok.lower  # *two days of shelling by X*
        return
    died = verb.pos == "VERB" and (verb.lemma in _FATAL or bool(verb.children("auxpass")))
    if tok.head.lower not in {"in", "during", "amid"} or not died:
        return
    if all(kid.dep in {"prep", "npadvmod", "amod", "punct", "cc", "conj"} for kid in tok.kids):
        tok.tag, tok.pos, tok.dep, tok.lemma = "NN", "NOUN", "pobj", tok.lower


_FATAL = frozenset("kill wound injure hurt die perish".split())


def aimed_at(tok: Token, tokens: list[Token]) -> None:
    """*Died in an assault upon their post*: what stands right behind the noun of an act is what it was aimed at."""
    noun = tokens[tok.i - 1] if tok.i else tok
    if noun.dep not in {"pobj", "dobj"} or noun.lemma not in _AIMED or tok.head not in noun.ancestors():
        return
    if all(one.ent not in {"DATE", "TIME"} and one.tag != "CD" for one in tok.children("pobj")):
        hang(tok, noun, "prep")


_AIMED = frozenset("attack assault raid ambush offensive strike airstrike onslaught".split())
"""Nouns of acts that are done *upon* somebody."""


def nearest(tok: Token, tokens: list[Token]) -> None:
    """*Troops and rebels backed by X*: what stands right behind the last of joined nouns is told of that one."""
    before = tokens[tok.i - 1] if tok.i else tok
    if before.dep == "conj" and before.tag.startswith("NN") and tok.head in before.ancestors():
        hang(tok, before, "acl")


WANTING = frozenset({"demand", "insist", "request", "propose", "recommend", "urge", "require"})
"""Verbs behind which a bare verb says what somebody is to do."""


def wanted_of(tok: Token) -> None:
    """*Demand the army resume its offensive*: the army is to resume it."""
    held = [kid for kid in tok.head.children("dobj") if tok.head.i < kid.i < tok.i]
    if len(held) == 1 and not tok.children("nsubj", "nsubjpass", "aux", "mark"):
        hang(held[0], tok, "nsubj")


def weekday(tok: Token, tokens: list[Token]) -> None:
    """*On Sunday air strikes hit X*, *on 2 July state TV reported*: the day ends its phrase, and the words behind
    it are the subject of the verb that has none."""
    noun, prep = tok.head, tokens[tok.i - 1] if tok.i else tok
    number = prep if prep.tag == "CD" and tok.i > 1 else None
    prep = tokens[tok.i - 2] if number is not None else prep
    if prep.lower not in {"on", "in"} or noun.head is not prep or noun.dep != "pobj" or noun.i < tok.i:
        return
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else tok
    verb = after if after.dep == "acl" and after.tag == "VBD" else prep.head
    if verb.i < noun.i or not verb.tag.startswith("VB") or verb.children("nsubj", "nsubjpass", "csubj"):
        return
    if any(one.tag in FINITE and one is not verb for one in tokens[noun.i + 1 : verb.i]):
        return
    hang(tok, prep, "pobj")
    if number is not None:
        hang(number, tok, "nummod")
    if verb in noun.subtree():
        hang(verb, prep.head, "parataxis")
    hang(noun, verb, "nsubjpass" if verb.children("auxpass") else "nsubj")


def second_object(tok: Token) -> None:
    """*Support the forces fighting against X*: the forces fight."""
    first = [kid for kid in tok.head.children("dobj") if kid.i < tok.i]
    if first and not any(kid.dep == "cc" for kid in tok.head.kids if first[-1].i < kid.i < tok.i):
        hang(tok, first[-1], "acl")


def joined_to_infinitive(tok: Token) -> None:
    """*Repelled attempts to storm it and killed ten*: a past form is joined to a past verb, to no infinitive.

    *Demanded that X pull back and accused it* likewise.
    """
    below = tok.head
    wished = below.dep == "ccomp" and not any(kid.tag == "MD" or kid.lemma == "do" for kid in below.children("aux"))
    infinite = below.tag == "VB" and (wished or any(kid.tag == "TO" for kid in below.kids))
    if not infinite or tok.children("nsubj", "nsubjpass"):
        return
    if tok.tag == "VBN" and not any(kid.lower in {"has", "have", "had"} for kid in tok.children("aux")):
        return
    above = next((one for one in below.ancestors() if one.tag in {"VBD", "VBN", "VBZ", "VBP"}), None)
    if above is not None and (above.tag != "VBN" or above.children("aux")):
        hang(tok, above, "conj")


def article(tok: Token, tokens: list[Token]) -> None:
    """*Lost al-Sakhour*, parsed as three objects beside each other: one name."""
    dash, name = (*tokens[tok.i + 1 : tok.i + 3], tok, tok)[:2]
    if dash.text not in {"-", "‑"} or name.tag not in {"NNP", "NN", "JJ"} or tok.head is tok:
        return
    if dash.head is not tok.head or name.head is not tok.head or tok.dep != name.dep:
        return
    hang(tok, name, "compound")
    hang(dash, name, "punct")


def another_time(tok: Token) -> None:
    """*Failed for the fifth time to agree*: they failed to agree; the time is only counted."""
    prep = tok.head.head
    above = prep.head
    counted = prep.lower in {"for", "at"} and above.tag.startswith("VB") and not above.children("xcomp", "dobj")
    if counted and any(kid.tag == "TO" for kid in tok.kids):
        hang(tok, above, "xcomp")


def advantage(tok: Token) -> None:
    """*Took advantage of the chaos to enter X*: those who took it enter, and not the chaos."""
    of, noun = tok.head, next(iter(tok.children("nsubj")), None)
    verb = of.head
    if of.lower != "of" or noun is None or verb.lemma != "take" or not any(k.tag == "TO" for k in tok.kids):
        return
    if any(kid.lower == "advantage" for kid in verb.children("dobj")):
        hang(noun, of, "pobj")
        hang(tok, verb, "advcl")
