"""Whom and what an incident met: people with their kind, number and fate, things with their kind, number and damage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tripoint.evals.muc4.acts import Told
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.incidents import Incident
from tripoint.evals.muc4.people import Target, count, describe, name_person, people_word
from tripoint.evals.muc4.phrases import patients
from tripoint.evals.muc4.tables import people as table
from tripoint.evals.muc4.things import Thing, add_thing, armed, thing_type
from tripoint.syntax import Token
from tripoint.text import words


@dataclass(slots=True)
class Met:
    """All that an incident met; `fighters` counts those of armed forces and groups."""

    people: list[Target] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    fighters: int = 0


def met(incident: Incident, find: Finder) -> Met:
    """Return whom and what `incident` met."""
    found = Met()
    for told in incident.told:
        for head in _heads(told, find):
            _add(found, told, head, find)
        for slot in told.claim.amounts if told.claim is not None else ():
            _amount(found, slot.amount.what, slot.amount.low, slot.amount.high, slot.amount.unit, told)
    telling = [t for t in found.people if t.name is not None or t.head not in table.UNTELLING]
    if telling:
        effects = {effect for t in found.people if t not in telling for effect in t.effects}
        found.people = telling
        if len(telling) == 1 and not telling[0].effects:
            telling[0].effects |= effects
    return found


def _heads(told: Told, find: Finder) -> Iterator[Token]:
    seen: set[int] = set()
    agents = {party.start for party in told.claim.agents} if told.claim is not None else set()
    for tok in patients(told.tok):
        if tok.start not in seen and tok.start not in agents:
            seen.add(tok.start)
            yield tok
    for party in told.claim.targets if told.claim is not None else ():
        start, end = party.start, party.end
        if party.antecedent_start is not None and party.antecedent_end is not None:
            start, end = party.antecedent_start, party.antecedent_end
        head = find.head(start, end)
        if head is not None and head.start not in seen:
            seen.add(head.start)
            yield head


def _add(found: Met, told: Told, head: Token, find: Finder) -> None:
    lemma = head.lemma
    mention = find.person(head)
    if mention is not None:
        name_person(found.people, told, head, mention, find)
        return
    kind = thing_type(told, head)
    if kind is not None and told.type != "KIDNAPPING" and lemma not in table.PEOPLE:
        if armed(head):
            found.fighters += 1
        else:
            add_thing(found.things, told, head, kind, find)
        return
    if lemma in table.FIGHTERS or lemma in table.POLICE:
        found.fighters += 1
        if lemma in table.FIGHTERS:
            return
    if people_word(head):
        describe(found.people, told, head, find)


def _amount(found: Met, what: str, low: float | None, high: float | None, unit: str, told: Told) -> None:
    effect = {"killed": "DEATH", "wounded": "INJURY"}.get(what)
    if effect is None or not unit:
        return
    heads = words(unit.lower())
    head = heads[-1] if heads else ""
    lemma = {"people": "people", "children": "child", "women": "woman", "men": "man", "policemen": "policeman"}.get(
        head, head[:-1] if head.endswith("s") else head
    )
    if lemma in table.FIGHTERS:
        found.fighters += 1
        return
    number = f"{low:g}" if low is not None and low == high else f"{low:g}-" if low is not None else "PLURAL"
    if lemma in table.PEOPLE or any(lemma in held for _, held in table.PEOPLE_TYPES):
        count(found.people, effect, lemma, number, unit)
