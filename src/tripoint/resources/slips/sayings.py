"""Slips that hide who says a thing."""

from __future__ import annotations

from tripoint.resources.claims import people
from tripoint.resources.slips.tree import FINITE, crown, hang
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
DATED = WEEKDAYS | _MONTHS
SAID = frozenset({"said", "says", "reported", "added", "claimed", "confirmed", "announced", "told", "wrote"})
TELLS = frozenset({"reports", "says", "estimates", "claims", "insists", "maintains", "asserts", "warns", "believes"})
_SAYS = frozenset({"say", "report", "announce", "confirm", "state", "claim", "add", "tell", "note"})
JUDGING = frozenset("accuse blame condemn denounce criticise criticize urge deny hail praise vow pledge warn".split())
"""Verbs of those who comment on what they tell of."""


def title(tok: Token) -> None:
    """*Said the monitors head N. N.*: the head of the monitor, who says it, and no verb."""
    verb = tok.head
    owners, names = tok.children("nsubj"), [kid for kid in tok.children("dobj") if kid.tag == "NNP"]
    if len(owners) != 1 or len(names) != 1 or verb.i > owners[0].i or verb.children("nsubj") or names[0].i < tok.i:
        return
    name = names[0]
    for kid in [one for one in tok.kids if one is not name]:
        hang(kid, name, "poss" if kid is owners[0] else kid.dep)
    hang(name, verb, "nsubj")
    tok.tag, tok.pos = "NN", "NOUN"
    hang(tok, name, "compound")


def sayer(tok: Token, tokens: list[Token]) -> None:
    """*X may leave Y, a diplomat in Z said*: what stands between the comma and the saying says it."""
    comma = next((one.i for one in reversed(tokens[: tok.i]) if one.text == ","), None)
    if comma is None or tok.i - comma < 2 or tok.i - comma > 12 or (tok.head is not tok and tok.dep != "parataxis"):
        return
    between = tokens[comma + 1 : tok.i]
    tops = [one for one in between if not comma < one.head.i < tok.i and one.dep not in {"punct", "advmod", "aux"}]
    if (
        len(tops) != 1
        or not (tops[0].tag.startswith("NN") or tops[0].tag == "CD")
        or tops[0].dep in {"npadvmod", "pobj"}
    ):
        return
    if tops[0].head.i > comma or any(one.tag in FINITE for one in between) or tok in tops[0].subtree():
        return
    if not any(one.lemma in people() for one in tops):
        return
    hang(tops[0], tok, "nsubj")


def committee(tok: Token, tokens: list[Token]) -> None:
    """*Ten died when a drone hit X, a local committee said on Monday*: the committee says it, and is no name of X."""
    over = tok.head
    if tok.dep not in {"conj", "advcl"} or over.i > tok.i or tok.children("ccomp", "mark"):
        return
    if tok.children("dobj") and tok.lower != "told":
        return
    noun = next((one for one in tok.head.subtree() if one.dep == "appos" and one.subtree()[-1].i == tok.i - 1), None)
    if noun is None or tok in noun.subtree() or noun.lemma not in people() | voice_words().bodies:
        return
    first = noun.subtree()[0].i
    if not first or tokens[first - 1].text != ",":
        return
    hang(noun, tok, "nsubj")
    tok.dep = "parataxis"


def among_them(tok: Token) -> None:
    """*Killing 20 people, among them two monks, a witness said*: the witness says it, and the monks are among them."""
    whom = next(iter(tok.children("nsubj")), None)
    told = next((kid for kid in tok.children("ccomp") if kid.i < tok.i), None)
    if whom is None or told is None or whom.i < told.i:
        return
    if not any(kid.lower in {"among", "including"} and kid.i < whom.i for kid in whom.children("prep")):
        return
    last = next((kid for kid in whom.children("appos", "conj") if kid.subtree()[-1].i == tok.i - 1), None)
    if last is not None and any(kid.text == "," and kid.i == last.subtree()[0].i - 1 for kid in whom.kids):
        hang(last, tok, "nsubj")
        hang(whom, told, "dep")


def between_numbers(tok: Token) -> None:
    """*Said between 3,000 and 4,000 soldiers were fighting*: the soldiers fight, so many of them."""
    between = next((kid for kid in tok.children("prep") if kid.lower == "between" and kid.i == tok.i + 1), None)
    noun = next(iter(between.children("pobj")), None) if between is not None else None
    number = next((kid for kid in noun.children("nummod") if kid.children("conj")), None) if noun is not None else None
    verb = next((kid for kid in tok.children("ccomp") if noun is not None and kid.i > noun.i), None)
    if between is None or noun is None or number is None or verb is None or verb.children("nsubj", "nsubjpass"):
        return
    hang(noun, verb, "nsubjpass" if verb.children("auxpass") else "nsubj")
    hang(between, number, "quantmod")


