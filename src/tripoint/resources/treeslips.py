"""Slips of the parser that cost a claim its side: each a small pattern of the tree, and what it stands for."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_VERBAL = frozenset({"VBZ", "VBG", "VBN", "VBP", "VB"})
_OVER = {"overran": "overrun", "retook": "retake"}
"""Past forms that the parser takes for names."""
_HEADLINED = {"Kills": "kill", "Injures": "injure", "Wounds": "wound"}
"""Verbs that capitals made names, before a number (*Bomb Kills 18*)."""
_SIDED = frozenset({"affiliated", "linked", "allied"})
_SAID = frozenset({"said", "says", "reported", "added", "claimed", "confirmed", "announced", "told"})
_TOLD_BY_WORD = (
    WEEKDAYS | {"who", "reports", "says", ";"} | _SAID | _SIDED | _OVER.keys() | {word.lower() for word in _HEADLINED}
)
"""Tags and words by which a slip may show: all others are passed by."""


def mend(tokens: list[Token]) -> None:
    """Put right, in place, the slips of one sentence's tree."""
    for tok in tokens:
        if tok.tag not in _VERBAL and tok.lower not in _TOLD_BY_WORD:
            continue
        if tok.text == "IS" and tok.tag == "VBZ":
            _abbreviation(tok, tokens)
        elif tok.lower == "head" and tok.tag in {"VBP", "VB"} and tok.dep == "ccomp":
            _title(tok)
        elif tok.lower in WEEKDAYS and tok.dep in {"compound", "nmod"}:
            _weekday(tok, tokens)
        elif tok.lower in WEEKDAYS and tok.dep == "npadvmod":
            _offensive(tok, tokens)
        elif tok.tag == "VBZ" and tok.dep in {"pobj", "dobj"}:
            tok.tag, tok.pos = "NNS", "NOUN"  # *rocket and mortar shells*
        elif tok.tag == "VBG" and tok.dep == "dobj":
            _second_object(tok)
        elif tok.lower == "who" and tok.dep in {"nsubj", "nsubjpass"}:
            _who(tok, tokens)
        elif tok.lower in {"reports", "says"} and tok.tag == "NNS":
            _reports(tok, tokens)
        elif tok.lower == ";":
            _semicolon(tok)
        elif tok.text in _HEADLINED and tok.tag in {"NNPS", "NNP"}:
            _headlined(tok, tokens)
        elif tok.lower in _SIDED and tok.tag == "VBD" and tok.dep == "advcl":
            _sided(tok)
        elif tok.lower in _OVER and tok.tag != "VBD" and tok.children("dobj", "nsubj"):
            tok.tag, tok.pos, tok.lemma = "VBD", "VERB", _OVER[tok.lower]
        elif tok.lower in _SAID and tok.tag in {"VBD", "VBZ"} and not tok.children("nsubj", "nsubjpass", "agent"):
            _sayer(tok, tokens)
        elif tok.tag == "VBG" and tok.dep == "csubj" and tok.lower in _happenings():
            if all(kid.dep == "prep" for kid in tok.kids):  # *Shelling in X killed ten*
                tok.tag, tok.pos, tok.dep = "NN", "NOUN", "nsubj"
                tok.lemma = tok.lower
        elif tok.tag == "VBZ" and tok.lower in {"attempts", "plans", "efforts", "threats"}:
            _attempts(tok, tokens)
        elif tok.tag == "VBG" and tok.dep in {"acl", "advcl"} and tok.lower in _happenings():
            _happening(tok, tokens)
        elif tok.tag == "VBN" and tok.dep == "acl" and tok.lower in triggers().held:
            _nearest(tok, tokens)
    _garden_path(tokens)


@lru_cache(maxsize=1)
def _happenings() -> frozenset[str]:
    """Event nouns that look like participles (*shelling, bombing*)."""
    return frozenset(noun for noun in triggers().nouns if noun.endswith("ing"))


def _abbreviation(tok: Token, tokens: list[Token]) -> None:
    """*IS said, IS militants took*: in running text no auxiliary is written in capitals."""
    behind = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else None
    if behind is not None and tok.head is tok and behind.dep == "nsubj" and behind.head.dep == "ccomp":
        _crown(behind.head, tok)
    if behind is None or tok.kids or not any(one.text.islower() and len(one.text) > 2 for one in tokens):
        return
    if behind.tag in {"NNS", "NN"} and behind.head is tok.head:
        _hang(tok, behind, "compound")
    elif tok.dep in {"aux", "auxpass"} and tok.head.i > tok.i and not tok.head.children("nsubj", "nsubjpass"):
        tok.dep = "nsubj"
    else:
        return
    tok.tag, tok.pos, tok.lemma = "NNP", "PROPN", "is"


