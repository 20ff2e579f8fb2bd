"""Expressions of time joined with the words around them: *between A and B, since, until, the evening of*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tripoint.mentions.timeatoms import Atom

_PART_BEFORE = re.compile(
    r"\b(?:the\s+)?(?:(?:early|late)\s+)?(?:morning|evening|afternoon|night|overnight|early hours|small hours|eve"
    r"|(?:(?:shortly |just |long )?(?:before|after)\s+)?"
    r"(?:dawn|daybreak|sunrise|noon|midday|sunset|dusk|nightfall|midnight))"
    r"\s+(?:of|on)\s+(?:the\s+)?$",
    re.I,
)


_PART_AFTER = re.compile(
    r"\s+(?:early\s+|late\s+)?(?:morning|evening|afternoon|night|at dawn|at noon|at midnight)\b", re.I
)


_OPEN_END = re.compile(r"\b(?:ever )?since\s+(?:the\s+)?$", re.I)


_NOT_BEFORE = re.compile(r"\bnot\s+(?:before|until|till|earlier than)\s+(?:the\s+)?$", re.I)
"""*Not before Tuesday*: on that day at the earliest."""


_OPEN_START = re.compile(r"\b(?:until|till|up to|up until|through)\s+(?:the\s+)?$", re.I)


_AFTER = re.compile(r"\bafter\s+$", re.I)


_BEFORE = re.compile(r"\b(?:before|prior to)\s+$", re.I)


_BY = re.compile(r"\bby\s+$", re.I)


_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I)


_JOIN = re.compile(r"\s*(?:and|to|until|till|-|through)\s*(?:the\s+)?$", re.I)


_OF_A_NIGHT = re.compile(r"\s+(?:(?:on|of|into|from)\s+)?(?:the\s+)?(?:night\s+of\s+)?", re.I)
"""What stands between *overnight* and the day that tells which night (*overnight on April 27 to 28*)."""


@dataclass(slots=True, kw_only=True)
class Stretch:
    """An expression at [start, end) of the sentence's text."""

    start: int
    end: int
    atom: Atom


def joined(text: str, stretches: list[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches of a sentence, ranges as one."""
    at = 0
    while at < len(stretches):
        one = stretches[at]
        before = text[: one.start]
        if at + 1 < len(stretches):
            other = stretches[at + 1]
            between = _BETWEEN.search(before)
            gap = text[one.end : other.start]
            if text[one.start : one.end].lower() == "overnight" and _OF_A_NIGHT.fullmatch(gap):
                at += 1
                continue
            if between is not None and _JOIN.fullmatch(gap) and len(gap) < 12:
                yield _range(one, other, between.start())
                at += 2
                continue
        yield _bounded(text, one)
        at += 1


def _range(one: Stretch, other: Stretch, start: int) -> Stretch:
    one = _with_year_of(one, other)
    if one.atom.days is not None and other.atom.days is not None and one.atom.days[0] <= other.atom.days[1]:
        atom = Atom(days=(one.atom.days[0], other.atom.days[1]), precision="range", rule="between")
    else:
        reason = one.atom.reason or other.atom.reason or "the range runs backwards"
        partial = "/".join(atom.partial or "" for atom in (one.atom, other.atom)).strip("/") or None
        atom = Atom(days=None, precision="unresolved", rule="between", partial=partial, reason=reason)
    return Stretch(start=start, end=other.end, atom=atom)


def _with_year_of(one: Stretch, other: Stretch) -> Stretch:
    """Give *June 3* of *from June 3 to June 9, 2015* the year that the second date tells."""
    told = one.atom.partial
    if told is None or len(told) != 7 or other.atom.days is None or other.atom.partial is not None:
        return one
    try:
        day = date(other.atom.days[0].year, int(told[2:4]), int(told[5:7]))
    except ValueError:
        return one
    return Stretch(start=one.start, end=one.end, atom=Atom(days=(day, day), precision="day", rule=one.atom.rule))


def _bounded(text: str, one: Stretch) -> Stretch:
    """Add what stands around an expression: a part of the day, *since*, *until*, *before*, *after*."""
    start, end, atom = one.start, one.end, one.atom
    part = _PART_BEFORE.search(text[:start])
    after = _PART_AFTER.match(text[end:])
    if part is not None or after is not None:
        lead = 0 if part is None else len(part.group()) - len(part.group().lower().removeprefix("the "))
        start = start if part is None else part.start() + lead
        end = end if after is None else end + after.end()
        if atom.precision == "day":
            atom = replace(atom, precision="part_of_day", rule=f"part_of_{atom.rule}")
    for pattern, rule in (
        (_NOT_BEFORE, "since"),
        (_OPEN_END, "since"),
        (_OPEN_START, "until"),
        (_AFTER, "after"),
        (_BEFORE, "before"),
        (_BY, "by"),
    ):
        match = pattern.search(text[:start])
        if match is None:
            continue
        start = match.start()
        atom = replace(atom, rule=f"{rule}_{atom.rule}")
        if atom.days is not None:
            atom = replace(atom, precision="open_end" if rule in ("since", "after") else "open_start")
        break
    return Stretch(start=start, end=end, atom=atom)
