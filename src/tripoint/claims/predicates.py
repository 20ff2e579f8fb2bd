"""Predicates: the words of a sentence that tell an act or a state, with the sense that fits their arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.claims.scene import Scene
from tripoint.claims.tree import direct_object, is_passive, is_verb, prepositions, subject
from tripoint.model import MentionKind
from tripoint.resources.claims import Sense, triggers, words
from tripoint.syntax import Sentence, Token

SPATIAL = {
    "in",
    "at",
    "on",
    "near",
    "along",
    "inside",
    "across",
    "outside",
    "around",
    "throughout",
    "between",
    "within",
}
EVENT_FAMILY = frozenset("attack clash airstrike shelling bombing operation sweep repel".split())
"""Types whose event noun, as subject of *killed*, takes the casualties as its own amounts."""


PHASES = {"side", "part", "phase", "stage", "round", "wave", "leg", "start", "beginning", "end", "course"}
"""*The second phase of the operation began*: the noun after *of* is what begins."""
COURSE = {
    "begin",
    "start",
    "continue",
    "resume",
    "end",
    "take",
    "occur",
    "cover",
    "span",
    "extend",
    "last",
    "unfold",
    "erupt",
}
"""Verbs that tell the course or the extent of the event that is their subject."""


STRIKING = {"hit", "strike", "target", "rock", "shake", "pound"}
"""Verbs whose subject, when it is an event noun, is what happened: *an explosion rocked the market*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A trigger in a sentence. `tok` tells the act; `light` is the verb that lends a subject to an event noun.

    `form`: verb, noun, held (*X-held*) or under (*under the control of X*). `place_arg`: the noun a `held` form is about.
    """

    tok: Token
    type: str
    form: str
    sense: Sense | None = None
    light: Token | None = None
    about: Token | None = None
    holder: Token | None = None

    @property
    def anchor(self) -> Token:
        """The verb whose tense and governors count, or the noun itself."""
        return self.light if self.light is not None else self.tok


def predicates(scene: Scene, at: int) -> list[Predicate]:
    """Every predicate of sentence `at`, in reading order."""
    sentence = scene.sentences[at]
    found = [*_held(scene, at, sentence)]
    taken = {p.tok.i for p in found}
    for tok in sentence.tokens:
        if tok.i in taken:
            continue
        one = _verb(scene, at, tok) if is_verb(tok) else None
        if one is None and tok.tag in {"NN", "NNS", "NNP", "NNPS"}:
            one = _noun(scene, at, tok)
        if one is None and tok.lower == "under":
            one = _under(scene, at, tok)
        if one is not None:
            found.append(one)
    return sorted(_outrank(scene, at, found), key=lambda p: p.tok.i)


def _verb(scene: Scene, at: int, tok: Token) -> Predicate | None:
    senses = triggers().verbs.get(tok.lemma)
    if (
        senses is None
        or tok.dep in {"aux", "auxpass"}
        or (tok.dep in {"amod", "compound"} and not tok.children("agent", "prep"))
    ):
        return None
    if _inside_name(scene, at, tok):
        return None
    for sense in senses:
        if _fits(scene, at, tok, sense):
            return Predicate(tok=tok, type=sense.type, form="verb", sense=sense)
    return None


def _inside_name(scene: Scene, at: int, tok: Token) -> bool:
    named = scene.on(at, tok, MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE)
    return named is not None and not named.mention.generic and named.mention.end - named.mention.start > len(tok.text)


def _fits(scene: Scene, at: int, verb: Token, sense: Sense) -> bool:
    passive = is_passive(verb)
    if sense.passive and not passive:
        return False
    if (
        sense.present
        and passive
        and any(kid.lower in {"was", "were"} for kid in verb.children("auxpass"))
        and sense.type == "status"
    ):
        return False
    if sense.prt is not None and not any(kid.lower == sense.prt for kid in verb.children("prt", "advmod", "prep")):
        return False
    preps = {word.split()[0] for word, _ in prepositions(verb)} | {
        kid.lower for kid in verb.children("prep", "agent", "advmod", "prt")
    }
    if sense.prep and not preps & set(sense.prep):
        return False
    subj = subject(verb)
    if passive:
        obj, agent = subj, next((t for word, t in prepositions(verb) if word == "by"), None)
    else:
        held = direct_object(verb)
        obj, agent = held, subj.tok if subj is not None else None
    if sense.aircraft and (agent is None or not _aircraft(agent)):
        return False
    if sense.obj:
        kind = "none" if obj is None else scene.kind_of(at, obj.tok)
        if kind not in sense.obj and not (
            obj is not None and kind == "thing" and _holds(scene, at, obj.tok, sense.obj)
        ):
            return False
    if sense.words:
        if obj is None:
            return False
        if not _heads(obj.tok) & set(sense.words):
            return False
    if sense.subj_words and (passive or subj is None or not _heads(subj.tok) & set(sense.subj_words)):
        return False
    if sense.subj and not (passive and sense.subj == ("people",)):
        if subj is None:
            return False
        kind = scene.kind_of(at, subj.tok)
        if "force" in sense.subj:
            return kind == "people" and (subj.tok.lemma in words()["force_nouns"] or _armed(scene, at, subj.tok))
        if kind not in sense.subj and not (kind == "place" and "people" in sense.subj and _acting(scene, at, subj.tok)):
            return False
    return True


def _heads(tok: Token) -> set[str]:
    """The lemmas of a noun and of what is joined or compounded to it."""
    return {tok.lemma, *(kid.lemma for kid in tok.children("compound", "conj"))}


def _holds(scene: Scene, at: int, tok: Token, kinds: tuple[str, ...]) -> bool:
    """A thing whose phrase names a place or a people (*parts of the town*, *positions of the group*)."""
    for kid in tok.children("prep"):
        if kid.lower == "of":
            for pobj in kid.children("pobj"):
                if scene.kind_of(at, pobj) in kinds:
                    return True
    return any(
        scene.on(at, kid, MentionKind.PLACE, MentionKind.ACTOR) is not None for kid in tok.children("compound", "poss")
    )


def _acting(scene: Scene, at: int, tok: Token) -> bool:
    """A country as an actor."""
    named = scene.headed(at, tok, MentionKind.PLACE)
    return (
        named is not None
        and named.reading is not None
        and named.reading.place is not None
        and named.reading.place.precision == "country"
    )


def _armed(scene: Scene, at: int, tok: Token) -> bool:
    named = scene.headed(at, tok, MentionKind.ACTOR)
    return named is not None and named.reading is not None and named.reading.actor_kind in {
        "army", "militia", "armed_group", "umbrella", "police", "border_force", "coalition",
    }  # fmt: skip


def _aircraft(tok: Token) -> bool:
    return bool({tok.lemma, *(kid.lemma for kid in tok.children("compound", "amod"))} & words()["aircraft_nouns"])


def _noun(scene: Scene, at: int, tok: Token) -> Predicate | None:
    light = light_verb(tok)
    lent = triggers().light_nouns.get(tok.lemma)
    if lent is not None:
        over = light if light is not None else tok.head
        if over.lemma in lent["verbs"] and (light is not None or tok.dep in {"dobj", "nsubjpass"}):
            return Predicate(tok=tok, type=str(lent["type"]), form="noun", light=over)
    type_ = noun_type(tok)
    if type_ is None or (tok.dep == "compound" and tok.head.tag.startswith("NN")):
        return None
    if _inside_name(scene, at, tok):
        return None
    return Predicate(tok=tok, type=type_, form="noun", light=light)


def noun_type(tok: Token) -> str | None:
    """The claim type that an event noun tells, read with the words before it (*air strike*, *car bomb attack*)."""
    before = {kid.lemma for kid in tok.children("compound", "amod", "nmod")} | {
        kid.lower for kid in tok.children("compound", "amod", "nmod")
    }
    for compound in triggers().compounds:
        if tok.lemma in compound.nouns and before & compound.before:
            return compound.type
    return triggers().nouns.get(tok.lemma)


def light_verb(noun: Token) -> Token | None:
    """The verb that lends its subject to an event noun: *launched an attack*, *an attack was carried out by*."""
    tok = noun
    if tok.dep == "conj" and tok.head.tag.startswith("NN"):
        tok = tok.head
    if tok.dep == "pobj" and tok.head.lower == "of" and tok.head.head.lemma in PHASES:
        tok = tok.head.head
    for kid in noun.children("relcl"):
        if kid.lemma in COURSE and any(arg.tag in {"WDT", "WP"} for arg in kid.children("nsubj", "nsubjpass")):
            return kid
    head = tok.head
    if tok.dep == "pobj" and head.dep == "prep" and is_verb(head.head) and head.lower in {"out", "in", "into", "with"}:
        if head.head.lemma in {"carry", "engage", "take", "go"}:
            return head.head
        return None
    if is_verb(head) and tok.dep == "nsubj" and head.lemma in STRIKING:
        return head
    if not is_verb(head) or (head.lemma not in triggers().light and head.lemma not in COURSE):
        return None
    if tok.dep in {"dobj", "obj"}:
        return head
    if tok.dep == "nsubjpass" or (tok.dep == "nsubj" and head.lemma in COURSE):
        return head
    return None


def _under(scene: Scene, at: int, tok: Token) -> Predicate | None:
    """*under the control of X*, *under X's rule*, *under siege*: a state of what it is said of."""
    for noun in tok.children("pobj"):
        if noun.lemma not in {"control", "rule", "authority", "command", "occupation", "siege", "blockade"}:
            continue
        holder: Token | None = None
        for kid in noun.kids:
            if kid.dep == "prep" and kid.lower in {"of", "by", "from"}:
                holder = next(iter(kid.children("pobj")), holder)
            elif (
                kid.dep in {"poss", "compound", "amod", "nmod"}
                and holder is None
                and scene.on(at, kid, MentionKind.ACTOR, MentionKind.PLACE)
            ):
                holder = kid
            elif kid.dep == "acl":
                holder = next((t for word, t in prepositions(kid) if word == "by"), holder)
        type_ = "besiege" if noun.lemma in {"siege", "blockade"} else "control"
        if type_ == "control" and holder is None:
            return None
        above = tok.head
        about: Token | None = above
        light: Token | None = None
        if is_verb(above):
            found = subject(above)
            held = direct_object(above) if above.lemma in {"bring", "put", "place", "have", "keep"} else None
            about = held.tok if held is not None else found.tok if found is not None else None
            light = above
        if about is None:
            return None
        return Predicate(tok=noun, type=type_, form="under", light=light, about=about, holder=holder)
    return None