_WITHIN = frozenset({"in", "by", "during", "after", "from", "amid", "following"})
"""Prepositions before a happening in which people died."""


def _offensive(tok: Token, tokens: list[Token]) -> None:
    """*Launched an offensive Friday on X*: the noun before the day is what was launched."""
    noun, verb = tokens[tok.i - 1] if tok.i else tok, tok.head
    if noun.head is not tok or noun.dep != "amod" or noun.lower not in triggers().nouns or verb.children("dobj"):
        return
    noun.tag, noun.pos, noun.lemma = "NN", "NOUN", noun.lower
    _hang(noun, verb, "dobj")
    for kid in [one for one in tok.kids if one.i < noun.i]:
        _hang(kid, noun, kid.dep)


def _headlined(tok: Token, tokens: list[Token]) -> None:
    """*Bomb Kills 18 in X*, a headline that runs in the text."""
    before = [kid for kid in tok.kids if kid.i < tok.i and kid.dep in {"compound", "nsubj", "amod", "nmod"}]
    number = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else tok
    if not before or before[-1].i != tok.i - 1 or number.tag != "CD":
        return
    tok.tag, tok.pos, tok.lemma = "VBZ", "VERB", _HEADLINED[tok.text]
    for kid in before[:-1]:
        _hang(kid, before[-1], "compound")
    before[-1].dep, before[-1].lemma = "nsubj", before[-1].lower
    if number.head is tok:
        number.dep = "dobj"


def _sided(tok: Token) -> None:
    """*When groups affiliated to X fired a shell*: they fired; whose side they are on is said in passing."""
    fired = next((kid for kid in tok.head.children("conj") if kid.i > tok.i and kid.tag == "VBD"), None)
    noun = next(iter(tok.children("nsubj")), None)
    if fired is None or noun is None or fired.children("nsubj", "nsubjpass") or not fired.children("dobj"):
        return
    _hang(fired, tok.head, "advcl")
    for kid in [one for one in tok.kids if one is noun or (one.dep in {"advmod", "mark"} and one.i < noun.i)]:
        _hang(kid, fired, kid.dep)
    tok.tag = "VBN"
    _hang(tok, noun, "acl")


def _semicolon(tok: Token) -> None:
    """*X took the town; Y believe it was left*: two sentences, neither of which stands over the other."""
    below = tok.head
    pair = [(kid, below) for kid in below.kids if kid.i < tok.i < below.i] + [(below, below.head)] * (below.i < tok.i)
    pair += [(kid, below) for kid in below.kids if below.i < tok.i < kid.i]
    for part, whole in pair:
        if part is whole or (part.i < tok.i) == (whole.i < tok.i) or part.tag not in _FINITE | {"VBN", "VBG"}:
            continue
        if part.dep not in {"ccomp", "parataxis", "conj"} or not part.children("nsubj", "nsubjpass"):
            continue
        if not all((one.i < tok.i) == (part.i < tok.i) for one in part.subtree()):
            continue
        whole.kids.remove(part)
        part.head, part.dep = part, "ROOT"
        return


def _sayer(tok: Token, tokens: list[Token]) -> None:
    """*X may leave Y, a diplomat in Z said*: what stands between the comma and the saying says it."""
    comma = next((one.i for one in reversed(tokens[: tok.i]) if one.text == ","), None)
    if comma is None or tok.i - comma < 2 or tok.i - comma > 12 or tok.head is not tok:
        return
    between = tokens[comma + 1 : tok.i]
    tops = [one for one in between if not comma < one.head.i < tok.i and one.dep not in {"punct", "advmod", "aux"}]
    if (
        len(tops) != 1
        or not (tops[0].tag.startswith("NN") or tops[0].tag == "CD")
        or tops[0].dep in {"npadvmod", "pobj"}
    ):
        return
    if tops[0].head.i > comma or any(one.tag in _FINITE for one in between) or tok in tops[0].subtree():
        return
    if not any(one.lemma in words()["people_nouns"] | words()["unnamed_heads"] | words()["titles"] for one in tops):
        return
    _hang(tops[0], tok, "nsubj")


