"""Groups by their head noun: composed names (*Iraqi border guards, PMU media wing*) and groups without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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
PEOPLES = frozenset(
    "kurdish sunni shia shiite shi'ite arab druze turkmen turkmens alawite yazidi christian assyrian tuareg hazara "
    "pashtun tigrayan amhara oromo rohingya karen kachin fulani dinka nuer darfuri muslim jihadi islamist".split()
)
"""Peoples and creeds: with a head of fighters they make a name, though of no state (*Kurdish forces*)."""

_NEEDS_MODIFIER = frozenset(
    "head general deputy chief force members member elements element units unit cells allies leadership company guard "
    "guards patrol artillery axis block defenders personnel general president king congress cabinet volunteers "
    "assembly division alliance resistance opposition volunteers people women men children family families state "
    "supporters intelligence brigade".split()
)
"""Heads that mean a group only with a word before them."""

CANONICAL = {
    "army": "army",
    "forces": "forces",
    "air-force": "air force",
    "navy": "navy",
    "border-guards": "border guards",
    "police": "police",
    "government": "government",
    "fighters": "fighters",
}
"""The noun that a composed name bears for each role, whichever head the text uses."""

_SPEAKERS = frozenset({"officials", "observers", "people", "sources"})
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
    first = _from_nationality(scene, index, sentence, first, head_first)
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
    if not own:
        owner = _possessor(scene, index, sentence, first)
        if owner is not None:
            own = [owner]
        elif first > 0 and sentence.tokens[first - 1].lower in ("our", "my", "your"):
            return
    made = _readings(scene, index, own, head, text=scene.doc.text[start:end], modifiers=modifiers, head_token=tok)
    if made is None:
        return
    readings, generic, weight = made
    open_from = None
    seat = _seat(scene, index, sentence, tok) if head.role in _SEATED and tok.text[:1].isupper() else None
    if seat is not None and readings[0].chosen:
        open_from, end = tok.end + 1, seat
        named = f"{readings[0].name}{scene.doc.text[tok.end:end]}"
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


def _from_nationality(scene: Scene, index: int, sentence: Sentence, first: int, head_first: int) -> int:
    """Return where the phrase begins when a nationality in it has words before that cannot belong to it."""
    found = scene.pieces[index]
    for hit in scene.hits[index]:
        tok = found[hit.first].token
        if hit.iso2 is None or not hit.phrases[0].adjective or not first < tok.i < head_first:
            continue
        before = sentence.tokens[first : tok.i]
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
    return len(before) == 2 and before[1].text == "-" and before[0].lower in _TIES_BEFORE


def sentence_words(head: GroupHead, head_token: Token, modifiers: list[Token]) -> list[Token]:
    """Return the modifiers, and the first words of a head of several words."""
    inside = [kid for kid in head_token.kids if kid.lower in head.words.split()]
    return [*modifiers, *inside]


_Made = tuple[list[Reading], bool, float]


def _readings(
    scene: Scene, index: int, own: list[Hit], head: GroupHead, *, text: str, modifiers: list[Token], head_token: Token
) -> _Made | None:
    framing = (head.words,) if head.loaded else ()
    owner = next((hit for hit in reversed(own) if hit.actor is not None), None)
    if owner is not None:
        return _of_actor(scene, index, owner, head, text=text, framing=framing)
    iso2 = own[-1].iso2 if own else _capital(modifiers)
    if iso2 is not None:
        return _of_country(scene, iso2, head, text=text, framing=framing, bare=len(modifiers) <= 1)
    led = _coalition(scene, head, modifiers)
    if led is not None:
        why = because("theatre", 0.7, f"the document speaks of countries in which {led.name} acts")
        return [actor_reading(led, 0.75, (why,), framing=framing)], False, 3.2
    words = sentence_words(head, head_token, modifiers)
    capital = [tok for tok in words if tok.text[:1].isupper() and tok.pos in ("PROPN", "NOUN", "ADJ")]
    tied = any(tok.text == "-" for tok in modifiers)
    if head.capital and capital and (head_token.text[:1].isupper()) and not tied:
        why = because("shape", 0.6, f"a capitalised phrase whose head is {head.words!r}")
        return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], False, 2.3
    if tied and head.role in _DERIVED_ROLES | {"coalition", "group"}:
        why = because("composition", 0.6, "named by whom it is tied to")
        return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], False, 2.6
    if head.role in _DERIVED_ROLES and any(tok.lower in PEOPLES for tok in modifiers):
        why = because("people", 0.6, "named by a people or a creed")
        return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], False, 2.4
    if head.words in ("block", "axis", "monitor") and not tied and not modifiers:
        return None
    if not head.generic or head.words in ("block", "axis") or (head.words in _NEEDS_MODIFIER and not modifiers):
        return None
    of = _fighters_of(scene, head, head_token)
    if of is not None:
        return [of], False, 1.9
    why = because("group", 0.6, f"a group without a name, headed by {head.words!r}")
    return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], True, 1.6


def _fighters_of(scene: Scene, head: GroupHead, token: Token) -> Reading | None:
    """Read *fighters of the X*: the group is X, known from the register."""
    if head.role not in ("fighters", "forces", "army"):
        return None
    for kid in token.kids:
        if kid.dep != "prep" or kid.lower not in ("of", "from"):
            continue
        for index, found in enumerate(scene.pieces):
            if not (scene.sentences[index].start <= kid.start < scene.sentences[index].end):
                continue
            for hit in scene.hits[index]:
                near = found[hit.first].start - kid.end <= 5 and found[hit.first].start >= kid.end
                if near and hit.actor is not None and hit.actor.kind != "person":
                    ranked = rank(scene, hit)
                    actor = ranked[0][0].actor
                    if actor is not None and ranked[0][1] >= 0.3:
                        why = because("composition", 0.7, f"{head.words!r} of {actor.name}")
                        return actor_reading(actor, 0.75, (why,))
    return None


def _of_actor(
    scene: Scene, index: int, owner: Hit, head: GroupHead, *, text: str, framing: tuple[str, ...]
) -> _Made | None:
    ranked = rank(scene, owner)
    actor = ranked[0][0].actor
    if actor is None or ranked[0][1] < 0.3:
        return None
    if actor.kind == "person" and head.role not in _OWN_ROLES | {"government"}:
        return None
    if (head.role in _OWN_ROLES or head.kind == actor.kind) and actor.kind != "person":
        why = because("composition", 0.8, f"{head.words!r} of {actor.name}")
        first = readings_of(ranked)[0]
        return (
            [actor_reading(actor, ranked[0][1] * 0.95, (*first.reasons, why), framing=(*first.framing, *framing))],
            False,
            3.3,
        )
    why = because("composition", 0.7, f"{head.words!r} of {actor.name}")
    generic = head.role in _SPEAKERS
    owned = scene.text[scene.pieces[index][owner.first].start : scene.pieces[index][owner.last - 1].end]
    made = reading(
        text if owned in text else f"{owned} {text}",
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
        f"{country.adjective} {CANONICAL.get(head.role, head.words)}" if bare else text,
        0.7,
        [because("composition", 0.7, f"{head.words!r} of {country.name}")],
        candidate_id=f"actor:{iso2.lower()}/{head.role if head.role in CANONICAL else head.words.replace(' ', '-')}",
        actor_kind=head.kind,
        actor_country=iso2,
        framing=framing,
    )
    generic = head.role in _SPEAKERS
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
