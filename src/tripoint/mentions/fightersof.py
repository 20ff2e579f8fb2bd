"""Whose fighters are meant: *soldiers of the movement X*, *X said that its fighters ...*, *X sent troops*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.countrygroups import of_country
from tripoint.mentions.draft import Draft, because
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, Reading
from tripoint.resources.actors import register
from tripoint.resources.words import group_heads
from tripoint.syntax import Sentence, Token

_ARMED = frozenset({"fighters", "forces", "army"})
_BY_AIR_AND_SEA = frozenset({"air-force", "navy"})
_BODIES = frozenset({"armed_group", "militia", "umbrella", "army", "police", "border_force", "coalition", "party"})


def fighters_of(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield fighters without a name anew, as those of the one body that the same sentence gives them to."""
    named: dict[int, list[Draft]] = {}
    for one in drafts:
        if one.kind is MentionKind.ACTOR and not one.generic and one.chosen is not None:
            named.setdefault(one.sentence, []).append(one)
    for draft in drafts:
        head = group_heads().get(draft.head.lower)
        if draft.kind is not MentionKind.ACTOR or draft.chosen is None or head is None:
            continue
        if head.role not in _ARMED | _BY_AIR_AND_SEA or draft.chosen.candidate_id is not None:
            continue
        sentence, beside = scene.sentences[draft.sentence], named.get(draft.sentence, [])
        commanded = _commanded(draft, drafts)
        if commanded is not None:
            yield replace(draft, weight=draft.weight + 1.0, generic=False, readings=[commanded])
            continue
        owner = _behind_of(draft, beside)  # *Islamist militants from X*
        if owner is None and draft.generic:
            owner = _its(sentence, draft, beside) or _sender(draft, beside)
        if owner is not None and (head.role in _ARMED or _is_state(owner)):
            yield replace(draft, weight=draft.weight + 1.0, generic=False, readings=[_as(scene, draft, owner)])


def _as(scene: Scene, draft: Draft, owner: Draft) -> Reading:
    meant, own = owner.chosen, draft.chosen
    assert meant is not None and own is not None
    why = because("composition", 0.65, f"{own.name!r} of {scene.text[owner.start : owner.end]!r}")
    if _is_state(owner) and meant.actor_country is not None:
        head = group_heads()[draft.head.lower]
        meant = of_country(scene, meant.actor_country, head, text=own.name, framing=own.framing, bare=True)[0][0]
    return replace(
        meant,
        score=round(0.8 * meant.score, 3),
        reasons=(why,),
        framing=own.framing,
        antecedent_start=owner.start,
        antecedent_end=owner.end,
    )


def _is_body(draft: Draft) -> bool:
    best = draft.chosen
    return best is not None and best.candidate_id is not None and best.actor_kind in _BODIES


def _is_state(draft: Draft) -> bool:
    """Say whether a state or a ministry of it is named; a rival government has troops of its own, on no list."""
    best = draft.chosen
    if best is None or best.actor_country is None:
        return False
    state = f"actor:{best.actor_country.lower()}"
    actor = register().get(best.candidate_id or "")
    of_it = actor is not None and actor.kind == "ministry" and any(tie.actor_id == state for tie in actor.parents)
    return best.candidate_id == state or of_it


def _has_troops(draft: Draft) -> bool:
    return _is_state(draft) or _is_body(draft)


def _behind_of(draft: Draft, beside: Sequence[Draft]) -> Draft | None:
    """Return the one body that *of* or *from* rules right behind the words."""
    for kid in draft.head.kids:
        if kid.dep != "prep" or kid.lower not in ("of", "from") or kid.i != draft.head.i + 1:
            continue
        for ruled in kid.children("pobj"):
            owners = [
                one for one in beside if one.start <= ruled.start < one.end and one is not draft and _is_body(one)
            ]
            several = [one for one in beside if kid.end <= one.start and one.end < ruled.start]
            if owners and not several and not any(other.dep in ("conj", "appos") for other in ruled.kids):
                return owners[0]
    return None


def _commanded(draft: Draft, drafts: Sequence[Draft]) -> Reading | None:
    """Read *forces of N. N.* as the one body that the register has N. N. commanding."""
    behind = [pobj for kid in draft.head.kids if kid.lower == "of" for pobj in kid.children("pobj")]
    for one in drafts if behind else ():
        meant = one.chosen
        if one.kind is not MentionKind.PERSON or one.head is not behind[0] or meant is None:
            continue
        bodies = register().commanded(meant.candidate_id or "")
        if len(bodies) == 1 and bodies[0].kind in _BODIES:
            body = bodies[0]
            why = because("register", 0.65, f"{meant.name} commands {body.name}")
            return replace(
                meant,
                name=body.name,
                candidate_id=body.id,
                actor_kind=body.kind,
                actor_country=body.country,
                reasons=(why,),
                antecedent_start=one.start,
                antecedent_end=one.end,
            )
    return None


def _its(sentence: Sentence, draft: Draft, beside: Sequence[Draft]) -> Draft | None:
    """Return the only actor told before *its fighters* in the sentence, where it is a body that has such."""
    first = next((tok for tok in sentence.tokens if tok.start >= draft.start), None)
    if first is None or first.i == 0 or sentence.tokens[first.i - 1].lower != "its":
        return None
    before = [one for one in beside if one.end <= draft.start]
    actors = {one.chosen.candidate_id for one in before if one.chosen is not None}
    if len(actors) != 1 or not _has_troops(before[-1]) or not _leads(before[-1].head):
        return None
    return before[-1]


_SENDING = frozenset(
    "send deploy dispatch withdraw redeploy mass amass station mobilize mobilise scramble evacuate".split()
)
"""What only those do with troops whose troops they are."""


def _sender(draft: Draft, beside: Sequence[Draft]) -> Draft | None:
    """Return the one body that sends, keeps or withdraws the troops (*X sent troops, an excuse for X to send them*)."""
    verb = draft.head.head
    if draft.head.dep != "dobj" or verb.lemma not in _SENDING or any(kid.dep == "poss" for kid in draft.head.kids):
        return None
    does = _doer(verb)
    found = [one for one in beside if does is not None and one.start <= does.start < one.end and _has_troops(one)]
    several = does is not None and any(kid.dep == "conj" for kid in does.kids)
    return found[0] if found and not several else None


def _doer(verb: Token) -> Token | None:
    """Return the subject of a verb, that of the verb it is tied to, or who is given a reason *to* do it."""
    while True:
        subjects = verb.children("nsubj")
        if subjects:
            return subjects[0]
        if verb.children("nsubjpass") or verb.tag == "VBN":
            return None
        above = verb.head
        if verb.dep == "acl" and verb.tag == "VB" and above.dep == "pobj" and above.head.lower == "with":
            given = above.head.head.children("dobj")  # *provide X with an excuse to send troops*
            return given[0] if given else None
        if verb.dep not in ("xcomp", "conj") or above is verb or above.pos not in ("VERB", "AUX"):
            return None
        if verb.dep == "xcomp" and above.children("dobj"):
            return None  # *X asked Y to send troops*
        verb = above


def _leads(tok: Token) -> bool:
    """Say whether a name is a subject: whom a text speaks of is what *its* goes back to."""
    return tok.dep in ("nsubj", "nsubjpass")