def _nearest(tok: Token, tokens: list[Token]) -> None:
    """*Troops and rebels backed by X*: what stands right behind the last of joined nouns is told of that one."""
    before = tokens[tok.i - 1] if tok.i else tok
    if before.dep == "conj" and before.tag.startswith("NN") and tok.head in before.ancestors():
        _hang(tok, before, "acl")


def _happening(tok: Token, tokens: list[Token]) -> None:
    """*Army shelling kills ten*: the happening is the subject, not what the army was doing."""
    noun = tok.head if tok.dep == "acl" or tok.i == 0 else tokens[tok.i - 1]
    verb = noun.head
    if tok.dep == "advcl" and verb.head is not tok.head:
        return
    if noun.i == tok.i - 1 and noun.dep == "pobj" and noun.tag == "NN" and verb.lower in _WITHIN:
        if not any(kid.dep == "det" for kid in noun.kids) and all(kid.dep == "prep" for kid in tok.kids):
            tok.tag, tok.pos, tok.lemma = "NN", "NOUN", tok.lower  # *killed in army shelling on the town*
            _hang(tok, verb, "pobj")
            _hang(noun, tok, "compound")
        return
    if tok.kids or noun.dep != "nsubj" or noun.i != tok.i - 1 or verb.i != tok.i + 1 or verb.tag not in {"VBZ", "VBD"}:
        return
    if any(kid is not tok and kid.i > noun.i for kid in noun.kids):
        return
    tok.tag, tok.pos, tok.lemma = "NN", "NOUN", tok.lower
    _hang(tok, verb, "nsubj")
    _hang(noun, tok, "compound")


def _title(tok: Token) -> None:
    """*Said the monitors head N. N.*: the head of the monitor, who says it, and no verb."""
    verb = tok.head
    owners, names = tok.children("nsubj"), [kid for kid in tok.children("dobj") if kid.tag == "NNP"]
    if len(owners) != 1 or len(names) != 1 or verb.i > owners[0].i or verb.children("nsubj") or names[0].i < tok.i:
        return
    name = names[0]
    for kid in [one for one in tok.kids if one is not name]:
        _hang(kid, name, "poss" if kid is owners[0] else kid.dep)
    _hang(name, verb, "nsubj")
    tok.tag, tok.pos = "NN", "NOUN"
    _hang(tok, name, "compound")


def _weekday(tok: Token, tokens: list[Token]) -> None:
    """*On Sunday air strikes hit X*, *... on Thursday state TV reported*: the day ends its phrase, and the words behind
    it are the subject of the verb that has none."""
    noun, prep = tok.head, tokens[tok.i - 1] if tok.i else tok
    if prep.lower != "on" or noun.head is not prep or noun.dep != "pobj" or noun.i < tok.i:
        return
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else tok
    verb = after if after.dep == "acl" and after.tag == "VBD" else prep.head
    if verb.i < noun.i or not verb.tag.startswith("VB") or verb.children("nsubj", "nsubjpass", "csubj"):
        return
    if any(one.tag in _FINITE and one is not verb for one in tokens[noun.i + 1 : verb.i]):
        return
    _hang(tok, prep, "pobj")
    if verb in noun.subtree():
        _hang(verb, prep.head, "parataxis")
    _hang(noun, verb, "nsubjpass" if verb.children("auxpass") else "nsubj")


def _second_object(tok: Token) -> None:
    """*Support the forces fighting against X*: the forces fight."""
    first = [kid for kid in tok.head.children("dobj") if kid.i < tok.i]
    if first and not any(kid.dep == "cc" for kid in tok.head.kids if first[-1].i < kid.i < tok.i):
        _hang(tok, first[-1], "acl")


def _who(tok: Token, tokens: list[Token]) -> None:
    """*A stance on N. N. who continues ...*: no thing is a *who*; it is whom the word before it names."""
    verb = tok.head
    before = tokens[tok.i - 1] if tok.i else tok
    if verb.dep != "relcl" or verb.head is before or not before.tag.startswith("NN") or before in verb.subtree():
        return
    people = words()["people_nouns"] | words()["titles"] | words()["unnamed_heads"] | words()["counting_nouns"]
    if verb.head.tag in {"NN", "NNS"} and verb.head.lemma not in people and verb not in before.ancestors():
        _hang(verb, before, "relcl")


