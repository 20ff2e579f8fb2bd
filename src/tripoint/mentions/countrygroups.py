"""The army, police, government of a country, and the coalitions that one leads."""

from __future__ import annotations

import re

from tripoint.mentions.actors import actor_reading
from tripoint.mentions.draft import because, reading
from tripoint.mentions.scene import Scene
from tripoint.mentions.states import capital_of
from tripoint.model import Reading, Reason
from tripoint.names import strict_key
from tripoint.resources.actors import Actor, register
from tripoint.resources.countries import countries, nationality
from tripoint.resources.words import GroupHead, families
from tripoint.syntax import Token

CANONICAL = {
    "army": "army",
    "forces": "forces",
    "air-force": "air force",
    "navy": "navy",
    "border-guards": "border guards",
    "police": "police",
    "government": "government",
}


"""The noun that a composed name bears for each role, whichever head the text uses."""


_WORD = re.compile(r"[^\W_]+")


SPEAKERS = frozenset({"officials", "observers", "people", "sources"})


Made = tuple[list[Reading], bool, float]


def of_country(scene: Scene, iso2: str, head: GroupHead, *, text: str, framing: tuple[str, ...], bare: bool) -> Made:
    """Return what the forces, police, government, ... of a country mean."""
    country = countries()[iso2]
    army = register().by_role.get((iso2, head.role))
    if head.role in ("government", "leadership") and army is None:
        why = because("composition", 0.7, f"{head.words!r} of {country.name} is the state where it acts")
        return [state_reading(iso2, 0.7, why, framing=framing)], False, 3.2
    family = families().get(head.words)
    plain = not unit(head, text) and (bare or family is not None)
    composed = reading(
        f"{country.adjective} {CANONICAL.get(head.role, family or head.words)}" if plain else text,
        0.7,
        [because("composition", 0.7, f"{head.words!r} of {country.name}")],
        candidate_id=f"actor:{iso2.lower()}/{unit(head, text) or _branch(head)}",
        actor_kind=head.kind,
        actor_country=iso2,
        framing=framing,
    )
    generic = head.role in SPEAKERS
    if army is None and (head.role == "forces" or _nameless(head, text)):
        army = register().by_role.get((iso2, "army"))
        if army is not None and (head.role == "unit" or head.words in _OF_THE_STATE or _is_all(army)):
            why = because("role", 0.8, f"{army.name} are the forces of {country.name}, whose {head.words!r} these are")
            return [actor_reading(army, 0.8, (why,), framing=framing), _rejected(composed)], False, 3.2
        if army is not None and scene.actor_ids[army.id]:
            why = because("document", 0.7, f"the document names {army.name}, the core of the country's forces")
            return [actor_reading(army, 0.7, (why,), framing=framing), _rejected(composed)], False, 3.2
        return [composed, *([] if army is None else [_rejected(actor_reading(army, 0.5, ()))])], False, 3.2
    if army is not None:
        why = because("role", 0.85, f"{army.name} is the {head.role} of {country.name}")
        return [actor_reading(army, 0.85, (why,), framing=framing)], False, 3.2
    return [composed], generic, 3.2


_OF_THE_STATE = frozenset(
    "government forces;government troops;government soldiers;regime forces;regime troops;regime soldiers".split(";")
)
"""Heads that mean the army of a state, whoever else fights beside it."""

_ALL_FORCES = re.compile(r"\b(?:armed forces|defen[cs]e forces?|forces)\b", re.I)
"""How the name of an army tells that no land force besides is meant by *X forces*."""


def _is_all(army: Actor) -> bool:
    """Say whether an army bears the name of all its country's forces (*Kenya Defence Forces*)."""
    return _ALL_FORCES.search(army.name) is not None


def _nameless(head: GroupHead, text: str) -> bool:
    """Say whether a unit is of no name or number: *a Kenyan column* is Kenya's army on the march."""
    return head.role == "unit" and head.words not in _OF_OTHERS and not unit(head, text)


_OF_OTHERS = frozenset({"convoy", "convoys", "company", "guard", "guards", "corps", "grouping", "groupings"})
"""Heads of units that bodies other than an army have too."""


def state_reading(iso2: str, score: float, why: Reason, *, framing: tuple[str, ...] = ()) -> Reading:
    """Return the reading that means the state by its government: one actor with the country that acts."""
    return reading(
        f"{countries()[iso2].adjective} government",
        score,
        [why],
        candidate_id=f"actor:{iso2.lower()}",
        actor_kind="government",
        actor_country=iso2,
        framing=framing,
    )


def _branch(head: GroupHead) -> str:
    words = families().get(head.words, head.words)
    return head.role if head.role in CANONICAL else words.replace(" ", "-")


_REMIT = re.compile(r"\b(?:Ministry|Department) (?:of|for) (?:the )?(.+)\Z")
"""What a ministry is for: *Ministry of Health* and *Health Ministry* are one."""

_NAMED = frozenset({"unit", "group", "body"})
"""Roles of which a country has many, told apart by their names."""


def unit(head: GroupHead, text: str) -> str:
    """Return the name of one unit or body as it ends an id (*7th Brigade* is not *8th Brigade*), empty for all else."""
    if head.role == "ministry":
        remit = _REMIT.search(text)
        return (
            "" if remit is None else f"{strict_key(remit[1]).replace(' ', '-').replace('defense', 'defence')}-ministry"
        )
    own = [word for word in _WORD.findall(text) if word[0].isupper() or word[0].isdigit()]
    if len(own) == 2 and nationality(own[0]) is not None:
        return ""  # a headline's capitals: *Kenyan Convoy*
    if len(own) > 1 and own[-1].isdigit():
        own = [_ordinal(int(own[-1])), *own[:-1]]  # *Brigade 45* is the 45th Brigade
    return "-".join(word.lower() for word in own) if head.role in _NAMED and len(own) > 1 else ""


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


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


def country_of_capital(modifiers: list[Token]) -> str | None:
    """Return the country whose capital alone describes the group (*Damascus forces*)."""
    if len(modifiers) == 1:
        return capital_of(modifiers[0].text)
    return None


def coalition(scene: Scene, head: GroupHead, modifiers: list[Token]) -> Actor | None:
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
