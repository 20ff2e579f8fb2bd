"""Slips at the bounds of clauses: what stands before *before*, behind *after*, and what is told *of* or by *which*."""

from __future__ import annotations

from tripoint.resources.claims import triggers, words
from tripoint.resources.slips.tree import hang, rise
from tripoint.syntax import Token


def before_mark(tok: Token) -> None:
    """*X took the town last week before troops came*: what stands before the *before* is told of the taking."""
    mark = next((kid for kid in tok.children("mark") if kid.lower in {"before", "after", "until", "as", "when"}), None)
    if mark is None or tok.head.i > mark.i:
        return
    for kid in [one for one in tok.children("npadvmod", "prep") if one.i < mark.i]:
        hang(kid, tok.head, kid.dep)


def after_which_said(tok: Token) -> None:
    """*X withdrew after a deal brokered by Y, the monitor said*: the monitor says all of it, and not *after* it."""
    verb, noun = tok.head, next(iter(tok.children("nsubj")), None)
    mark = next((kid for kid in tok.children("mark") if kid.lower in _MARKING), None)
    if mark is None or noun is None or verb.head is not verb or tok.children("ccomp", "dobj", "xcomp"):
        return
    last = next((kid for kid in noun.children("appos") if kid.subtree()[-1].i == tok.i - 1), None)
    if last is None or not any(kid.text == "," and kid.i == last.subtree()[0].i - 1 for kid in noun.kids):
        return
    hang(last, tok, "nsubj")
    hang(mark, verb, "prep")
    hang(noun, mark, "pobj")
    rise(tok, verb)
    verb.dep = "ccomp"


def fled(tok: Token) -> None:
    """*Had fled fighting around X*: the fighting is what they fled, and not what they did."""
    if tok.head.lemma in {"flee", "escape", "survive"} and not tok.children("dobj", "nsubj", "aux"):
        tok.tag, tok.pos, tok.lemma, tok.dep = "NN", "NOUN", tok.lower, "dobj"


def and_allied(tok: Token) -> None:
    """*The army and allied militias seized X*: both did; the allied ones are no second verb."""
    over, held = tok.head, tok.children("dobj")
    if not over.tag.startswith("NN") or len(held) != 1 or any(kid is not held[0] for kid in tok.kids):
        return
    noun = held[0]
    hang(noun, over, "conj")
    tok.tag, tok.pos = "JJ", "ADJ"
    hang(tok, noun, "amod")


def of_which(tok: Token) -> None:
    """*Launched 38 drones, 34 of which were shot down*: what was shot down are the drones."""
    if not any(one.lower in {"which", "whom"} for kid in tok.children("nsubj", "nsubjpass") for one in _behind_of(kid)):
        return
    over = tok.head
    held = [kid for kid in over.children("dobj") if kid.i < tok.i] or [
        pobj for prep in over.children("prep") for pobj in prep.children("pobj") if pobj.i < tok.i
    ]
    if tok.dep in {"advcl", "ccomp", "parataxis", "conj"} and over.i < tok.i and held:
        hang(tok, held[-1], "relcl")


def _behind_of(tok: Token) -> list[Token]:
    return [pobj for prep in tok.children("prep") if prep.lower == "of" for pobj in prep.children("pobj")]


def seated(tok: Token) -> None:
    """*The government in Kinshasa and the rebel movement signed*: the movement signed, and is no second town."""
    town = tok.head
    noun = town.head.head
    if tok.ent != "ORG" or town.ent != "GPE" or town.dep != "pobj" or town.head.lower != "in":
        return
    joins = next((kid for kid in town.children("cc") if kid.i < tok.i), None)
    if joins is None or noun.dep not in {"nsubj", "nsubjpass"} or noun.lemma not in words()["people_nouns"]:
        return
    hang(joins, noun, "cc")
    hang(tok, noun, "conj")


def name_behind_to(tok: Token, tokens: list[Token]) -> None:
    """*Laid siege to Djibo two years ago*: a name inside a sentence, and no verb."""
    to, before = (tokens[tok.i - 1], tokens[tok.i - 2]) if tok.i > 1 else (tok, tok)
    named = tok.text[:1].isupper() and not tok.text.isupper() and before.text.islower()
    if not named or to.lower != "to" or to.head is not tok or tok.head.i >= to.i or tok.children("dobj", "nsubj"):
        return
    over = before if before.tag.startswith("NN") and before.head is tok.head else tok.head
    for kid in [one for one in tok.kids if one is not to]:
        hang(kid, tok.head, kid.dep)
    hang(to, over, "prep")
    to.tag, to.pos, tok.tag, tok.pos, tok.lemma = "IN", "ADP", "NNP", "PROPN", tok.text
    hang(tok, to, "pobj")


