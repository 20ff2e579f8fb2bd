"""Groups by their head noun: composed names (*Iraqi border guards, PMU media wing*) and groups without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.composition import BACKED, TIES_BEFORE, of_country, readings_for
from tripoint.mentions.draft import Draft
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.words import GroupHead, group_heads, longest_ending
from tripoint.syntax import Sentence, Token

GROUPS = "mentions.groups.v1"

_QUANTITY = frozenset(
    "other more many several some new additional dead few own same such all most first last next latest further only "
    "various numerous hundred thousand dozen remaining total least main major former top key two three four five "
    "six seven eight nine ten hundreds thousands dozens killed alleged suspected".split()
)


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z", re.I)


def groups(scene: Scene) -> Iterator[Draft]:
    """Yield the noun phrases of a document whose head is a word of people or bodies."""
    for index, sentence in enumerate(scene.sentences):
        words = [tok.lower for tok in sentence.tokens]
        for tok in sentence.tokens:
            size = longest_ending(words[: tok.i + 1], group_heads())
            if size and _heads(tok):
                yield from _phrase(scene, index, sentence, tok, size)


def _heads(tok: Token) -> bool:
    """Say whether the word is the head of its phrase: a noun that no further noun follows."""
    return tok.pos in ("NOUN", "PROPN") or (tok.pos == "ADJ" and tok.text[:1].isupper() and tok.lower in group_heads())


def _left(sentence: Sentence, first: int) -> int:
    """Return the first token of the modifiers that end before token `first`."""
    at = first
    while at > 0:
        tok = sentence.tokens[at - 1]
        joined = sentence.tokens[at - 1].end == sentence.tokens[at].start
        behind_hyphen = at - 2 >= 0 and sentence.tokens[at - 2].text == "-"
        if tok.ent in ("DATE", "TIME"):
            break
        if (
            (tok.text == "-" and joined and at - 2 >= 0)
            or tok.pos in ("ADJ", "NOUN", "PROPN")
            or (tok.tag in ("VBN", "VBG", "VBD") and (behind_hyphen or (tok.lower in BACKED and tok.dep == "amod")))
            or _ORDINAL.match(tok.text)
            or (tok.text != "-" and sentence.tokens[at].text == "-" and joined and tok.text.isalpha())
        ):
            at -= 1
        else:
            break
    while at < first and (
        sentence.tokens[at].lower in _QUANTITY
        or sentence.tokens[at].text == "-"
        or sentence.tokens[at].tag in ("CD", "JJR", "JJS")
        or (sentence.tokens[at].text[:1].isdigit() and not _ORDINAL.match(sentence.tokens[at].text))
    ):
        at += 1
    return at


def _phrase(scene: Scene, index: int, sentence: Sentence, tok: Token, size: int) -> Iterator[Draft]:
    head_first = tok.i - size + 1
    head = group_heads()[" ".join(word.lower for word in sentence.tokens[head_first : tok.i + 1])]
    first = _left(sentence, head_first)
    first = _from_nationality(scene, index, sentence, first, head_first)
    tokens = sentence.tokens[first : tok.i + 1]
    start, end = tokens[0].start, _numbered(sentence, tok, head)
    hits = [
        hit
        for hit in scene.hits[index]
        if scene.pieces[index][hit.first].start >= start and scene.pieces[index][hit.last - 1].end <= end
    ]
    if any(hit.actor is not None and scene.pieces[index][hit.last - 1].end in (tok.end, end) for hit in hits):
        return
    modifiers = sentence.tokens[first:head_first]
    own = [hit for hit in hits if not _tied(scene, index, sentence, hit)]
    if not own:
        owner = _possessor(scene, index, sentence, first)
        if owner is not None:
            own = [owner]
        elif first > 0 and sentence.tokens[first - 1].lower in ("our", "my", "your"):
            return
    made = readings_for(scene, index, own, head, text=scene.doc.text[start:end], modifiers=modifiers, head_token=tok)
    if made is None:
        return
    readings, generic, weight = made
    open_from = None
    seat = _seat(scene, index, sentence, tok) if head.role in _SEATED and tok.text[:1].isupper() else None
    if seat is not None and readings[0].chosen:
        open_from, end = tok.end + 1, seat
        named = f"{readings[0].name}{scene.doc.text[tok.end : end]}"
        where = scene.doc.text[tok.end : end].split()[-1].lower()
        base = readings[0].candidate_id
        readings = [
            replace(readings[0], name=named, candidate_id=None if base is None else f"{base}/{where}"),
            *readings[1:],
        ]
    yield Draft(
        kind=MentionKind.ACTOR,
        start=start,
        end=end,
        head=tok,
        producer=GROUPS,
        weight=weight + 0.1 * len(tokens),
        sentence=index,
        generic=generic,
        open_from=open_from,
        readings=readings,
    )
    if own and own[-1].iso2 is not None:
        yield from _coordinated(scene, index, sentence, own[-1], head)


def _numbered(sentence: Sentence, tok: Token, head: GroupHead) -> int:
    """Return the end of a unit's name with the number behind it (*Infantry Battalion 118*)."""
    after = sentence.tokens[tok.i + 1] if tok.i + 1 < len(sentence.tokens) else None
    if head.role == "unit" and tok.text[:1].isupper() and after is not None and after.text.isdigit():
        return after.end
    return tok.end


def _from_nationality(scene: Scene, index: int, sentence: Sentence, first: int, head_first: int) -> int:
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


_SEATED = frozenset({"command", "unit", "body", "leadership"})


def _seat(scene: Scene, index: int, sentence: Sentence, tok: Token) -> int | None:
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


def _possessor(scene: Scene, index: int, sentence: Sentence, first: int) -> Hit | None:
    """Return the known name whose *'s* stands right before the phrase (*the X's media wing*)."""
    if first < 2 or sentence.tokens[first - 1].tag != "POS":
        return None
    found = scene.pieces[index]
    owner = sentence.tokens[first - 2]
    return next((hit for hit in scene.hits[index] if found[hit.last - 1].token is owner), None)


def _tied(scene: Scene, index: int, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the name is tied to the group by a participle or prefix (*X-backed, anti-X*)."""
    found = scene.pieces[index]
    last = found[hit.last - 1].token
    after = sentence.tokens[last.i + 1 : last.i + 3]
    if len(after) == 2 and after[0].text == "-" and after[1].lower in BACKED:
        return True
    first = found[hit.first].token
    before = sentence.tokens[max(0, first.i - 2) : first.i]
    return len(before) == 2 and before[1].text == "-" and before[0].lower in TIES_BEFORE


def _coordinated(scene: Scene, index: int, sentence: Sentence, hit: Hit, head: GroupHead) -> Iterator[Draft]:
    """Yield *Iraqi* of *Iraqi and Syrian armies*: the head is shared."""
    found = scene.pieces[index]
    first = found[hit.first].token
    if first.i < 2 or sentence.tokens[first.i - 1].lower not in ("and", "or"):
        return
    for other in scene.hits[index]:
        last = found[other.last - 1].token
        if last.i == first.i - 2 and other.iso2 is not None and other.phrases[0].adjective:
            single = group_heads().get(head.words.rstrip("s"), head)
            words = single.words if single.words in ("government",) else head.words
            readings, generic, weight = of_country(scene, other.iso2, head, text=words, framing=(), bare=True)
            yield Draft(
                kind=MentionKind.ACTOR,
                start=found[other.first].start,
                end=found[other.last - 1].end,
                head=last,
                producer=GROUPS,
                weight=weight,
                sentence=index,
                generic=generic,
                readings=readings,
            )
