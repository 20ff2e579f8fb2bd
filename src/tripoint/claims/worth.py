"""Whether enough is told, and safely enough, to make a claim: what each type needs, as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tripoint.claims.arguments import KEEPING, direct_object, subject
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.tolls import telling
from tripoint.claims.roles.filled import Roles
from tripoint.claims.tree import set_off
from tripoint.model import AmountSlot, Party, PlaceSlot, TimeValue
from tripoint.resources.claims import claim_types, words
from tripoint.syntax import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was found of a claim before it is made."""

    pred: Predicate
    roles: Roles
    places: tuple[PlaceSlot, ...]
    time: TimeValue | None
    amounts: tuple[AmountSlot, ...]

    @property
    def sides(self) -> bool:
        """Whether any side is named."""
        return bool(self.roles.agents or self.roles.targets or self.roles.recipients)


def _speech(told: Told) -> bool:
    unnamed = any(one.slot == "agents" and one.reason == "not told" for one in told.roles.absent)
    stopped = told.pred.type == "reject" and bool(told.places or told.amounts)  # *trucks were turned back at X*
    return bool(told.roles.agents) or (unnamed and (bool(told.roles.recipients) or stopped))


def _agent(told: Told) -> bool:
    return bool(told.roles.agents)


def _agent_or_place(told: Told) -> bool:
    return bool(told.roles.agents or told.places)


def _pair(told: Told) -> bool:
    arms = words()["weapon_nouns"] | words()["aircraft_nouns"] | {"tank"}
    sides = [
        one for one in told.roles.agents if one.actor_id is not None or one.text.lower().removesuffix("s") not in arms
    ]
    return bool(sides and told.roles.recipients)


def _pair_or_place(told: Told) -> bool:
    return bool(told.roles.agents) and bool(told.roles.recipients or told.places or len(told.roles.agents) > 1)


def _held_place(told: Told) -> bool:
    return bool(told.places and told.roles.agents) and not _seat_of_sayer(told.pred.tok)


def _seat_of_sayer(verb: Token) -> bool:
    """*A monitor based in X said*: where those who tell have their seat is no presence of a side."""
    if verb.lemma != "base" or verb.dep != "acl":
        return False
    over = verb.head.head
    return verb.head.dep in {"nsubj", "pobj"} and (over.lemma in words()["reporting"] or over.head.lower == "according")


def _place(told: Told) -> bool:
    return bool(told.places)


def _known_side(told: Told) -> bool:
    """*Three men helped one of the wounded* is no support of a side."""
    armed = told.pred.tok
    if armed.lemma == "arm" and not told.roles.agents and any(kid.lower == "with" for kid in armed.children("prep")):
        return False  # *youths armed with knives*
    sides = (*told.roles.agents, *told.roles.targets, *told.roles.recipients)
    return any(one.actor_id is not None or one.kind is not None or _is_force(one) for one in sides)


def _is_force(one: Party) -> bool:
    last = one.text.lower().split()[-1:]
    plain = any(word in words()["force_nouns"] or word.removesuffix("s") in words()["force_nouns"] for word in last)
    return (plain and last != ["men"]) or any(word[:1].isupper() for word in one.text.split())


def _something(told: Told) -> bool:
    return told.sides or bool(told.places) or bool(told.amounts)


def _anything(told: Told) -> bool:
    return _something(told) or told.time is not None


Need = Callable[[Told], bool]

NEEDS: dict[tuple[str, str], Need] = {
    ("control", "*"): _held_place,
    ("presence", "*"): _held_place,
    ("status", "*"): _place,
    ("backs", "held"): _agent,
    ("backs", "*"): _pair,
    ("part_of", "tie"): _pair,
    ("part_of", "verb"): _pair,
    ("support", "verb"): _known_side,
    ("coordinate", "verb"): _agent,
    ("meet", "verb"): _agent,
    ("join", "verb"): _agent,
    ("opposes", "verb"): _agent,
    ("agree", "verb"): _agent_or_place,
    **{(type_, "noun"): _pair_or_place for type_ in ("support", "opposes", "coordinate", "agree", "meet")},
}
"""What a type needs when told in a form (`*`: any); a bare noun needs something of its own: *the attack* is a word."""


