"""One place where a text gives words, thoughts or wishes to somebody, as far as its own sentence tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.claims.voices.scope import lemma
from tripoint.model import MentionKind
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
    if tok.lower in NOBODY or is_verb(tok) or scene.headed(at, tok, MentionKind.TIME) is not None:
        return False
    if tok.ent in {"DATE", "TIME"}:
        return False
    if tok.lemma.lower() in lists.documents:
        return name in lists.document_verbs
    if tok.tag in {"PRP", "WP", "NNP", "NNPS", "CD"} or tok.lemma.lower() in lists.speaking_nouns:
        return True
    if scene.headed(at, tok, MentionKind.PERSON, MentionKind.ACTOR) is not None or scene.kind_of(at, tok) == "people":
        return True
    return clause and name in lists.document_verbs


def dated(scene: Scene, at: int, verb: Token, content: frozenset[int]) -> Named | None:
    """The time mention that dates the saying, not what is said."""
    for named in scene.named(at, MentionKind.TIME):
        if named.head.i in content:
            continue
        if verb in named.head.ancestors() and all(not is_verb(tok) or tok is verb for tok in _until(named.head, verb)):
            return named
    return None


def _until(tok: Token, stop: Token) -> Iterator[Token]:
    for above in tok.ancestors():
        yield above
        if above is stop:
            return
