"""Slips where a saying stands between commas inside the sentence that it tells (*X, an official said, had fallen*)."""

from __future__ import annotations

from tripoint.resources.slips.tree import FINITE, hang, rise
from tripoint.resources.voices import sayers, voice_words
from tripoint.syntax import Token

SAYING = frozenset(
    "said say says told tell tells claimed claim claims announced reported added insisted insist insists warned warn "
    "warns confirmed admitted argued argue argues explained tweeted wrote stated maintained maintain maintains alleged "
    "allege alleges declared believe believes acknowledged recalled conceded estimated reckoned reckons reckon".split()
)
"""Verbs that may stand between commas with nothing but who says it."""
_LONGEST = 14
_PARTS = frozenset({"aux", "auxpass"})
_LOOSE = frozenset({"punct", "advmod", "prep", "npadvmod", "cc", "mark", "intj"})


def interjected(tok: Token, tokens: list[Token]) -> None:
    """*The bridge, the head of the council said on Friday, had been destroyed*: the bridge was, and he says so."""
    if tok.tag not in FINITE:
        return
    opened = _comma_before(tok, tokens)
    if opened is None or any(one.tag in FINITE and not _in_relative(one) for one in tokens[opened + 1 : tok.i]):
        return
    who = _top(tokens[opened + 1 : tok.i])
    if who is None or not _speaks(who):
        return
    closed = _comma_behind(tok, tokens)
    verb = None if closed is None else _predicate(tokens, closed)
    first = next((one.i + 1 for one in reversed(tokens[:opened]) if one.text in {";", ":"}), 0)
    whole = tokens[first:opened]
    if verb is not None and not _has_clause(whole):
        _set_apart(tok, who, whole, verb, opened, closed if closed is not None else opened)
    elif _lost_its_subject(tok, opened) and _ends(tok, tokens, closed):
        _closing(tok, who, whole, opened)


def goes_on(tok: Token) -> None:
    """*X overran the base, two sources told Y, and killed forty there*: X did both."""
    said = tok.head
    if said.lower not in SAYING or tok.children("nsubj", "nsubjpass", "expl") or tok.lemma in _UTTERED:
        return
    before = [kid for kid in said.children("ccomp") if kid.i < said.i]
    before += [said.head] if said.dep == "parataxis" and said.head.i < said.i else []
    joins = next((kid for kid in said.children("cc") if said.i < kid.i < tok.i), None)
    if not before or joins is None or any(one.tag == "``" for one in before[0].subtree()):
        return
    near = (*said.kids, *said.head.kids, *(one for kid in said.kids for one in kid.subtree()))
    if any(one.text == "," and one.i == joins.i - 1 for one in near) and tok.tag in {*FINITE, "VBN"}:
        hang(joins, before[0], "cc")
        hang(tok, before[0], "conj")


def turned_round(tok: Token) -> None:
    """*It was an execution, insists the widow of the mayor*: who stands behind the saying says it."""
    if tok.lower in {"told", "tell", "tells"} or tok.children("nsubj", "nsubjpass", "aux"):
        return
    held = [kid for kid in tok.children("dobj") if kid.i > tok.i]
    before = [kid for kid in tok.children("ccomp") if kid.i < tok.i]
    if len(held) == 1 and before and _speaks(held[0]) and not any(kid.i > tok.i for kid in tok.children("ccomp")):
        hang(held[0], tok, "nsubj")


def unless_met(tok: Token, tokens: list[Token]) -> None:
    """*X threatened to leave should Y not halt*: what Y should do is the condition, and the other the main verb."""
    verb = tok.head
    after = tokens[tok.i + 1] if tok.i + 1 < len(tokens) else tok
    own = [kid for kid in verb.children("nsubj", "nsubjpass") if kid.i > tok.i]
    main = [kid for kid in verb.children("ccomp") if kid.i < tok.i and kid.children("nsubj")]
    if verb.head is verb and len(main) == 1 and own and after in own[0].subtree() and "," not in tokens[tok.i - 1].text:
        rise(main[0], verb)
        verb.dep = "advcl"


_UTTERED = frozenset("say tell add warn claim accuse blame call urge vow threaten promise condemn denounce".split()) | {
    "demand", "appeal", "insist", "describe", "express", "speak", "deny", "reject", "ask", "pledge", "stress", "note",
}  # fmt: skip
"""What the one who speaks did with the next word, and not the one of whom is spoken."""


def _comma_before(tok: Token, tokens: list[Token]) -> int | None:
    for one in reversed(tokens[max(0, tok.i - _LONGEST) : tok.i]):
        if one.text == "," or one.text in {"–", "—"}:
            return one.i if one.i and tok.i - one.i > 1 else None
        if one.text in {";", ":"}:
            return None
    return None