def name_behind(tok: Token, tokens: list[Token]) -> None:
    """*Withdrew from Bakhmut, in Sagaing, fled Sake*: a capital inside a sentence is that of a name."""
    prep = tokens[tok.i - 1] if tok.i else tok
    if not tok.text[1:].islower() or prep.text not in _PLACING or tok.head is not prep or len(tok.text) < 4:
        return
    if tok.dep not in {"pcomp", "pobj", "advmod"} or (tok.tag == "NN" and (tok.kids or not _alone_in_capitals(tokens))):
        return
    behind = [kid for kid in tok.kids if kid.i > tok.i and kid.dep != "punct"]
    over = prep.head
    tok.tag, tok.pos, tok.lemma, tok.dep = "NNP", "PROPN", tok.text, "pobj"
    for kid in behind:
        if kid.dep not in {"conj", "cc", "appos", "relcl"}:
            hang(kid, over, "advcl" if kid.dep == "ccomp" else kid.dep)


_PLACING = frozenset("in at near from to into toward towards around outside inside".split())


def _alone_in_capitals(tokens: list[Token]) -> bool:
    """Return whether no more than one word inside the sentence has a capital and is no name, as in headlines."""
    return sum(tok.text[:1].isupper() and tok.tag not in {"NNP", "NNPS", "JJ"} for tok in tokens[1:]) <= 1


def after_both(tok: Token) -> None:
    """*X left after the rebels and the army agreed to a truce*: both agreed, and nobody left *after the rebels*."""
    over = tok.head
    own = next(iter(tok.children("nsubj")), None)
    joins = next((kid for kid in over.children("cc") if over.i < kid.i < tok.i), None)
    if own is None or joins is None or own.subtree()[0].i != joins.i + 1:
        return
    for prep in over.children("prep"):
        first = next(iter(prep.children("pobj")), None)
        if prep.lower not in _MARKING or first is None or first.subtree()[-1].i != joins.i - 1:
            continue
        if not (_acts(first) and _acts(own)) or first.ent in {"DATE", "TIME", "GPE", "LOC", "FAC", "EVENT"}:
            continue
        hang(tok, over, "advcl")
        hang(first, tok, "nsubj")
        hang(joins, first, "cc")
        hang(own, first, "conj")
        hang(prep, tok, "mark")
        return


_MARKING = frozenset({"after", "before", "until", "since"})
"""Words before a noun, or before a clause."""


def _acts(noun: Token) -> bool:
    return noun.tag.startswith("NNP") or noun.lemma in words()["people_nouns"]


def after_them(tok: Token) -> None:
    """*Lost power after Russian missile strikes on Friday*: what it came after, and no clause."""
    mark = next((kid for kid in tok.children("mark") if kid.lower in {"after", "following", "since"}), None)
    noun = next((kid for kid in tok.children("nsubj") if kid.i == tok.i - 1), None)
    if mark is None or noun is None or any(kid.dep not in {"mark", "nsubj", "prep", "punct"} for kid in tok.kids):
        return
    verb = tok.head
    tok.tag, tok.pos, tok.lemma = "NNS", "NOUN", tok.lower.removesuffix("s")
    hang(mark, verb, "prep")
    hang(tok, mark, "pobj")
    for kid in [*noun.kids]:
        hang(kid, tok, kid.dep)
    noun.dep = "compound"


_TOLD = frozenset("tell speak hear learn complain report warn talk know".split())
"""Verbs of whose *of* or *about* the happening is none of their subject's doing."""


def told_of(tok: Token) -> None:
    """*Residents told of shelling at the weekend which killed two*: there was shelling; the residents tell of it."""
    prep, verb = tok.head, tok.head.head
    if prep.lower not in {"of", "about"} or verb.lemma not in _TOLD or verb.children("dobj", "auxpass"):
        return
    which = [kid for kid in tok.kids if kid.dep in {"ccomp", "relcl", "advcl"} and _led_by_which(kid)]
    if any(kid.dep != "prep" and kid not in which for kid in tok.kids):
        return
    tok.tag, tok.pos, tok.dep, tok.lemma = "NN", "NOUN", "pobj", tok.lower
    for kid in which:
        kid.dep = "relcl"


def _led_by_which(verb: Token) -> bool:
    return any(kid.lower in {"which", "that"} for kid in verb.children("nsubj", "nsubjpass"))


def told_by_which(tok: Token, verb: Token) -> None:
    """*Residents told of shelling on Friday which killed three*: the shelling did."""
    over = verb.head
    near = [pobj for prep in over.children("prep") for pobj in prep.children("pobj") if over.i < pobj.i < tok.i]
    acts = [noun for noun in (*over.children("dobj"), *near) if noun.lower in triggers().nouns and noun.i < tok.i]
    if len(acts) == 1 and acts[0].subtree()[-1].i == tok.i - 1:
        hang(verb, acts[0], "relcl")
