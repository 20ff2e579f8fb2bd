"""What the words around a name say about its being a place: prepositions, directions, rows."""

from __future__ import annotations

from tripoint.mentions.pieces import Piece, genitive
from tripoint.mentions.placeacts import acted_on, is_called
from tripoint.mentions.placelies import lies, of_country, of_province
from tripoint.mentions.placerows import NEAR, PREPOSITIONS, between_places, describes_people, on_the_road, placed_row
from tripoint.mentions.placewords import DIRECTIONS, HALLOWED, PARTS, TOPONYMS
from tripoint.mentions.scene import Scene
from tripoint.resources.places import gazetteer
from tripoint.resources.words import place_types
from tripoint.syntax import Sentence, Token

_STRONG = 1.25
"""What a preposition that few names but places stand behind weighs: more than the parser's tag of a person."""

_HEARD, _OTHERWISE = 0.5, 0.15
"""What the encoder's word for a place weighs, and its word for another kind of name."""

_NAMES_PEOPLE = frozenset({"PERSON"})
_WORDS = 3
"""Most words that are looked up as a name beside another."""


def _is_place(found: list[Piece], at: int) -> bool:
    """Say whether a place's name of up to three words ends at piece `at`."""
    if found[at].token.ent in ("GPE", "LOC", "FAC") or gazetteer().strict(found[at].key):
        return True
    words = [found[at].key]
    while at > 0 and len(words) < _WORDS and found[at].joined and (found[at - 1].capital or found[at - 1].article):
        at -= 1
        if not found[at].article:
            words.insert(0, found[at].key)
            if gazetteer().strict(" ".join(words)):
                return True
    return False


def _in_row(first: Piece, last: Piece) -> bool:
    return first.token.dep in ("conj", "appos") or (last is not first and last.token.dep == "conj")


_INSIDE = frozenset({"in", "near", "around", "outside", "inside", "toward", "towards"})
_WITHIN = _INSIDE | {"into", "across", "through"}
_TRUST = frozenset({"faith", "trust", "confidence", "belief", "believe", "interest", "interested"})


def nobody_is_in(token: Token) -> bool:
    """Say whether a name stands in *in X, around X*, where places do; people are only trusted in."""
    behind = token.dep == "pobj" and token.head.lower in _WITHIN
    return behind and not _trusted(token)


_LEAVING = frozenset({"leave", "depart", "head", "sail", "embark", "make"})


def _left_for(token: Token) -> bool:
    """Say whether a name stands behind the *for* of those who go there (*left X for Y*)."""
    return token.dep == "pobj" and token.head.lower == "for" and token.head.head.lemma in _LEAVING


_GOING = frozenset({"advance", "march", "converge"})
"""Verbs of movement: what stands behind their *on* is a place."""


def stands_as_place(found: list[Piece], first: int, last: int) -> bool:
    """Say whether pieces [first, last) stand where nobody does: *in X*, *advance on X*, *the axis of X*."""
    token = found[last - 1].token
    if nobody_is_in(token) or (token.dep == "pobj" and token.head.lower == "on" and token.head.head.lemma in _GOING):
        return True
    at = first - 1
    while at >= 0 and found[at].article:
        at -= 1
    if at < 1 or found[at].key != "of" or not found[at - 1].text.islower():
        return False
    kind = place_types().get(found[at - 1].key)
    return (kind is not None and kind.before) or found[at - 1].key in DIRECTIONS or found[at - 1].key in PARTS


def _trusted(token: Token) -> bool:
    """Read *confidence in X, and in Y*."""
    prep = token.head
    while prep.dep == "conj" and prep.head is not prep:
        prep = prep.head
    return token.dep == "pobj" and prep.lower == "in" and prep.head.lemma in _TRUST