def _held(scene: Scene, at: int, sentence: Sentence) -> Iterator[Predicate]:
    """Compounds such as *X-held town*, *X-backed forces*, and participles *X controlled area*."""
    table = triggers().held
    for tok in sentence.tokens:
        type_ = table.get(tok.lower)
        if type_ is None or tok.i < 2 or sentence.tokens[tok.i - 1].text not in {"-", "‑", "–"}:
            if "-" in tok.text and tok.lower.rsplit("-", 1)[-1] in table:
                type_ = table[tok.lower.rsplit("-", 1)[-1]]
                if tok.head is not tok:
                    yield Predicate(tok=tok, type=type_, form="held", about=_noun_over(tok), holder=tok)
            continue
        yield Predicate(tok=tok, type=type_, form="held", about=_noun_over(tok), holder=sentence.tokens[tok.i - 2])


def _noun_over(tok: Token) -> Token | None:
    above = tok.head
    while above.tag not in {"NN", "NNS", "NNP", "NNPS"} and above.head is not above:
        above = above.head
    return above if above.tag.startswith("NN") and above.i > tok.i else None


def _outrank(scene: Scene, at: int, found: list[Predicate]) -> Iterator[Predicate]:
    """Leave out predicates that another of the same clause tells better.

    An attack that is repelled is no second claim; casualties of a named act are its amounts; a light verb's own sense
    gives way to its noun.
    """
    lights = {p.light.i for p in found if p.form == "noun" and p.light is not None}
    by_tok = {p.tok.i: p for p in found}
    for one in found:
        if one.form == "verb" and one.tok.i in lights and one.type not in {"repel", "agree"}:
            continue
        if one.form == "noun" and one.light is None and is_verb(one.tok.head):
            over = by_tok.get(one.tok.head.i)
            if (
                over is not None
                and one.tok.dep in {"dobj", "nsubjpass"}
                and over.type in {"repel", "capture", "join", "deploy", "accuse", "besiege"}
            ):
                continue
        if one.type == "kill" and one.form == "verb" and _act_of(one.tok, found) is not None:
            continue
        if one.form == "verb" and one.type == "backs" and one.tok.dep == "amod":
            continue
        if one.form == "verb" and one.tok.dep == "pcomp" and _idle_gerund(one.tok):
            continue
        if (
            one.form == "noun"
            and one.tok.head.lower == "under"
            and any(p.form == "under" and p is not one for p in found)
        ):
            continue
        if one.form == "verb" and _twin(one, found):
            continue
        yield one


