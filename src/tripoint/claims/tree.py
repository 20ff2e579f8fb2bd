"""Walks over the sentence tree that several rules share: subjects, objects, prepositions, clauses."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.syntax import Token

SUBJECTS = ("nsubj", "csubj", "expl")
OBJECTS = ("dobj", "obj", "attr")
NOUN_TAGS = {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "CD", "DT"}
CLAUSES = {"advcl", "ccomp", "xcomp", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"}
TRANSPARENT_NOUNS = {"bid", "attempt", "effort", "move", "order", "plan", "decision", "push", "struggle", "campaign"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A token that fills a grammatical slot, and how it was found (`subject`, `shared subject`, `antecedent`, ...)."""

    tok: Token
    how: str


def is_verb(tok: Token) -> bool:
    """Whether the token is used as a verb (participles that modify a noun included)."""
    return tok.tag.startswith("VB") or tok.pos in {"VERB", "AUX"}


def is_passive(tok: Token) -> bool:
    """Whether the verb is passive: an auxiliary or passive subject, or a bare participle after its noun."""
    if tok.tag != "VBN":
        return bool(tok.children("nsubjpass", "auxpass"))
    if tok.children("nsubjpass", "auxpass", "agent"):
        return True
    if tok.dep == "conj" and is_passive(tok.head) and not tok.children("nsubj", "aux"):
        return not tok.children(*OBJECTS)
    return tok.dep in {"acl", "advcl", "amod"} and not tok.children("aux", *OBJECTS)


def negated(tok: Token) -> bool:
    """Whether the word carries its own negation."""
    return any(kid.dep == "neg" or kid.lower in {"no", "never", "neither", "nor"} for kid in tok.kids)


def _above_noun(noun: Token) -> Token:
    """The verb that governs a noun through nouns and prepositions, or the topmost token reached."""
    tok = noun
    while tok.head is not tok and not is_verb(tok):
        tok = tok.head
    return tok


def subject(verb: Token, depth: int = 0) -> Argument | None:
    """The grammatical subject of `verb`, its own or the one its clause shares.

    Passive subjects are returned too: ask `is_passive(verb)`. None where sharing is unsafe.
    """
    own = verb.children("nsubj", "nsubjpass")
    if own:
        tok = own[-1] if own[-1].i < verb.i or len(own) == 1 else own[0]
        if tok.tag in {"WDT", "WP"} or tok.lower in {"which", "who", "that"}:
            if verb.dep == "relcl":
                return Argument(tok=verb.head, how="antecedent")
            if verb.dep == "conj" and verb.head.dep == "relcl":
                return Argument(tok=verb.head.head, how="antecedent")
            return None
        return Argument(tok=tok, how="subject")
    lost = _after_weekday(verb)
    if lost is not None:
        return Argument(tok=lost, how="subject")
    if depth > 6:
        return None
    head = verb.head
    if verb.dep == "conj" and is_verb(head):
        return _shared(head, depth)
    if verb.dep in {"xcomp", "ccomp"} and head.lemma == "be" and not verb.children("nsubj"):
        return _goal_of(head)
    if verb.dep in {"xcomp", "ccomp"} and is_verb(head):
        held = head.children("dobj", "obj")
        if held and verb.dep == "xcomp" and held[0].i < verb.i and head.lemma not in {"promise", "use", "take"}:
            return Argument(tok=held[0], how="object of the verb above")
        return _shared(head, depth)
    if verb.dep == "xcomp":
        return _shared(head, depth)
    if verb.dep in {"advcl", "pcomp"}:
        above = head if is_verb(head) else _above_noun(head)
        return _shared(above, depth) if is_verb(above) and above is not verb else None
    if verb.dep == "acl":
        if verb.tag in {"VBN", "VBG"} and not any(kid.tag == "TO" for kid in verb.kids):
            return Argument(tok=head, how="noun it modifies")
        above = _above_noun(head)
        if above.lemma == "be":
            return _goal_of(above)
        if above is not verb and is_verb(above):
            return _shared(above, depth)
    if verb.dep == "relcl":
        return None if _has_relative(verb) else Argument(tok=head, how="antecedent")
    if verb.dep == "amod":
        return Argument(tok=head, how="noun it modifies")
    return None


WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def _after_weekday(verb: Token) -> Token | None:
    """*On Friday X seized*, without a comma, is parsed as *on [Friday X]*: X is the subject."""
    for prep in verb.children("prep"):
        if prep.i < verb.i and prep.lower == "on":
            for noun in prep.children("pobj"):
                day = noun.children("compound")
                if day and day[0].lower in WEEKDAYS and day[0].i == noun.i - 1 and verb.i - noun.i <= 4:
                    return noun
    return None


