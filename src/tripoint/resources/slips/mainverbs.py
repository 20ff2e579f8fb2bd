"""Sentences that the parser left without a main verb."""

from __future__ import annotations

from itertools import pairwise

from tripoint.resources.claims import triggers, words
from tripoint.resources.slips.tree import FINITE, crown, hang, make_main
from tripoint.syntax import Token

_MOVES = frozenset("cross enter arrive depart flee head set leave".split())
"""Verbs of motion: what stands before them without a *by* moves and is not moved."""


def garden_path(tokens: list[Token]) -> None:
    """*Groups linked to X targeted with shells the town*: a sentence without a main verb, whose last participle has an
    object of its own: that participle is the verb."""
    root = next((tok for tok in tokens if tok.head is tok), None)
    if root is None or tokens[-1].text != ".":
        return
    if not (root.tag.startswith("NN") or (root.tag == "VBN" and not root.children("aux", "auxpass", "nsubjpass"))):
        return
    if root.tag.startswith("NN") and _moved(root, tokens):
        return
    found = [tok for tok in tokens if tok.tag == "VBN" and tok.dep == "acl" and tok.lemma in triggers().verbs]
    verb = found[-1] if found else None
    if verb is None or verb.children("agent", "aux", "auxpass"):
        return
    after = [tok for tok in verb.children("conj") if tok.tag == "VBD" and tok.children("dobj")]
    if any(tok.tag in FINITE and tok not in after for tok in tokens):
        return
    held = None if after else _bare_object(tokens, verb)
    if not after and held is None:
        return
    noun = root if root.tag.startswith("NN") else next(iter(root.children("nsubj")), None)
    if noun is None or noun.i > verb.i:
        return
    make_main(root, noun, verb, held)


def reduced(tokens: list[Token]) -> None:
    """*Bombs dropped by helicopters on X had killed ten*: the first verb tells of the bombs, the other is the main."""
    root = next((tok for tok in tokens if tok.head is tok), None)
    if root is None or root.tag not in {"VBD", "VBN"} or not root.children("agent") or root.children("aux", "auxpass"):
        return
    noun = next(iter(root.children("nsubj", "nsubjpass")), None)
    late = [kid for kid in root.kids if kid.i > root.i and kid.tag == "VBN" and kid.children("aux", "auxpass")]
    late = late or _unjoined(root)
    if noun is None or len(late) != 1 or late[0].children("nsubj", "nsubjpass", "mark", "advmod"):
        return
    noun.dep = "nsubj"
    _below_its_noun(root, noun, late[0], [kid for kid in root.kids if kid.i > root.i])
    root.tag = "VBN"


def _below_its_noun(tok: Token, noun: Token, verb: Token, own: list[Token]) -> None:
    """Make `verb` the root in place of `tok`, which tells of `noun` alone and keeps its `own` before that verb."""
    first = min((kid.i for kid in verb.children("aux", "auxpass")), default=verb.i)
    own = [kid for kid in own if kid.i < first and kid is not verb]
    crown(verb, tok)
    hang(tok, noun, "acl")
    for kid in own:
        hang(kid, tok, kid.dep)


def taken_so(tok: Token) -> None:
    """*Ten soldiers taken prisoner there were handed over*: *taken* is no past tense; the other is the main verb."""
    so = [kid for kid in tok.children("dobj", "oprd", "acomp", "attr") if kid.lower in _TAKEN_SO and not kid.kids]
    if not so or tok.children("aux", "auxpass"):
        return
    so[0].dep = "oprd"
    noun = next(iter(tok.children("nsubj", "nsubjpass")), None)
    late = [kid for kid in tok.children("conj") if kid.i > tok.i and kid.children("aux", "auxpass")][:1]
    joined = any(kid.dep == "cc" and late and kid.i < late[0].i for kid in tok.kids)
    if noun is None or noun.i > tok.i:
        return
    if tok.head is tok and late and not joined and not late[0].children("nsubj", "nsubjpass"):
        verb = late[0]
        _below_its_noun(tok, noun, verb, [kid for kid in tok.kids if kid.i > tok.i and kid.dep != "punct"])
    elif tok.dep in {"ccomp", "csubj", "advcl"} and tok.head.i > tok.i and not tok.head.children("nsubj", "nsubjpass"):
        verb = tok.head
        hang(noun, verb, "nsubj")
        hang(tok, noun, "acl")
    else:
        return
    tok.tag = "VBN"
    noun.dep = "nsubjpass" if verb.children("auxpass") else "nsubj"


_TAKEN_SO = frozenset({"prisoner", "captive", "hostage"})


def _unjoined(root: Token) -> list[Token]:
    """*Mortars fired by X fell on Y*: the first verb behind the participle, with no *and* between the two."""
    late = [kid for kid in root.children("conj") if kid.i > root.i and kid.tag == "VBD"][:1]
    joined = any(kid.dep in {"cc", "punct"} and root.i < kid.i < late[0].i for kid in root.kids) if late else True
    return [] if joined else late


_SENDING = frozenset({"by", "from"})
_SENT = frozenset("drop fire launch plant lob hurl shoot throw".split())


