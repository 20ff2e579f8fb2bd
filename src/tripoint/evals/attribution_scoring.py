"""Attributions against attributions: pairs of source and content, by how the content is given."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tripoint.evals.counts import Counts
from tripoint.evals.spans import Stretch, each_once, shared

KINDS = ("direct", "indirect", "mixed")
_QUOTES = re.compile(r"[\"“”„‟«»]|``|''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution: where its source stands (empty when it is implicit), and what it vouches for."""

    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(slots=True)
class Score:
    """Counts by name, and pairs by how the content is given."""

    counts: dict[tuple[str, ...], Counts] = field(default_factory=lambda: defaultdict(Counts))

    def plus(self, counts: Counts, *name: str) -> None:
        """Add to the counts of that name."""
        self.counts[name] = self.counts[name] + counts


def kind_of(text: str, content: Sequence[Stretch]) -> str:
    """Return how a content is given: direct when nearly all of it is in quotation marks, indirect when none is."""
    size = inside = 0
    for start, end in content:
        size += len(text[start:end].strip())
        inside += _quoted(text, start, end)
    if inside == 0:
        return "indirect"
    return "direct" if inside >= 0.9 * size else "mixed"


def _quoted(text: str, start: int, end: int) -> int:
    """How many characters of [start, end) stand inside quotation marks of their line."""
    low = text.rfind("\n", 0, start) + 1
    marks = [m.start() for m in _QUOTES.finditer(text, low, end)]
    total, i = 0, 0
    while i < len(marks):
        stop = marks[i + 1] + 1 if i + 1 < len(marks) else end
        total += max(0, min(stop, end) - max(marks[i], start))
        i += 2
    return total


def count(text: str, given: list[Said], wanted: list[Said], score: Score, who: str) -> None:
    """Add what `given` gets right of `wanted`, under the name `who`."""
    matched = matched_contents(given, wanted)
    pairs_given = {i for i, said in enumerate(given) if said.source}
    pairs_given -= {i for i, j in matched if not wanted[j].source}
    pairs_wanted = {j for j, said in enumerate(wanted) if said.source}
    right = [
        (i, j)
        for i, j in matched
        if i in pairs_given and j in pairs_wanted and shared(given[i].source, wanted[j].source)
    ]
    score.plus(Counts(right=len(right), given=len(pairs_given), wanted=len(pairs_wanted)), who, "pair")
    contents = Counts(right=len(matched), given=len(given), wanted=len(wanted))
    score.plus(contents, who, "content")
    ours, theirs = _sources(given), _sources(wanted)
    hit_ours = sum(any(shared(a, b) for b in theirs) for a in ours)
    hit_theirs = sum(any(shared(a, b) for a in ours) for b in theirs)
    score.plus(Counts(right=min(hit_ours, hit_theirs), given=len(ours), wanted=len(theirs)), who, "source")
    for kind in KINDS:
        score.plus(
            Counts(
                right=sum(kind_of(text, wanted[j].content) == kind for _, j in right),
                given=sum(_kind_given(text, given, wanted, i, right) == kind for i in pairs_given),
                wanted=sum(kind_of(text, wanted[j].content) == kind for j in pairs_wanted),
            ),
            who,
            kind,
        )


def _kind_given(text: str, given: list[Said], wanted: list[Said], i: int, right: list[tuple[int, int]]) -> str:
    """The kind of a pair of ours: that of the attribution it is right about, else its own."""
    j = next((j for mine, j in right if mine == i), None)
    return kind_of(text, wanted[j].content if j is not None else given[i].content)


def _sources(said: Sequence[Said]) -> list[tuple[Stretch, ...]]:
    return sorted({one.source for one in said if one.source})


def matched_contents(given: list[Said], wanted: list[Said]) -> list[tuple[int, int]]:
    """One-to-one by content; among those that overlap, first the pairs whose sources overlap too, then the largest."""
    candidates = sorted(
        (
            not shared(one.source, two.source),
            -shared(one.content, two.content) / _union(one.content, two.content),
            i,
            j,
        )
        for i, one in enumerate(given)
        for j, two in enumerate(wanted)
        if shared(one.content, two.content)
    )
    return each_once((i, j) for _, _, i, j in candidates)


def _union(one: Sequence[Stretch], two: Sequence[Stretch]) -> int:
    sizes = sum(end - start for start, end in (*one, *two))
    return max(1, sizes - shared(one, two))