def worth(told: Told) -> bool:
    """Whether enough of it is told."""
    pred = told.pred
    if claim_types()[pred.type].speech:
        return _speech(told)
    form = pred.form if pred.form != "noun" or pred.light is None else "lent"
    if pred.form == "noun" and pred.type == "agree" and _broken(pred.tok):
        return False  # *the ceasefire collapsed on Tuesday* tells of none that was agreed then
    need = NEEDS.get((pred.type, form)) or NEEDS.get((pred.type, "*"))
    if need is not None:
        return need(told)
    return _something(told) if form == "noun" else _anything(told) or _struck(told)


def _broken(deal: Token) -> bool:
    """Whether an agreement is told to be at an end."""
    if deal.dep in {"dobj", "nsubjpass"} and deal.head.lemma in {"suspend", "scrap", "revoke", "renounce", "annul"}:
        return True
    return deal.dep == "nsubj" and deal.head.lemma in {
        "collapse",
        "unravel",
        "crumble",
        "fail",
        "fray",
        "expire",
        "lapse",
    }


STRIKING = frozenset({"airstrike", "shelling", "bombing", "attack", "destroy"})


THWARTING = frozenset({"besiege", "repel"})
ATTEMPTS = frozenset("attempt attack assault infiltration offensive raid incursion counterattack push".split())


ACTED = STRIKING | {"harm_civilians", "withdraw", "capture", "advance", "clash", "displace", "repel", "reach", "arrest"}
"""Types that *we* or *they* do, though nobody can say who they are."""


def _struck(told: Told) -> bool:
    """*Warplanes bombed a market*: who and what stand there, though neither has a name that fills a slot."""
    verb = told.pred.tok
    if told.pred.form == "noun" and told.pred.light is not None and told.pred.light.lemma == "announce":
        return True  # *announced the start of the operation*
    if told.pred.form == "noun" and told.pred.type == "kill" and telling(told.pred.tok):
        return True
    if told.pred.form != "verb":
        return False
    if any(kid.lower in {"nobody", "none"} for kid in verb.children("nsubjpass")):
        return True  # *nobody had been detained*
    if told.pred.type in STRIKING and direct_object(verb) is not None:
        return True
    if told.pred.sense is not None and (told.pred.sense.bare or told.pred.type in THWARTING):
        # *the airport fell, its supply line was cut, the attempt was beaten back*; *Town falls* names nothing
        bare = [one for one in verb.children("nsubj") if one.children("det", "poss")]
        undergone = bare if told.pred.sense.bare else verb.children("nsubjpass")
        if any(one.tag.startswith("NN") and (told.pred.type != "repel" or one.lemma in ATTEMPTS) for one in undergone):
            return True
    over = subject(verb)
    return told.pred.type in ACTED and over is not None and over.tok.lower in {"we", "they"}


VICTIMS = frozenset(
    "child children civilian woman women baby family resident student person people patient villager".split()
)


def unsafe(told: Told) -> bool:
    """A binding that a telegraphic passive makes likely to be backwards (*Child killed, 9 hurt*)."""
    agents = told.roles.agents
    return told.pred.type == "kill" and bool(agents) and all(_victim(one) for one in agents)


def _victim(one: Party) -> bool:
    last = one.text.lower().split()[-1:]
    return one.actor_id is None and any(word in VICTIMS or word.removesuffix("s") in VICTIMS for word in last)


def excluded(verb: Token) -> bool:
    """*Those who were not kidnapped fled*: a denial that only picks out who is meant tells of no act."""
    if verb.dep != "relcl" or not verb.children("neg") or set_off(verb):
        return False
    return any(kid.tag in {"WP", "WDT"} for kid in verb.children("nsubj", "nsubjpass"))


def asked(verb: Token) -> bool:
    """*Would not say how many had died*: the question that nobody answers tells neither that it was nor that it was not
    done."""
    words_ = [tok for kid in verb.children("nsubj", "nsubjpass", "dobj", "advmod", "mark") for tok in (kid, *kid.kids)]
    questions = {tok.lower for tok in words_ if tok.tag.startswith("W") or tok.lower in {"whether", "if"}}
    return verb.dep == "ccomp" and verb.head.dep == "xcomp" and bool(questions)


def stated_purpose(verb: Token) -> bool:
    """*In order to, in a bid to*: a purpose makes no claim that it happened, nor that it is planned beyond the wish."""
    above = verb.head
    kept = above.head if verb.dep == "pcomp" and above.lower == "from" else verb
    if kept is not verb and kept.lemma in KEEPING and any(kid.tag == "TO" for kid in kept.kids):
        return True  # *to prevent them from fleeing*
    return verb.dep == "acl" and above.lemma in {"order", "bid"} and above.dep == "pobj" and above.head.lower == "in"
