"""Sayings without a verb of their own: *according to X, reportedly, X's claim that, confident that, in X's view*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tripoint.claims.arguments import subject
from tripoint.claims.scene import Scene
from tripoint.claims.tree import believing, is_verb, prepositions
from tripoint.claims.voices.interruptions import lemma
from tripoint.claims.voices.saying import Saying, speaks
from tripoint.claims.voices.speakers import phrase
from tripoint.model import MentionKind
from tripoint.resources.claims import words
from tripoint.resources.voices import voice_words
from tripoint.syntax import Sentence, Token

HEADLINE = 160
"""Characters that a headline has at the most."""
EXPRESSING = {
    "make",
    "have",
    "express",
    "voice",
    "issue",
    "give",
    "offer",
    "raise",
    "share",
    "hold",
    "repeat",
    "reject",
}


def phrases(scene: Scene, at: int, sentence: Sentence, tok: Token) -> Iterator[Saying]:
    """The saying that `tok` cues, when it is no verb of saying."""
    lists = voice_words()
    name = tok.lemma.lower()
    if tok.lower == "according" or (tok.lower == "per" and tok.dep == "prep"):
        yield from _according(sentence, tok)
    elif name in words().maps["hedges"] and tok.pos == "ADV":
        voice = words().maps["hedges"][name]
        if voice:
            scope = frozenset(one.i for one in tok.head.subtree()) - {tok.i}
            yield Saying(cue=tok, source=None, content=scope, vouched=scope, voice=voice, hedged=True)
    elif tok.text == ":" and 0 < tok.i <= 8:
        yield from _headed(scene, at, sentence, tok)
    elif tok.tag in {"NN", "NNS"}:
        if name in lists.frames:
            yield from _in_view(scene, at, sentence, tok)
        if name in lists.nouns or name in lists.telling_nouns:
            yield from _noun(scene, at, tok)
    elif tok.lower == "believed" and believing(tok) is not None:
        yield from _believed(scene, at, tok)
    elif name in lists.adjectives and (tok.pos == "ADJ" or tok.tag in {"VBN", "VBD", "JJ"}):
        yield from _adjective(scene, at, tok)


def _headed(scene: Scene, at: int, sentence: Sentence, colon: Token) -> Iterator[Saying]:
    """*Minister: Army holds the bridge*: a headline that gives its words to whom it names before a colon."""
    block = scene.doc.blocks[sentence.block]
    before, after = sentence.tokens[: colon.i], sentence.tokens[colon.i + 1 :]
    if sentence.start - block.start > 1 or block.end - block.start > HEADLINE or any(is_verb(tok) for tok in before):
        return
    heads = [tok for tok in before if tok.tag.startswith("NN") and (tok.head is tok or tok.head not in before)]
    if len(heads) != 1 or not after:
        return
    head = heads[0]
    who = scene.headed(at, head, MentionKind.PERSON, MentionKind.ACTOR) is not None
    if not who and head.lemma.lower() not in _tellers():
        return
    held = frozenset(tok.i for tok in after)
    yield Saying(cue=colon, source=head, content=held, vouched=held)


@lru_cache(maxsize=1)
def _tellers() -> frozenset[str]:
    """Who or what may stand before a colon and what it tells."""
    lists = voice_words()
    return lists.speaking_nouns | lists.bodies | lists.documents | {"army"}


def _according(sentence: Sentence, tok: Token) -> Iterator[Saying]:
    to = next((kid for kid in tok.kids if kid.lower == "to"), tok)
    while not to.children("pobj") and to.children("prep"):  # *according to to X*, typed twice
        to = to.children("prep")[0]
    source = next(iter(to.children("pobj")), None)
    if source is None:
        return
    source = _giver(source)
    own = {one.i for one in tok.subtree()}
    clause = tok.head if tok.dep == "prep" and _opens_own_clause(tok, tok.head) else None
    if clause is not None:
        scope = frozenset(one.i for one in clause.subtree()) - own
        yield Saying(cue=tok, source=source, content=scope, vouched=scope)
        return
    top = tok
    while top.head is not top and not is_verb(top):
        top = top.head
    while top.dep in {"conj", "ccomp"} and is_verb(top.head) and lemma(top.head) not in words()["reporting"]:
        top = top.head
    scope = frozenset(one.i for one in (top.subtree() if top is not tok else sentence.tokens)) - own
    yield Saying(cue=tok, source=source, content=scope, vouched=scope)


def _opens_own_clause(tok: Token, verb: Token) -> bool:
    """*They shelled X, and according to Y ten died*: only what stands behind it is Y's."""
    return verb.dep == "conj" and verb.head.i < tok.i < verb.i and bool(verb.children("nsubj", "nsubjpass"))


_GIVEN = frozenset({"information", "report", "statement", "data", "figure", "datum", "account", "toll", "count"})


def _giver(source: Token) -> Token:
    """*According to information provided by X, a report from X*: X."""
    if source.lemma.lower() not in _GIVEN:
        return source
    for kid in source.kids:
        if kid.dep in {"acl", "prep"}:
            for word, tok in prepositions(kid) if kid.dep == "acl" else prepositions(source):
                if word in {"by", "from"} and not is_verb(tok):
                    return tok
    return source


_COUNTS = frozenset({"count", "reckoning", "estimate", "admission"})
"""Nouns that give a voice only behind *by*."""


