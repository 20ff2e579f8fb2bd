"""When: the time of the happening, apart from the time of the statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tripoint.claims.circumstances.governing import governor
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.claims.voices.interruptions import ENDING, lemma
from tripoint.model import (
    MentionKind,
    TimeValue,
)
from tripoint.syntax import Token

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\Z")
_DASHES = frozenset({"-", "--", "–", "—"})


def _dateline(scene: Scene, at: int, named: Named) -> bool:
    """A whole date that nothing leads into and that a new beginning follows (*11 Oct 2016 Russian jets pounded*; *6 May
    2016 - ISIS shelled*): the day of the page, whose line ran into the text."""
    if not _YEAR.search(named.mention.text):
        return False
    tokens = scene.sentences[at].tokens
    before = next((tok for tok in reversed(tokens) if tok.end <= named.mention.start), None)
    after = next((tok for tok in tokens if tok.start >= named.mention.end), None)
    if before is not None and (before.tag in {"IN", "DT", "CC", "VBG"} or before.text == ","):
        return False
    if after is not None and (_CLOCK.match(after.text) or after.text in _DASHES):
        after = next((tok for tok in tokens if tok.start >= after.end), None)
    return after is not None and after.text[:1].isupper() and after.start - named.mention.end <= 8


def _of_a_thing(named: Named, own: frozenset[int]) -> bool:
    """*The 1994 genocide, the 2015 accord*: a year before a noun dates that thing, and no act beside it."""
    head = named.head
    noun = head.head
    return (
        _YEAR.fullmatch(named.mention.text) is not None
        and head.dep in {"nummod", "compound", "nmod", "amod"}
        and noun.tag.startswith("NN")
        and noun.i > head.i
        and noun.i not in own
    )


def _aside(named: Named, own: frozenset[int], table: dict[int, Predicate]) -> bool:
    """*Y, known until May as X, took Z; for the fourth time this week*: a time of what is said in passing of a noun."""
    over = named.head.head
    if over.lower == "time" and over.children("amod") and named.head.dep == "npadvmod":
        return True
    if named.mention.text.lower() == "now" and over.tag.startswith("NN") and over.i not in table:
        return True  # *the headquarters, now a base*
    if named.head.lower == "since" and over.lower == "time" and over.children("amod"):
        return True  # *for the first time since February*
    if named.head.lower == "since" and over.i not in own and any(kid.tag == "PRP$" for kid in over.children("poss")):
        return True  # *lost X, its capital since 2014*
    tok = named.head
    while tok.head is not tok and tok.i not in own and tok.i not in table and not is_verb(tok):
        tok = tok.head
    if tok.dep == "acl" and tok.tag == "VBN" and tok.lemma in _ONCE and not {tok.i, tok.head.i} & table.keys():
        return tok.i not in own  # *searched the park for hostages taken on 1 May*
    side = tok.head.dep in {"nsubj", "nsubjpass"} and tok.head.i not in own and tok.head.i not in table
    return tok.dep == "acl" and tok.tag == "VBN" and tok.i not in own and tok.i not in table and side


_ONCE = frozenset(
    "take abduct kidnap capture seize detain arrest build found establish create sign elect appoint".split()
)
"""What was done once to those or that of which a participle tells it in passing."""


def _lead(verb: Token) -> Token:
    """The first of joined verbs."""
    while verb.dep == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb


def _before_saying(named: Named, saying: Token, anchor: Token) -> bool:
    """*Took X on Monday a monitor said*: a day before the sayer is the act's, wherever the tree hangs it."""
    if lemma(saying) not in ENDING or (saying.head is not anchor and anchor.head is not saying):
        return False
    subjects = saying.children("nsubj")
    first = min((tok.start for one in subjects for tok in one.subtree()), default=0)
    return anchor.end <= named.mention.start and named.mention.end <= first <= saying.start


def _stands_on(scene: Scene, at: int, named: Named) -> Token:
    """The token that tells what the time belongs to: *on* of *published on Wednesday coalition strikes ...*."""
    head = named.head
    if head.dep == "compound" and head.i > 0:
        before = scene.sentences[at].tokens[head.i - 1]
        if before.lower == "on" and before.dep == "prep" and before.end == head.start - 1:
            return before
    return head


def time_of(
    scene: Scene,
    at: int,
    pred: Predicate,
    own: frozenset[int],
    table: dict[int, Predicate],
    said: set[str],
    killing: Sequence[Token] = (),
) -> TimeValue | None:
    """The time of the happening: the expression on `pred`'s own clause, or the one that opens a shared clause.

    `said` holds mention ids that date a statement instead; `killing` the verbs whose casualties are this act's.
    """
    best: tuple[int, TimeValue] | None = None
    leads = {_lead(tok).i for tok in (pred.anchor, *killing)}
    for named in scene.named(at, MentionKind.TIME):
        if named.mention.mention_id in said or named.reading is None or named.reading.time is None:
            continue
        if _dateline(scene, at, named) or _of_a_thing(named, own) or _aside(named, own, table):
            continue
        up = governor(_stands_on(scene, at, named), table)
        if up is None:
            continue
        shared = up.i in leads and named.mention.end <= up.start
        before = any(_before_saying(named, up, tok) for tok in (pred.anchor, *killing))
        if up.i in own or shared or before:
            value = named.reading.time
            rank = (value.start is None and value.end is None) * 2 + (up.i not in own)
            if best is None or rank < best[0]:
                best = (rank, value)
    return best[1] if best is not None else None
