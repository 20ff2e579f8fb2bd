"""Independent origins: claims on one text, one statement or one voice count once, each join with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from tripoint.comparison import parties
from tripoint.comparison.groups import Groups
from tripoint.comparison.hostility import camps, opposed
from tripoint.comparison.joins import JOINS, WORDS, Join, statement
from tripoint.comparison.voices import OCCASION, Voices
from tripoint.model import Claim, Origin

ALONE = "one claim that shares nothing"


def origins(claims: Sequence[Claim], voices: Voices) -> tuple[Origin, ...]:
    """Return the groups of claims that are not independent of each other; claims of comments are left out."""
    listed = sorted((c for c in claims if c.comment_id is None), key=lambda c: c.claim_id)
    return _grouped(listed, voices)


def _grouped(listed: Sequence[Claim], voices: Voices) -> tuple[Origin, ...]:
    if len(listed) == 1:
        return (Origin(claims=(listed[0].claim_id,), why=ALONE),)
    heard = _heard(listed, voices)
    if len({c.document_id for c in listed}) == 1 and not heard:
        return (Origin(claims=tuple(c.claim_id for c in listed), why="told in one document"),)
    groups: Groups[str] = Groups(c.claim_id for c in listed)
    why: list[tuple[str, str]] = []
    for kind in JOINS:
        if kind in WORDS:
            why += _same_words(listed if kind is not statement else _of_documents(listed, heard), kind, voices, groups)
            continue
        shared: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for claim in listed:
            camp = heard.get(claim.claim_id, "")
            for token, sentence in kind(claim, voices):
                shared[f"{token}|{camp}"].append((claim.claim_id, sentence))
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
        Origin(claims=tuple(sorted(members)), why="; ".join(told[root]) or ALONE)
        for root, members in groups.all().items()
    ]
    return tuple(sorted(found, key=lambda origin: (-len(origin.claims), origin.claims)))


def _of_documents(listed: Iterable[Claim], heard: Mapping[str, str]) -> list[Claim]:
    """Return a claim for each document: the others of no camp are with it already.

    Of a page that quotes several sides what one said is not what the others rest on.
    """
    found: dict[str, Claim] = {}
    for claim in listed:
        if not heard.get(claim.claim_id):
            found.setdefault(claim.document_id, claim)
    return list(found.values())


def _same_words(
    listed: Iterable[Claim], kind: Callable[[Claim, Voices], Iterable[Join]], voices: Voices, groups: Groups[str]
) -> list[tuple[str, str]]:
    """Join claims that share a run of words, whoever speaks them; return one of each two that were apart, and why."""
    first: dict[str | int, str] = {}
    why: list[tuple[str, str]] = []
    for claim in listed:
        others: dict[str, str] = {}
        for run, sentence in kind(claim, voices):
            others[first.setdefault(run, claim.claim_id)] = sentence
        why.extend((other, sentence) for other, sentence in others.items() if groups.join(other, claim.claim_id))
    return why


def _heard(claims: Sequence[Claim], voices: Voices) -> dict[str, str]:
    """Return for each claim of a document in which opposed sides speak the voice it rests on.

    Voices of one camp are one; the outlet's own voice, and voices without a name, are one of their own ("").
    """
    found: dict[str, str] = {}
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[voices.line(claim.document_id)].append(claim)
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
