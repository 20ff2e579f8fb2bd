"""The people that an incident met: their name, description, kind, number and fate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tripoint.evals.muc4.acts import Told
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.phrases import appositions, number, phrase, same_words, written
from tripoint.evals.muc4.tables import people as table
from tripoint.model import Mention
from tripoint.syntax import Token
from tripoint.text import words


@dataclass(slots=True)
class Target:
    """A human target: its name or description as written, and what is told of it."""

    name: str | None
    description: str | None
    type: str
    number: str
    effects: set[str] = field(default_factory=set)
    head: str = ""


def people_word(head: Token) -> bool:
    """Return whether a noun names people."""
    return head.lemma in table.PEOPLE or any(head.lemma in held for _, held in table.PEOPLE_TYPES)


def describe(people: list[Target], told: Told, head: Token, find: Finder) -> None:
    """Add people without a name to `people`, or what is told of them to those of the same words."""
    lemma, text = head.lemma, written(phrase(head), find.text)
    target = next(
        (t for t in people if t.name is None and (t.head == lemma or same_words(t.description or "", text))), None
    )
    if target is None:
        target = next((t for t in people if t.description is not None and lemma in words(t.description.lower())), None)
    many = number(head)
    if target is None:
        target = Target(name=None, description=text, type=_kind(phrase(head)), number=many, head=lemma)
        people.append(target)
    elif target.number == "PLURAL" and many not in {"1", "PLURAL"}:
        target.number = many
    _effect(target, told)


def name_person(people: list[Target], told: Told, head: Token, mention: Mention, find: Finder) -> None:
    """Add a named person to `people`, or what is told to the one of that name."""
    named = [tok for at in range(mention.start, mention.end) if (tok := find.tokens.get(at)) is not None]
    while len(named) > 1 and not _proper(named[0]):
        named = named[1:]
    name = written(named, find.text) if named else mention.text.upper()
    target = next((t for t in people if t.name is not None and same_words(t.name, name)), None)
    roles = list(_roles(head, named, find))
    if target is None:
        target = Target(name=name, description=None, type="CIVILIAN", number="1")
        people.append(target)
    elif len(name) > len(target.name or ""):
        target.name = name
    for role in roles:
        if target.description is None:
            target.description = role[0]
            target.type = role[1]
    _effect(target, told)


def count(people: list[Target], effect: str, lemma: str, many: str, unit: str) -> None:
    """Add to `people` a number of killed or wounded, told of `unit` with the head `lemma`."""
    kind = next((k for k, held in table.PEOPLE_TYPES if lemma in held and k != "POLITICAL FIGURE"), "CIVILIAN")
    target = next(
        (
            t
            for t in people
            if t.name is None
            and (t.head == lemma or (t.head in {"person", "people"} and lemma in {"person", "people"}))
        ),
        None,
    )
    if target is None:
        target = Target(name=None, description=unit.upper(), type=kind, number=many, head=lemma)
        people.append(target)
    elif target.number == "PLURAL":
        target.number = many
    target.effects.add(effect)


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
        yield written(before, find.text), _kind(before)
    for beside in appositions(head):
        if people_word(beside) and not beside.text[0].isdigit() and find.person(beside) is None:
            inside = phrase(beside)
            of = [tok for kid in beside.children("prep") if kid.lower in {"of", "for"} for tok in kid.subtree()]
            last = [tok for tok in of if tok.i - beside.i < 8]
            stretch = sorted([*inside, *last], key=lambda tok: tok.i)
            yield written(stretch, find.text), _kind(stretch)


def _kind(tokens: list[Token]) -> str:
    """The kind of a human target by the words that describe it."""
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
