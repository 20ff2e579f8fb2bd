"""From the incidents of a message to MUC-4 templates, slot by slot.

The tables in `tables` are the whole mapping; docs/reference/evaluations.md tells it in words.
"""

from __future__ import annotations

from datetime import date

from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.fills import people, things, unhurt
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.incidents import Incident, incidents
from tripoint.evals.muc4.instruments import instruments
from tripoint.evals.muc4.keys import Template
from tripoint.evals.muc4.perpetrators import Blame, blame
from tripoint.evals.muc4.places import home_of, location
from tripoint.evals.muc4.tables.acts import NATIONS
from tripoint.evals.muc4.tables.people import UNTELLING
from tripoint.evals.muc4.targets import Met, met
from tripoint.evals.pipeline import Analysed


def templates(one: Analysed, message: str) -> list[Template]:
    """Return the templates of a message, in reading order."""
    find = Finder(one)
    home = home_of(one)
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
    country, where = location(incident, home, find)
    if country is not None and country not in NATIONS:
        return None
    found = Template(message=message)
    found.fill(key.TYPE, "BOMBING" if incident.type == "BOMBING" else incident.type)
    found.fill(key.STAGE, stage)
    if where:
        found.fill(key.LOCATION, where)
    _date(found, incident, find)
    instruments(found, incident, find)
    for names in who.individuals:
        found.fill(key.INDIVIDUAL, *dict.fromkeys(names))
    for body, sure in who.bodies.items():
        found.fill(key.ORGANISATION, *dict.fromkeys(body))
        found.fill(key.CONFIDENCE, sure, of=body[0])
    found.fill(key.CATEGORY, "STATE-SPONSORED VIOLENCE" if who.state and not who.terror else "TERRORIST ACT")
    things(found, whom, country)
    people(found, whom, country)
    unhurt(found, incident, find)
    return found


def relevant(incident: Incident, whom: Met, who: Blame) -> bool:
    """The task's rules of relevance that claims can tell (1.0): not war among the armed, and some target or tool."""
    telling = any(t.name is not None or t.head not in UNTELLING for t in whom.people)
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