def _reports(tok: Token, tokens: list[Token]) -> None:
    """*... an agency reports*, at the end of a sentence: a saying, and no noun."""
    names = [kid for kid in tok.children("compound") if kid.tag.startswith("NN") and kid.i == tok.i - 1]
    if not names or any(one.dep != "punct" for one in tokens[tok.i + 1 :]) or tok.i < 6 or tok.head is tok:
        return
    for kid in [one for one in tok.kids if one is not names[0] and one.i < tok.i]:
        _hang(kid, names[0], kid.dep)
    tok.tag, tok.pos, tok.lemma, tok.dep = "VBZ", "VERB", tok.lower.removesuffix("s"), "parataxis"
    names[0].dep = "nsubj"


def _attempts(tok: Token, tokens: list[Token]) -> None:
    """*In response to X attempts to cut the road*: the attempts of X."""
    owner = tokens[tok.i - 1] if tok.i else tok
    if owner.dep != "pobj" or tok.children("nsubj", "nsubjpass") or owner.head not in {*tok.head.subtree()}:
        return
    for kid in tok.children("xcomp"):
        kid.dep = "acl"
    tok.tag, tok.pos, tok.lemma = "NNS", "NOUN", tok.lower.removesuffix("s")
    _hang(tok, owner.head, "pobj")
    _hang(owner, tok, "compound")


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _garden_path(tokens: list[Token]) -> None:
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
    if any(tok.tag in _FINITE and tok not in after for tok in tokens):
        return
    held = None if after else _bare_object(tokens, verb)
    if not after and held is None:
        return
    noun = root if root.tag.startswith("NN") else next(iter(root.children("nsubj")), None)
    if noun is None or noun.i > verb.i:
        return
    _make_main(root, noun, verb, held)


_MOVES = frozenset("cross enter arrive depart flee head set leave".split())
"""Verbs of motion: what stands before them without a *by* moves and is not moved."""


def _moved(root: Token, tokens: list[Token]) -> bool:
    """*Two trucks of X crossed from A to B*: a sentence without a main verb, whose participle tells a movement."""
    near = {root, *(pobj for kid in root.children("prep") if kid.lower == "of" for pobj in kid.children("pobj"))}
    found = [kid for noun in near for kid in noun.children("acl") if kid.tag == "VBN" and kid.lemma in _MOVES]
    if len(found) != 1 or found[0].children("agent", "aux", "auxpass", "dobj") or not found[0].children("prep"):
        return False
    if any(tok.tag in {"VBZ", "VBP", "MD"} or (tok.tag == "VBD" and tok.dep != "conj") for tok in tokens):
        return False
    _make_main(root, root, found[0], None)
    return True


def _bare_object(tokens: list[Token], verb: Token) -> Token | None:
    """The noun phrase that opens right behind another noun, with nothing to join the two."""
    for one, tok in pairwise(tokens[verb.i + 1 :]):
        if one.tag in {"NN", "NNS", "NNP"} and tok.tag in {"DT", "CD"} and tok.head.tag.startswith("NN"):
            return tok.head if tok.head.i > tok.i else None
    return None


def _make_main(root: Token, noun: Token, verb: Token, held: Token | None) -> None:
    """Make `verb` the main verb, `noun` its subject and `held` its object."""
    verb.head.kids.remove(verb)
    verb.tag, verb.dep, verb.head = "VBD", "ROOT", verb
    for kid in [one for one in root.kids if one.i < noun.i and one.dep in {"prep", "npadvmod", "advmod"}]:
        _hang(kid, verb, kid.dep)
    if noun is root:
        root.head, root.dep = verb, "nsubj"
        verb.kids.append(root)
    else:
        root.kids.remove(noun)
        noun.head, noun.dep = verb, "nsubj"
        verb.kids.append(noun)
        root.head, root.dep = noun, "acl"
        noun.kids.append(root)
    verb.kids.sort(key=lambda one: one.i)
    if held is not None and held.head is not held:
        _hang(held, verb, "dobj")


def _crown(verb: Token, tok: Token) -> None:
    """Make `verb`, which hangs on the root `tok`, the root, and hang all else on it."""
    if verb.head is not tok:
        return
    for kid in [one for one in tok.kids if one is not verb]:
        _hang(kid, verb, kid.dep)
    tok.kids.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    tok.head = verb
    verb.kids.append(tok)
    verb.kids.sort(key=lambda one: one.i)


def _hang(tok: Token, above: Token, dep: str) -> None:
    tok.head.kids.remove(tok)
    tok.head, tok.dep = above, dep
    above.kids.append(tok)
    above.kids.sort(key=lambda one: one.i)