GOALS = {"goal", "aim", "objective", "plan", "intention", "purpose", "mission", "task", "strategy", "ambition"}


def _goal_of(copula: Token) -> Argument | None:
    """*The aim of X is to take Y*: X is to take it."""
    for noun in copula.children("nsubj"):
        if noun.lemma not in GOALS:
            continue
        for kid in noun.kids:
            if kid.dep == "poss":
                return Argument(tok=kid, how="holder of the goal")
            if kid.dep == "prep" and kid.lower == "of":
                for pobj in kid.children("pobj"):
                    return Argument(tok=pobj, how="holder of the goal")
    return None


def _has_relative(verb: Token) -> bool:
    return any(kid.tag in {"WDT", "WP"} for kid in verb.kids)


def _shared(verb: Token, depth: int) -> Argument | None:
    found = subject(verb, depth + 1)
    return None if found is None else Argument(tok=found.tok, how="shared subject")


def direct_object(verb: Token) -> Argument | None:
    """The object of an active verb: its own, the antecedent of a relative pronoun, or one shared by joined verbs."""
    own = verb.children("dobj", "obj")
    for tok in own:
        if tok.tag in {"WDT", "WP"}:
            return Argument(tok=verb.head, how="antecedent") if verb.dep == "relcl" else None
        return Argument(tok=tok, how="object")
    if verb.dep == "relcl" and subject(verb) is not None and verb.children("nsubj"):
        wh = next(
            (kid for kid in verb.kids if kid.tag in {"WDT", "WP"} and kid.dep not in {"nsubj", "nsubjpass"}), None
        )
        if wh is not None:
            return Argument(tok=verb.head, how="antecedent")
    if verb.dep == "relcl" and any(kid.tag in {"WDT", "WP"} for arg in verb.children("nsubj") for kid in arg.kids):
        return Argument(tok=verb.head, how="antecedent")
    if verb.dep == "conj" and verb.head.dep == "relcl" and not verb.children("nsubj"):
        over = direct_object(verb.head)
        return over if over is not None and over.how == "antecedent" else None
    for kid in verb.children("conj"):
        if (
            is_verb(kid)
            and not kid.children("nsubj", "nsubjpass")
            and all(between.dep in {"cc", "punct", "advmod", "aux"} for between in _between(verb, kid))
        ):
            return direct_object(kid)
    return None


def _between(left: Token, right: Token) -> list[Token]:
    sentence = sorted({*left.subtree(), *right.subtree()}, key=lambda tok: tok.i)
    return [tok for tok in sentence if left.i < tok.i < right.i]


def prepositions(tok: Token) -> list[tuple[str, Token]]:
    """`(preposition, object)` for each prepositional phrase that hangs on `tok`, chains (*from ... to*) included."""
    found: list[tuple[str, Token]] = []
    for prep in tok.children("prep", "agent", "dative"):
        if prep.tag not in {"IN", "TO", "RP", "VBG", "RB"}:
            continue
        found.extend(_objects(prep))
    return found


def _objects(prep: Token) -> list[tuple[str, Token]]:
    found = [(prep.lower, kid) for kid in prep.children("pobj", "pcomp")]
    for inner in prep.children("prep"):
        found.extend(
            (f"{prep.lower} {word}" if not prep.children("pobj") else word, tok) for word, tok in _objects(inner)
        )
    return found


def joined(tok: Token) -> list[Token]:
    """`tok` and the nouns joined to it by *and*, *or* or commas, in reading order."""
    found = [tok]
    for kid in tok.kids:
        if kid.dep in {"conj", "appos"} and not is_verb(kid) and (kid.dep == "conj" or kid.children("conj")):
            found.extend(joined(kid)[0 if kid.dep == "conj" else 1 :])
    return sorted(found, key=lambda one: one.i)


def clause(verb: Token, keep: frozenset[int] = frozenset()) -> tuple[int, int]:
    """[start, end) of the words of `verb`'s own clause: its subtree without joined clauses and what follows them.

    `keep` holds token numbers (arguments shared from elsewhere in the sentence are not among them).
    """
    inside: list[Token] = []
    stack = [verb]
    while stack:
        tok = stack.pop()
        inside.append(tok)
        for kid in tok.kids:
            cut = tok is verb and (
                (kid.dep in {"conj", "parataxis"} and is_verb(kid))
                or (kid.dep == "ccomp" and kid.i < verb.i)
                or kid.dep in {"punct", "cc"}
            )
            if not cut or kid.i in keep:
                stack.append(kid)
    return min(tok.start for tok in inside), max(tok.end for tok in inside)
