"""What the reasons share: the setting of two claims, and the yardsticks they measure by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tripoint.comparison import times
from tripoint.comparison.occasions import Occasions
from tripoint.events.profile import Profile
from tripoint.model import Document
from tripoint.resources.wordweights import WordWeights, word_weights

SLACK = 2
"""Days by which honest reports of one happening differ."""
NEARBY = 400
"""Characters within which one passage goes on about one thing."""
VAGUE = frozenset({"operation", "support", "coordinate", "advance", "kill", "deploy"})
"""Types so wide that two claims of one type say little."""
REPEATED = frozenset({"airstrike", "shelling", "clash", "attack", "repel", "kill", "bombing", "arrest", "deploy"})
"""Acts that a war repeats in one area within days: sharing the area says little."""
OTHER_ORDER = 8.0
"""Numbers that differ by more than this factor count different things: a war's toll and a bombing's."""
ONCE = frozenset({"capture", "transfer", "withdraw", "open", "close", "agree", "sanction"})
"""Acts that are not repeated at one place on the next day: a day's difference is one of reporting."""

CROWDED = 12
"""Documents that tell of acts of violence in one place from which the place alone tells little."""
OPEN: times.Days = (None, None)
"""A time of which nothing is known."""

Found = tuple[float, str] | None
Judge = Callable[[Profile, Profile, "Setting"], Found]
Weighing = Callable[[str, str], WordWeights]
"""What words weigh in claims of two documents, told by their ids, or of one."""


def shipped(one: str, two: str) -> WordWeights:
    """Return the weights that tripoint ships, whichever documents are asked for."""
    return word_weights()


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of documents rather than claims: pairs that quote the same words, and likeness of occasion.

    `crowded`: the places in which many documents tell of acts that a war repeats. `weighing`: the fitted weights of
    words; where it is None words are weighed by hand alone.
    """

    companions: frozenset[tuple[str, str]]
    occasions: Occasions
    documents: Mapping[str, Document]
    crowded: frozenset[str] = frozenset()
    weighing: Weighing | None = shipped

    def one_outlet(self, a: Profile, b: Profile) -> bool:
        """Return whether one known outlet published both claims."""
        return a.outlet is not None and a.outlet == b.outlet

    def common(self, places: AbstractSet[str]) -> bool:
        """Return whether many documents of the case tell of acts of violence in each of some places."""
        return places <= self.crowded

    def between(self, a: Profile, b: Profile) -> str:
        """Return the words between the beginnings of two claims of one document, "" when it is not at hand."""
        doc = self.documents.get(a.claim.document_id)
        start, end = sorted((a.start, b.start))
        return "" if doc is None else doc.text[start:end]

    def opening(self, held: Profile) -> str:
        """Return the words of a claim up to the one that tells the act, "" when its document is not at hand."""
        doc = self.documents.get(held.claim.document_id)
        begin = min((span.start for span in held.claim.evidence), default=held.start)
        return "" if doc is None else doc.text[begin : max(begin, held.start)]

    def words(self, held: Profile) -> str:
        """Return the words of a claim, "" when its document is not at hand."""
        doc = self.documents.get(held.claim.document_id)
        return "" if doc is None else " ".join(doc.text[span.start : span.end] for span in held.claim.evidence)

    def occasion(self, a: Profile, b: Profile) -> float:
        """Return how far the documents of two claims share words that are rare in the case."""
        return self.occasions.likeness(a.claim.document_id, b.claim.document_id)

    def together(self, a: Profile, b: Profile) -> bool:
        """Return whether the documents of two claims quote the same statement."""
        one, two = a.claim.document_id, b.claim.document_id
        return ((one, two) if one < two else (two, one)) in self.companions

    def one_page(self, a: Profile, b: Profile) -> bool:
        """Return whether the documents of two claims are articles of one page."""
        return a.page is not None and a.page == b.page
