"""Did it happen: polarity, modality, aspect and hedging, from the words that stand over the act in the tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripoint.claims.tree import is_passive, is_verb, negated
from tripoint.model import Aspect, ClaimKind, Modality, Polarity, Reason
from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token

_STRENGTH = {
    Modality.HAPPENED: 0,
    Modality.PLANNED: 1,
    Modality.POSSIBLE: 2,
    Modality.CONDITIONAL: 3,
    Modality.UNCONFIRMED: 4,
}
TELIC = frozenset(
    "capture kill repel airstrike shelling bombing withdraw reach arrest abduct release displace find agree destroy transfer "
    "open close join harm_civilians build deploy sanction".split()
)
"""Types whose participle tells a finished act (*capturing a checkpoint*); the others' tells one in progress."""


@dataclass(slots=True)
class Factuality:
    """The verdict, gathered while climbing; `reasons` say which words decided."""

    modality: Modality = Modality.HAPPENED
    denied: bool = False
    hedged: bool = False
    phase: Aspect | None = None
    reasons: list[Reason] = field(default_factory=list)

    def mark(self, modality: Modality, name: str, tok: Token) -> None:
        """Take the stronger of what was found and `modality`, with the word that says so."""
        if _STRENGTH[modality] > _STRENGTH[self.modality]:
            self.modality = modality
        self.reasons.append(Reason(name=name, score=0.0, sentence=f"“{tok.text}” makes it {modality.value}"))

    def deny(self, name: str, tok: Token) -> None:
        """Flip the polarity, with the word that says so."""
        self.denied = not self.denied
        self.reasons.append(Reason(name=name, score=0.0, sentence=f"“{tok.text}” denies it"))


def judge(
    anchor: Token, *, noun: Token | None, kind: ClaimKind, type_: str, held: bool = False
) -> tuple[Aspect, Modality, Polarity, bool, tuple[Reason, ...]]:
    """Return (aspect, modality, polarity, hedged, reasons) of the act told by `anchor`.

    `anchor` is the verb (or light verb) that tells it, or the noun itself when no verb of its own does; `noun` is the
    event noun, whose own determiner may deny it (*no attack*). `held` marks a state that a noun phrase takes for
    granted (*X-held town*), which no governor touches.
    """
    found = Factuality()
    lexicon = words()
    if held:
        return Aspect.ONGOING, Modality.HAPPENED, Polarity.AFFIRMED, False, ()
    if noun is not None and noun is not anchor and any(kid.lower == "no" for kid in noun.kids):
        found.deny("factuality.no", noun)
    tok = anchor
    first = True
    while True:
        if is_verb(tok):
            _own_words(found, tok, first=first)
        elif first and any(kid.lower in {"no", "without"} for kid in tok.kids):
            found.deny("factuality.no", tok)
        if tok.head is tok:
            break
        above = tok.head
        if is_verb(tok) and tok.dep in {"conj"} and is_verb(above):
            _shared_aux(found, tok, above)
            tok = _conj_top(above)
            first = False
            if tok.head is tok:
                if _governs(tok):
                    _own_words(found, tok, first=False)
                break
            above = tok.head
        if tok.dep in {"relcl"} or (tok.dep == "acl" and tok.tag in {"VBN", "VBG"} and not _infinitive(tok)):
            break
        if tok.dep in {"advcl", "acl", "relcl", "npadvmod", "pobj", "pcomp"} and _purpose(tok, above):
            found.mark(Modality.PLANNED, "factuality.purpose", tok)
        _governed(found, tok, above, lexicon.governors)
        if not is_verb(tok) and is_verb(above) and tok.dep in {"nsubj", "nsubjpass"} and above is not anchor:
            _nominal_subject(found, above)
            break
        if tok.dep == "advcl" and not _infinitive(tok):
            if tok.tag == "VBG" and not tok.children("mark"):
                tok = above
                first = False
                continue
            break
        if is_verb(tok) and tok.dep in {"ccomp", "parataxis"} and above.lemma in lexicon["reporting"]:
            if above.lemma in {"deny", "refute", "dismiss"}:
                pass
            if above.dep == "ROOT" and not (above.lemma in lexicon["confirming"] and negated(above)):
                _impersonal(found, above)
                if above.lemma not in lexicon.governors:
                    break
        tok = above
        first = False
    aspect = _aspect(found, anchor, kind, type_, noun)
    polarity = Polarity.DENIED if found.denied else Polarity.AFFIRMED
    return aspect, found.modality, polarity, found.hedged, tuple(found.reasons)


def _governs(tok: Token) -> bool:
    return is_verb(tok)


def _conj_top(tok: Token) -> Token:
    while tok.dep == "conj" and is_verb(tok.head):
        tok = tok.head
    return tok


def _infinitive(tok: Token) -> bool:
    return any(kid.tag == "TO" for kid in tok.kids)


def _purpose(tok: Token, above: Token) -> bool:
    if not is_verb(tok) or not _infinitive(tok):
        return False
    return tok.dep == "advcl" or (tok.dep == "acl" and above.lemma in {"order"})


