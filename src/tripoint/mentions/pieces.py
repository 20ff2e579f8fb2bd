"""Words of a sentence as names need them: possessives cut off, Arabic articles marked, keys ready for look-up."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from tripoint.names import ARTICLES, is_article, loose_word
from tripoint.syntax import Sentence, Token
from tripoint.text import clean, fold

_PIECE = re.compile(r"(?:[A-Za-z]\.){2,}[A-Za-z]?|[^\W_]+(?:'[^\W_]+)*")
_SILENT = str.maketrans("", "", "'.ʿʾʻʼˈ")
_JOINED = re.compile(r"[ \u00a0]?['\"]?|[ ]?-[ ]?'?|'")
_GAPS = frozenset({" ", "-", "'"})
"""The commonest gaps of those."""

_ASSIMILATED = frozenset({"ad", "adh", "ar", "ath", "az", "ed", "ud", "ur"})
"""Articles that are no English words, so that they need no hyphen inside a name (*Salah ad Din*)."""

_FUNCTION_TAGS = frozenset({"IN", "DT", "CC", "RB", "TO", "PRP", "VBZ", "VBP", "VBD"})


@dataclass(slots=True, eq=False)
class Piece:
    """A word of a name. `key` is folded and without quotes; `article` marks an Arabic article before a name.

    `joined` says that only a blank or a hyphen parts it from the piece before; `capital`, how it begins.
    """

    start: int
    end: int
    text: str
    key: str
    token: Token
    article: bool
    joined: bool
    capital: bool

    @property
    def loose(self) -> str:
        """The loose key of the word."""
        return loose_word(self.key)


def pieces(sentence: Sentence, text: str) -> list[Piece]:
    """Return the words of a sentence of `text`."""
    plain = clean(text[sentence.start : sentence.end])
    found: list[Piece] = []
    tokens = iter(sentence.tokens)
    token = next(tokens)
    opens, before = sentence.start, 0
    for match in _PIECE.finditer(plain):
        start, end = match.span()
        word = match.group()
        if word[-2:] in ("'s", "'S") and len(word) > 2:
            end -= 2
            word = word[:-2]
        while token.end <= opens + start:
            following = next(tokens, None)
            if following is None:
                break
            token = following
        gap = plain[before:start]
        key = (word.lower() if word.isascii() else fold(word)).translate(_SILENT)
        joined = bool(found) and (gap in _GAPS or (len(gap) <= 3 and _JOINED.fullmatch(gap) is not None))
        found.append(
            Piece(
                start=opens + start,
                end=opens + end,
                text=word,
                key=key,
                token=token,
                article=False,
                joined=joined,
                capital=word[0].isupper(),
            )
        )
        before = start + len(match.group())
    for at, (piece, after) in enumerate(itertools.pairwise(found)):
        if after.joined and piece.key in ARTICLES and is_article(piece.key, after.key) and after.text[:1].isalpha():
            hyphen = plain[piece.end - sentence.start : after.start - sentence.start].strip() != ""
            spoken = piece.token.tag in _FUNCTION_TAGS and piece is found[0] and piece.key not in ("al", "el")
            plain_word = piece.key in ("al", "el") and after.capital
            inside = at > 0 and piece.joined and found[at - 1].capital and after.capital and piece.key in _ASSIMILATED
            piece.article = hyphen or plain_word or inside or (piece.capital and after.capital and not spoken)
            if hyphen and not after.capital and not piece.capital:
                piece.article = False
    return found


def one_name(words: list[Piece]) -> bool:
    """Say whether words begin with a capital each and stand side by side, as those of one name do."""
    return all(word.capital and (word.joined or word is words[0]) for word in words)


def genitive(text: str, piece: Piece) -> bool:
    """Say whether *'s* stands right behind a piece."""
    return text[piece.end : piece.end + 2] in ("'s", "\u2019s")


def owns(text: str, piece: Piece) -> bool:
    """Say whether *'s* and a blank stand behind a piece, so that the next word is its own (*Sudan's Geneina*)."""
    return genitive(text, piece) and text[piece.end + 2 : piece.end + 3] == " "


def phrase_start(found: list[Piece], first: int) -> int:
    """Return where a name that begins at piece `first` begins with its Arabic article."""
    if first > 0 and found[first - 1].article and found[first].joined:
        return found[first - 1].start
    return found[first].start
