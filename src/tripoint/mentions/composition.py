"""What a group's phrase means: whose fighters, which country's army, which coalition; names made without a list."""

from __future__ import annotations

from tripoint.mentions.actors import actor_reading, rank, readings_of
from tripoint.mentions.countrygroups import SPEAKERS, Made, coalition, country_of_capital, of_country, unit
from tripoint.mentions.draft import because, reading
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.ruled import ruled
from tripoint.mentions.scene import Scene
from tripoint.resources.actor import Actor
from tripoint.resources.actors import register
from tripoint.resources.words import GroupHead
from tripoint.syntax import Token

BACKED = frozenset(
    "backed led allied aligned supported affiliated linked funded trained sponsored armed controlled held occupied "
    "dominated run based friendly equipped inspired".split()
)
"""Participles behind a hyphen that tie a group to a name that is not its own (*US-backed rebels*)."""

TIES_BEFORE = frozenset({"anti", "pro", "counter", "non"})
"""Prefixes that do the same (*anti-X forces*)."""

PEOPLES = frozenset(
    "kurdish sunni shia shiite shi'ite arab druze turkmen turkmens alawite yazidi christian assyrian tuareg hazara "
    "pashtun tigrayan amhara oromo rohingya karen kachin fulani dinka nuer darfuri muslim jihadi islamist bedouin hema "
    "lendu masalit zaghawa baloch moro hausa tutsi hutu banyamulenge afar".split()
)
"""Peoples and creeds: with a head of fighters they make a name, though of no state (*Kurdish forces*)."""


_NEEDS_MODIFIER = frozenset(
    "head general deputy chief force members member elements element units unit cells allies leadership company guard "
    "guards patrol artillery axis block defenders personnel general president king congress cabinet volunteers "
    "assembly division alliance resistance opposition volunteers people women men children family families state "
    "supporters intelligence brigade tanks artillery drone drones plane planes".split()
)
"""Heads that mean a group only with a word before them."""


_OWN_ROLES = frozenset({"fighters", "forces", "army", "group", "party"})


_SAME_ROLES = frozenset("media ministry police coalition intelligence border-guards air-force government".split())
_STATE_ROLES = frozenset({"army", "forces", "police", "air-force", "border-guards", "intelligence"})
_DERIVED_ROLES = frozenset({"fighters", "forces", "army", "unit"})


def words_of(head: GroupHead, head_token: Token, modifiers: list[Token]) -> list[Token]:
    """Return the modifiers, and the first words of a head of several words."""
    inside = [kid for kid in head_token.kids if kid.lower in head.words.split()]
    return [*modifiers, *inside]


def readings_for(
    scene: Scene, index: int, own: list[Hit], head: GroupHead, *, text: str, modifiers: list[Token], head_token: Token
) -> Made | None:
    """Return the readings of a group, whether it is generic, and its weight; None when it is no group."""
    framing = (head.words,) if head.loaded else ()
    owner = next((hit for hit in reversed(own) if hit.actor is not None), None)
    if owner is not None:
        return _of_actor(scene, index, owner, head, text=text, framing=framing)
    states = {hit.iso2 for hit in own if hit.iso2 is not None}
    if len(states) > 1 and head.role == "coalition" and any(tok.text == "-" for tok in modifiers):
        why = because("composition", 0.7, f"{head.words!r} of several states")
        return [reading(text, 0.7, [why], actor_kind=head.kind, framing=framing)], False, 3.2
    iso2 = own[-1].iso2 if own else country_of_capital(modifiers)
    if iso2 is not None and head.role in _STATE_ROLES and any(tok.lower in PEOPLES for tok in modifiers):
        why = because("people", 0.6, "named by a people or a creed of a country, not by its state")
        return [reading(text, 0.6, [why], actor_kind=head.kind, actor_country=iso2, framing=framing)], False, 3.2
    if iso2 is not None:
        return of_country(scene, iso2, head, text=text, framing=framing, bare=len(modifiers) <= 1)
    led = coalition(scene, head, modifiers)
    if led is not None:
        why = because("theatre", 0.7, f"the document speaks of countries in which {led.name} acts")
        return [actor_reading(led, 0.75, (why,), framing=framing)], False, 3.2
    words = words_of(head, head_token, modifiers)
    capital = [tok for tok in words if tok.text[:1].isupper() and tok.pos in ("PROPN", "NOUN", "ADJ")]
    tied = _is_tied(modifiers)
    named = capital or (head.role == "ministry" and " of " in text)
    if head.capital and named and (head_token.text[:1].isupper()) and not tied:
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
    of = _loyal_to(scene, head, head_token, framing) or _fighters_of(scene, head, head_token)
    if of is not None:
        return of
    why = because("group", 0.6, f"a group without a name, headed by {head.words!r}")
    if text[:1].isupper() and text[1:].islower() and (modifiers or [head_token])[0].tag[:3] != "NNP":
        text = text[:1].lower() + text[1:]  # a capital that only opens a sentence is no part of the name
    return [reading(text, 0.6, [why], actor_kind=head.kind, framing=framing)], True, 1.6


