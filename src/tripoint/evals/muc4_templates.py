"""From the incidents of a message to MUC-4 templates, slot by slot.

The tables in `muc4_tables` are the whole mapping; docs/reference/evaluations.md tells it in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tripoint.evals import muc4_keys as key
from tripoint.evals import muc4_tables as table
from tripoint.evals.muc4_incidents import Incident, incidents, sentences_of
from tripoint.evals.muc4_keys import Template
from tripoint.evals.muc4_perpetrators import Blame, blame
from tripoint.evals.muc4_phrases import phrase, written
from tripoint.evals.muc4_targets import Finder, Met, met
from tripoint.evals.pipeline import Analysed
from tripoint.model import MentionKind, PlaceValue
from tripoint.resources.countries import countries

RANK = {"country": 0, "province": 1, "area": 1, "line": 1, "district": 2, "town": 3, "site": 4, "unlocated": 3}


def templates(one: Analysed, message: str) -> list[Template]:
    """Return the templates of a message, in reading order."""
    find = Finder(one)
    home = _home(one)
    found: list[Template] = []
    for incident in incidents(one):
        made = _template(incident, message, find, home)
        if made is not None:
            found.append(made)
    return found


def _template(incident: Incident, message: str, find: Finder, home: str | None) -> Template | None:
    whom = met(incident, find)
    who = blame(incident, find)
    if not relevant(incident, whom, who):
        return None
    stage = _stage(incident)
    if stage is None:
        return None
    country, location = _location(incident, home, find)
    if country is not None and country not in table.NATIONS:
        return None
    found = Template(message=message)
    found.fill(key.TYPE, "BOMBING" if incident.type == "BOMBING" else incident.type)
    found.fill(key.STAGE, stage)
    if location:
        found.fill(key.LOCATION, location)
    _date(found, incident, find)
    _instruments(found, incident, find)
    for names in who.individuals:
        found.fill(key.INDIVIDUAL, *dict.fromkeys(names))
    for body, sure in who.bodies.items():
        found.fill(key.ORGANISATION, *dict.fromkeys(body))
        found.fill(key.CONFIDENCE, sure, of=body[0])
    found.fill(key.CATEGORY, "STATE-SPONSORED VIOLENCE" if who.state and not who.terror else "TERRORIST ACT")
    _things(found, whom, country)
    _people(found, whom, country)
    _unhurt(found, incident, find)
    return found


def relevant(incident: Incident, whom: Met, who: Blame) -> bool:
    """The task's rules of relevance that claims can tell (1.0): not war among the armed, and some target or tool."""
    telling = any(t.name is not None or t.head not in table.UNTELLING for t in whom.people)
    if whom.things or telling or (whom.people and (incident.places or who.individuals or who.bodies or incident.days)):
        return True
    if whom.fighters:
        return False
    return incident.type in {"BOMBING", "KIDNAPPING", "HIJACKING"} and bool(incident.places or who.individuals)


def _stage(incident: Incident) -> str | None:
    """ACCOMPLISHED when any claim tells it as a fact; else what the words above the acts make of it."""
    if any(told.real and not told.denied for told in incident.told):
        return "ACCOMPLISHED"
    above = {tok.lemma for t in incident.told for tok in (t.tok, *t.tok.ancestors())}
    kids = {kid.lemma for t in incident.told for kid in t.tok.kids}
    if (above | kids) & {"threaten", "threat", "warn", "sentence", "vow"}:
        return "THREATENED"
    if (above | kids) & {
        "try",
        "attempt",
        "fail",
        "foil",
        "thwart",
        "escape",
        "unsuccessful",
        "deactivate",
        "defuse",
        "frustrate",
    }:
        return "ATTEMPTED"
    return None


