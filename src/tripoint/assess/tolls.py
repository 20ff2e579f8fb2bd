"""Numbers that only seem to clash: a count that went on, a part of those counted, another stretch of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tripoint.assess.ledger import Bench
from tripoint.comparison import times
from tripoint.model import AmountSlot, Claim
from tripoint.text import words

PEOPLE = frozenset(["people", "persons", "residents", "victims", "individuals", "lives", "dead", "others"])
"""Words for people at large; *others*, *children* or *fighters* count a part."""
CIVILIANS = frozenset(["civilian", "civilians"])
RELATIVE = frozenset(["other", "others", "more", "another", "further", "additional"])
"""Words that count those left over from a number told before."""
LEAD = 400
"""Characters at the head of a text, where it says what is new in it."""
AROUND = 250
"""Characters around a number within which a text says how far its count has come."""
PERIOD = 3
"""Days beyond which a number counts what happened over a while rather than one act."""

LATER = 3
"""Days after which a text that tells less, and no day, may tell of something else."""

_GROWN = re.compile(
    r"\b(?:(?:new|updated|revised|latest|final|higher|earlier|previous) (?:(?:death|casualty) )?(?:toll|count|figure)s?"
    r"|(?:tolls?|number of (?:the )?(?:dead|deaths|victims|casualties)|(?:tolls?|deaths?|dead)\b[^.\n]{0,60}?)"
    r" (?:has |have |had )?(?:ris(?:es|en)|rose|climb(?:s|ed)|mount(?:s|ed)|jump(?:s|ed)|increas(?:es|ed)|grow[ns]?"
    r"|grew|hits|reach(?:es|ed)|passes|up)\b|revised (?:up|upwards?)|up from"
    r"|(?:updated|revised|raised|increased) (?:its|the|their|an?) (?:(?:earlier|previous) )?(?:(?:death|casualty) )?"
    r"(?:toll|count|figure)s?)",
    re.IGNORECASE,
)
"""Words by which a text tells that its count goes on from an earlier one."""
_EARLY = re.compile(
    r"\b(?:(?:initial|preliminary|first|early|provisional|interim) (?:\w+ )?(?:tolls?|reports?|counts?|figures?"
    r"|estimates?)|(?:expected|likely|feared|set|bound|could|may|might|will) (?:to )?(?:rise|increase|climb|grow)"
    r"|still (?:under|trapped|missing|being)|so far)\b",
    re.IGNORECASE,
)
"""Words by which a text tells that its count will go on."""
_SPAN = re.compile(
    r"\b(?:since|over the (?:past|last)|(?:in|during|within) the (?:past|last) (?!24)\w+|days? of|weeks? of|months? of"
    r"|consecutive|in all|all told|the toll includes|total of|altogether|overall)\b",
    re.IGNORECASE,
)
"""Words by which a number is told to count what happened over a while."""


def counted(unit: str) -> str:
    """Return the kind of thing that a unit counts: all words for people at large are one kind, others stand apart."""
    nouns = words(unit)[-1:]
    return "people" if not nouns or nouns[0] in PEOPLE | CIVILIANS else nouns[0].removesuffix("s")


def relative(slot: AmountSlot) -> bool:
    """Return whether a number counts the dead beside those told before: *another six, three more civilians*.

    *Two died and three more were hurt* counts all who were hurt.
    """
    return _of_dead(slot) and not RELATIVE.isdisjoint(words(f"{slot.amount.wording} {slot.amount.unit}"))


def going_on(told: Iterable[tuple[Claim, AmountSlot]], bench: Bench) -> bool:
    """Return whether one of the texts that give numbers says that the count has grown since an earlier one."""
    return any(_grown(one, bench) for one in told)


def reconciled(
    one: tuple[Claim, AmountSlot], two: tuple[Claim, AmountSlot], bench: Bench, *, growing: bool
) -> str | None:
    """Return why two numbers of one thing may both stand, None where nothing says so.

    `growing`: some text on the event says that its count has grown.
    """
    less, more = sorted((one, two), key=lambda told: (_size(told[1]), told[0].claim_id))
    if _over_a_while(less[0]) != _over_a_while(more[0]):
        return "one counts what happened over a longer time"
    if _civilians(less[1]) and not _civilians(more[1]):
        return "one counts civilians, the other all the dead" if _of_dead(less[1]) else "one counts civilians, not all"
    first, last = bench.telling(less[0]), bench.telling(more[0])
    if first is not None and last is not None and first < last:
        return "the count may have gone on: the later text tells more"
    if first is not None and last is not None and abs(first - last) > LATER and not _one_day(less[0], more[0]):
        return "they may be of two happenings: days lie between the texts, and they do not tell one day"
    if (first is None or last is None or first == last) and (growing or _early(less, bench)):
        return "the count went on: one text gives an early number, or says that it has grown"
    return None


def _one_day(one: Claim, two: Claim) -> bool:
    first, second = times.days(one.time), times.days(two.time)
    narrow = first is not None and second is not None and max(times.width(first) or 99, times.width(second) or 99) <= 1
    return narrow and first is not None and second is not None and times.gap(first, second) == 0


def _size(slot: AmountSlot) -> float:
    return slot.amount.low if slot.amount.low is not None else slot.amount.high or 0.0


def _of_dead(slot: AmountSlot) -> bool:
    return slot.amount.what == "killed"


def _civilians(slot: AmountSlot) -> bool:
    return words(slot.amount.unit)[-1:] != [] and words(slot.amount.unit)[-1] in CIVILIANS


def _over_a_while(claim: Claim) -> bool:
    known = times.days(claim.time)
    if known is not None:
        return (times.width(known) or 99) > PERIOD
    return any(_SPAN.search(e.text) is not None for e in claim.evidence)


def _grown(told: tuple[Claim, AmountSlot], bench: Bench) -> bool:
    return any(_GROWN.search(text) is not None for text in _words_around(told, bench))


def _early(told: tuple[Claim, AmountSlot], bench: Bench) -> bool:
    return any(_EARLY.search(text) is not None for text in _words_around(told, bench))


def _words_around(told: tuple[Claim, AmountSlot], bench: Bench) -> Sequence[str]:
    """Return the head of a text, and what stands around a number in it."""
    claim, slot = told
    doc = bench.documents.get(claim.document_id)
    if doc is None:
        return [e.text for e in claim.evidence]
    return doc.text[:LEAD], doc.text[max(0, slot.start - AROUND) : slot.end + AROUND]
