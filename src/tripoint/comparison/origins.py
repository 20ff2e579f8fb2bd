"""Independent origins: claims on one text, one statement or one voice count once, each join with its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from tripoint.comparison import parties, times
from tripoint.comparison.groups import Groups
from tripoint.comparison.hostility import Hostility, camps, opposed
from tripoint.comparison.places import name_key
from tripoint.comparison.wording import quotations, sentence_stops, shingles
from tripoint.model import Claim, Document, Origin
from tripoint.resources import outlets
from tripoint.text import words

QUOTED_RUN = 6
"""Words in a row inside quotation marks that make two quotations one."""
STATEMENT = 8
"""Words in a row that two pages both quote when they rest on one statement."""
COPIED_RUN = 12
"""Words in a row that two writers do not hit on by themselves."""
OCCASION = 7
"""Days within which one voice speaks on one occasion."""

Join = tuple[str, str]
"""A thing that claims share, and the sentence for it."""


class Voices:
    """What the documents of a case share that makes their claims one origin. Quotations are found once a document.

    `hostile`: the camps that the case tells to be against each other.
    """

    def __init__(
        self, documents: Mapping[str, Document], copied: Mapping[str, str], hostile: Hostility = frozenset()
    ) -> None:
        self.documents = documents
        self.copied = copied
        self.hostile = hostile
        self._statements: dict[str, tuple[int, ...]] = {}
        self._quotes: dict[str, tuple[tuple[int, int], ...]] = {}
        self._stops: dict[str, tuple[int, ...]] = {}

    def sentence(self, document_id: str, at: int) -> int:
        """Return the number of the sentence at a place in a document's text."""
        stops = self._stops.get(document_id)
        if stops is None:
            doc = self.documents.get(document_id)
            stops = self._stops[document_id] = sentence_stops(doc.text) if doc is not None else ()
        return bisect_right(stops, at)

    def quoted(self, claim: Claim) -> list[str]:
        """Return the quotations in or around the words of a claim."""
        doc = self.documents.get(claim.document_id)
        if doc is None:
            return [text for e in claim.evidence for s, t in quotations(e.text) if (text := e.text[s:t])]
        spans = self._quotes.get(doc.document_id)
        if spans is None:
            spans = self._quotes[doc.document_id] = quotations(doc.text)
        return [doc.text[s:t] for s, t in spans if any(s < e.end and e.start < t for e in claim.evidence)]

    def statements(self, document_id: str) -> tuple[int, ...]:
        """Return the runs of words that a document quotes anywhere."""
        known = self._statements.get(document_id)
        if known is None:
            doc = self.documents.get(document_id)
            spans = quotations(doc.text) if doc is not None else ()
            texts = [doc.text[s:t] for s, t in spans] if doc is not None else []
            runs = {run for text in texts for run in shingles(words(text), STATEMENT)}
            known = self._statements[document_id] = tuple(sorted(runs))
        return known

    def day(self, claim: Claim) -> int | None:
        """Return the day a claim was said or else published, None when neither is known to the week."""
        doc = self.documents.get(claim.document_id)
        for value in (claim.said, doc.published if doc is not None else None):
            known = times.days(value)
            if known is not None and (times.width(known) or 99) <= OCCASION:
                return known[0]
        return None


def origins(claims: Sequence[Claim], voices: Voices) -> tuple[Origin, ...]:
    """Return the groups of claims that are not independent of each other; claims of comments are left out."""
    listed = sorted((c for c in claims if c.comment_id is None), key=lambda c: c.claim_id)
    heard = _heard(listed, voices)
    if len(listed) > 1 and len({c.document_id for c in listed}) == 1 and not heard:
        return (Origin(claims=tuple(c.claim_id for c in listed), why="told in one document"),)
    groups: Groups[str] = Groups(c.claim_id for c in listed)
    why: list[tuple[str, str]] = []
    for kind in JOINS:
        shared: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for claim in listed:
            camp = heard.get(claim.claim_id, "")
            if kind is statement and camp:
                continue  # the page quotes several sides: what one said is not what the others rest on
            for token, sentence in kind(claim, voices):
                key = token if kind in WORDS else f"{token}|{camp}"
                shared[key].append((claim.claim_id, sentence))
        for token in sorted(shared):
            (first, _), *rest = shared[token]
            for other, sentence in rest:
                if groups.join(first, other):
                    why.append((first, sentence))
    for first, other, sentence in _same_voice(listed, voices):
        if groups.join(first, other):
            why.append((first, sentence))
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for first, sentence in why:
        told[groups.root(first)][sentence] = None
    found = [
        Origin(claims=tuple(sorted(members)), why="; ".join(told[root]) or "one claim that shares nothing")
        for root, members in groups.all().items()
    ]
    return tuple(sorted(found, key=lambda origin: (-len(origin.claims), origin.claims)))