def _date(found: Template, incident: Incident, find: Finder) -> None:
    """The narrowest told days; a weekday, or nothing told, is *on or before* the message's own day (7.3, notes)."""
    published = find.one.doc.published
    weekday = any(c.time is not None and any(day in c.time.text.lower() for day in _WEEKDAYS) for c in incident.claims)
    span = incident.days
    if span is not None and not (weekday and published is not None):
        found.fill(key.DATE, key.as_fill(*span))
    elif published is not None and published.end is not None:
        found.fill(key.DATE, key.as_fill(None, date.fromisoformat(published.end)))


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place as written."""

    place: PlaceValue
    text: str


def _spots(incident: Incident, find: Finder, home: str | None) -> list[_Spot]:
    """The places of the acts; where there is none, those of the message's country named in their sentences."""
    told = [_Spot(slot.place, slot.text) for slot in incident.places]
    if told:
        return told
    spans = [(s.start, s.end) for s in sentences_of(incident, find.one)]
    for mention in find.one.mentions:
        reading = find.chosen.get(mention.mention_id)
        if mention.kind is not MentionKind.PLACE or reading is None or reading.place is None:
            continue
        inside = any(start <= mention.start < end for start, end in spans)
        if inside and reading.place.country and _country(reading.place.country) == home:
            told.append(_Spot(reading.place, mention.text))
    return told


def _location(incident: Incident, home: str | None, find: Finder) -> tuple[str | None, str]:
    """The country and the chain of places, widest first: the most precise place told, with what holds it."""
    slots = sorted(_spots(incident, find, home), key=lambda slot: -RANK.get(slot.place.precision, 2))
    best = slots[0] if slots else None
    code = next((s.place.country for s in slots if s.place.country), None)
    country = _country(code) if code else home
    if best is None or best.place.precision == "country":
        return country, (country or "").upper()
    chain = [
        country,
        best.place.admin1,
        *(_name(s) for s in reversed(slots) if s.place.precision == "province"),
        _name(best),
    ]
    return country, ": ".join(dict.fromkeys(name.upper() for name in chain if name))


def _name(slot: _Spot) -> str:
    return slot.text if slot.place.place_id is None else slot.place.name


def _country(code: str) -> str | None:
    found = countries().get(code.split("|")[0])
    return found.name if found is not None else None


def _home(one: Analysed) -> str | None:
    """The country of interest that the message names most, its people counted with it."""
    counts: dict[str, int] = {}
    for mention in one.mentions:
        reading = one.chosen.get(mention.mention_id)
        if reading is None:
            continue
        code = reading.place.country if reading.place is not None else reading.actor_country
        name = _country(code) if code else None
        if name in table.NATIONS:
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default=None)


def _instruments(found: Template, incident: Incident, find: Finder) -> None:
    if found.slots[key.TYPE][0].values[0] in table.NO_INSTRUMENT:
        return
    kinds: list[str] = []
    for sentence in sentences_of(incident, find.one):
        for tok in sentence.tokens:
            if not tok.tag.startswith("NN"):
                continue
            pair = f"{sentence.tokens[tok.i - 1].lower} {tok.lemma}" if tok.i else ""
            kind = next(
                (k for k, held in table.INSTRUMENTS if tok.lemma in held or tok.lower in held or pair in held), None
            )
            if kind is None or tok.dep == "compound" or any(kid.lower == "no" for kid in tok.kids):
                continue
            found.fill(key.INSTRUMENT, written(phrase(tok), find.text))
            if kind not in kinds:
                kinds.append(kind)
    for told in incident.told:
        kind = table.INSTRUMENT_VERBS.get(told.tok.lemma)
        if kind is not None and not kinds:
            kinds.append(kind)
    if not kinds and incident.type == "BOMBING":
        kinds.append("BOMB")
    for kind in kinds:
        found.fill(key.INSTRUMENT_TYPE, kind)


def _things(found: Template, whom: Met, country: str | None) -> None:
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


def _people(found: Template, whom: Met, country: str | None) -> None:
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


def _unhurt(found: Template, incident: Incident, find: Finder) -> None:
    """*No casualties* in the sentences of the incident, or the one behind it, when nobody is told to have been hurt."""
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
