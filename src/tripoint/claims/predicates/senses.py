"""Whether a sense of a trigger verb fits: a table of what may be asked, each row a question on the clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tripoint.claims.arguments import Argument, direct_object, subject
from tripoint.claims.circumstances.lastnamed import last_named
from tripoint.claims.predicates.kinds import is_any_of
from tripoint.claims.predicates.means import flies
from tripoint.claims.predicates.tools import device, heads
from tripoint.claims.scene import BOMBED, Scene
from tripoint.claims.tree import is_passive, prepositions
from tripoint.resources.claims import Sense, words
from tripoint.syntax import Token

ALWAYS_DONE_TO = frozenset(
    "kill wound injure displace arrest detain kidnap abduct murder expel capture seize retake recapture repel repulse "
    "foil thwart free release destroy besiege execute hurt encircle trap".split()
)
"""Verbs that need an object: without one, their subject is who it was done to (*Villagers displaced from the area*)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb with its arguments: `obj` is who or what it is done to, also as a passive's subject."""

    scene: Scene
    at: int
    verb: Token
    passive: bool
    subj: Argument | None
    obj: Token | None
    agent: Token | None
    preps: tuple[tuple[str, Token], ...]
    small: frozenset[str]


def clause_of(scene: Scene, at: int, verb: Token) -> Clause:
    """Gather the arguments of `verb`."""
    preps = tuple(prepositions(verb))
    subj = subject(verb)
    passive = done_to(verb)
    held = None if passive else direct_object(verb)
    by = next((tok for word, tok in preps if word == "by"), None)
    obj = (subj.tok if subj is not None else None) if passive else (held.tok if held is not None else None)
    return Clause(
        scene=scene,
        at=at,
        verb=verb,
        passive=passive,
        subj=subj,
        obj=obj,
        agent=by if passive else (subj.tok if subj is not None else None),
        preps=preps,
        small=frozenset(
            kid.lower
            for kid in verb.children("prep", "agent", "advmod", "prt")
            if not (kid.lower == "at" and _hour(kid))
        )
        | {word.split()[0] for word, tok in preps if word != "at" or not _hour(tok.head)}
        | {kid.lower for kid in (obj.children("prep") if obj is not None else ()) if kid.lower in {"from", "out"}}
        | ({"in", "at"} if _placed_by_where(verb) else set()),
    )


_HOURS = frozenset("dawn dusk noon midnight midday night sunrise sunset daybreak nightfall weekend time".split())


def _hour(at: Token) -> bool:
    """*At five in the morning, at dawn*: when, and not at whom."""
    return any(one.tag == "CD" or one.lemma in _HOURS for one in at.children("pobj"))


def _placed_by_where(verb: Token) -> bool:
    """*The quarter where fighters are thought to be hiding*: *where* stands for *in* and a place."""
    above = verb.head if verb.dep == "xcomp" else verb
    return any(kid.lower in {"where", "there"} and kid.dep == "advmod" for kid in (*verb.kids, *above.kids))


def done_to(verb: Token) -> bool:
    """Passive, or a verb that needs an object and has none (a passive that lost its auxiliary)."""
    if is_passive(verb):
        return True
    if any(kid.lower in {"has", "have", "had"} for kid in verb.children("aux")):
        return False
    return verb.tag in {"VBN", "VBD"} and verb.lemma in ALWAYS_DONE_TO and direct_object(verb) is None


def _voice(clause: Clause, sense: Sense) -> bool:
    return clause.passive


def _present(clause: Clause, sense: Sense) -> bool:
    if sense.type == "backs" and (clause.passive or clause.verb.tag not in {"VBZ", "VBP"}):
        return False
    if any(kid.tag in {"TO", "MD"} for kid in clause.verb.kids):
        return False  # *is to be deployed along the road*
    past = any(kid.lower in {"was", "were", "been"} for kid in clause.verb.children("auxpass"))
    return not (sense.type in {"status", "control"} and past)


def _past(clause: Clause, sense: Sense) -> bool:
    return not clause.passive and _told_as_past(clause.verb)


def _told_as_past(verb: Token) -> bool:
    return verb.tag == "VBD" or any(kid.lemma == "have" for kid in verb.children("aux"))


def _particle(clause: Clause, sense: Sense) -> bool:
    own = clause.verb.children(*_PARTICLES)
    if sense.prt in {"ablaze", "alight"} and clause.obj is not None:
        own = [*own, *clause.obj.children("amod", "acl")]  # *set houses ablaze*
    return any(kid.lower == sense.prt for kid in own)


_PARTICLES = ("prt", "advmod", "prep", "acomp", "oprd", "advcl")
"""How a particle may hang on its verb (*set houses ablaze*)."""


def _preposition(clause: Clause, sense: Sense) -> bool:
    return bool(sense.behind) or not clause.small.isdisjoint(sense.prep)


def _behind(clause: Clause, sense: Sense) -> bool:
    near = clause.preps if clause.obj is None or clause.passive else (*clause.preps, *prepositions(clause.obj))
    return any(word.split()[0] in sense.prep and heads(tok) & set(sense.behind) for word, tok in near)