def _is_tied(modifiers: list[Token]) -> bool:
    """Say whether the phrase is named by whom it is tied to: *X-backed*, *pro-X*."""
    for at, tok in enumerate(modifiers):
        if tok.text != "-" or at == 0:
            continue
        after = modifiers[at + 1].lower if at + 1 < len(modifiers) else ""
        if after in BACKED or modifiers[at - 1].lower in TIES_BEFORE:
            return True
    return False


def _fighters_of(scene: Scene, head: GroupHead, token: Token) -> Made | None:
    """Read *fighters of the X*: the group is X, known from the register; *troops from X*: those of the country."""
    if head.role not in ("fighters", "forces", "army"):
        return None
    for kid in token.kids:
        if kid.dep != "prep" or kid.lower not in ("of", "from"):
            continue
        for index, sentence in enumerate(scene.sentences):
            if not (sentence.start <= kid.start < sentence.end):
                continue
            for hit in ruled(scene, index, kid):
                if hit.iso2 is not None and kid.lower == "from" and not hit.phrases[0].adjective:
                    made = of_country(scene, hit.iso2, head, text=head.words, framing=(), bare=True)
                    return made[0], made[1], 1.9
                if hit.actor is not None and hit.actor.kind != "person":
                    ranked = rank(scene, hit)
                    actor = ranked[0][0].actor
                    if actor is not None and ranked[0][1] >= 0.3:
                        why = because("composition", 0.7, f"{head.words!r} of {actor.name}")
                        return [actor_reading(actor, 0.75, (why,))], False, 1.9
    return None


_FORMER = frozenset({"former", "ousted", "deposed", "ex", "late", "toppled", "exiled"})


def _loyal_to(scene: Scene, head: GroupHead, token: Token, framing: tuple[str, ...]) -> Made | None:
    """Read *forces loyal to X*: those of the body that X leads, or of X itself."""
    loyal = next((kid for kid in token.kids if kid.lower == "loyal" and kid.i == token.i + 1), None)
    if loyal is None or head.role not in _LED:
        return None
    to = next((kid for kid in loyal.children("prep") if kid.lower == "to"), None)
    index = next((i for i, one in enumerate(scene.sentences) if one.start <= token.start < one.end), None)
    if to is None or index is None:
        return None
    for hit in ruled(scene, index, to):
        first = scene.pieces[index][hit.first].token.i
        if any(tok.lower in _FORMER for tok in scene.sentences[index].tokens[to.i + 1 : first]):
            continue  # he leads no state's army any more
        made = None if hit.actor is None else _of_actor(scene, index, hit, head, text=head.words, framing=framing)
        if made is not None:
            return made[0], made[1], 1.9
    return None


_LED = frozenset({"army", "forces", "fighters"})


def _led_by(person: Actor) -> Actor | None:
    """Return the one armed body that a person commands or leads (*Haftar's troops* are not those of the state)."""
    held = [register().get(tie.actor_id) for tie in person.parents if tie.office is not None]
    armed = {body.id: body for body in held if body is not None and body.kind in _ARMED_BODIES}
    return next(iter(armed.values())) if len(armed) == len(held) == 1 else None


_ARMED_BODIES = frozenset({"army", "militia", "umbrella", "armed_group"})


def _of_actor(
    scene: Scene, index: int, owner: Hit, head: GroupHead, *, text: str, framing: tuple[str, ...]
) -> Made | None:
    ranked = rank(scene, owner)
    actor = ranked[0][0].actor
    if actor is None or ranked[0][1] < 0.3:
        return None
    led = _led_by(actor) if head.role in _LED else None
    if led is not None:
        why = because("composition", 0.75, f"{actor.name} leads {led.name}")
        return [actor_reading(led, ranked[0][1] * 0.9, (why,), framing=framing)], False, 3.3
    if actor.kind == "person" and actor.country is not None and head.role in ("government", "army", "forces"):
        return of_country(scene, actor.country, head, text=text, framing=framing, bare=True)
    if actor.kind == "person" and head.role not in _OWN_ROLES | {"government"}:
        return None
    same = head.kind == actor.kind and head.role in _SAME_ROLES
    if (head.role in _OWN_ROLES or same) and actor.kind != "person":
        why = because("composition", 0.8, f"{head.words!r} of {actor.name}")
        first = readings_of(ranked)[0]
        return (
            [actor_reading(actor, ranked[0][1] * 0.95, (*first.reasons, why), framing=(*first.framing, *framing))],
            False,
            3.3,
        )
    why = because("composition", 0.7, f"{head.words!r} of {actor.name}")
    generic = head.role in SPEAKERS
    owned = scene.text[scene.pieces[index][owner.first].start : scene.pieces[index][owner.last - 1].end]
    own = head.words.replace(" ", "-") if head.role == "body" else head.role
    candidate_id = None if generic else f"{actor.id}/{unit(head, text.replace(owned, ' ')) or own}"
    listed = register().by_composed.get(candidate_id or "")
    if listed is not None:
        return [actor_reading(listed, 0.75, (why,), framing=framing)], False, 3.2
    made = reading(
        text if owned in text else f"{owned} {text}",
        0.7,
        [why],
        candidate_id=candidate_id,
        actor_kind=head.kind,
        actor_country=actor.country,
        framing=framing,
    )
    return [made], generic, 3.2