def _in_view(scene: Scene, at: int, sentence: Sentence, noun: Token) -> Iterator[Saying]:
    """*In X's view, in the words of X, by the count of X*: the clause it stands in."""
    if noun.dep != "pobj" or noun.head.lower not in ({"by"} if noun.lemma in _COUNTS else {"in", "to", "by"}):
        return
    whose = [*noun.children("poss"), *(tok for word, tok in prepositions(noun) if word == "of")]
    if not whose or not speaks(scene, at, whose[0], noun) or (noun.lemma in _COUNTS and whose[0].tag == "PRP$"):
        return
    top = noun.head
    while top.head is not top and not is_verb(top):
        top = top.head
    scope = frozenset(one.i for one in top.subtree()) - {one.i for one in noun.head.subtree()}
    if noun.lemma in _COUNTS:  # what is counted stands in the same clause
        beside = (kid for kid in top.children("conj", "advcl", "relcl", "acl", "parataxis") if is_verb(kid))
        scope -= {one.i for kid in beside for one in kid.subtree()}
    yield Saying(cue=noun, source=whose[0], content=scope, vouched=scope)


def _believed(scene: Scene, at: int, tok: Token) -> Iterator[Saying]:
    """*If X is to be believed*: X says the clause that the condition hangs on."""
    condition = believing(tok)
    whose = condition.children("nsubj", "nsubjpass") if condition is not None else []
    if condition is None or not whose or not speaks(scene, at, whose[0], tok):
        return
    scope = frozenset(one.i for one in condition.head.subtree()) - {one.i for one in condition.subtree()}
    yield Saying(cue=tok, source=whose[0], content=scope, vouched=scope, hedged=True)


def _noun(scene: Scene, at: int, noun: Token) -> Iterator[Saying]:
    """*Reports that X, his belief that X, allegations of X, a threat to do X*."""
    telling = noun.lemma.lower() in voice_words().telling_nouns
    found: set[int] = set()
    vouched: set[int] = set()
    for kid in noun.kids:
        below = {one.i for one in kid.subtree()}
        if kid.dep in {"acl", "ccomp", "relcl"} and (
            kid.children("mark") or lemma(kid) in {"allege", "claim", "say"} or any(k.tag == "TO" for k in kid.kids)
        ):
            found |= below
            vouched |= below if not any(k.tag == "TO" for k in kid.kids) else set()
        if kid.dep == "prep" and kid.lower in {"of", "about", "over", "against", "for"}:
            if any(scene.headed(at, one, MentionKind.PERSON, MentionKind.ACTOR) for one in kid.children("pobj")):
                continue
            found |= below if kid.lower in {"about", "over"} or telling else set()
            vouched |= below if kid.lower in {"of", "about"} and noun.lemma != "statement" else set()
    above = noun.head
    if telling and is_verb(above) and noun.dep in {"nsubj", "nsubjpass"}:
        for kid in above.children("prep", "xcomp", "advcl"):
            if kid.lower == "about" or lemma(kid) in {"allege", "claim", "say", "suggest"}:
                below = {one.i for one in kid.subtree()}
                found |= below
                vouched |= below
        if lemma(above) in {"say", "suggest", "claim", "indicate"}:
            return
    if not found and not vouched:
        return
    whose = next((kid for kid in noun.children("poss", "compound", "amod") if _names(scene, at, kid)), None)
    if whose is None:
        whose = next((tok for word, tok in prepositions(noun) if word in {"by", "from"}), None)
    mine = whose
    if noun.dep == "pobj" and above.lower == "in" and is_verb(above.head) and lemma(above.head) in words()["reporting"]:
        arg = subject(above.head)  # *X says in a report that ...*
        mine = whose = arg.tok if mine is None and arg is not None and speaks(scene, at, arg.tok, above.head) else mine
    if mine is None and is_verb(above) and lemma(above) in EXPRESSING and noun.dep == "dobj":
        arg = subject(above)
        mine = arg.tok if arg is not None and speaks(scene, at, arg.tok, above) else None
    yield Saying(
        cue=noun,
        source=mine,
        content=frozenset(found | vouched),
        vouched=frozenset(vouched) if telling else frozenset(),
        voice=phrase(scene, noun) if whose is None else None,
        hedged=True,
    )


def _names(scene: Scene, at: int, tok: Token) -> bool:
    return tok.dep == "poss" or scene.on(at, tok, MentionKind.PERSON, MentionKind.ACTOR) is not None


def _adjective(scene: Scene, at: int, tok: Token) -> Iterator[Saying]:
    """*X is confident that, was aware of, seemed ready to*."""
    if tok.dep not in {"acomp", "ccomp", "ROOT", "conj", "advcl", "oprd", "relcl", "xcomp"}:
        return
    found: set[int] = set()
    for kid in tok.kids:
        clause = kid.dep in {"ccomp", "xcomp", "advcl"} and (kid.children("mark", "nsubj") or kid.tag == "VB")
        if (kid.i > tok.i and clause) or (
            kid.dep == "prep" and kid.lower in {"of", "about", "over", "at", "with", "in", "to", "for", "against"}
        ):
            found |= {one.i for one in kid.subtree()}
    if not found:
        return
    verb = tok if is_verb(tok) else tok.head
    arg = subject(verb) if is_verb(verb) else None
    if arg is None or not speaks(scene, at, arg.tok, tok):
        return
    yield Saying(
        cue=tok, source=arg.tok, content=frozenset(found), vouched=frozenset(), relative=arg.how == "antecedent"
    )
