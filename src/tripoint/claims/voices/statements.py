"""Statements told in full: who published the words that the paragraphs behind quote (*X issued a statement:*)."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive, is_verb, prepositions
from tripoint.claims.voices.attribution import Attribution
from tripoint.claims.voices.interruptions import lemma
from tripoint.claims.voices.speakers import Naming
from tripoint.model import Speaker
from tripoint.resources.claims import words
from tripoint.syntax import Sentence, Token

_AUTHORS = frozenset({"by", "from", "of"})
_FOLLOWING = frozenset({"follow", "following", "below", "full"})


def announced(scene: Scene, naming: Naming, at: int) -> Attribution | None:
    """The voice whose statement sentence `at` announces, for the quotations behind it; None where it announces none.

    A published statement, one that *follows*, or a line that is nothing but *Statement by X*.
    """
    sentence = scene.sentences[at]
    for tok in sentence.tokens:
        if tok.lemma.lower() in words()["statement_nouns"] and tok.tag in {"NN", "NNP", "NNS"}:
            for source in _authors(sentence, tok):
                voice = _voice(scene, naming, at, tok, source)
                if voice is not None:
                    return voice
        elif is_verb(tok) and lemma(tok) in words()["reporting"] and _as_follows(tok):
            told = subject(tok)
            voice = None if told is None else _voice(scene, naming, at, tok, told.tok)
            if voice is not None:
                return voice
    return None


def _authors(sentence: Sentence, noun: Token) -> list[Token]:
    """Whose the statement is: who stands behind *by, from, of* or before the noun, else who published it."""
    verb = _published(noun)
    alone = not any(is_verb(tok) and tok.tag != "VBN" for tok in sentence.tokens)
    if verb is None and not alone and not _follows(sentence):
        return []
    found = [tok for word, tok in prepositions(noun) if word in _AUTHORS]
    found += [tok for kid in noun.children("acl") for word, tok in prepositions(kid) if word == "by"]
    found += [kid for kid in noun.children("poss", "compound") if not kid.tag.startswith("PRP")]
    # *the text of the statement by X*, *the statement of X on Y*
    nested = [tok for word, tok in prepositions(noun) if word == "of" and tok.lemma in words()["statement_nouns"]]
    found = [tok for tok in found if tok not in nested]
    for tok in nested:
        found += [one for word, one in prepositions(tok) if word in _AUTHORS]
    if verb is not None and not is_passive(verb):
        made = subject(verb)
        found += [] if made is None else [made.tok]
    elif verb is not None:
        found += [tok for word, tok in prepositions(verb) if word == "by"]
    return found


def _published(noun: Token) -> Token | None:
    verb = noun.head
    if not is_verb(verb) or lemma(verb) not in words()["publishing_verbs"]:
        return None
    if noun.dep in {"dobj", "nsubjpass"} or (noun.dep == "nsubj" and lemma(verb) == "read"):
        return verb
    return None


def _as_follows(verb: Token) -> bool:
    return any(kid.lower in {"following", "follows"} for kid in verb.children("dobj", "advcl", "ccomp"))


def _follows(sentence: Sentence) -> bool:
    last = next((tok for tok in reversed(sentence.tokens) if not tok.text.isspace()), None)
    return (last is not None and last.text == ":") or any(t.lemma.lower() in _FOLLOWING for t in sentence.tokens)


def _voice(scene: Scene, naming: Naming, at: int, cue: Token, source: Token) -> Attribution | None:
    """The author as a voice; an outlet that carries a statement has not made it, nor has an unnamed crowd."""
    if naming.publisher(at, source, "") is not None:
        return None
    made: list[Speaker] = naming.speakers(at, source, cue.lower)
    fit = [one for one in made if one.kind in {"body", "person"}]
    return Attribution(speaker=fit[0], cue=cue, scope=frozenset(), said=None) if fit else None
