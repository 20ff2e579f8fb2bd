"""Slips by which a happening is taken for a participle, a part of a name or a verb."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import triggers
from tripoint.resources.countries import nationality
from tripoint.resources.slips.tree import hang
from tripoint.syntax import Token

_WITHIN = frozenset({"in", "by", "during", "after", "from", "amid", "following"})
"""Prepositions before a happening in which people died."""
HEADLINED = {"Kills": "kill", "Injures": "injure", "Wounds": "wound"}
"""Verbs that capitals made names, before a number (*Bomb Kills 18*)."""


@lru_cache(maxsize=1)
def like_participles() -> frozenset[str]:
    """Event nouns that look like participles (*shelling, bombing*)."""
    return frozenset(noun for noun in triggers().nouns if noun.endswith("ing"))


def offensive(tok: Token, tokens: list[Token]) -> None:
    """*Launched an offensive Friday on X*: the noun before the day is what was launched."""
    noun, verb = tokens[tok.i - 1] if tok.i else tok, tok.head
    if noun.head is not tok or noun.dep != "amod" or noun.lower not in triggers().nouns or verb.children("dobj"):
        return
    noun.tag, noun.pos, noun.lemma = "NN", "NOUN", noun.lower
    hang(noun, verb, "dobj")
    for kid in [one for one in tok.kids if one.i < noun.i]:
        hang(kid, noun, kid.dep)


def headlined(tok: Token, tokens: list[Token]) -> None:
    """*Bomb Kills 18 in X*, a headline that runs in the text."""
    before = [kid for kid in tok.kids if kid.i < tok.i and kid.dep in {"compound", "nsubj", "amod", "nmod"}]
    number = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else tok
    if not before or before[-1].i != tok.i - 1 or number.tag != "CD":
        return
    tok.tag, tok.pos, tok.lemma = "VBZ", "VERB", HEADLINED[tok.text]
    for kid in before[:-1]:
        hang(kid, before[-1], "compound")
    before[-1].dep, before[-1].lemma = "nsubj", before[-1].lower
    if number.head is tok:
        number.dep = "dobj"


def happening(tok: Token, tokens: list[Token]) -> None:
    """*Army shelling kills ten*: the happening is the subject, not what the army was doing."""
    noun = tok.head if tok.dep == "acl" or tok.i == 0 else tokens[tok.i - 1]
    verb = noun.head
    if tok.dep == "advcl" and verb.head is not tok.head:
        return
    if noun.i == tok.i - 1 and noun.dep == "pobj" and noun.tag == "NN" and verb.lower in _WITHIN:
        if not any(kid.dep == "det" for kid in noun.kids) and all(kid.dep == "prep" for kid in tok.kids):
            tok.tag, tok.pos, tok.lemma = "NN", "NOUN", tok.lower  # *killed in army shelling on the town*
            hang(tok, verb, "pobj")
            hang(noun, tok, "compound")
        return
    if tok.kids or noun.dep != "nsubj" or noun.i != tok.i - 1 or verb.i != tok.i + 1 or verb.tag not in {"VBZ", "VBD"}:
        return
    if any(kid is not tok and kid.i > noun.i for kid in noun.kids):
        return
    tok.tag, tok.pos, tok.lemma = "NN", "NOUN", tok.lower
    hang(tok, verb, "nsubj")
    hang(noun, tok, "compound")


@lru_cache(maxsize=1)
def plurals() -> frozenset[str]:
    """Event nouns in the plural, which a parser may take for verbs (*airstrikes, raids*)."""
    return frozenset(noun + "s" for noun in triggers().nouns if not noun.endswith("s"))


def several(tok: Token, tokens: list[Token]) -> None:
    """*Were killed in army airstrikes on the town*: what they were killed in, and no second verb."""
    owner = tokens[tok.i - 1] if tok.i else tok
    if (
        owner.dep != "pobj"
        or owner.head.lower not in _WITHIN
        or any(kid.dep not in {"prep", "punct"} for kid in tok.kids)
    ):
        return
    if any(kid.dep == "cc" and owner.i < kid.i < tok.i for kid in tok.head.kids):
        return
    tok.tag, tok.pos, tok.lemma = "NNS", "NOUN", tok.lower.removesuffix("s")
    hang(tok, owner.head, "pobj")
    hang(owner, tok, "compound")


def of_a_nation(tok: Token) -> None:
    """*Died after Ukrainian shelling of X*: a happening, and no clause of a Ukrainian who shells."""
    mark = next((kid for kid in tok.children("mark") if kid.lower in _WITHIN | {"before", "despite"}), None)
    who = next((kid for kid in tok.children("nsubj") if kid.i == tok.i - 1), None)
    if (
        tok.dep != "advcl"
        or mark is None
        or who is None
        or who.kids
        or nationality(who.text) is None
        or tok.children("dobj", "aux")
    ):
        return
    over = tok.head
    tok.tag, tok.pos, tok.lemma = "NN", "NOUN", tok.lower
    hang(mark, over, "prep")
    hang(tok, mark, "pobj")
    hang(who, tok, "amod")


def beside(tok: Token, tokens: list[Token]) -> None:
    """*Were killed during bombing and shelling*: two happenings, and no second verb."""
    cc, first = (tokens[tok.i - 1], tokens[tok.i - 2]) if tok.i > 1 else (tok, tok)
    if cc.dep != "cc" or first.dep != "pobj" or first.lower not in triggers().nouns:
        return
    if any(kid.dep not in {"prep", "punct"} for kid in tok.kids):
        return
    tok.tag, tok.pos, tok.lemma = "NN", "NOUN", tok.lower
    hang(tok, first, "conj")
    if cc.head is not first:
        hang(cc, first, "cc")


def attempts(tok: Token, tokens: list[Token]) -> None:
    """*In response to X attempts to cut the road*: the attempts of X."""
    owner = tokens[tok.i - 1] if tok.i else tok
    if owner.dep != "pobj" or tok.children("nsubj", "nsubjpass") or owner.head not in {*tok.head.subtree()}:
        return
    for kid in tok.children("xcomp"):
        kid.dep = "acl"
    tok.tag, tok.pos, tok.lemma = "NNS", "NOUN", tok.lower.removesuffix("s")
    hang(tok, owner.head, "pobj")
    hang(owner, tok, "compound")


def people(tok: Token) -> None:
    """*That irregulars in armbands had burned houses*: people, and who did it; the parser read two verbs."""
    near = (*tok.kids, *tok.head.children(tok.dep))
    verb = next(
        (one for one in near if one.i > tok.i and one.dep in {"ccomp", "conj", tok.dep} and one.children("aux")), None
    )
    if verb is None or verb.children("nsubj", "nsubjpass") or tok.children("dobj", "aux"):
        return
    above, dep = tok.head, tok.dep
    if above is tok:
        return
    hang(verb, above, dep)
    for kid in [one for one in tok.kids if one.i < tok.i and one.dep in {"nsubj", "mark", "advmod"}]:
        hang(kid, verb, "mark" if kid.lower == "that" else kid.dep)
    tok.tag, tok.pos, tok.lemma = "NNS", "NOUN", tok.lower.removesuffix("s")
    hang(tok, verb, "nsubj")


_HURT = frozenset({"wounded", "injured", "hurt", "missing"})


def left_dead(tok: Token) -> None:
    """*Left seven dead and twelve wounded*: both are what the act left."""
    over = tok.head
    for hurt in tok.children("conj") if over.lemma == "leave" else ():
        if hurt.lower in _HURT and hurt.children("nsubj"):
            hang(hurt, over, "conj")
    noun, hurt = tok.head, tok.head.head
    over = hurt.head
    if tok.dep != "amod" or noun.dep != "nsubj" or hurt.lower not in _HURT or over.lemma != "leave" or over is hurt:
        return
    hang(noun, over, "dobj")
    hang(tok, over, "oprd")
    hang(hurt, over, "conj")
    for other in noun.children("conj"):
        hang(other, hurt, "nsubj")


def counter(tok: Token, tokens: list[Token]) -> None:
    """*A counter-offensive*, cut at its hyphen: the word behind it is the noun."""
    dash, noun = (*tokens[tok.i + 1 : tok.i + 3], tok, tok)[:2]
    if dash.text != "-" or noun.lower not in triggers().nouns or noun.head not in {tok, dash, tok.head}:
        return
    if noun in tok.ancestors():
        return
    noun.tag, noun.pos, noun.lemma = "NN", "NOUN", noun.lower
    hang(noun, tok.head, tok.dep)
    for kid in [one for one in tok.kids if one is not noun]:
        hang(kid, noun, "punct" if kid is dash else kid.dep)
    hang(tok, noun, "compound")
    if dash.head is not noun and dash.head is not dash:
        hang(dash, noun, "punct")
