"""Agents, targets and recipients of a predicate, from its own clause or the subject its clause shares."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripoint.claims.parties import Cast
from tripoint.claims.predicates import Predicate, light_verb
from tripoint.claims.scene import Scene
from tripoint.claims.tree import direct_object, is_passive, is_verb, prepositions, subject
from tripoint.model import Absent, MentionKind, Party, Reason
from tripoint.resources.claims import ClaimType, claim_types, words
from tripoint.resources.countries import nationality
from tripoint.syntax import Token

AGAINST = {"against", "on", "upon", "at", "targeting"}
AGENT_MODIFIER = frozenset(
    "attack airstrike shelling bombing operation sweep advance withdraw presence opposes support capture kill besiege "
    "deploy clash coordinate agree meet protest arrest abduct build control".split()
)


@dataclass(slots=True)
class Roles:
    """The filled roles; `how` tells in sentences how each was bound, `absent` why a slot is empty."""

    agents: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    absent: list[Absent] = field(default_factory=list)
    tokens: set[int] = field(default_factory=set)

    def other(self, type_: ClaimType) -> list[Party] | None:
        """The list that the other side of this type goes to."""
        return {"target": self.targets, "recipient": self.recipients}.get(type_.other)


def bind(scene: Scene, at: int, pred: Predicate, cast: Cast) -> Roles:
    """Fill the roles of `pred`."""
    type_ = claim_types()[pred.type]
    found = Roles()
    if pred.form == "held":
        _bind_held(scene, at, pred, cast, found)
    elif pred.form == "under":
        if pred.holder is not None:
            found.agents = cast.of(at, pred.holder)
    elif pred.form == "noun":
        _bind_noun(scene, at, pred, cast, found, type_)
    else:
        _bind_verb(scene, at, pred, cast, found, type_)
    _tidy(found, type_)
    return found


def _bind_verb(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType) -> None:
    verb = pred.tok
    subj = subject(verb)
    other = found.other(type_)
    preps = prepositions(verb)
    if is_passive(verb):
        for word, tok in preps:
            if word == "by" and not is_verb(tok):
                found.agents.extend(_acting(scene, at, tok, cast))
        if subj is not None and pred.type == "presence":
            found.agents.extend(cast.of(at, subj.tok))
        elif subj is not None:
            _put(scene, at, subj.tok, cast, other, found, loose=True)
            if pred.type in {"support", "backs"} and not found.recipients:
                found.recipients.extend(p for p in _acting(scene, at, subj.tok, cast) if p not in found.agents)
        if not found.agents:
            found.absent.append(Absent(slot="agents", reason="not told"))
    else:
        if subj is not None:
            if pred.type == "kill" and verb.lemma in {"die", "perish"}:
                _put(scene, at, subj.tok, cast, found.targets, found, loose=True)
            elif pred.sense is not None and pred.sense.loser:
                found.targets.extend(cast.of(at, subj.tok))
            elif verb.lemma == "fall":
                pass
            else:
                found.agents.extend(_acting(scene, at, subj.tok, cast))
            if subj.how != "subject":
                found.reasons.append(
                    Reason(
                        name=f"roles.{subj.how.replace(' ', '_')}",
                        score=0.0,
                        sentence=f"its subject “{subj.tok.text}” is the {subj.how}",
                    )
                )
        obj = direct_object(verb)
        if obj is not None and not (pred.type == "displace" and verb.lemma == "flee"):
            if pred.type == "repel":
                _attackers(scene, at, obj.tok, cast, found)
            else:
                _put(scene, at, obj.tok, cast, other, found, loose=True)
        if pred.type == "displace" and verb.lemma == "flee":
            found.targets, found.agents = found.agents, []
    _prepositions(scene, at, verb, preps, pred, cast, found, type_)
    obj_tok = direct_object(verb)
    if obj_tok is not None:
        nested = [(w, t) for w, t in prepositions(obj_tok.tok) if w in {"from", "with", "against", "between", "to"}]
        _prepositions(scene, at, verb, nested, pred, cast, found, type_)


def _acting(scene: Scene, at: int, tok: Token, cast: Cast) -> list[Party]:
    """The parties behind an acting phrase; an event noun as subject hands on its own side (*shelling by X killed*)."""
    made = cast.of(at, tok)
    if made or not tok.tag.startswith("NN"):
        return made
    made = _modifiers(scene, at, tok, cast, by=True)
    light = light_verb(tok)
    over = subject(light) if light is not None and not is_passive(light) and not made else None
    return cast.of(at, over.tok) if over is not None and over.tok is not tok else made


def _modifiers(scene: Scene, at: int, noun: Token, cast: Cast, *, by: bool) -> list[Party]:
    found: list[Party] = []
    for kid in noun.kids:
        if kid.dep in {"compound", "nmod", "amod", "poss"} and kid.i < noun.i:
            if kid.tag == "PRP$":
                found.extend(cast.antecedents.pronoun(at, kid))
                continue
            nation = nationality(kid.text)
            named = scene.on(at, kid, MentionKind.ACTOR, MentionKind.PERSON)
            place = scene.on(at, kid, MentionKind.PLACE) if named is None else None
            if named is not None:
                found.extend(p for p in cast.of(at, named.head) if p not in found)
            elif nation is not None and place is None and kid.dep in {"amod", "compound"}:
                found.append(_nation(scene, kid, nation))
            elif (
                place is not None
                and kid.dep == "poss"
                and place.reading is not None
                and place.reading.place is not None
                and place.reading.place.precision == "country"
            ):
                found.extend(cast.of(at, place.head))
        elif by and kid.dep in {"prep", "agent"} and kid.lower == "by":
            for pobj in kid.children("pobj"):
                found.extend(cast.of(at, pobj))
        elif by and kid.dep == "acl" and kid.tag == "VBN":
            for word, tok in prepositions(kid):
                if word == "by" and kid.lemma in {
                    "carry",
                    "conduct",
                    "launch",
                    "lead",
                    "impose",
                    "wage",
                    "stage",
                    "undertake",
                    "fire",
                }:
                    found.extend(cast.of(at, tok))
    return found


def _nation(scene: Scene, tok: Token, nation: tuple[str, str]) -> Party:
    """A nationality before an event noun (*Russian air strikes*) as the side that acts."""
    code, name = nation
    text = scene.doc.text[tok.start : tok.end]
    return Party(name=name, actor_id=None, text=text, start=tok.start, end=tok.end, kind="country", country=code)


def _attackers(scene: Scene, at: int, tok: Token, cast: Cast, found: Roles) -> None:
    """The side behind a repelled attack."""
    found.targets.extend(_modifiers(scene, at, tok, cast, by=True) or cast.of(at, tok))
    found.tokens.update(t.i for t in [tok])
    for kid in tok.children("prep"):
        if kid.lower in {"of", "from"} and not found.targets:
            for pobj in kid.children("pobj"):
                found.targets.extend(cast.of(at, pobj))


def _put(scene: Scene, at: int, tok: Token, cast: Cast, slot: list[Party] | None, found: Roles, *, loose: bool) -> None:
    """Put the parties of an object into `slot`; a place is left to the places, a thing marks its tokens as ours."""
    found.tokens.add(tok.i)
    if slot is None:
        return
    if scene.headed(at, tok, MentionKind.PLACE) is not None and scene.kind_of(at, tok) == "place":
        return
    kind = scene.kind_of(at, tok)
    slot.extend(p for p in cast.of(at, tok, loose=loose and kind != "place") if p not in slot)


def _prepositions(
    scene: Scene,
    at: int,
    owner: Token,
    preps: list[tuple[str, Token]],
    pred: Predicate,
    cast: Cast,
    found: Roles,
    type_: ClaimType,
) -> None:
    other = found.other(type_)
    for word, tok in preps:
        if is_verb(tok) and not tok.tag.startswith("NN"):
            continue
        first = word.split()[0]
        if first == "with":
            if type_.reciprocal or pred.type in {"reach", "clash", "coordinate", "join", "backs"}:
                found.recipients.extend(p for p in cast.of(at, tok) if p not in found.recipients)
        elif first == "between":
            if type_.reciprocal or pred.type == "opposes":
                made = [p for p in cast.of(at, tok) if p not in found.agents]
                found.agents.extend(made if type_.reciprocal else made[:1])
                found.recipients.extend([] if type_.reciprocal else made[1:])
        elif first in AGAINST and other is not None:
            if scene.kind_of(at, tok) != "place":
                other.extend(p for p in cast.of(at, tok, loose=True) if p not in other)
        elif first == "from" and pred.type in {"capture", "sweep", "release", "displace"}:
            if scene.kind_of(at, tok) == "people" and pred.type != "displace":
                found.targets.extend(p for p in cast.of(at, tok) if p not in found.targets)
        elif first == "of" and pred.form == "verb" and owner.lemma in {"clear", "cleanse", "rid", "accuse"}:
            if scene.kind_of(at, tok) == "people" and owner.lemma != "accuse":
                found.targets.extend(p for p in cast.of(at, tok) if p not in found.targets)
        elif (
            first in {"to", "for", "of"}
            and type_.other == "recipient"
            and pred.type in {"support", "transfer", "demand", "threaten", "part_of", "backs", "opposes", "agree"}
        ):
            if scene.kind_of(at, tok) == "people" or scene.headed(at, tok, MentionKind.PLACE) is not None:
                if pred.type != "agree":
                    found.recipients.extend(p for p in cast.of(at, tok) if p not in found.recipients)
        elif first in {"to", "under"} and owner.lemma == "fall":
            found.agents.extend(cast.of(at, tok))


def _bind_noun(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType) -> None:
    noun = pred.tok
    other = found.other(type_)
    if pred.light is not None:
        verb = pred.light
        subj = subject(verb)
        if is_passive(verb):
            for word, tok in prepositions(verb):
                if word == "by":
                    found.agents.extend(cast.of(at, tok))
        elif subj is not None and subj.tok is not noun:
            made = cast.of(at, subj.tok)
            if verb.lemma == "suffer" or verb.lemma == "face":
                (other if other is not None else found.targets).extend(made)
            else:
                found.agents.extend(made)
        struck = direct_object(verb) if subj is not None and subj.tok is noun else None
        if struck is not None:
            _put(scene, at, struck.tok, cast, other, found, loose=True)
        _prepositions(scene, at, verb, prepositions(verb), pred, cast, found, type_)
    own = _modifiers(scene, at, noun, cast, by=True)
    if own and pred.type in AGENT_MODIFIER:
        if pred.light is None or not found.agents:
            found.agents.extend(p for p in own if p not in found.agents)
    elif own and other is not None:
        other.extend(p for p in own if p not in other)
    for word, tok in prepositions(noun):
        if word == "of" and not is_verb(tok):
            if pred.type in words()["of_is_agent"] and scene.kind_of(at, tok) == "people":
                found.agents.extend(p for p in cast.of(at, tok) if p not in found.agents)
            elif pred.type in {"control", "capture", "besiege"} and scene.kind_of(at, tok) == "people":
                continue
            elif other is not None and scene.kind_of(at, tok) != "place":
                other.extend(p for p in cast.of(at, tok, loose=True) if p not in other)
    _prepositions(scene, at, noun, [(w, t) for w, t in prepositions(noun) if w != "of"], pred, cast, found, type_)


def _bind_held(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles) -> None:
    holder = pred.holder
    if holder is None:
        return
    named = scene.on(at, holder, MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE)
    if named is not None and named.mention.end <= pred.tok.end and pred.about is not None:
        found.agents = cast.of(at, named.head) or []
    if not found.agents and (pred.type != "backs" or holder.lower not in {"foreign", "state", "externally"}):
        text = scene.doc.text[holder.start : holder.end] if holder is not pred.tok else holder.text.rsplit("-", 1)[0]
        start = holder.start
        found.agents = [Party(name=_expand(text), actor_id=None, text=text, start=start, end=start + len(text))]
    if pred.type == "backs" and pred.about is not None:
        found.recipients = _backed(scene, at, pred, cast)


def _expand(text: str) -> str:
    return {"us": "United States", "u.s.": "United States", "uk": "United Kingdom"}.get(text.lower(), text)


def _backed(scene: Scene, at: int, pred: Predicate, cast: Cast) -> list[Party]:
    """The backed side without the backer's words: *militants* of *X-backed militants*."""
    noun = pred.about
    assert noun is not None
    if scene.kind_of(at, noun) != "people":
        return []
    tokens = [t for t in scene.sentences[at].tokens if pred.tok.i < t.i <= noun.i]
    if not tokens:
        return []
    start, end = tokens[0].start, tokens[-1].end
    text = scene.doc.text[start:end]
    return [Party(name=text, actor_id=None, text=text, start=start, end=end)]


def _tidy(found: Roles, type_: ClaimType) -> None:
    """No party stands in two roles: the agent's role wins; loose duplicates by name go."""
    for slot in (found.agents, found.targets, found.recipients):
        seen: set[str] = set()
        slot[:] = [p for p in slot if not (p.name in seen or seen.add(p.name))]  # type: ignore[func-returns-value]
    names = {(p.start, p.end) for p in found.agents}
    found.targets = [p for p in found.targets if (p.start, p.end) not in names]
    found.recipients = [p for p in found.recipients if (p.start, p.end) not in names]
    if not found.agents and not any(a.slot == "agents" for a in found.absent):
        found.absent.append(Absent(slot="agents", reason="not told in its clause"))
