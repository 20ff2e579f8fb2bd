"""Who did it, as written, and how sure the message is of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripoint.claims.tree import is_passive, is_verb
from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.acts import Told
from tripoint.evals.muc4.bodies import bodies_at, named_as
from tripoint.evals.muc4.confidence import confidence
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.incidents import Incident
from tripoint.evals.muc4.phrases import phrase, written
from tripoint.evals.muc4.tables import bodies as table
from tripoint.model import MentionKind, Party, Reading
from tripoint.text import words


@dataclass(slots=True)
class Blame:
    """The perpetrators of an incident: descriptions or names, and bodies with the confidence in their blame."""

    individuals: list[tuple[str, ...]] = field(default_factory=list)
    bodies: dict[tuple[str, ...], str] = field(default_factory=dict)
    state: bool = False
    terror: bool = False


def blame(incident: Incident, find: Finder) -> Blame:
    """Return who is told to have done `incident`."""
    found = Blame()
    for told in incident.told:
        for party in told.claim.agents if told.claim is not None else ():
            _party(found, told, party, find)
        if told.claim is None or not told.claim.agents:
            _before(found, told, find)
    if not found.bodies:
        _claimed(found, incident, find)
    if not found.bodies:
        _only_group(found, find)
    return found


def _party(found: Blame, told: Told, party: Party, find: Finder) -> None:
    start, end = party.start, party.end
    if party.antecedent_start is not None and party.antecedent_end is not None:
        start, end = party.antecedent_start, party.antecedent_end
    head = find.head(start, end)
    if head is None or head.tag in {"PRP", "PRP$", "WP", "WDT"}:
        return
    bodies = list(bodies_at(head, start, end, find))
    sure = confidence(told, head, bodies, find)
    for reading in bodies:
        _body(found, (named_as(reading, find.text),), sure)
        found.state |= reading.actor_kind in table.STATE
        found.terror |= reading.actor_kind not in table.STATE
    lemma = head.lemma
    generic = lemma in table.PERPETRATORS
    if head.dep in {"compound", "amod"} and not bodies:
        found.terror |= generic and lemma not in table.STATE_WORDS
        return
    whole = written(phrase(head), find.text)
    if party.kind == "person" or find.person(head) is not None:
        _once(found.individuals, (find.text[start:end].upper(), party.name.upper()))
    elif generic:
        _once(found.individuals, (whole,))
    elif not bodies and (lemma in table.BODY_WORDS or party.kind in table.BODIES):
        _body(found, (whole,), sure)
    state = lemma in table.STATE_WORDS or (party.actor_id is not None and party.kind in table.STATE and not bodies)
    found.state |= state
    found.terror |= (generic and not state) or (party.kind in {"armed_group", "militia"})


def _before(found: Blame, told: Told, find: Finder) -> None:
    """A registered body, with or without a noun for its members, right before an active verb: the parser may take a
    name for a participle (*Shining Path rebels burned*), and the clause then has no subject.
    """
    if not is_verb(told.tok) or is_passive(told.tok):
        return
    left = [tok for tok in find.one.sentences[told.at].tokens[: told.tok.i] if tok.dep not in {"aux", "advmod"}]
    if not left:
        return
    members = left[-1] if left[-1].lemma in table.PERPETRATORS else None
    at = left[-2] if members is not None and len(left) > 1 else left[-1]
    for mention in find.one.mentions:
        reading = find.chosen.get(mention.mention_id)
        if mention.start <= at.start < mention.end and reading is not None and reading.actor_kind in table.BODIES:
            if not named_as(reading, find.text):
                continue
            _body(found, (named_as(reading, find.text),), "REPORTED AS FACT")
            found.state |= reading.actor_kind in table.STATE
            found.terror |= reading.actor_kind not in table.STATE
            if members is not None:
                _once(found.individuals, (written([members], find.text),))
            return


def _body(found: Blame, names: tuple[str, ...], sure: str) -> None:
    for held in found.bodies:
        if set(held) & set(names):
            if key.PARENT.get(found.bodies[held]) == sure or found.bodies[held] == "REPORTED AS FACT":
                found.bodies[held] = sure
            return
    found.bodies[names] = sure


def _only_group(found: Blame, find: Finder) -> None:
    """Guerrillas or rebels of a message that names one armed group are its members."""
    if not any(set(words(names[0].lower())) & table.IRREGULARS for names in found.individuals):
        return
    groups: dict[str, Reading] = {}
    for mention in find.one.mentions:
        reading = find.chosen.get(mention.mention_id)
        if mention.kind is not MentionKind.ACTOR or mention.generic or reading is None:
            continue
        if reading.candidate_id is not None and reading.actor_kind == "armed_group":
            groups[reading.candidate_id] = reading
    if len(groups) == 1:
        (reading,) = groups.values()
        if named_as(reading, find.text):
            _body(found, (named_as(reading, find.text),), "REPORTED AS FACT")


def _once(held: list[tuple[str, ...]], names: tuple[str, ...]) -> None:
    last = {name.split()[-1] for name in names if name}
    if not any(last & {name.split()[-1] for name in one if name} for one in held):
        held.append(names)


def _claimed(found: Blame, incident: Incident, find: Finder) -> None:
    """A body that the sentences at the incident, or behind it, say has claimed it, or blame for it."""
    last = max(told.at for told in incident.told)
    first = min(told.at for told in incident.told)
    for at, sentence in enumerate(find.one.sentences[first:], start=first):
        lemmas = {tok.lemma for tok in sentence.tokens}
        claiming = "responsibility" in lemmas and lemmas & {"claim", "admit", "assume", "take", "acknowledge"}
        blaming = lemmas & {
            "accuse",
            "blame",
            "suspect",
            "attribute",
            "responsible",
            "implicate",
            "perpetrator",
            "presume",
        }
        if not claiming and not (blaming and at <= last + 2):
            continue
        for mention in find.one.mentions:
            if mention.kind is not MentionKind.ACTOR or not sentence.start <= mention.start < sentence.end:
                continue
            reading = find.chosen.get(mention.mention_id)
            if (
                reading is None
                or reading.candidate_id is None
                or reading.actor_kind not in {"armed_group", "militia", "umbrella", "army"}
            ):
                continue
            if mention.generic or not named_as(reading, find.text):
                continue
            official = {tok.lemma for tok in sentence.tokens} & table.AUTHORITY_WORDS
            sure = (
                "CLAIMED OR ADMITTED"
                if claiming and "no" not in lemmas
                else "SUSPECTED OR ACCUSED BY AUTHORITIES"
                if official
                else "SUSPECTED OR ACCUSED"
            )
            if reading.actor_kind == "army" and claiming:
                continue
            _body(found, (named_as(reading, find.text),), sure)
            found.terror |= reading.actor_kind != "army"
            found.state |= reading.actor_kind == "army"
            return
