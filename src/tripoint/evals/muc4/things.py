"""The things that an incident met: their kind, number and damage."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripoint.evals.muc4.acts import Told
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.people import people_word
from tripoint.evals.muc4.phrases import number, phrase, same_words, written
from tripoint.evals.muc4.tables import things as table
from tripoint.evals.muc4.tables.people import FIGHTERS, POLICE
from tripoint.syntax import Token


@dataclass(slots=True)
class Thing:
    """A physical target."""

    text: str
    type: str
    number: str
    effects: set[str] = field(default_factory=set)
    head: str = ""


def thing_type(told: Told, head: Token) -> str | None:
    """Return the kind of what `told` met, None where it is no thing; what is destroyed is one without an entry too."""
    kind = _listed(head)
    if kind is None and _struck(told, head) and not people_word(head) and head.lemma not in FIGHTERS:
        return "OTHER"
    return kind


def _listed(head: Token) -> str | None:
    """The kind of a physical target by its head, or by the words around a building's head."""
    if head.tag in {"PRP", "WP", "WDT"}:
        return None
    around = {tok.lemma for tok in phrase(head)} - {head.lemma}
    around |= {tok.lemma for prep in head.children("prep") if prep.lower == "of" for tok in prep.children("pobj")}
    if head.lemma in table.BUILDINGS:
        for kind, held in table.THING_BEFORE:
            if around & held:
                return kind
    return next((kind for kind, held in table.THING_TYPES if head.lemma in held), None)


def _struck(told: Told, head: Token) -> bool:
    """A thing without an entry of its own, right below a word for destroying."""
    return (
        told.kind == "destroy"
        and head.tag in {"NN", "NNS"}
        and head.lemma not in POLICE
        and (head.dep in {"dobj", "nsubjpass", "conj"} or told.tok.dep in {"acl", "relcl"} or head.head.lower == "of")
    )


def armed(head: Token) -> bool:
    """Return whether the words of a thing make it a military or police one."""
    return bool({tok.lemma for tok in phrase(head)} & table.MILITARY)


def add_thing(things: list[Thing], told: Told, head: Token, kind: str, find: Finder) -> None:
    """Add a thing that `told` met to `things`, or what is told of it to the one that is there."""
    text = written(phrase(head), find.text)
    thing = next((t for t in things if same_words(t.text, text) or t.head == head.lemma), None)
    if thing is None:
        thing = Thing(text=text, type=kind, number=number(head), head=head.lemma)
        things.append(thing)
    elif len(text) > len(thing.text) and same_words(thing.text, text):
        thing.text = text
    effect = table.DAMAGE.get(told.tok.lemma)
    if effect is not None:
        thing.effects.add(effect)
    elif told.type == "ARSON":
        thing.effects.add("SOME DAMAGE")
