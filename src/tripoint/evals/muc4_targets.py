"""Whom and what an incident met: people with their kind, number and fate, things with their kind, number and damage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tripoint.evals import muc4_tables as table
from tripoint.evals.muc4_incidents import Incident, Told
from tripoint.evals.muc4_phrases import appositions, number, patients, phrase, written
from tripoint.evals.pipeline import Analysed
from tripoint.model import Mention, MentionKind
from tripoint.syntax import Token
from tripoint.text import fold, words


@dataclass(slots=True)
class Target:
    """A human target: its name or description as written, and what is told of it."""

    name: str | None
    description: str | None
    type: str
    number: str
    effects: set[str] = field(default_factory=set)
    head: str = ""
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Thing:
    """A physical target."""

    text: str
    type: str
    number: str
    effects: set[str] = field(default_factory=set)
    head: str = ""


@dataclass(slots=True)
class Met:
    """All that an incident met; `fighters` counts those of armed forces and groups."""

    people: list[Target] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    fighters: int = 0


class Finder:
    """Looks up mentions and tokens of one message."""

    def __init__(self, one: Analysed) -> None:
        self.one = one
        self.text = one.doc.text
        self.tokens = {tok.start: tok for s in one.sentences for tok in s.tokens}
        self.by_start: dict[int, Token] = self.tokens
        self.persons = [m for m in one.mentions if m.kind is MentionKind.PERSON]
        self.chosen = one.chosen

    def person(self, tok: Token) -> Mention | None:
        """The named person whose mention covers `tok`."""
        for mention in self.persons:
            if mention.start <= tok.start < mention.end and not mention.generic and tok.tag.startswith(("NNP", "NN")):
                return mention
        return None

    def head(self, start: int, end: int) -> Token | None:
        """The topmost token of a stretch."""
        inside = [tok for at in range(start, end) if (tok := self.by_start.get(at)) is not None]
        tops = [tok for tok in inside if tok.head is tok or not start <= tok.head.start < end]
        return tops[-1] if tops else None


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
        _person(found, told, head, mention, find)
        return
    kind = thing_type(head)
    if kind is None and _struck(told, head) and not people_word(head) and lemma not in table.FIGHTERS:
        kind = "OTHER"
    if kind is not None and told.type != "KIDNAPPING" and lemma not in table.PEOPLE:
        if {tok.lemma for tok in phrase(head)} & table.MILITARY:
            found.fighters += 1
            return
        text = written(phrase(head), find.text)
        thing = next((t for t in found.things if _same_words(t.text, text) or t.head == lemma), None)
        if thing is None:
            thing = Thing(text=text, type=kind, number=number(head), head=lemma)
            found.things.append(thing)
        elif len(text) > len(thing.text) and _same_words(thing.text, text):
            thing.text = text
        effect = table.DAMAGE.get(told.tok.lemma)
        if effect is not None:
            thing.effects.add(effect)
        elif told.type == "ARSON":
            thing.effects.add("SOME DAMAGE")
        return
    if lemma in table.FIGHTERS or lemma in table.POLICE:
        found.fighters += 1
        if lemma in table.FIGHTERS:
            return
    if not people_word(head):
        return
    text = written(phrase(head), find.text)
    _described(found, told, text, lemma, number(head), _people_type(phrase(head)))


def _struck(told: Told, head: Token) -> bool:
    """A thing without an entry of its own, right below a word for destroying."""
    return (
        told.kind == "destroy"
        and head.tag in {"NN", "NNS"}
        and head.lemma not in table.POLICE
        and (head.dep in {"dobj", "nsubjpass", "conj"} or told.tok.dep in {"acl", "relcl"} or head.head.lower == "of")
    )


def people_word(head: Token) -> bool:
    """Whether a noun names people."""
    return head.lemma in table.PEOPLE or any(head.lemma in held for _, held in table.PEOPLE_TYPES)


def _described(found: Met, told: Told, text: str, lemma: str, count: str, kind: str) -> None:
    target = next(
        (t for t in found.people if t.name is None and (t.head == lemma or _same_words(t.description or "", text))),
        None,
    )
    if target is None:
        target = next(
            (t for t in found.people if t.description is not None and lemma in words(t.description.lower())), None
        )
    if target is None:
        target = Target(name=None, description=text, type=kind, number=count, head=lemma)
        found.people.append(target)
    elif target.number == "PLURAL" and count not in {"1", "PLURAL"}:
        target.number = count
    _effect(target, told)


def _person(found: Met, told: Told, head: Token, mention: Mention, find: Finder) -> None:
    reading = find.chosen.get(mention.mention_id)
    named = [tok for at in range(mention.start, mention.end) if (tok := find.by_start.get(at)) is not None]
    while len(named) > 1 and not _proper(named[0]):
        named = named[1:]
    name = written(named, find.text) if named else mention.text.upper()
    full = reading.name.upper() if reading is not None else name
    target = next((t for t in found.people if t.name is not None and _same_words(t.name, name)), None)
    roles = list(_roles(head, named, find))
    if target is None:
        target = Target(name=name, description=None, type="CIVILIAN", number="1", aliases=[full])
        found.people.append(target)
    elif len(name) > len(target.name or ""):
        target.name = name
    for role in roles:
        if target.description is None:
            target.description = role[0]
            target.type = role[1]
    _effect(target, told)


def _proper(tok: Token) -> bool:
    return (
        tok.text[0].isupper()
        and tok.lemma not in table.PEOPLE
        and not any(tok.lower in held for _, held in table.PEOPLE_TYPES)
    )


def _roles(head: Token, named: list[Token], find: Finder) -> Iterator[tuple[str, str]]:
    """Descriptions of a named person: words before the name, and appositions."""
    first = named[0].i if named else head.i
    before = [tok for tok in phrase(head) if tok.i < first]
    if before and people_word(before[-1]):
        yield written(before, find.text), _people_type(before)
    for beside in appositions(head):
        if people_word(beside) and not beside.text[0].isdigit() and find.person(beside) is None:
            inside = phrase(beside)
            of = [tok for kid in beside.children("prep") if kid.lower in {"of", "for"} for tok in kid.subtree()]
            last = [tok for tok in of if tok.i - beside.i < 8]
            stretch = sorted([*inside, *last], key=lambda tok: tok.i)
            yield written(stretch, find.text), _people_type(stretch)


def _people_type(tokens: list[Token]) -> str:
    held = {tok.lemma for tok in tokens} | {tok.lower for tok in tokens}
    for kind, listed in table.PEOPLE_TYPES:
        if held & listed:
            if kind == "POLITICAL FIGURE" and not (
                held & table.POLITICAL_WORDS or held & {"candidate", "politician", "precandidate"}
            ):
                continue
            if held & table.FORMER:
                return table.FORMER_TYPES.get(kind, kind)
            return kind
    return "CIVILIAN"


def _effect(target: Target, told: Told) -> None:
    effect = table.HARM.get(told.tok.lemma)
    if effect is None and told.kind in {"kill", "harm_civilians"}:
        effect = "DEATH"
    if effect is not None:
        target.effects.add(f"NO {effect}" if told.denied else effect)


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
    count = f"{low:g}" if low is not None and low == high else f"{low:g}-" if low is not None else "PLURAL"
    if lemma in table.PEOPLE or any(lemma in held for _, held in table.PEOPLE_TYPES):
        kind = next((k for k, held in table.PEOPLE_TYPES if lemma in held and k != "POLITICAL FIGURE"), "CIVILIAN")
        target = next(
            (
                t
                for t in found.people
                if t.name is None
                and (t.head == lemma or (t.head in {"person", "people"} and lemma in {"person", "people"}))
            ),
            None,
        )
        if target is None:
            target = Target(name=None, description=unit.upper(), type=kind, number=count, head=lemma)
            found.people.append(target)
        elif target.number == "PLURAL":
            target.number = count
        target.effects.add(effect)


def thing_type(head: Token) -> str | None:
    """Return the kind of a physical target by its head, or by the words around a building's head."""
    if head.tag in {"PRP", "WP", "WDT"}:
        return None
    around = {tok.lemma for tok in phrase(head)} - {head.lemma}
    around |= {tok.lemma for prep in head.children("prep") if prep.lower == "of" for tok in prep.children("pobj")}
    if head.lemma in table.BUILDINGS:
        for kind, held in table.THING_BEFORE:
            if around & held:
                return kind
    return next((kind for kind, held in table.THING_TYPES if head.lemma in held), None)


def _same_words(one: str, two: str) -> bool:
    a, b = set(words(fold(one))), set(words(fold(two)))
    return bool(a) and bool(b) and (a <= b or b <= a)
