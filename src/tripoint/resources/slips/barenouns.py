"""Slips over verbs beside a bare noun: taken for words of it (*fleeing the front looted shops*), or hung elsewhere."""

from __future__ import annotations

from tripoint.resources.claims import people, triggers
from tripoint.resources.slips.tree import FINITE, hang, make_main
from tripoint.syntax import Token


def fleeing_they_did(tok: Token, tokens: list[Token]) -> None:
    """*Soldiers fleeing the front looted shops*: they looted; the front was not looted, nor its shops."""
    noun = tok.head
    if tok.i != noun.i - 1 or noun.tag not in {"NNS", "NN"} or tok.lemma not in triggers().verbs:
        return
    going = next((one for one in noun.ancestors() if one.tag == "VBG"), None)
    if going is None or going.children("aux") or tokens[tok.i - 1].text in {",", "-"}:
        return
    if noun.dep == "dobj" and noun.head is going and going.dep == "acl":
        _without_verb(tok, noun, going, tokens)
    elif tok.tag == "VBD" and noun.dep == "pobj" and going.children("nsubj"):
        _beside(tok, noun, going, tokens)


def of_what(tok: Token, tokens: list[Token]) -> None:
    """*Was accused by witnesses of killing ten*: of what X is accused, not of what they are witnesses."""
    agent = tok.head.head
    after = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else tok
    if after.tag == "VBG" and tok.head.dep == "pobj" and agent.dep == "agent" and agent.head.lemma in _BLAMING:
        hang(tok, agent.head, "prep")


def of_doing(tok: Token) -> None:
    """*Accused X of massacring civilians*: what X is accused of doing, and no civilians that massacre."""
    noun, prep = tok.head, tok.head.head
    if tok.i != noun.i - 1 or noun.dep != "pobj" or prep.lower not in {"of", "by"} or prep.i != tok.i - 1:
        return
    if not any(one.lemma in _BLAMING for one in prep.ancestors()) or tok.lemma not in triggers().verbs:
        return
    hang(tok, prep, "pcomp")
    hang(noun, tok, "dobj")
    for kid in [one for one in noun.children("prep") if one.lower != "of"]:
        hang(kid, tok, "prep")


_BLAMING = frozenset({"accuse", "suspect", "convict", "guilty"})


def held_by(tok: Token, tokens: list[Token]) -> None:
    """*Bombed a market in Nyala held by the rebels, lost Gao, held since 2012*: the town is held."""
    noun = tokens[tok.i - 1] if tok.i else tok
    over = tok.head.head.head
    if tok.dep == "acl" and noun.text == "," and tok.lower == "held" and tok.head.dep == "pobj":
        if tok.head.head.lower == "of" and over.lemma in people() and tok.head.tag == "NNP":
            hang(tok, over, "acl")  # *the crew of the Galaxy Leader, held since May*
        return
    by = next((kid for kid in tok.children("agent", "prep") if kid.i == tok.i + 1), None)
    if tok.dep != "advcl" or by is None or tok.children("aux", "mark", "nsubjpass", "dobj"):
        return
    behind_comma = noun.text == "," and tok.i > 1 and tok.lower in _HELD and by.lower in {"by", "since"}
    noun = tokens[tok.i - 2] if behind_comma else noun
    if not behind_comma and by.dep != "agent":
        return
    if noun.tag in {"NNP", "NN", "NNS"} and noun.dep in {"pobj", "dobj"} and tok.head in noun.ancestors():
        hang(tok, noun, "acl")


_HELD = frozenset("held controlled occupied ruled governed besieged blockaded".split())


def under_siege(tok: Token, tokens: list[Token]) -> None:
    """*Pushed into Douma, under siege since 2013*: the town is under siege, and not those who push."""
    noun = tokens[tok.i - 2] if tok.i > 1 and tokens[tok.i - 1].text == "," else tok
    pobj = next(iter(tok.children("pobj")), None)
    if pobj is None or pobj.lower not in _SIEGES or noun.tag not in {"NNP", "NN", "NNS"}:
        return
    if noun.dep in {"pobj", "dobj"} and tok.head in noun.ancestors():
        hang(tok, noun, "prep")