def _beside(clause: Clause, sense: Sense) -> bool:
    near = clause.verb.kids if clause.obj is None else (*clause.verb.kids, clause.obj, *clause.obj.kids)
    return any(tok.lower in sense.beside for tok in near)


def _tool(clause: Clause, sense: Sense) -> bool:
    found = [tok for word, tok in clause.preps if word in {"with", "using", "from", "by"}]
    for kid in clause.verb.children("advcl"):
        if kid.lemma == "use":
            held = direct_object(kid)
            found.extend([held.tok] if held is not None else [])
    return any(device(tok) & set(sense.tool) for tok in found)


def _aircraft(clause: Clause, sense: Sense) -> bool:
    return clause.agent is not None and flies(clause.agent)


def _object(clause: Clause, sense: Sense) -> bool:
    bombed = "place" in sense.obj and clause.verb.lemma in BOMBED
    if bombed and clause.obj is not None and clause.scene.may_be_place(clause.at, clause.obj, surely_held=True):
        return True  # *bombed Nasir*, which the parser takes for a person
    return is_any_of(clause.scene, clause.at, clause.obj, sense.obj)


def _object_words(clause: Clause, sense: Sense) -> bool:
    return clause.obj is not None and bool((heads(clause.obj) | _content(clause.obj)) & set(sense.words))


def _content(tok: Token) -> set[str]:
    """What stands behind the *of* of a measure: *vehicles* of *a second batch of armoured vehicles*."""
    if tok.tag != "CD" and tok.lemma not in words()["counting_nouns"] | words()["measures"]:
        return set()
    return {
        lemma
        for kid in tok.children("prep")
        if kid.lower == "of"
        for one in kid.children("pobj")
        for lemma in heads(one)
    }


def _subject_words(clause: Clause, sense: Sense) -> bool:
    return (
        not clause.passive
        and clause.subj is not None
        and bool((heads(clause.subj.tok) | _content(clause.subj.tok)) & set(sense.subj_words))
    )


def _subject(clause: Clause, sense: Sense) -> bool:
    if clause.passive and set(sense.subj) <= {"people", "thing"}:
        return clause.agent is None or words()["misfortunes"].isdisjoint(_named_by(clause.agent))
    if clause.subj is None:
        return False
    fallen = clause.subj.tok.lower == "it" and clause.verb.lemma in {"fall", "change"} and "place" in sense.subj
    if fallen and last_named(clause.scene, clause.at, clause.subj.tok.start, town=True) is not None:
        return True  # *before it fell to the rebels*
    return is_any_of(clause.scene, clause.at, clause.subj.tok, sense.subj)


def _named_by(tok: Token) -> set[str]:
    """The lemmas of a noun and of what stands behind its *of* (*a wave of protests*)."""
    behind = (kid for kid in tok.children("prep") if kid.lower == "of")
    return {tok.lemma, *(one.lemma for kid in behind for one in kid.children("pobj"))}


def _infinitive(clause: Clause, sense: Sense) -> bool:
    below = [kid for kid in clause.verb.children("xcomp", "ccomp", "advcl") if kid.lemma in sense.xcomp]
    return any(any(one.tag == "TO" for one in kid.kids) for kid in below)


def _alone(clause: Clause, sense: Sense) -> bool:
    """*The town fell on Friday*, not *fell silent, fell by a third*: nothing stands with the verb but a time."""
    if clause.verb.children("acomp", "oprd", "prt", "dobj", "attr", "xcomp"):
        return False
    manner = [kid for kid in clause.verb.children("advmod") if kid.lower not in _WHEN]
    return not manner and all(word in _AT_A_TIME and not _by_far(tok) for word, tok in clause.preps)


_WHEN = frozenset("when already finally eventually now soon later once first not never then also again where".split())
_AT_A_TIME = frozenset("on in after before during at within by since until till".split())


def _by_far(tok: Token) -> bool:
    """*Fell by a tenth*: an amount and no time."""
    return tok.lemma in {"percent", "%", "tenth", "third", "half", "quarter", "point"}


QUESTIONS: dict[str, Callable[[Clause, Sense], bool]] = {
    "passive": _voice, "present": _present, "past": _past, "prt": _particle, "prep": _preposition, "behind": _behind,
    "beside": _beside, "tool": _tool, "aircraft": _aircraft, "obj": _object, "words": _object_words,
    "subj_words": _subject_words, "subj": _subject, "xcomp": _infinitive, "bare": _alone,
}  # fmt: skip
"""What is asked of a clause where a sense has something to say there."""


@cache
def _questions(sense: Sense) -> tuple[Callable[[Clause, Sense], bool], ...]:
    return tuple(question for told, question in QUESTIONS.items() if getattr(sense, told))


def fits(clause: Clause, sense: Sense) -> bool:
    """Whether all that the sense asks for holds of this clause."""
    return all(question(clause, sense) for question in _questions(sense))