def evidence(
    scene: Scene, index: int, sentence: Sentence, run: list[int], *, heard: bool = True, people: bool = True
) -> float:
    """Return how much the words around, and the encoder if it is `heard`, speak for a place: 0 is neutral.

    `people`: the parser's word for a person counts against it.
    """
    found = scene.pieces[index]
    first, last = found[run[0]], found[run[-1]]
    acted = acted_on(last.token)
    score = 0.0
    ents = {found[i].token.ent for i in run}
    if ents & {"GPE", "LOC", "FAC"}:
        score += 0.6
    elif ents & _NAMES_PEOPLE:
        score -= 0.35 if people and not is_called(last.token) else 0.0
    elif ents & {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "LANGUAGE", "LAW", "WORK_OF_ART"}:
        score -= 0.4
    elif "ORG" in ents and not acted:
        score -= 0.1
    if heard:
        score += _encoder(scene, index, [found[i].token for i in run])
    at = run[0] - 1
    while at >= 0 and found[at].article:
        at -= 1
    if at >= 0 and found[at].key in ("of", "the"):
        before = found[at - 1].key if at > 0 else ""
        if found[at].key == "of" and before in DIRECTIONS | {"city", "town", "village", "kilometers", "km"}:
            score += 1.0
        elif found[at].key == "of" and before in PARTS:
            score += 0.6
        elif found[at].key == "the" and before in PREPOSITIONS:
            score += 0.3
    elif at > 0 and found[at].key in ("and", "or") and (_is_place(found, at - 1) or between_places(found, at, run[-1])):
        score += _STRONG if placed_row(found, at - 1) or between_places(found, at, run[-1]) else 0.4
    elif at >= 0 and _in_row(first, last) and _is_place(found, at) and placed_row(found, at):
        score += 0.7
    elif at >= 0 and (found[at].key in NEAR or on_the_road(found, at) or between_places(found, at, run[-1])):
        score += _STRONG - (0.5 if genitive(scene.text, last) else 0.0)
    elif at >= 0 and found[at].key == "between" and describes_people(found, run[-1]):
        score -= 0.3
    elif at >= 0 and found[at].key in PREPOSITIONS:
        score += 0.0 if _trusted(last.token) else 0.55
        hallowed = len(run) > 1 and first.key in HALLOWED and nobody_is_in(last.token)
        if hallowed or (found[run[0] - 1].article and found[at].key in _INSIDE):
            score += 0.6  # the tagger knows few names with an Arabic article, and nobody is in a person
    elif at >= 0 and found[at].key == "for" and _left_for(last.token):
        score += _STRONG
    elif at >= 0 and found[at].key == "on":
        score += 0.2
    elif at >= 0 and run[0] - at == 1 and of_country(scene, index, found, at):
        score += 0.9 if at and found[at - 1].key in PREPOSITIONS else 0.4
    elif at >= 0 and run[0] - at == 1 and (owner := of_province(scene, found, at)) is not None:
        score += 0.9 if owner and found[owner - 1].key in PREPOSITIONS else 0.4
    elif at >= 0 and found[at].key in ("northern", "southern", "eastern", "western", "central"):
        score += 0.6
    if (
        ents & _NAMES_PEOPLE
        and len(run) > 1
        and run[-1] - run[0] >= len(run)
        and stands_as_place(found, run[0], run[-1] + 1)
    ):
        score += 0.7  # two words joined by an Arabic article, which the tagger takes for a person
    score += acted
    if lies(scene.text, last.end):
        score += 1.0
    if len(run) > 1 and first.key in TOPONYMS:
        score += 0.75
    tags = {found[i].token.tag for i in run}
    if not tags & {"NNP", "NNPS"}:
        score -= 0.5
    if len(run) == 1 and first.key in scene.lower_words:
        score -= 0.6
    dateline = run[0] == 0 and scene.text[last.end : last.end + 2] in (", ", " (", " -")
    if len(run) == 1 and first.text.isupper() and len(first.text) > 1 and not shouts(sentence):
        score += 0.5 if dateline and len(first.text) > 3 else -0.5
    after = run[-1] + 1
    more = after < len(found) and found[after].joined and found[after].capital
    if more and found[after].token.tag == "NNP" and last.token.dep == "compound":
        score -= 0.6 if found[after].key not in place_types() else 0.0
    if run[0] > 0 and found[run[0] - 1].joined and found[run[0] - 1].capital and first.token.dep != "ROOT":
        before_piece = found[run[0] - 1]
        if before_piece.token.tag in ("NNP", "JJ") and not before_piece.article:
            score -= 0.35
    if sentence.role in ("headline", "subheading") and not acted:
        score -= 0.15
    return score


def _encoder(scene: Scene, index: int, tokens: list[Token]) -> float:
    """Return how much the encoder speaks for a place; nothing for a part of what it reads as one name."""
    if scene.goes_on(index, tokens[-1]):
        return 0.0
    loc, org, per = (scene.share(index, kind, tokens) for kind in ("loc", "org", "per"))
    if loc is None or org is None or per is None:
        return 0.0
    return _HEARD * loc - _OTHERWISE * (org + per)


def followed(found: list[Piece], at: int) -> bool:
    """Say whether another capitalised word of the name follows."""
    after = at + 1
    while after < len(found) and found[after].article:
        after += 1
    return after < len(found) and found[after].joined and found[after].capital


def shouts(sentence: Sentence) -> bool:
    """Say whether a sentence is set in capitals."""
    letters = [tok.text for tok in sentence.tokens if tok.text.isalpha()]
    return sum(word.isupper() for word in letters) > 0.6 * max(1, len(letters))
