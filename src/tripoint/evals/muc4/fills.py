"""What an incident met, as fills of a template: things, people, and that nobody was hurt."""

from __future__ import annotations

import re

from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.incidents import Incident, sentences_of
from tripoint.evals.muc4.keys import Template
from tripoint.evals.muc4.tables import acts as table
from tripoint.evals.muc4.targets import Met
from tripoint.resources.countries import countries


def things(found: Template, whom: Met, country: str | None) -> None:
    """Fill the physical targets and all that is said of them."""
    if found.slots[key.TYPE][0].values[0] == "KIDNAPPING":
        return
    for thing in whom.things:
        found.fill(key.THING, thing.text)
        found.fill(key.THING_TYPE, thing.type, of=thing.text)
        found.fill(key.THING_NUMBER, thing.number, of=thing.text)
        nation = _nation(thing.text, country)
        if nation is not None:
            found.fill(key.THING_NATION, nation, of=thing.text)
        for effect in sorted(thing.effects)[:1]:
            found.fill(key.THING_EFFECT, effect, of=thing.text)


def people(found: Template, whom: Met, country: str | None) -> None:
    """Fill the human targets and all that is said of them."""
    for target in whom.people:
        of = target.name or target.description or ""
        if target.name is not None:
            found.fill(key.NAME, target.name)
        if target.description is not None:
            found.fill(key.DESCRIPTION, target.description)
        found.fill(key.PERSON_TYPE, target.type, of=of)
        found.fill(key.PERSON_NUMBER, target.number, of=of)
        nation = _nation(f"{target.description or ''}", country)
        if nation is not None:
            found.fill(key.PERSON_NATION, nation, of=of)
        for effect in ("DEATH", "INJURY", "NO DEATH", "NO INJURY"):
            if effect in target.effects:
                found.fill(key.PERSON_EFFECT, effect, of=of)
                break


_NO_CASUALTIES = re.compile(
    r"\bno (?:\w+ )?(?:casualties|victims|injuries|one was (?:hurt|injured)|deaths|one was killed)"
    r"|\bnobody was (?:hurt|injured|killed)|\bwithout (?:causing )?(?:casualties|victims|injuries)"
    r"|not (?:cause|result in|report\w*) (?:any )?(?:casualties|victims|injuries)",
    re.I,
)


def unhurt(found: Template, incident: Incident, find: Finder) -> None:
    """Fill *no casualties*, told in the incident's sentences or the one behind them, when nobody is told as hurt."""
    if found.slots.get(key.PERSON_EFFECT):
        return
    last = max(told.at for told in incident.told)
    sentences = [*sentences_of(incident, find.one), *find.one.sentences[last + 1 : last + 2]]
    for sentence in sentences:
        told = _NO_CASUALTIES.search(find.text, sentence.start, sentence.end)
        if told is not None:
            only = any(word in told[0].lower() for word in ("injur", "hurt"))
            found.fill(key.PERSON_EFFECT, "NO INJURY" if only else "NO INJURY OR DEATH")
            return


def _nation(text: str, country: str | None) -> str | None:
    """The nation of a target that is named after one other than the place's."""
    held = f" {text} "
    for one in countries().values():
        names = [n for n in (*one.adjectives, one.name, *one.aliases) if len(n) > 3 or n in {"U.S."}]
        if any(f" {name.upper()} " in held for name in names):
            name = table.NATION_NAMES.get(one.name, one.name.upper())
            return None if one.name == country else name
    return None