def sent_by(tok: Token) -> None:
    """*Bombs dropped by two jets struck X*, *shells, fired from Y, hit X*: what was sent off is what struck."""
    if tok.lemma not in _SENT or tok.children("aux", "auxpass", "dobj"):
        return
    noun = next((kid for kid in tok.children("nsubj", "nsubjpass") if tok.i - 2 <= kid.i < tok.i), None)
    by = next((kid for kid in tok.children("prep", "agent") if kid.lower in _SENDING and kid.i == tok.i + 1), None)
    if noun is None or by is None or noun.lemma not in words()["weapon_nouns"]:
        return
    if tok.dep == "ccomp" and tok.head.i > by.i and not tok.head.children("nsubj", "nsubjpass"):
        hang(noun, tok.head, "nsubj")  # *rockets fired from X hit Y*
        hang(tok, noun, "acl")
        tok.tag = "VBN"
        return
    beside = [*tok.children("conj"), *(tok.head.children("conj") if tok.head is not tok else ())]
    late = [one for one in beside if one.i > by.i and one.tag == "VBD" and not one.children("nsubj", "nsubjpass")]
    if not late or any(kid.dep == "cc" and by.i < kid.i < late[0].i for kid in (*tok.kids, *tok.head.kids)):
        return
    verb = late[0]
    if tok.head is tok:
        _below_its_noun(tok, noun, verb, [by])
    else:
        hang(verb, tok.head, tok.dep)
        for kid in [one for one in tok.kids if one.i < noun.i]:
            hang(kid, verb, kid.dep)
        hang(noun, verb, "nsubj")
        hang(tok, noun, "acl")
    noun.dep = "nsubj"
    tok.tag = "VBN"
    by.dep = "agent" if by.lower == "by" else "prep"


def led_in(tokens: list[Token]) -> None:
    """*Elsewhere in Syria rebels attacked a post*: what stands between the name of a place and the verb does it."""
    for prep in tokens:
        if prep.lower not in _LEADING or prep.tag != "IN":
            continue
        verb = next((tok for tok in tokens[prep.i + 1 : prep.i + 8] if tok.tag in FINITE), None)
        if verb is None or any(tok.text == "," for tok in tokens[prep.i : verb.i]):
            continue
        noun = tokens[verb.i - 1]
        owns = prep in noun.ancestors() and noun.dep == "pobj" and not verb.children("nsubj", "nsubjpass", "expl")
        stranded = noun.head is verb and noun.dep in {"nsubj", "nsubjpass"} and not prep.kids and prep.head is verb
        if noun.tag != "NNS" or noun.lemma not in words()["force_nouns"] or not (owns or stranded):
            continue
        names = [kid for kid in noun.kids if kid.tag == "NNP" and kid.text[:1].isupper() and prep.i < kid.i < noun.i]
        if not names or (owns and prep in verb.subtree() and verb not in prep.ancestors()):
            continue
        place = names[-1]
        for kid in [one for one in noun.kids if one.i < place.i and one.dep != "punct"]:
            hang(kid, place, "compound" if kid.tag == "NNP" else kid.dep)
        if owns:
            hang(noun, verb, "nsubj")
        hang(place, prep, "pobj")
        return


def behind_its_name(tokens: list[Token]) -> None:
    """*The president, N. N., called on residents to fight*: the verb behind the name is the main one."""
    root = next((tok for tok in tokens if tok.head is tok), None)
    if root is None or root.tag not in {"NN", "NNP"} or tokens[-1].text != ".":
        return
    names = [kid for kid in root.children("appos") if kid.tag == "NNP"]
    late = [kid for kid in root.children("acl") if kid.tag == "VBD" and names and kid.i > names[-1].i]
    if len(late) != 1 or late[0].children("agent", "auxpass") or tokens[late[0].i - 1].text != ",":
        return
    if not late[0].children("dobj", "ccomp", "xcomp") or late[0].children("nsubj"):
        return
    make_main(root, root, late[0], None)
    root.dep = "nsubj"


_LEADING = frozenset({"in", "near", "around", "outside", "across"})


def _moved(root: Token, tokens: list[Token]) -> bool:
    """*Two trucks of X crossed from A to B*: a sentence without a main verb, whose participle tells a movement."""
    near = {root, *(pobj for kid in root.children("prep") if kid.lower == "of" for pobj in kid.children("pobj"))}
    found = [kid for noun in near for kid in noun.children("acl") if kid.tag == "VBN" and kid.lemma in _MOVES]
    if len(found) != 1 or found[0].children("agent", "aux", "auxpass", "dobj") or not found[0].children("prep"):
        return False
    if any(tok.tag in {"VBZ", "VBP", "MD"} or (tok.tag == "VBD" and tok.dep != "conj") for tok in tokens):
        return False
    make_main(root, root, found[0], None)
    return True


def _bare_object(tokens: list[Token], verb: Token) -> Token | None:
    """The noun phrase that opens right behind another noun, with nothing to join the two."""
    for one, tok in pairwise(tokens[verb.i + 1 :]):
        if one.tag in {"NN", "NNS", "NNP"} and tok.tag in {"DT", "CD"} and tok.head.tag.startswith("NN"):
            return tok.head if tok.head.i > tok.i else None
    return None
