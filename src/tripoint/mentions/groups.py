"""Groups by their head noun: composed names (*Iraqi border guards, PMU media wing*) and groups without a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.belongings import owned_by_name
from tripoint.mentions.composition import BACKED, PEOPLES, TIES_BEFORE, readings_for
from tripoint.mentions.countrygroups import of_country
from tripoint.mentions.draft import Draft
from tripoint.mentions.groupspans import (
    behind_label,
    behind_name,
    behind_place,
    behind_row,
    from_nationality,
    left,
    numbered,
    remit,
    seat_behind,
    side_of_ground,
)
from tripoint.mentions.groupwords import heads, taken_for_verb, tied_word
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.producers import GROUPS
from tripoint.mentions.scene import Scene
from tripoint.mentions.sharedheads import JOINT, coordinated, second_nation
from tripoint.mentions.states import capital_of
from tripoint.model import MentionKind
from tripoint.names import strict_key
from tripoint.resources.words import GroupHead, all_heads, group_heads, last_words, longest_ending, state_heads
from tripoint.syntax import Sentence, Token


def groups(scene: Scene) -> Iterator[Draft]:
    """Yield the noun phrases of a document whose head is a word of people or bodies."""
    endings = last_words()
    for index, sentence in enumerate(scene.sentences):
        words = [tok.lower for tok in sentence.tokens]
        for tok in sentence.tokens:
            if tok.lower not in endings:
                continue
            size = longest_ending(words[max(0, tok.i - 3) : tok.i + 1], all_heads())
            if size and (heads(tok) or tied_word(sentence, tok) or (size > 1 and taken_for_verb(sentence, tok))):
                yield from _phrase(scene, index, sentence, tok, size)


def _phrase(scene: Scene, index: int, sentence: Sentence, tok: Token, size: int) -> Iterator[Draft]:
    head_first = tok.i - size + 1
    head = all_heads()[" ".join(word.lower for word in sentence.tokens[head_first : tok.i + 1])]
    first = left(sentence, head_first)
    first = behind_name(scene, index, first, tok)
    first = from_nationality(scene, index, sentence, first, head_first)
    first = behind_row(sentence, first, head_first)
    first = behind_label(sentence, first, head_first)
    titled = head.role == "army" and sentence.tokens[head_first].text[:1].isupper()
    if titled and behind_place(scene, sentence.tokens[first:head_first]):
        first = head_first  # a heading that lost its line: *Homs Army units ...*
    start, end = sentence.tokens[first].start, max(numbered(sentence, tok, head), remit(sentence, tok, head))
    hits = [
        hit
        for hit in scene.hits[index]
        if scene.pieces[index][hit.first].start >= start and scene.pieces[index][hit.last - 1].end <= end
    ]
    if any(hit.actor is not None and scene.pieces[index][hit.last - 1].end in (tok.end, end) for hit in hits):
        return
    if any(_is_land(hit) and scene.pieces[index][hit.last - 1].end == tok.end for hit in hits):
        return  # *the Russian Federation* is a country
    owned = owned_by_name(scene, index, head, tok, text=scene.doc.text[start:end])
    if owned is not None:
        owned_end, owned_readings = owned
        yield Draft(
            kind=MentionKind.ACTOR,
            start=start,
            end=owned_end,
            head=tok,
            producer=GROUPS,
            weight=3.9,
            sentence=index,
            readings=owned_readings,
        )
        return
    joint = None if head.role not in JOINT else second_nation(scene, index, sentence, hits, head_first)
    if joint is not None:
        first, start = joint.i, joint.start
        hits = [hit for hit in hits if scene.pieces[index][hit.first].start >= start]
    modifiers = sentence.tokens[first:head_first]
    own = [hit for hit in hits if not _tied(scene, index, sentence, hit)]
    if head.role == "fighters" and tok.dep == "compound" and tok.text.istitle():
        own = [hit for hit in own if hit.actor is not None or hit.phrases[0].adjective]  # *Kenya Terrorist Attacks*
    if not own:
        owner = _possessor(scene, index, sentence, first) or _whole(scene, index, sentence, head, tok)
        if owner is not None:
            own = [owner]
        elif first > 0 and sentence.tokens[first - 1].lower in ("our", "my", "your"):
            return
    if head.words in _ACTS and tok.text.islower():
        return  # *the Kenyan campaign* is what is done, *the Kenyan Campaign for ...* a body
    tokens = sentence.tokens[first : tok.i + 1]
    if head.words == "sides" and any(word.lower in _COUNTING for word in modifiers):
        return  # *the two Yemeni sides* are no government, whoever they are
    if head.words in state_heads():
        if own and own[-1].iso2 is not None and not side_of_ground(sentence, tok):
            head = state_heads()[head.words]
        elif head.words not in group_heads():
            return
    text = scene.doc.text[start:end]
    land = None if own else _of_capital(sentence, first, head)
    if land is None:
        made = readings_for(scene, index, own, head, text=text, modifiers=modifiers, head_token=tok)
    else:
        made = of_country(scene, land, head, text=text, framing=(), bare=not modifiers)
    if made is None:
        return
    readings, generic, weight = made
    open_from = None
    seat = seat_behind(scene, index, sentence, tok) if head.role in _SEATED and tok.text[:1].isupper() else None
    if seat is not None and readings[0].chosen:
        open_from, end = tok.end + 1, seat
        named = f"{readings[0].name}{scene.doc.text[tok.end : end]}"
        where = strict_key(scene.text[tok.end : end].split()[-1])
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
        yield from coordinated(scene, index, sentence, scene.pieces[index][own[-1].first].token, head)
    elif not own and modifiers and modifiers[0].lower in PEOPLES | _ALLIED:
        yield from coordinated(scene, index, sentence, modifiers[0], head)
    elif not own and tokens[0].lower in _ALLIED and tok.lower in group_heads():
        yield from coordinated(scene, index, sentence, tokens[0], group_heads()[tok.lower])


_COUNTING = frozenset({"two", "both", "three", "warring", "rival", "opposing"})
_ACTS = frozenset({"campaign"})
"""Heads of bodies' names that mean an act where they are no name."""


