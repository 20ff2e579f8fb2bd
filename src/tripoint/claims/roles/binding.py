"""Agents, targets and recipients of a predicate, from its own clause or the subject its clause shares."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.setphrases import ASKED, HELPED
from tripoint.claims.roles.described import described
from tripoint.claims.roles.doers import acting
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.held import bind_held
from tripoint.claims.roles.losing import driven_out
from tripoint.claims.roles.modifiers import sides_before
from tripoint.claims.roles.nationals import national, stationed
from tripoint.claims.roles.nouns import bind_noun
from tripoint.claims.roles.parties import Cast
from tripoint.claims.roles.things import struck
from tripoint.claims.roles.verbs import bind_verb
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive, is_verb, prepositions
from tripoint.model import (
    Absent,
    MentionKind,
)
from tripoint.resources.claims import ClaimType, claim_types, words
from tripoint.resources.countries import nationality
from tripoint.syntax import Token


def bind(scene: Scene, at: int, pred: Predicate, cast: Cast) -> Roles:
    """Fill the roles of `pred`."""
    type_ = claim_types()[pred.type]
    found = Roles()
    if pred.form == "held":
        bind_held(scene, at, pred, cast, found)
    elif pred.form == "under":
        if pred.holder is not None:
            found.agents = driven_out(at, pred, cast) or cast.of(at, pred.holder)
            nation = nationality(pred.holder.text)
            if not found.agents and nation is not None:
                found.agents = [national(scene, pred.holder, nation)]
            elif not found.agents and _called(scene, at, pred.holder):
                found.agents = [described(scene, pred.holder)]
    elif pred.form == "tie":
        if pred.holder is not None and pred.about is not None:
            found.agents = cast.of(at, pred.holder)
            found.recipients = cast.of(at, pred.about, loose=True)
    elif pred.form == "struck":
        over = pred.light if pred.light is not None else pred.tok.head.head
        subj = subject(over)
        if subj is not None:
            found.targets = cast.of(at, subj.tok, loose=True)
            found.tokens.add(subj.tok.i)
            if not found.targets:
                found.targets = struck(scene, at, subj.tok)
        found.agents = sides_before(scene, at, pred.tok, cast, by=True)
        for word, tok in (*prepositions(pred.tok), *prepositions(over)):
            behind = pred.light is not None or tok.head.i == pred.tok.i + 1 or tok.head.head is pred.tok
            if word == "from" and behind:  # *came under fire from X*, wherever the tree hangs it
                made = cast.of(at, tok) or stationed(scene, tok)
                found.agents.extend(p for p in made if p not in found.agents)
    elif pred.form in {HELPED, ASKED}:
        _bind_beside(scene, at, pred, cast, found)
    elif pred.form == "noun":
        bind_noun(scene, at, pred, cast, found, type_)
    else:
        bind_verb(scene, at, pred, cast, found, type_)
    _without_witnesses(found, type_)
    _tidy(found, type_)
    return found


def _called(scene: Scene, at: int, tok: Token) -> bool:
    """*In the hands of the "X Alliance"*: a name that no list holds, and that is no place."""
    first = tok.subtree()[0]
    quoted = any(kid.text in {'"', "\u201c", "\u2018", "'"} for kid in (first, *tok.kids))
    return quoted and tok.text[:1].isupper() and scene.headed(at, tok, MentionKind.PLACE) is None


def _bind_beside(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles) -> None:
    """*With the help of X*: X helps the subject of the verb that the phrase hangs on."""
    preps = [*pred.tok.children("prep"), *(pred.light.children("prep") if pred.light is not None else ())]
    for prep in preps:
        giving = {"of", "from"} if pred.light is None else {"from"}  # *received a lot of help from X*
        for pobj in prep.children("pobj") if prep.lower in giving else ():
            found.agents.extend(acting(scene, at, pobj, cast) or stationed(scene, pobj))
    verb = next((one for one in pred.tok.ancestors() if is_verb(one)), None)
    if verb is None:
        return
    over = subject(verb)
    helped = [over.tok] if over is not None else []
    if is_passive(verb):
        helped = [tok for word, tok in prepositions(verb) if word == "by"]
    for tok in helped:
        found.recipients.extend(p for p in cast.of(at, tok) if all(p.name != one.name for one in found.agents))


def _without_witnesses(found: Roles, type_: ClaimType) -> None:
    """A monitor or a news agency beside an act of arms (*the Observatory air strikes killed*) tells of it."""
    if type_.id not in words()["armed_acts"]:
        return
    kept = [party for party in found.agents if party.kind not in words()["telling_kinds"]]
    if len(kept) < len(found.agents):
        found.agents = kept
        if not kept:
            found.absent.append(Absent(slot="agents", reason="only one who tells of the act stands in its clause"))


def _points_back(text: str) -> bool:
    """*Them, him, it; its airport*: nobody does a thing to himself, so it is another's."""
    return text in {"them", "him", "it"} or text.startswith("its ")


def _tidy(found: Roles, type_: ClaimType) -> None:
    """No party stands in two roles: the agent's role wins; loose duplicates by name go."""
    for slot in (found.agents, found.targets, found.recipients):
        seen: set[str] = set()
        slot[:] = [p for p in slot if not (p.name in seen or seen.add(p.name))]  # type: ignore[func-returns-value]
    named = {p.name for p in found.agents}
    found.targets = [p for p in found.targets if not (p.name in named and _points_back(p.text.lower()))]
    struck = {p.name for p in found.targets}
    if any(
        p.actor_id is not None and p.name in struck and p.text.islower() for p in found.agents
    ):  # *rebels of X were shot by the group*
        found.agents = [p for p in found.agents if p.name not in struck or not p.text.islower()]
        if not found.agents:
            found.absent.append(Absent(slot="agents", reason="only a word that may stand for its target is told"))
    names = {(p.start, p.end) for p in found.agents}
    found.targets = [p for p in found.targets if (p.start, p.end) not in names]
    found.recipients = [p for p in found.recipients if (p.start, p.end) not in names]
    if not found.agents and not any(a.slot == "agents" for a in found.absent):
        found.absent.append(Absent(slot="agents", reason="not told in its clause"))
