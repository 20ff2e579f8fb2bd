"""Where a group's phrase begins and ends: its modifiers, its nationality, its number, its seat."""

from __future__ import annotations

import re

from tripoint.mentions.composition import BACKED
from tripoint.mentions.scene import Scene
from tripoint.names import strict_key
from tripoint.resources.countries import by_key, nationality
from tripoint.resources.places import gazetteer
from tripoint.resources.words import GroupHead, group_heads
from tripoint.syntax import Sentence, Token

_QUANTITY = frozenset(
    "other more many several some new additional dead few own same such all most first last next latest further only "
    "various numerous hundred thousand dozen remaining total least main major former top key two three four five "
    "six seven eight nine ten hundreds thousands dozens killed alleged suspected".split()
)


_DOUBTED = ["so", "-", "called"]
"""What a text says of a name that it does not believe in: no part of the name."""


_PEOPLES = re.compile(r"(?:Peoples?|Workers|Farmers|Women|Youth|Martyrs|Students)\Z")
"""Words that own a body within its name (*People's Front*)."""


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z", re.I)


def left(sentence: Sentence, first: int) -> int:
    """Return the first token of the modifiers that end before token `first`."""
    at = first
    tied = first + 1 < len(sentence.tokens) and sentence.tokens[first + 1].text == "-"
    while at > 0:
        tok = sentence.tokens[at - 1]
        joined = sentence.tokens[at - 1].end == sentence.tokens[at].start
        behind_hyphen = at - 2 >= 0 and sentence.tokens[at - 2].text == "-"
        if tok.ent in ("DATE", "TIME") or (tied and tok.tag in ("NNP", "NNPS") and _owns(tok.text)):
            break
        if (
            (tok.text == "-" and joined and at - 2 >= 0)
            or tok.pos in ("ADJ", "NOUN", "PROPN")
            or (tok.tag == "VB" and tok.dep in ("nmod", "compound") and tok.text.isupper())
            or (tok.tag in ("VBN", "VBG", "VBD") and (behind_hyphen or (tok.lower in BACKED and tok.dep == "amod")))
            or _ORDINAL.match(tok.text)
            or (tok.tag == "POS" and at >= 2 and _PEOPLES.match(sentence.tokens[at - 2].text) and _named(sentence, at))
            or (tok.text != "-" and sentence.tokens[at].text == "-" and joined and tok.text.isalpha())
        ):
            at -= 1
        else:
            break
    if [tok.lower for tok in sentence.tokens[at : min(at + 3, first)]] == _DOUBTED:
        at += len(_DOUBTED)
    while at < first and (
        sentence.tokens[at].lower in _QUANTITY
        or sentence.tokens[at].text == "-"
        or sentence.tokens[at].tag in ("CD", "JJR", "JJS")
        or (sentence.tokens[at].text[:1].isdigit() and not _ORDINAL.match(sentence.tokens[at].text))
    ):
        at += 1
    return at


def _named(sentence: Sentence, at: int) -> bool:
    """Say whether a name goes on behind an apostrophe (*People's Liberation Front*)."""
    return at < len(sentence.tokens) and sentence.tokens[at].text[:1].isupper()


def _owns(word: str) -> bool:
    """Say whether a word is a country with an apostrophe lost (*Syrias rebel-held north*): it owns the place behind."""
    return word.endswith("s") and strict_key(word[:-1]) in by_key() and nationality(word) is None


def numbered(sentence: Sentence, tok: Token, head: GroupHead) -> int:
    """Return the end of a unit's name with the number behind it (*Infantry Battalion 118*)."""
    after = sentence.tokens[tok.i + 1] if tok.i + 1 < len(sentence.tokens) else None
    if head.role == "unit" and tok.text[:1].isupper() and after is not None and after.text.isdigit():
        return after.end
    return tok.end


_REMIT = frozenset({"and", "&", "for", "the", "of"})


def remit(sentence: Sentence, tok: Token, head: GroupHead) -> int:
    """Return the end of a ministry's name with what it is for (*Ministry of Migration and Displacement*)."""
    at = tok.i + 1
    if head.role != "ministry" or not tok.text[:1].isupper() or at >= len(sentence.tokens):
        return tok.end
    if sentence.tokens[at].lower not in ("of", "for"):
        return tok.end
    end = tok.end
    for other in sentence.tokens[at + 1 : at + 8]:
        if other.text[:1].isupper() and other.text.isalpha() and nationality(other.text) is None:
            if strict_key(other.text) in by_key():
                break  # *the Ministry of Health of Syria*: the land is no part of its remit
            end = other.end
        elif other.lower not in _REMIT:
            break
    return end