def _comma_behind(tok: Token, tokens: list[Token]) -> int | None:
    for one in tokens[tok.i + 1 : tok.i + _LONGEST]:
        if one.text == "," or one.text in {"–", "—"}:
            return one.i
        if one.tag in FINITE or one.tag in {"WDT", "WP", "TO", "VB"} or one.lower == "that":
            return None
    return None


def _top(between: list[Token]) -> Token | None:
    """The only noun of the words between that hangs on none of them."""
    inside = set(map(id, between))
    tops = [one for one in between if id(one.head) not in inside or one.head is one]
    tops = [one for one in tops if one.dep not in _LOOSE or one.tag.startswith("NN")]
    return tops[0] if len(tops) == 1 and tops[0].tag.startswith(("NN", "PRP", "CD")) else None


def _speaks(tok: Token) -> bool:
    return tok.tag in {"NNP", "NNPS", "PRP", "CD"} or tok.lemma in sayers() or tok.lemma in voice_words().bodies


def _predicate(tokens: list[Token], closed: int) -> Token | None:
    """The verb that opens right behind the second comma without a subject of its own."""
    for one in tokens[closed + 1 : closed + 4]:
        if one.tag in FINITE:
            verb = one.head if one.dep in _PARTS or one.tag == "MD" else one
            return verb if verb.i > closed else None
        if one.tag != "RB":
            return None
    return None


def _has_clause(whole: list[Token]) -> bool:
    """Whether what stands before has a verb of its own, relative clauses aside."""
    return any(
        one.tag in FINITE and one.dep not in {"relcl", "aux", "auxpass"} and not _in_relative(one) for one in whole
    ) or any(one.dep in _PARTS and not _in_relative(one.head) for one in whole)


def _in_relative(tok: Token) -> bool:
    return tok.dep == "relcl" or any(one.dep == "relcl" for one in tok.ancestors())


def _set_apart(tok: Token, who: Token, whole: list[Token], verb: Token, opened: int, closed: int) -> None:
    """Make `verb` the verb of what stands before the first comma, and the saying a remark on it."""
    subject = _subject_of(whole)
    if subject is None or verb.children("expl") or any(opened < kid.i < tok.i for kid in verb.children("nsubj")):
        return
    if tok.dep == "parataxis" and who.head is tok and tok.head.i > closed and subject.head is not tok:
        return  # the tree has it so already
    if tok in verb.ancestors():
        rise(verb, tok)
    hang(tok, verb, "parataxis")
    hang(who, tok, "nsubj")
    for kid in [one for one in tok.kids if one.i > closed or (one.i < opened and one is not who)]:
        hang(kid, verb, kid.dep)
    hang(subject, verb, "nsubjpass" if verb.children("auxpass") else "nsubj")


def _subject_of(whole: list[Token]) -> Token | None:
    """The noun that heads the words before the first comma."""
    inside = set(map(id, whole))
    tops = [
        one
        for one in whole
        if (id(one.head) not in inside or one.head is one) and one.tag.startswith(("NN", "PRP", "CD"))
    ]
    tops = [one for one in tops if one.dep != "npadvmod" and one.ent not in {"DATE", "TIME"}]
    return tops[-1] if tops else None


def _ends(tok: Token, tokens: list[Token], closed: int | None) -> bool:
    """Whether the saying ends the sentence, or only what the whole of it is called follows (*..., a claim that*)."""
    last = len(tokens) if closed is None else closed
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return not any(one.tag in FINITE for one in tokens[tok.i + 1 : last]) and after in {"", "a", "an"}


def _lost_its_subject(tok: Token, opened: int) -> bool:
    subjects = tok.children("nsubj", "nsubjpass")
    return bool(subjects) and subjects[0].i < opened and tok.head is not tok and tok.head.i < opened


def _closing(tok: Token, who: Token, whole: list[Token], opened: int) -> None:
    """*The guards would not let them in, a spokesman told X*, where the saying took its subject from the clause."""
    verb = tok.head
    lost = tok.children("nsubj", "nsubjpass")[0]
    if verb not in whole or tok.dep not in {"ccomp", "conj", "relcl", "parataxis"} or who in verb.ancestors():
        return
    if lost.tag in {"WDT", "WP"} or tok.children("mark"):
        return
    hang(who, tok, "nsubj")
    if lost.i > verb.i:
        hang(lost, verb, "dobj")
    else:
        hang(lost, verb, "nsubj")
    hang(tok, verb, "parataxis")