def _own_words(found: Factuality, verb: Token, *, first: bool) -> None:
    """The verb's own modal, negation, mark and adverbs."""
    lexicon = words()
    for kid in verb.kids:
        if kid.tag == "MD" and kid.lower in lexicon.maps["modals"]:
            found.mark(Modality(lexicon.maps["modals"][kid.lower]), "factuality.modal", kid)
        elif kid.dep == "neg" or (kid.dep == "advmod" and kid.lower in {"never", "hardly"}):
            if first or verb.lemma not in lexicon["confirming"]:
                if first:
                    found.deny("factuality.negation", kid)
        elif kid.dep == "mark" and kid.lower in lexicon["conditional_marks"]:
            found.mark(Modality.CONDITIONAL, "factuality.condition", kid)
        elif kid.dep == "advmod" and kid.lower in lexicon["possible_adverbs"]:
            found.mark(Modality.POSSIBLE, "factuality.adverb", kid)
        elif kid.dep == "advmod" and kid.lemma in lexicon.maps["hedges"]:
            found.hedged = True
        elif kid.dep == "advcl" and any(
            m.dep in {"mark", "advmod"} and m.lower in {"if", "unless", "once"} for m in kid.kids
        ):
            found.mark(Modality.CONDITIONAL, "factuality.condition", kid)
    going = verb.dep == "xcomp" and verb.head.lower == "going" and any(k.tag == "TO" for k in verb.kids)
    if going:
        found.mark(Modality.PLANNED, "factuality.going_to", verb.head)


def _shared_aux(found: Factuality, verb: Token, above: Token) -> None:
    """Joined verbs share a modal when the second is a bare form (*may enter and seize*)."""
    if verb.tag == "VB" and not verb.children("aux"):
        _own_words(found, _conj_top(above), first=False)


def _governed(found: Factuality, tok: Token, above: Token, governors: dict[str, str]) -> None:
    """What the word above makes of the clause or noun below it."""
    effect = governors.get(above.lemma)
    complement = tok.dep in {
        "xcomp",
        "ccomp",
        "acl",
        "dobj",
        "pobj",
        "pcomp",
        "prep",
        "oprd",
        "csubj",
        "nsubj",
        "nsubjpass",
        "advcl",
        "acomp",
        "relcl",
    }
    if effect is None or not complement:
        _confirmation(found, tok, above)
        return
    if tok.dep == "advcl" and not _infinitive(tok):
        return
    if tok.dep in {"nsubj", "nsubjpass"} and (effect not in {"denied", "planned"} or not is_passive(above)):
        return
    if tok.dep in {"prep", "pobj", "relcl"} and is_verb(above) and tok.dep != "pobj" and effect != "denied":
        if tok.lower not in {"for", "about", "of", "on", "from"}:
            return
    if tok.dep == "relcl":
        return
    if effect == "denied":
        if not (above.lemma in {"prevent", "stop", "block", "avoid", "halt"} and tok.dep == "advcl"):
            found.deny("factuality.governor", above)
            if (
                above.lemma in {"prevent", "stop", "block", "avoid", "halt", "hinder"}
                and is_verb(above)
                and _infinitive(above)
            ):
                found.mark(Modality.PLANNED, "factuality.purpose", above)
    elif effect in {"begun", "ongoing"}:
        if is_verb(tok) and found.phase is None:
            found.phase = Aspect(effect)
    else:
        found.mark(Modality(effect), "factuality.governor", above)
        if negated(above) and above.lemma in {
            "expect",
            "plan",
            "intend",
            "likely",
            "possible",
            "able",
            "believe",
            "think",
            "want",
            "agree",
        }:
            found.deny("factuality.negation", above)


def _confirmation(found: Factuality, tok: Token, above: Token) -> None:
    """*It is not yet confirmed that*, *could not be verified*."""
    lexicon = words()
    if above.lemma not in lexicon["confirming"] or tok.dep not in {
        "ccomp",
        "csubj",
        "nsubjpass",
        "nsubj",
        "advcl",
        "dobj",
        "xcomp",
    }:
        return
    adjective_negated = negated(above) or (above.dep == "acomp" and negated(above.head))
    if adjective_negated:
        found.mark(Modality.UNCONFIRMED, "factuality.unconfirmed", above)


def _impersonal(found: Factuality, above: Token) -> None:
    """*It is believed that*: the reporting verb itself is a governor."""


def _nominal_subject(found: Factuality, verb: Token) -> None:
    """An event noun as subject takes the modal and negation of its verb (*an operation will begin*)."""
    if (
        verb.lemma in triggers().light
        or is_passive(verb)
        or verb.lemma in {"take", "occur", "happen", "be", "come", "erupt", "break"}
    ):
        _own_words(found, verb, first=True)


def _aspect(found: Factuality, anchor: Token, kind: ClaimKind, type_: str, noun: Token | None) -> Aspect:
    if found.modality is not Modality.HAPPENED:
        return Aspect.NONE
    verb = anchor if is_verb(anchor) else None
    if kind is ClaimKind.STATE:
        past = verb is not None and verb.tag == "VBD" and verb.lemma not in {"be"}
        return Aspect.COMPLETED if past else Aspect.ONGOING
    if found.phase is not None and not found.denied:
        return found.phase
    if verb is None:
        over = next((tok for tok in anchor.ancestors() if is_verb(tok)), None)
        past = over is not None and over.tag in {"VBD", "VBN"}
        return Aspect.COMPLETED if type_ in TELIC or past else Aspect.ONGOING
    if noun is not None and verb is not noun:
        lent = triggers().light.get(verb.lemma)
        if lent in {"begun", "ongoing"}:
            return Aspect(lent)
    auxiliaries = {kid.lower for kid in verb.children("aux", "auxpass")}
    if verb.tag == "VBG":
        if auxiliaries & {"is", "are", "'s", "'re", "been", "was", "were", "be", "am"}:
            return Aspect.ONGOING
        return Aspect.COMPLETED if type_ in TELIC else Aspect.ONGOING
    if verb.tag in {"VBZ", "VBP"} and not auxiliaries & {"has", "have", "had", "'ve"}:
        return Aspect.ONGOING
    if verb.tag == "VBN" and auxiliaries & {"is", "are", "being"} and not auxiliaries & {"has", "have", "had", "been"}:
        return Aspect.ONGOING
    return Aspect.COMPLETED
