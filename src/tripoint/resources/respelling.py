"""Words that the parser reads better in another spelling: *IS* the group, and the present tense of headlines.

What is parsed is a text of the same number of words, of which some are spelt otherwise; where the words lie in the
document is kept beside it, so that nobody else sees the other spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tripoint.resources.claims import triggers, words
from tripoint.resources.pasttense import past

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token


class Respelt(NamedTuple):
    """A text for the parser, and [start, length) of its words as the document spells them (None: as they are)."""

    doc: Doc
    where: list[tuple[int, int]] | None


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "JJ"})
_OPENING = frozenset({"DT", "CD", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP$", "JJR", "VBN", "VBD", "RB"})
_SIDES = frozenset(
    "military army navy militia police junta regime government coalition opposition troops gunmen".split()
)
_COURSE = frozenset(
    "resume continue rage erupt flare spread intensify escalate ease subside begin start end collapse hold".split()
)
"""Verbs of the course of a happening (*fighting resumes*)."""
_LONGEST = 30
_KNOWN_AS = {"retook": "recaptured", "overran": "captured"}
_BEFORE_PARTICIPLES = frozenset("had has have having was were been being is are".split())
_EMPHATIC = frozenset("this it he she there what that who which here such".split())
"""Words before an *IS* in capitals that is a verb."""


def spelt(nlp: Language, text: str) -> Respelt:
    """Return the words of `text`, with *IS* in capitals spelt as a name that cannot be a verb, and *retook* and
    *overran* as verbs that the parser knows."""
    doc = nlp.make_doc(text)
    if ("IS" not in text or text.isupper()) and all(word not in text for word in ("retook", "overran", "overrun")):
        return Respelt(doc, None)
    said = [tok.text for tok in doc]
    for at, word in enumerate(said):
        if word in _KNOWN_AS:
            said[at] = _KNOWN_AS[word]
        elif word == "overrun" and at and said[at - 1].lower() in _BEFORE_PARTICIPLES:
            said[at] = "captured"
        elif word == "IS" and not text.isupper() and (not at or said[at - 1].lower() not in _EMPHATIC):
            said[at] = "ISIS"
    return (
        _made(nlp, doc, said)
        if any(tok.text != word for tok, word in zip(doc, said, strict=True))
        else Respelt(doc, None)
    )


def retold(nlp: Language, told: Respelt) -> Iterator[Respelt]:
    """Yield readings of a parsed headline without a finite verb in which one word is a verb in the past tense."""
    tokens = list(told.doc)
    if not 2 < len(tokens) <= _LONGEST:
        return
    finite = any(tok.tag_ in _FINITE for tok in tokens)
    for before, tok in pairwise(tokens):
        verb = _as_verb(before, tok) if not finite or _is_side(before) else None
        if verb is not None:
            said = [one.text for one in tokens]
            said[tok.i] = past(verb)
            for subject in (before.text, "troops") if _is_side(before) and before.tag_ != "NNS" else (before.text,):
                said[before.i] = subject  # *military bombed village* is taken for a village that was bombed
                made = _made(nlp, told.doc, said)
                yield Respelt(made.doc, told.where or made.where)


def holds(told: Respelt, first: Respelt) -> bool:
    """Whether the parser took the word that was respelt for a verb with a subject, and the whole for one sentence."""
    changed = [new for old, new in zip(first.doc, told.doc, strict=True) if old.text != new.text]
    return (
        bool(changed)
        and changed[-1].tag_ == "VBD"
        and any(kid.dep_ == "nsubj" and kid.i < changed[-1].i for kid in changed[-1].children)
    )


def _as_verb(before: Token, tok: Token) -> str | None:
    """The base form of the verb that `tok` may be behind `before`: *rebels shell X*, *the militia fires rockets*."""
    word = tok.lower_
    if tok.tag_ not in _NOMINAL or before.tag_ not in _NOMINAL:
        return None
    if tok.i + 1 == len(tok.doc):
        stem = word.removesuffix("s")
        return stem if stem != word and stem in triggers().verbs and before.lower_ in _SIDES else None
    after = tok.doc[tok.i + 1]
    if before.tag_ in {"NNS", "NNPS"} or before.lower_ in {"police", "troops", "forces"}:
        if word in triggers().verbs and (after.tag_ in _OPENING or after.tag_ in {"IN", "TO", "RP"}):
            return word
        return None
    verb = next(
        (one for one in _stems(word) if one in triggers().verbs or one in words()["reporting"] or one in _COURSE), None
    )
    if verb is None:
        return None
    if verb in triggers().nouns:  # *Syria clashes, air strikes*: happenings, unless somebody does them
        side = before.tag_ == "NNP" or _is_side(before)
        return verb if side and after.tag_ in _OPENING else None
    return verb if after.tag_ in _OPENING or after.tag_ in {"IN", "TO", "RP"} else None


def _is_side(tok: Token) -> bool:
    """Whether a word tells people or a force, which do things."""
    people = _people()
    return tok.tag_ in _NOMINAL and (tok.lower_ in people or tok.lower_.removesuffix("s") in people)


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return words()["force_nouns"] | words()["people_nouns"] | _SIDES


def _stems(word: str) -> Iterator[str]:
    """The base forms that a word in *s* may be the present tense of."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]


def _made(nlp: Language, doc: Doc, said: list[str]) -> Respelt:
    from spacy.tokens import Doc

    made = Doc(nlp.vocab, words=said, spaces=[bool(tok.whitespace_) for tok in doc])
    return Respelt(made, [(tok.idx, len(tok)) for tok in doc])