def _heard(claims: Sequence[Claim], voices: Voices) -> dict[str, str]:
    """Return for each claim of a document in which opposed sides speak the voice it rests on.

    Voices of one camp are one; the outlet's own voice, and voices without a name, are one of their own ("").
    """
    found: dict[str, str] = {}
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document_id].append(claim)
    for told in by_document.values():
        spoken: dict[str, list[Claim]] = defaultdict(list)
        for claim in told:
            named = next((s for s in claim.speakers if s.kind in ("person", "body")), None)
            if named is not None:
                spoken[parties.key(named)].append(claim)
        if len(spoken) < 2:
            continue
        stand = {key: camps(key) for key in sorted(spoken)}
        if not any(
            opposed(stand[a], stand[b], voices.hostile) or _deny(spoken[a], spoken[b])
            for a in stand
            for b in stand
            if a < b
        ):
            continue
        one_camp: Groups[str] = Groups(stand)
        for a in stand:
            for b in stand:
                if a < b and not stand[a].isdisjoint(stand[b]):
                    one_camp.join(a, b)
        for key, listed in spoken.items():
            found.update((claim.claim_id, one_camp.root(key)) for claim in listed)
    return found


def _deny(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    """Return whether one voice denies what the other affirms."""
    return any(a.type == b.type and a.polarity is not b.polarity for a in one for b in two)


def same_document(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of one document: its writer chose all of them (but see `_heard` where opposed sides speak in it)."""
    yield claim.document_id, "told in one document"


def copied_text(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of documents that repeat one text."""
    yield voices.copied.get(claim.document_id, claim.document_id), "the documents repeat one text"


def quotation(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims that rest on the same words inside quotation marks."""
    for quote in voices.quoted(claim):
        for run in set(shingles(words(quote), QUOTED_RUN)):
            yield f"q{run}", "the same words are quoted"


def statement(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of pages that quote the same statement: both may rest on it, so they count once."""
    for run in voices.statements(claim.document_id):
        yield f"s{run}", "both pages quote the same statement"


def passage(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims told in the same long run of words."""
    for evidence in claim.evidence:
        for run in set(shingles(words(evidence.text), COPIED_RUN)):
            yield f"w{run}", f"told in the same {COPIED_RUN} words or more"


def agency(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims that credit or relay the same agency, or stand on the page of the outlet that others relay."""
    doc = voices.documents.get(claim.document_id)
    if doc is not None and doc.agency is not None:
        yield _outlet_key(doc.agency), f"credited to {doc.agency}"
    if doc is not None and doc.outlet is not None:
        yield _outlet_key(doc.outlet), f"published or relayed from {doc.outlet}"
    for speaker in claim.speakers:
        if speaker.kind == "relay":
            yield _outlet_key(speaker.name), f"relayed from {speaker.name}"


def owner(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of outlets that one owner stands behind, where the outlets' table names the owner."""
    doc = voices.documents.get(claim.document_id)
    entry = outlets.find(doc.outlet) if doc is not None and doc.outlet is not None else None
    if entry is not None and entry.owner is not None:
        yield name_key(entry.owner), f"the outlets belong to {entry.owner}"


JOINS: tuple[Callable[[Claim, Voices], Iterable[Join]], ...] = (
    same_document,
    copied_text,
    quotation,
    statement,
    passage,
    agency,
    owner,
)


WORDS = (quotation, passage)
"""Joins by the words themselves, whoever speaks them."""


def _same_voice(claims: Sequence[Claim], voices: Voices) -> Iterable[tuple[str, str, str]]:
    """Yield pairs of claims that one named voice stands behind on one occasion (an unknown day fits any)."""
    spoken: dict[str, list[tuple[int | None, str, str]]] = defaultdict(list)
    for claim in claims:
        voice = next((s for s in claim.speakers if s.kind in ("person", "body")), None)
        if voice is not None:
            spoken[parties.key(voice)].append((voices.day(claim), claim.claim_id, voice.name))
    for held in spoken.values():
        undated = [entry for entry in held if entry[0] is None]
        dated = sorted((entry for entry in held if entry[0] is not None), key=lambda entry: (entry[0] or 0, entry[1]))
        for one, two in pairwise(dated):
            if (two[0] or 0) - (one[0] or 0) <= OCCASION:
                yield one[1], two[1], f"both rest on {one[2]}"
        for entry in undated:
            anchor = dated[0] if dated else undated[0]
            if anchor[1] != entry[1]:
                yield anchor[1], entry[1], f"both rest on {anchor[2]}"


def _outlet_key(name: str) -> str:
    """Return one key for all names of one outlet."""
    entry = outlets.find(name)
    return name_key(entry.name if entry is not None else name)
