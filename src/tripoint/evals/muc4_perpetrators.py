"""Who did it, as written, and how sure the message is of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tripoint.claims.tree import is_passive, is_verb
from tripoint.evals import muc4_tables as table
from tripoint.evals.muc4_incidents import Incident, Told
from tripoint.evals.muc4_phrases import phrase, written
from tripoint.evals.muc4_targets import Finder
from tripoint.model import Claim, MentionKind, Modality, Party, Reading
from tripoint.resources.actors import register
from tripoint.syntax import Token
from tripoint.text import fold, words


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
    bodies = list(_bodies_at(head, start, end, find))
    sure = _confidence(told, head, bodies, find)
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
            if table.PARENT.get(found.bodies[held]) == sure or found.bodies[held] == "REPORTED AS FACT":
                found.bodies[held] = sure
            return
    found.bodies[names] = sure


def named_as(reading: Reading, text: str) -> str:
    """The longest of the body's names that the message writes, in capitals; empty where it writes none."""
    actor = register().get(reading.candidate_id or "")
    names = sorted(actor.names if actor is not None else (), key=len, reverse=True)
    folded = f" {' '.join(words(fold(text)))} "
    return next((fold(name).upper() for name in names if f" {' '.join(words(fold(name)))} " in folded), "")


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


def _bodies_at(head: Token, start: int, end: int, find: Finder) -> Iterator[Reading]:
    """Registered bodies inside the agent's own phrase: *guerrillas of the FMLN, ELN members*."""
    low = min([start, *(tok.start for tok in phrase(head))])
    high = end
    for kid in head.kids:
        if kid.i > head.i and (kid.dep in {"prep", "appos"} and (kid.lower in {"of", "from"} or kid.dep == "appos")):
            high = max(high, max(tok.end for tok in kid.subtree()))
        if kid.i > head.i and kid.dep == "acl" and kid.lemma in {"belong", "link", "identify"}:
            high = max(high, max(tok.end for tok in kid.subtree()))
    seen: set[str] = set()
    for mention in find.one.mentions:
        if mention.kind is not MentionKind.ACTOR or not low <= mention.start < high:
            continue
        reading = find.chosen.get(mention.mention_id)
        if reading is None or reading.candidate_id is None or reading.actor_kind not in table.BODIES:
            continue
        if reading.candidate_id in seen or (mention.generic and reading.actor_kind not in table.STATE):
            continue
        seen.add(reading.candidate_id)
        if named_as(reading, find.text):
            yield reading


def _confidence(told: Told, head: Token, bodies: list[Reading], find: Finder) -> str:
    """How sure the blame is: the decision tree of the task's documentation, part 2, slot 11."""
    claim = told.claim
    assert claim is not None
    ids = {reading.candidate_id for reading in bodies}
    own = any(speaker.actor_id is not None and speaker.actor_id in ids for speaker in claim.speakers)
    if own:
        return "CLAIMED OR ADMITTED"
    beside = (
        {tok.lower for tok in phrase(head)} | {kid.lower for kid in told.tok.kids} | {kid.lower for kid in head.kids}
    )
    beside |= {
        kid.lower
        for one in head.ancestors()
        if one is not told.tok
        for kid in one.kids
        if kid.i < head.i and kid.i > told.tok.i
    }
    above = {tok.lemma for tok in (told.tok, *told.tok.ancestors())}
    if claim.hedged or beside & table.DOUBT or above & table.BLAME or _blaming(claim):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if _authority(claim, find) else "SUSPECTED OR ACCUSED"
    if claim.modality in {Modality.POSSIBLE, Modality.UNCONFIRMED}:
        return "POSSIBLE"
    return "REPORTED AS FACT"


def _blaming(claim: Claim) -> bool:
    return any(speaker.cue in table.BLAME for speaker in claim.speakers)


def _authority(claim: Claim, find: Finder) -> bool:
    for speaker in claim.speakers:
        spoken = set(find.text[speaker.start : speaker.end].lower().split()) | set(speaker.name.lower().split())
        if spoken & table.AUTHORITY_WORDS:
            return True
    return False


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