def accuses_too(tok: Token) -> None:
    """*The governor said two had been killed and accused X of it*: he accuses, and not those whom he tells of.

    Where these could have spoken, in the plain past and to somebody who is only pointed at, it stays open.
    """
    told = tok.head
    over = told.head
    if told.dep != "ccomp" or over.tag not in FINITE or over.lemma not in _SAYS or told.lemma in JUDGING:
        return
    speakers, own = over.children("nsubj"), told.children("nsubj", "nsubjpass")
    if tok.children("nsubj", "nsubjpass", "aux") or not speakers or not own or not speakers[0].i < over.i < own[0].i:
        return
    joins = next((kid for kid in told.children("cc") if told.i < kid.i < tok.i), None)
    human = own[0].ent in {"PERSON", "ORG", "NORP", "GPE"} or own[0].lemma in people() or own[0].tag == "PRP"
    named = any(kid.tag.startswith("NNP") for kid in tok.children("dobj"))
    if tok.tag == "VBN" and not tok.children("dobj"):
        return  # *had been detained and accused of it*
    if joins is None or not (named or not human or told.children("aux", "auxpass")):
        return
    hang(joins, over, "cc")
    hang(tok, over, "conj")


def told_subject(tok: Token) -> None:
    """*Said the gas in the incident belonged to X*: what stands right behind the saying is who or what does it."""
    told = [kid for kid in tok.children("ccomp") if kid.i > tok.i and kid.tag in FINITE]
    held = [kid for kid in tok.children("dobj") if kid.tag in {"NN", "NNS", "NNP", "NNPS"} and kid.i > tok.i]
    if len(told) != 1 or len(held) != 1 or held[0].i > told[0].i or held[0].lemma in _SAYABLE:
        return
    if any(kid.dep in {"nsubj", "nsubjpass", "expl", "mark", "csubj"} for kid in told[0].kids):
        return
    for kid in [one for one in tok.kids if held[0].i < one.i < told[0].i and one.dep in {"prep", "npadvmod"}]:
        hang(kid, told[0], kid.dep)
    hang(held[0], told[0], "nsubjpass" if told[0].children("auxpass") else "nsubj")


def said_on(tok: Token) -> None:
    """*Said on Friday it would withdraw*: the day between the saying and what is said, without a comma, is the day on
    which it was said, though the tree gives it to the clause behind."""
    for clause in [kid for kid in tok.children("ccomp") if kid.i > tok.i]:
        subjects = clause.children("nsubj", "nsubjpass", "expl")
        first = min((one.i for kid in subjects for one in kid.subtree()), default=0)
        for kid in [one for one in clause.kids if tok.i < one.i < first and one.dep in {"prep", "npadvmod"}]:
            last = kid.subtree()[-1]
            if kid.i == tok.i + 1 and last.i == first - 1 and last.lower in WEEKDAYS:
                hang(kid, tok, kid.dep)


_SAYABLE = frozenset({"thing", "something", "word", "prayer", "goodbye", "much", "lot"})


_ABOVE = frozenset({"ccomp", "punct"})


def reports(tok: Token, tokens: list[Token]) -> None:
    """*... an agency reports*, at the end of a sentence: a saying, and no noun."""
    names = [kid for kid in tok.children("compound") if kid.tag.startswith("NN") and kid.i == tok.i - 1]
    if not names or any(one.dep != "punct" for one in tokens[tok.i + 1 :]) or tok.i < 6:
        return
    root = tok.head is tok
    if root and not tok.children("ccomp"):
        return
    for kid in [one for one in tok.kids if one is not names[0] and one.i < tok.i and not (root and one.dep in _ABOVE)]:
        hang(kid, names[0], kid.dep)
    if root:
        tok.tag, tok.pos, tok.lemma = "VBZ", "VERB", tok.lower.removesuffix("s")
        names[0].dep = "nsubj"
        return
    tok.tag, tok.pos, tok.lemma, tok.dep = "VBZ", "VERB", tok.lower.removesuffix("s"), "parataxis"
    names[0].dep = "nsubj"


def claim(tok: Token, tokens: list[Token]) -> None:
    """*Factions of the front claim that X left*: the verb of a plural subject, and no noun."""
    held = [kid for kid in tok.kids if kid.dep in {"acl", "ccomp", "relcl"} and kid.i > tok.i and kid.children("mark")]
    first = next((one for one in tokens if one.tag.startswith("NN")), tok)
    if not held or first.tag != "NNS" or any(kid.dep in {"det", "poss"} for kid in tok.kids):
        return
    if any(one.tag in FINITE for one in tokens[: tok.i]) or tok.i - 1 not in {one.i for one in first.subtree()}:
        return
    if first in tok.ancestors() and first.head is first:
        hang(tok, first, "dep")
        crown(tok, first)
    elif tok.head is not tok or first.head is not tok:
        return
    first.dep = "nsubj"
    tok.tag, tok.pos, tok.lemma = "VBP", "VERB", "claim"
    held[0].dep = "ccomp"