def _idle_gerund(verb: Token) -> bool:
    """A gerund under a noun that plans nothing (*a shortcoming in fighting X*)."""
    above = verb.head.head
    return above.tag.startswith("NN") and above.lemma not in words().governors


def _twin(one: Predicate, found: list[Predicate]) -> bool:
    """Joined verbs of one type that share their sides tell one act (*killed and wounded, captured or partly took*)."""
    verb = one.tok
    if verb.dep != "conj" or verb.children("nsubj", "nsubjpass", "neg"):
        return False
    first = next((p for p in found if p.tok is verb.head and p.type == one.type and p.form == "verb"), None)
    if first is None:
        return False
    return not first.tok.children("dobj", "obj") or not verb.children("dobj", "obj", "prep")


def _act_of(verb: Token, found: list[Predicate]) -> Predicate | None:
    """The more specific act in the clause of *killed*: its subject, or the clause whose participle it is."""
    arg = subject(verb) if not verb.children("nsubjpass") else None
    for one in found:
        if one.type not in EVENT_FAMILY and one.type != "capture":
            continue
        if one.tok is verb:
            continue
        if one.form == "noun" and one.type in EVENT_FAMILY:
            if arg is not None and arg.tok is one.tok and arg.how in {"subject", "shared subject", "antecedent"}:
                return one
            for word, tok in prepositions(verb):
                if tok is one.tok and word in {"in", "by", "during", "after"}:
                    return one
        if verb.dep == "advcl" and verb.tag == "VBG" and verb.head in {one.tok, one.light}:
            return one
        if verb.dep == "acl" and verb.tag == "VBG" and one.form != "held" and _verb_over(verb) in {one.tok, one.light}:
            return one
        if (
            verb.dep == "conj"
            and verb.tag == "VBG"
            and verb.head.dep == "advcl"
            and verb.head.head in {one.tok, one.light}
        ):
            return one
    return None


def _verb_over(verb: Token) -> Token:
    """The verb that governs the noun a participle hangs on: *repelled an attack, killing ten* often hangs on *attack*."""
    tok = verb.head
    while tok.head is not tok and not is_verb(tok):
        tok = tok.head
    return tok


def casualties_of(pred: Predicate, verb: Token, found: list[Predicate]) -> bool:
    """Whether the numbers of the killing verb `verb` belong to `pred`."""
    return _act_of(verb, found) is pred
