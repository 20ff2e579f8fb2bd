"""Every predicate of a sentence: verbs by the sense that fits, event nouns, compounds, states under something."""

from __future__ import annotations

from functools import lru_cache

from tripoint.claims.predicates.held import HOLDING, held, under
from tripoint.claims.predicates.losses import counted_loss
from tripoint.claims.predicates.means import by_means
from tripoint.claims.predicates.nouns import COMING, light_verb, noun_type, under_fire
from tripoint.claims.predicates.outrank import outrank
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.senses import clause_of, fits
from tripoint.claims.predicates.setphrases import beside
from tripoint.claims.predicates.threats import warned_of
from tripoint.claims.predicates.ties import ties
from tripoint.claims.predicates.tolls import toll
from tripoint.claims.refuting import lets_nobody, refuses_account
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb
from tripoint.model import MentionKind
from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token


def predicates(scene: Scene, at: int) -> list[Predicate]:
    """Every predicate of sentence `at`, in reading order."""
    sentence = scene.sentences[at]
    found = [*held(scene, at, sentence), *ties(scene, at, sentence)]
    taken = {p.tok.i for p in found}
    for tok in sentence.tokens:
        if tok.i in taken:
            continue
        one = _verb(scene, at, tok) if is_verb(tok) else None
        if one is None and (tok.tag in {"NN", "NNS", "NNP", "NNPS"} or (tok.lower == "dead" and not is_verb(tok))):
            one = _noun(scene, at, tok)
        if one is None and tok.tag == "CD" and tok.dep in {"pobj", "dobj"}:
            one = _number(scene, at, tok)
        if one is None and tok.lower in HOLDING and tok.dep == "prep":
            one = under(scene, at, tok)
        if one is not None:
            found.append(one)
    return sorted(outrank(scene, at, found), key=lambda p: p.tok.i)


def _number(scene: Scene, at: int, tok: Token) -> Predicate | None:
    """*The rebels speak of 40*: the dead by a number alone, where the text has spoken of dead."""
    counted = toll(tok)
    amount = scene.headed(at, tok, MentionKind.AMOUNT) if counted is not None else None
    reading = amount.reading if amount is not None else None
    return counted if reading is not None and reading.amount is not None and reading.amount.what == "killed" else None


def _verb(scene: Scene, at: int, tok: Token) -> Predicate | None:
    senses = triggers().verbs.get(tok.lemma)
    if (refuses_account(tok) or lets_nobody(tok)) and tok.dep not in {"aux", "auxpass"}:
        return Predicate(tok=tok, type="reject", form="verb")
    if (
        senses is None
        or tok.dep in {"aux", "auxpass"}
        or (tok.dep in {"amod", "compound"} and not tok.children("agent", "prep"))
    ):
        return None
    if tok.tag == "VBN" and tok.dep in {"dobj", "pobj", "nsubj", "nsubjpass"} and tok.children("det"):
        return None  # *evacuated the wounded*
    if _keeps_silent(tok) or _still_serving(tok) or _rules(tok):
        return None
    if _inside_name(scene, at, tok) or (tok.lemma == "call" and tok.children("oprd")):
        return None  # *what it called limited raids* names them
    own = warned_of(tok)
    act = _verb(scene, at, own) if own is not None else None
    if act is not None and act.type in words()["armed_acts"]:
        return Predicate(tok=tok, type="threaten", form="verb")
    clause = clause_of(scene, at, tok)
    for sense in senses:
        if fits(clause, sense) and not (sense.type == "repel" and _its_own(clause.obj)):
            return Predicate(tok=tok, type=sense.type, form="verb", sense=sense)
    return None


def _its_own(noun: Token | None) -> bool:
    """*Halted its advance*: one's own, which nobody beats back."""
    return noun is not None and noun.dep in {"dobj", "obj"} and any(kid.tag == "PRP$" for kid in noun.children("poss"))


TELLING = frozenset(
    "say comment answer elaborate discuss give speak identify name disclose tell reveal specify confirm".split()
)


def _keeps_silent(tok: Token) -> bool:
    """*Declined to say how many, refused to comment*: who will not tell rejects nobody's wish."""
    return tok.lemma in {"decline", "refuse"} and any(kid.lemma in TELLING for kid in tok.children("xcomp"))


def _rules(tok: Token) -> bool:
    """*Seized power, took office*: the rule of a state, and no town or hostage."""
    held = tok.children("dobj") if tok.lemma in {"seize", "take", "grab", "hold", "retain", "lose"} else ()
    return any(kid.lemma in {"power", "office", "helm"} and not kid.kids for kid in held)