def _is_land(hit: Hit) -> bool:
    return hit.iso2 is not None and not any(phrase.adjective for phrase in hit.phrases)


_ALLIED = frozenset({"allied", "coalition", "foreign", "other"})
"""Words that share a head with the nationality before them (*Kenyan and allied troops*)."""

_SEATED = frozenset({"command", "unit", "body", "leadership"})


def _possessor(scene: Scene, index: int, sentence: Sentence, first: int) -> Hit | None:
    """Return the known name whose *'s* stands right before the phrase (*the X's media wing*)."""
    if first < 2 or sentence.tokens[first - 1].tag != "POS":
        return None
    found = scene.pieces[index]
    owner = sentence.tokens[first - 2]
    return next((hit for hit in scene.hits[index] if found[hit.last - 1].token is owner), None)


_OF_STATES = frozenset("army forces police air-force navy border-guards intelligence government ministry".split())


def _of_capital(sentence: Sentence, first: int, head: GroupHead) -> str | None:
    """Return the country whose capital owns a body of a state (*Kyiv's forces, Yerevan's defence ministry*)."""
    if head.role not in _OF_STATES or first < 2 or sentence.tokens[first - 1].tag != "POS":
        return None
    return capital_of(sentence.tokens[first - 2].text)


def _whole(scene: Scene, index: int, sentence: Sentence, head: GroupHead, tok: Token) -> Hit | None:
    """Return the body that a named unit is said to be of: *the 7th Brigade of the KDF*."""
    if head.role != "unit" or not tok.text[:1].isupper() or tok.i + 2 >= len(sentence.tokens):
        return None
    after = tok.i + 2 if sentence.tokens[tok.i + 2].lower != "the" else tok.i + 3
    if sentence.tokens[tok.i + 1].lower != "of" or after >= len(sentence.tokens):
        return None
    found = scene.pieces[index]
    begun = sentence.tokens[after]
    hits = (hit for hit in scene.hits[index] if found[hit.first].token is begun)
    return next((hit for hit in hits if hit.actor is not None and hit.actor.kind != "person"), None)


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
