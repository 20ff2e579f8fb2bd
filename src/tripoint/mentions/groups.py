"""Groups by their head noun: composed names (*Iraqi border guards, PMU media wing*) and groups without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tripoint.mentions.actors import actor_reading, capital_of, rank, readings_of
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, Reading
from tripoint.resources.actors import Actor, register
from tripoint.resources.countries import countries
from tripoint.resources.words import GroupHead, group_heads, longest_ending
from tripoint.syntax import Sentence, Token

GROUPS = "mentions.groups.v1"

BACKED = frozenset(
    "backed led allied aligned supported affiliated linked funded trained sponsored armed controlled held occupied "
    "dominated run based friendly equipped inspired".split()
)
"""Participles behind a hyphen that tie a group to a name that is not its own (*US-backed rebels*)."""

_TIES_BEFORE = frozenset({"anti", "pro", "counter", "non"})
_QUANTITY = frozenset(
    "other more many several some new additional dead few own same such all most first last next latest further only "
    "various numerous hundred thousand dozen remaining total least main major former top key two three four five "
    "six seven eight nine ten hundreds thousands dozens killed alleged suspected".split()
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z", re.I)
_OWN_ROLES = frozenset({"fighters", "forces", "army", "group", "party"})
_DERIVED_ROLES = frozenset({"fighters", "forces", "army", "unit"})


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
        or sentence.tokens[at].text[:1].isdigit()
        and not _ORDINAL.match(sentence.tokens[at].text)
    ):
        at += 1
    return at


def _phrase(scene: Scene, index: int, sentence: Sentence, tok: Token, size: int) -> Iterator[Draft]:
    head_first = tok.i - size + 1
    head = group_heads()[" ".join(word.lower for word in sentence.tokens[head_first : tok.i + 1])]
    first = _left(sentence, head_first)
    tokens = sentence.tokens[first : tok.i + 1]
    start, end = tokens[0].start, tok.end
    hits = [
        hit
        for hit in scene.hits[index]
        if scene.pieces[index][hit.first].start >= start and scene.pieces[index][hit.last - 1].end <= end
    ]
    if any(hit.actor is not None and scene.pieces[index][hit.last - 1].end == end for hit in hits):
        return
    modifiers = sentence.tokens[first:head_first]
    own = [hit for hit in hits if not _tied(scene, index, sentence, hit)]
    made = _readings(scene, own, head, text=scene.doc.text[start:end], modifiers=modifiers, head_token=tok)
    if made is None:
        return
    readings, generic, weight = made
    yield Draft(
        kind=MentionKind.ACTOR,
        start=start,
        end=end,
        head=tok,
        producer=GROUPS,
        weight=weight + 0.1 * len(tokens),
        sentence=index,
        generic=generic,
        readings=readings,
    )
    if own and own[-1].iso2 is not None:
        yield from _coordinated(scene, index, sentence, own[-1], head)


def _tied(scene: Scene, index: int, sentence: Sentence, hit: Hit) -> bool:
    """Say whether the name is tied to the group by a participle or prefix (*X-backed, anti-X*)."""
    found = scene.pieces[index]
    last = found[hit.last - 1].token
    after = sentence.tokens[last.i + 1 : last.i + 3]
    if len(after) == 2 and after[0].text == "-" and after[1].lower in BACKED:
        return True
    first = found[hit.first].token
    before = sentence.tokens[max(0, first.i - 2) : first.i]
    return len(before) == 2 and before[1].text == "-" and before[0].lower in _TIES_BEFORE


_Made = tuple[list[Reading], bool, float]


def _readings(
    scene: Scene, own: list[Hit], head: GroupHead, *, text: str, modifiers: list[Token], head_token: Token
) -> _Made | None:
    framing = (head.words,) if head.loaded else ()
    owner = next((hit for hit in reversed(own) if hit.actor is not None), None)
    if owner is not None:
        return _of_actor(scene, owner, head, text=text, framing=framing)
    iso2 = own[-1].iso2 if own else _capital(modifiers)
    if iso2 is not None:
        return _of_country(scene, iso2, head, text=text, framing=framing, bare=len(modifiers) <= 1)
    led = _coalition(scene, head, modifiers)
    if led is not None:
        why = because("theatre", 0.7, f"the document speaks of countries in which {led.name} acts")
        return [actor_reading(led, 0.75, (why,), framing=framing)], False, 3.2
    capital = [tok for tok in modifiers if tok.text[:1].isupper() and tok.pos in ("PROPN", "NOUN", "ADJ")]
    tied = any(tok.text == "-" for tok in modifiers)
    if head.capital and capital and (head_token.text[:1].isupper()) and not tied:
        why = because("shape", 0.6, f"a capitalised phrase whose head is {head.words!r}")
        return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], False, 2.3
    if tied and head.role in _DERIVED_ROLES | {"coalition", "group"}:
        why = because("composition", 0.6, "named by whom it is tied to")
        return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], False, 2.6
    if not head.generic:
        return None
    why = because("group", 0.6, f"a group without a name, headed by {head.words!r}")
    return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], True, 1.6


def _of_actor(scene: Scene, owner: Hit, head: GroupHead, *, text: str, framing: tuple[str, ...]) -> _Made | None:
    ranked = rank(scene, owner)
    actor = ranked[0][0].actor
    if actor is None or ranked[0][1] < 0.3:
        return None
    if actor.kind == "person" and head.role not in _OWN_ROLES | {"government"}:
        return None
    if head.role in _OWN_ROLES and actor.kind != "person":
        why = because("composition", 0.8, f"{head.words!r} of {actor.name}")
        first = readings_of(ranked)[0]
        return (
            [actor_reading(actor, ranked[0][1] * 0.95, (*first.reasons, why), framing=(*first.framing, *framing))],
            False,
            3.3,
        )
    why = because("composition", 0.7, f"{head.words!r} of {actor.name}")
    generic = head.role in ("officials", "observers", "people")
    made = reading(
        text,
        0.7,
        [why],
        candidate_id=None if generic else f"{actor.id}/{head.role}",
        actor_kind=head.kind,
        actor_country=actor.country,
        framing=framing,
    )
    return [made], generic, 3.2


def _of_country(
    scene: Scene, iso2: str, head: GroupHead, *, text: str, framing: tuple[str, ...], bare: bool
) -> _Made:
    country = countries()[iso2]
    army = register().by_role.get((iso2, head.role))
    composed = reading(
        f"{country.adjective} {head.words}" if bare else text,
        0.7,
        [because("composition", 0.7, f"{head.words!r} of {country.name}")],
        candidate_id=f"actor:{iso2.lower()}/{head.role}",
        actor_kind=head.kind,
        actor_country=iso2,
        framing=framing,
    )
    generic = head.role in ("officials", "observers", "people")
    if army is None and head.role == "forces":
        army = register().by_role.get((iso2, "army"))
        if army is not None and scene.actor_ids[army.id]:
            why = because("document", 0.7, f"the document names {army.name}, the core of the country's forces")
            return [actor_reading(army, 0.7, (why,), framing=framing), _rejected(composed)], False, 3.2
        return [composed, *([] if army is None else [_rejected(actor_reading(army, 0.5, ()))])], False, 3.2
    if army is not None:
        why = because("role", 0.85, f"{army.name} is the {head.role} of {country.name}")
        return [actor_reading(army, 0.85, (why,), framing=framing)], False, 3.2
    return [composed], generic, 3.2


def _rejected(one: Reading) -> Reading:
    why = because("ambiguous", -0.2, "another reading has better support in this document")
    return reading(
        one.name,
        min(one.score, 0.5),
        (*one.reasons, why),
        chosen=False,
        candidate_id=one.candidate_id,
        actor_kind=one.actor_kind,
        actor_country=one.actor_country,
    )


def _capital(modifiers: list[Token]) -> str | None:
    if len(modifiers) == 1:
        return capital_of(modifiers[0].text)
    return None


def _coalition(scene: Scene, head: GroupHead, modifiers: list[Token]) -> Actor | None:
    """Return the coalition that *X-led forces* means: led by X, acting where the document is set."""
    if head.role not in ("coalition", "forces", "air-force"):
        return None
    words = [tok.text for tok in modifiers]
    if "-" not in words or "led" not in words:
        return None
    leader = words[max(0, words.index("-") - 1)].replace(".", "")
    for actor in register().coalitions:
        lead = countries()[actor.led_by or ""]
        told = sum(scene.told.get(iso2, 0.0) for iso2 in actor.theatre)
        if leader in (*lead.adjectives, lead.name) and told >= 0.15:
            return actor
    return None


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
            readings, generic, weight = _of_country(scene, other.iso2, head, text=words, framing=(), bare=True)
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