def _still_serving(tok: Token) -> bool:
    """*Are serving soldiers*: which soldiers they are, and nobody whom they serve."""
    held = tok.children("dobj") if tok.lower == "serving" else ()
    return any(one.tag == "NNS" and one.i == tok.i + 1 and one.lemma in words()["force_nouns"] for one in held)


def _inside_name(scene: Scene, at: int, tok: Token) -> bool:
    named = scene.on(at, tok, MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE)
    return named is not None and not named.mention.generic and named.mention.end - named.mention.start > len(tok.text)


def _of_what(tok: Token) -> list[Token]:
    """The objects of the noun's *of*."""
    return [pobj for kid in tok.children("prep") if kid.lower == "of" for pobj in kid.children("pobj")]


def _of_a_place(scene: Scene, at: int, tok: Token) -> bool:
    """*The loss of the town of X to Y*: a taking; any other loss is none."""
    behind = _of_what(tok)
    if any(kid.tag == "WP$" for kid in tok.children("poss")):  # *X, whose loss*
        behind += [one.head for one in tok.ancestors() if one.dep == "relcl"][:1]
    return any(scene.kind_of(at, one) == "place" for one in behind)


@lru_cache(maxsize=1)
def _arms() -> frozenset[str]:
    """Aircraft and what else is lost by being destroyed."""
    return words()["aircraft_nouns"] | words()["lost_arms"]


def _of_arms(tok: Token) -> bool:
    """*The loss of four planes*: arms that were destroyed, and no place that was taken."""
    return any(pobj.lemma in _arms() for pobj in _of_what(tok))


def _described(tok: Token) -> bool:
    """*The deadliest attack in the country's history*: what an act told elsewhere is called."""
    if not any(kid.tag == "JJS" for kid in tok.children("amod")):
        return False
    return tok.dep in {"attr", "appos", "dobj"} and (tok.dep != "dobj" or tok.head.lemma in {"remain", "be"})


def _of_people(tok: Token) -> bool:
    """*The loss of eleven men*: they died."""
    counted = [one for one in _of_what(tok) if one.children("nummod")]
    return any(one.lemma in words()["people_nouns"] and one.lemma not in _arms() for one in counted)


def _noun(scene: Scene, at: int, tok: Token) -> Predicate | None:
    lent = triggers().light_nouns.get(tok.lemma)
    type_ = noun_type(tok)
    counted = toll(tok) or counted_loss(tok) or beside(tok)
    if counted is not None:
        return counted
    if lent is None and type_ is None and tok.lemma != "fire":
        return None
    light = light_verb(tok)
    if light is None and _described(tok):
        return None
    if lent is not None:
        replied = tok.dep == "pobj" and tok.head.lower == "with"  # *replied with the vow that*
        over = light if light is not None else tok.head.head if replied else tok.head
        if replied and over.lemma in {"reply", "respond", "answer"} & set(lent["verbs"]):
            return Predicate(tok=tok, type=str(lent["type"]), form="noun", light=over)
        if over.lemma in lent["verbs"] and (light is not None or tok.dep in {"dobj", "nsubjpass"}):
            return Predicate(tok=tok, type=str(lent["type"]), form="noun", light=over)
    struck = under_fire(tok)
    if struck is not None:  # *fled under fire*: that verb tells an act of its own
        coming = struck[0] if struck[0].lemma in COMING else None
        return Predicate(tok=tok, type=struck[1], form="struck", light=coming)
    if type_ is None or (tok.dep == "compound" and tok.head.tag.startswith("NN")):
        return None
    if _inside_name(scene, at, tok):
        return None
    if tok.lemma == "loss" and _of_people(tok):
        return Predicate(tok=tok, type="kill", form="noun", light=light)
    if tok.lemma == "loss" and not _of_a_place(scene, at, tok):
        return Predicate(tok=tok, type="destroy", form="noun", light=light) if _of_arms(tok) else None
    if type_ == "attack":
        type_ = by_means(tok, light) or type_
    if type_ == "presence" and light is not None and light.lemma in {"end", "finish"}:
        type_ = "withdraw"
    if type_ == "besiege" and light is not None and light.lemma in {"lift", "break", "end", "relieve"}:
        type_ = "open"
    return Predicate(tok=tok, type=type_, form="noun", light=light)