def from_nationality(scene: Scene, index: int, sentence: Sentence, first: int, head_first: int) -> int:
    """Return where the phrase begins when a nationality in it has words before that cannot belong to it."""
    found = scene.pieces[index]
    for hit in scene.hits[index]:
        tok = found[hit.first].token
        if not first < tok.i < head_first:
            continue
        before = sentence.tokens[first : tok.i]
        if hit.actor is not None and not all(word.pos == "NOUN" and word.text.islower() for word in before):
            continue
        if hit.actor is None and not hit.phrases[0].adjective:
            continue
        if any(word.text == "-" for word in before) or before[-1].lower in ("former", "pro"):
            return first
        return tok.i
    return first


_LONG = 5
"""So many modifiers, two bodies among them, are a row of names that lost its commas."""


def behind_row(sentence: Sentence, first: int, head_first: int) -> int:
    """Return where the last name of a row without commas begins: *A Army B Brigade C Legion* are three names."""
    words = sentence.tokens[first:head_first]
    heads = [tok.i for tok in words if tok.text[:1].isupper() and tok.lower in group_heads()]
    row = len(words) >= _LONG and len(heads) > 1 and heads[-1] + 1 < head_first
    return heads[-1] + 1 if row else first


def behind_name(scene: Scene, index: int, first: int, head: Token) -> int:
    """Return where a phrase begins whose first words are a known body's that the tagger cuts (*SPLM-N forces*)."""
    found = scene.pieces[index]
    for hit in scene.hits[index]:
        last = found[hit.last - 1].token
        begun = found[hit.first].token.i
        if hit.actor is not None and last.i == first - 1 and begun < last.i and last.head is head:
            return begun
    return first


_LABELS = frozenset({"tags", "topics", "keywords", "tag", "topic"})


def behind_label(sentence: Sentence, first: int, head_first: int) -> int:
    """Return where a phrase begins behind a label of the page that ran into it (*Tags Syria X front Y alliance*)."""
    for tok in reversed(sentence.tokens[first:head_first]):
        if tok.lower in _LABELS and tok.text[:1].isupper():
            return head_first
    return first


def behind_place(scene: Scene, before: list[Token]) -> bool:
    """Say whether all the words before a head are one town or province of the lands that the document speaks of."""
    if not before or not all(tok.text[:1].isupper() for tok in before):
        return False
    key = strict_key(scene.text[before[0].start : before[-1].end])
    return any(
        place.kind in ("town", "province") and set(place.countries) & scene.lands for place in gazetteer().strict(key)
    )


_GROUND = frozenset("on from at to along across inside into toward towards near over".split())
"""Prepositions before a side of the ground (*on the Kenyan side*): a party is spoken with, acts, or is acted on."""

_LINES = frozenset(
    "border borders frontier line fence river crossing town city village valley bank mountain mountains hill road lake "
    "island sea strait wall area region zone province gate bridge heights plateau".split()
)


def side_of_ground(sentence: Sentence, tok: Token) -> bool:
    """Say whether *the X side* is a stretch of ground (*on the X side, the X side of the border*) and no party."""
    if tok.lower not in ("side", "sides"):
        return False
    if tok.dep == "pobj" and tok.head.lower in _GROUND:
        return True
    after = sentence.tokens[tok.i + 1 : tok.i + 4]
    if not after or after[0].lower != "of":
        return False
    ruled = next((kid for of in tok.kids if of is after[0] for kid in of.kids if kid.dep == "pobj"), None)
    return ruled is None or ruled.lower in _LINES or ruled.text[:1].isupper()


def seat_behind(scene: Scene, index: int, sentence: Sentence, tok: Token) -> int | None:
    """Return the end of *in Place* behind a command or office, whose seat belongs to its name."""
    if tok.i + 2 >= len(sentence.tokens) or sentence.tokens[tok.i + 1].lower not in ("in", "for"):
        return None
    found = scene.pieces[index]
    at = next((i for i, piece in enumerate(found) if piece.start > sentence.tokens[tok.i + 1].start), None)
    if at is None:
        return None
    last = at
    while last < len(found) and (found[last].capital or found[last].article) and (last == at or found[last].joined):
        last += 1
    return found[last - 1].end if last > at else None
