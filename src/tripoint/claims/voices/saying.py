"""One place where a text gives words, thoughts or wishes to somebody, as far as its own sentence tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tripoint.claims.arguments import Argument, subject
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.claims.voices.interruptions import lemma, remark_of
from tripoint.model import MentionKind, Span
from tripoint.resources.claims import sources
from tripoint.resources.voices import voice_words
from tripoint.syntax import Token

NOBODY = {"it", "there", "this", "these", "that", "what", "which", "nothing", "something", "everything", "anything"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A cue, the head of its source (None: implicit) and the tokens it holds.

    `vouched` are those told as happenings; `voice` names an implicit voice (*reportedly*: reports); `relative`: the
    source is the antecedent of *who*; `passive`: the one who speaks is left out or stands behind *by*.
    """

    cue: Token
    source: Token | None
    content: frozenset[int]
    vouched: frozenset[int]
    said: Named | None = None
    voice: str | None = None
    hedged: bool = False
    relative: bool = False
    passive: bool = False


def speaks(scene: Scene, at: int, tok: Token, verb: Token) -> bool:
    """Whether the phrase headed by `tok` may be the one who says or thinks what `verb` tells."""
    lists, name = voice_words(), lemma(verb)
    clause = name in lists.clause and bool(verb.children("ccomp", "parataxis"))
    if tok.lower == "it":
        return clause or name in lists.document_verbs
    if tok.lower in NOBODY or any(kid.lower in {"neither", "no"} for kid in tok.kids):
        return False  # *neither side has said how many, no group has claimed it*
    if is_verb(tok) or scene.headed(at, tok, MentionKind.TIME) is not None:
        return False
    if tok.ent in {"DATE", "TIME"}:
        return False
    if tok.lemma.lower() in lists.documents:
        return name in lists.document_verbs
    if tok.lemma.lower() in sources():
        return True
    if tok.tag in {"PRP", "WP", "NNP", "NNPS", "CD"} or tok.lemma.lower() in lists.speaking_nouns | lists.bodies:
        return True
    if scene.headed(at, tok, MentionKind.PERSON, MentionKind.ACTOR) is not None or scene.kind_of(at, tok) == "people":
        return True
    return clause and name in lists.document_verbs


def reporter(verb: Token, tokens: Sequence[Token], spans: Sequence[Span]) -> Argument | None:
    """The subject of a verb of saying; where the parse takes it from inside the quotation, the name beside the verb."""
    found = subject(remark_of(verb) or verb)
    quotation = next((s for s in reversed(spans) if s.end <= verb.start), None)
    if quotation is None or any(s.start <= verb.start < s.end for s in spans):
        return found
    if found is None and verb.i > 0 and tokens[verb.i - 1].start >= quotation.start and verb.start - quotation.end > 2:
        return None
    if found is not None and found.tok.start >= quotation.end:
        return found
    if found is not None and found.tok.start < quotation.start:
        return found
    before = [t for t in tokens if quotation.end <= t.start and t.i < verb.i]
    names = [t for t in before if t.tag in {"NNP", "NN", "NNS", "NNPS", "PRP"} and t.dep != "compound"]
    after = [t for t in verb.kids if t.i > verb.i and t.dep in {"nsubj", "dobj", "attr"}]
    if before and names and not any(is_verb(t) for t in before):
        outside = next((t for t in names if t.head.start < quotation.end or t.head is verb), names[0])
        return Argument(tok=outside, how="subject")
    if not before and after:
        return Argument(tok=after[0], how="subject")
    return found


def dated(scene: Scene, at: int, verb: Token, content: frozenset[int]) -> Named | None:
    """The time mention that dates the saying, not what is said."""
    for named in scene.named(at, MentionKind.TIME):
        if named.head.i in content or (named.head.dep == "pobj" and named.head.head.lower in {"over", "during"}):
            continue  # *reported ten raids over the past day*: in which they took place
        if verb in named.head.ancestors() and all(not is_verb(tok) or tok is verb for tok in _until(named.head, verb)):
            return named
    return None


def _until(tok: Token, stop: Token) -> Iterator[Token]:
    for above in tok.ancestors():
        yield above
        if above is stop:
            return
