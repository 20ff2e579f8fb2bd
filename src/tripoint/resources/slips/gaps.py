"""Gaps: a verb that is told once for two objects, each with a time of its own, is read behind the *and* as well."""

from __future__ import annotations

from tripoint.resources.slips.tree import hang
from tripoint.syntax import Token

_TIMES = frozenset({"DATE", "TIME"})
_HOURS = frozenset("morning evening night afternoon noon midnight dawn dusk daybreak sunset overnight".split())
_PREPOSITIONS = frozenset({"on", "in", "at", "during", "by"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
_LONGEST = 6
"""Words of the second object beyond which more than a name stands there."""


def left_out(joins: Token, tokens: list[Token]) -> None:
    """*Took X on Monday and Y on Tuesday*: took Y on Tuesday; the *and* stands for the verb that is left out.

    *X was hit on Monday and Y on Tuesday* likewise.
    """
    verb = next((tok for tok in (joins.head, *joins.head.ancestors()) if tok.pos == "VERB"), None)
    if verb is None or verb.tag not in {"VBD", "VBN"} or verb.i > joins.i:
        return
    hit = verb.children("nsubjpass")
    held = [verb] if hit else [kid for kid in verb.children("dobj") if kid.i < joins.i]
    before = joins.i - 1 if tokens[joins.i - 1].lower != "," else joins.i - 2
    if len(held) != 1 or _time_ending(tokens, before) != _done(held[0]) + 1:
        return
    second = _second(tokens, joins.i + 1)
    if second is None:
        return
    noun, when = second
    if _named(noun) and noun.pos != "PROPN":
        noun.pos, noun.tag, noun.lemma = "PROPN", "NNP", noun.text  # a name that looks like a verb or a plural
    if verb not in noun.ancestors() or verb not in when.ancestors():
        return
    _stand_for(joins, verb)
    hang(noun, joins, "nsubjpass" if hit else "dobj")
    hang(when, joins, when.dep)


def counted_again(joins: Token, tokens: list[Token]) -> None:
    """*Killed four people in X and six in Y*: killed six in Y; *four were killed in X and six in Y* likewise.

    *Killed eleven people on Monday, five in X, four in Y and two in Z*: the commas and the dash before a number too.
    """
    number, prep = (*tokens[joins.i + 1 : joins.i + 3], joins, joins)[:2]
    if number.tag != "CD" or prep.lower not in _WITHIN or prep.dep != "prep":
        return
    place = next(iter(prep.children("pobj")), None)
    verb = next((tok for tok in (joins.head, *joins.head.ancestors()) if tok.pos == "VERB"), None)
    if place is None or place.ent in _TIMES or verb is None or verb.i > joins.i or verb.lemma not in _HARMING:
        return
    hit = [
        kid
        for kid in verb.children("nsubjpass", *(("nsubj",) if verb.lemma == "die" else ()))
        if kid.i < verb.i or _stands_in(verb)
    ]
    held = hit or [kid for kid in verb.children("dobj") if kid.i < joins.i]
    if len(held) != 1 or not (held[0].tag == "CD" or held[0].children("nummod")):
        return
    placed = any(one.lower in _WITHIN and held[0].i < one.i for one in tokens[verb.i + 1 : joins.i])
    if not placed and (joins.lower == "and" or not _counts_on(tokens, number.i + 1)):
        return
    between = [one for one in tokens[verb.i + 1 : joins.i] if not _stands_in(one)]
    if any(one.pos in {"VERB", "AUX"} for one in between) or number in prep.subtree():
        return
    _stand_for(joins, verb)
    hang(number, joins, held[0].dep)
    hang(prep, joins, "prep")


PARTING = frozenset({",", "\u2013", "\u2014", ":"})
_HARMING = frozenset("kill die wound injure hurt abduct kidnap arrest detain capture displace".split())
_WITHIN = frozenset({"in", "near", "at", "around", "outside"})


def _counts_on(tokens: list[Token], first: int) -> bool:
    """*Seven in X and five in Y*: whether another number with a place follows."""
    rows = zip(tokens[first:], tokens[first + 1 :], tokens[first + 2 :], strict=False)
    return any(a.lower in PARTING | {"and"} and b.tag == "CD" and c.lower in _WITHIN for a, b, c in rows)


def _stands_in(tok: Token) -> bool:
    """Whether a comma or an *and* has been made a verb."""
    return tok.pos == "VERB" and tok.end - tok.start != len(tok.text)


def _stand_for(joins: Token, verb: Token) -> None:
    """Make the *and* a verb like `verb`, joined to it."""
    joins.text, joins.lower, joins.lemma = verb.text, verb.lower, verb.lemma
    joins.pos, joins.tag = verb.pos, verb.tag
    for kid in joins.children():
        hang(kid, verb, kid.dep)
    hang(joins, verb, "conj")


def _done(held: Token) -> int:
    """Return where the words before the time end: the object, or a participle with who did it (*by X*)."""
    by = held.children("agent") if held.pos == "VERB" else ()
    return max((one.i for kid in by for one in kid.subtree() if one.ent not in _TIMES), default=held.i)


def _time_ending(tokens: list[Token], last: int) -> int | None:
    """Return where a time begins that ends there, None where there is none."""
    at = last
    while at > 0 and (_timed(tokens[at]) or (tokens[at].pos == "DET" and at < last)):
        at -= 1
    if at == last:
        return None
    return at if tokens[at].lower in _PREPOSITIONS else at + 1


def _second(tokens: list[Token], first: int) -> tuple[Token, Token] | None:
    """Return the second object, which begins there, and its time; None where something else stands there."""
    begin = first
    while begin < len(tokens) and (tokens[begin].pos in _NAMING or _named(tokens[begin])) and not _timed(tokens[begin]):
        if tokens[begin].pos == "DET" and begin + 1 < len(tokens) and _timed(tokens[begin + 1]):
            break  # *a day later*
        begin += 1
    end = begin
    while end < len(tokens) and (
        _timed(tokens[end]) or tokens[end].pos == "DET" or (end == begin and tokens[end].lower in _PREPOSITIONS)
    ):
        end += 1
    timed = any(map(_timed, tokens[begin:end]))
    closed = end == len(tokens) or tokens[end].dep == "punct"
    if not timed or not closed or not 0 < begin - first <= _LONGEST:
        return None
    noun, when = _top(tokens[first:begin]), _top(tokens[begin:end])
    return (noun, when) if noun is not None and when is not None and (noun.pos == "NOUN" or _named(noun)) else None


def _named(tok: Token) -> bool:
    return tok.text[:1].isupper()


def _timed(tok: Token) -> bool:
    return tok.ent in _TIMES or tok.lower in _HOURS


def _top(some: list[Token]) -> Token | None:
    """Return the one of some words that all others hang on, None where there are several."""
    tops = [tok for tok in some if tok.head not in some and tok.dep != "punct"]
    return tops[0] if len(tops) == 1 else None


def of_the_second(tok: Token) -> None:
    """*X entered the town, but Russian armour, rolling in, drove them out*: the armour did, and not X."""
    over = tok.head
    if (
        not over.tag.startswith("VB")
        or over.i > tok.i
        or not any(k.lower in {"but", "and"} for k in over.children("cc"))
    ):
        return
    late = [kid for kid in over.children("conj") if kid.i > tok.i and kid.tag == "VBD"][:1]
    if (
        not late
        or late[0].children("nsubj", "nsubjpass")
        or any(kid.dep == "cc" and kid.i > tok.i for kid in over.kids)
    ):
        return
    comma = any(kid.text == "," and tok.i < kid.i < late[0].i for kid in over.kids)
    if not comma:
        return
    for kid in [one for one in over.kids if tok.i < one.i < late[0].i and one.tag in {"VBG", "VBN"}]:
        hang(kid, tok, "acl")
    hang(tok, late[0], "nsubj")


def both_subjects(tok: Token) -> None:
    """*Doctors and two survivors said*: two subjects that *and* joins."""
    first, *rest = tok.children("nsubj", "nsubjpass")
    if len(rest) != 1 or rest[0].i > tok.i:
        return
    joins = [kid for kid in first.children("cc") if kid.lower == "and" and kid.i > first.i]
    if joins and rest[0].subtree()[0].i == joins[-1].i + 1:
        hang(rest[0], first, "conj")