_SIEGES = frozenset({"siege", "blockade", "control", "occupation"})


def since_then(tok: Token, tokens: list[Token]) -> None:
    """*Retook Gao, held by rebels since 2012; lost Mosul, its capital since 2014*: what was done once was not done
    *since*; the word before it was so."""
    verb, before = tok.head, tokens[tok.i - 1] if tok.i else tok
    if tok.dep != "prep" or verb.tag != "VBD" or before not in verb.subtree() or before.head is verb is tok:
        return
    own = next((one for one in (before, *before.ancestors()) if one.tag == "VBN" or one is verb), verb)
    if own is not verb and own.dep in {"acl", "relcl"} and own.i > verb.i:
        hang(tok, own, "prep")
        return
    under = next((one for one in before.ancestors() if one.lower == "under" and one.dep == "prep"), None)
    if under is not None and under.head.tag.startswith("NN") and before.lower in _SIEGES:
        hang(tok, before, "prep")
        return
    first = before.subtree()[0]
    if before.tag == "NN" and before.i > verb.i and first.tag == "PRP$" and tokens[first.i - 1].text == ",":
        hang(tok, before, "prep")


def _without_verb(tok: Token, noun: Token, going: Token, tokens: list[Token]) -> None:
    """The sentence has no other verb: what stands before the participle is what they flee."""
    who, before = going.head, tokens[tok.i - 1]
    joined = going.children("conj")
    if who.head is not who or who.lemma not in people():
        return
    if any(one.tag in FINITE and one not in joined for one in tokens):
        return
    if before.head is not noun or before.tag not in {"JJ", "NN", "NNP", "NNS"} or before.i == going.i:
        return
    before.tag, before.pos = ("NN", "NOUN") if before.tag == "JJ" else (before.tag, before.pos)
    before.lemma = before.lower if before.tag == "NN" else before.lemma
    for kid in [one for one in noun.kids if one.i < before.i]:
        hang(kid, before, kid.dep)
    late = [one for one in going.kids if one.i > noun.i]
    hang(before, going, "dobj")
    hang(tok, who, "acl")
    make_main(who, who, tok, noun)
    tok.pos = "VERB"
    for kid in late:
        hang(kid, tok, kid.dep)


def _beside(tok: Token, noun: Token, going: Token, tokens: list[Token]) -> None:
    """The tree has the participle for the main verb: what they did stands beside it."""
    prep, before = noun.head, tokens[tok.i - 1]
    if before.head not in {tok, noun} or not before.tag.startswith("NN") or prep.dep != "prep" or prep.i > before.i:
        return
    hang(tok, going, "conj")
    hang(before, prep, "pobj")
    hang(noun, tok, "dobj")
    tok.pos = "VERB"


def and_recovered(tok: Token, tokens: list[Token]) -> None:
    """*Killed ten near X and recovered weapons*: they recovered them; X and the weapons are no pair."""
    noun = tok.head
    if noun.dep != "conj" or noun.tag != "NNS" or tok.i != noun.i - 1 or tokens[tok.i - 1].lower != "and":
        return
    verb = next((one for one in noun.ancestors() if one.tag == "VBD"), None)
    if not (noun.head.dep == "pobj" or noun.head is verb) or verb is None or not verb.children("nsubj"):
        return
    hang(tok, verb, "conj")
    hang(noun, tok, "dobj")
    tok.tag, tok.pos, tok.lemma = "VBD", "VERB", TAKING[tok.lower]


TAKING = {
    "recovered": "recover",
    "seized": "seize",
    "captured": "capture",
    "destroyed": "destroy",
    "freed": "free",
    "rescued": "rescue",
    "arrested": "arrest",
    "burned": "burn",
    "looted": "loot",
}
"""Participles behind *and* that are as well the past of what was done besides."""
