"""Contradictions inside one event: a literal table of kinds, each finding the sides that cannot both be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from tripoint.assess import values
from tripoint.assess.blame import BLAMED, EXCLUSIVE, actor, target
from tripoint.assess.denials import denying
from tripoint.assess.extents import extent
from tripoint.assess.headlines import overstated
from tripoint.assess.ledger import PROSPECTIVE, Bench, apparent, entry, told_as_fact
from tripoint.assess.proxies import proxies
from tripoint.assess.sources import stands, voice
from tripoint.comparison import parties
from tripoint.comparison.places import WIDE
from tripoint.model import Aspect, Claim, ClaimKind, Contradiction, Event, Modality, Polarity, Speaker
from tripoint.names import loose_key

_VOWELS = re.compile("[aeiouy]")

PASSAGE = frozenset({"open", "close", "status"})
"""Types whose denial is another state, judged by `status` across events."""
ANSWERS = 2
"""Sentences behind the telling of an act within which a text gives what is answered to it."""
SPELLED = 5
"""Consonants that make two spellings one name."""


def occurred(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """It is affirmed and denied; or told as a fact and said to be unconfirmed; or expected and doubted."""
    judged = [claim for claim in claims if claim.type not in PASSAGE]
    field = "holder" if event.type == "control" else "occurred"
    for one, two, value, other, why in (
        (
            [c for c in judged if c.polarity is Polarity.AFFIRMED and c.modality not in PROSPECTIVE],
            [c for c in judged if c.polarity is Polarity.DENIED and c.modality not in PROSPECTIVE],
            *("affirmed", "denied", "one side says that it is so, the other that it is not"),
        ),
        (
            [c for c in judged if told_as_fact(c)],
            [c for c in judged if c.polarity is Polarity.AFFIRMED and c.modality is Modality.UNCONFIRMED],
            *("told as a fact", "unconfirmed", "one side tells it as a fact, the other says that it is not confirmed"),
        ),
        (
            [c for c in judged if c.polarity is Polarity.AFFIRMED and c.modality in PROSPECTIVE],
            [c for c in judged if c.polarity is Polarity.DENIED and c.modality in PROSPECTIVE],
            *("expected", "doubted", "one side expects it, the other doubts it"),
        ),
    ):
        sides = _against(one, denying(one, two, bench) if value == "affirmed" else two, bench)
        if sides is None:
            continue
        unowned = value == "affirmed" and _only_blame(*sides)
        yield entry(
            event.event_id,
            "responsibility" if unowned else field,
            {value: [c.claim_id for c in sides[0]], other: [c.claim_id for c in sides[1]]},
            "it is told to have happened, and a side denies that it did it" if unowned else why,
            apparent(*sides, bench) or _habit(*sides) or (None if unowned else _unlike(*sides)),
        )


def speaker(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """The same quoted words are given to two voices."""
    quoted: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.comment_id is None and voice(claim) is not None:
            for quote in bench.voices.quoted(claim):
                for run in quote.statement:
                    quoted[run].append(claim)
    for telling in _by_size(quoted):
        behind: dict[str, list[str]] = defaultdict(list)
        known: set[str] = set()
        for claim in telling:
            held = voice(claim)
            if held is not None and not _described(held):
                behind[held.name].append(claim.claim_id)
                known.add(parties.key(held))
        if len(behind) > 1 and len(known) > 1 and len({c.document_id for c in telling}) > 1:
            explained = _one_house([held for claim in telling if (held := voice(claim)) is not None], bench)
            yield entry(event.event_id, "speaker", behind, "the same words are given to different voices", explained)
            return


def _described(held: Speaker) -> bool:
    """Return whether a body is only described (*the militant group, the defence ministry*): it may be any of them."""
    return held.kind == "body" and held.actor_id is None and held.name.islower()


def _by_size(quoted: Mapping[int, list[Claim]]) -> list[list[Claim]]:
    return [quoted[run] for run in sorted(quoted, key=lambda run: (-len(quoted[run]), run))]


def _one_house(voices: Sequence[Speaker], bench: Bench) -> str | None:
    """Return that the voices belong together, where the case says so or one is a body and the other a person."""
    for a in voices:
        for b in voices:
            if a.name != b.name and stands(a, bench.members) & stands(b, bench.members):
                return f"{a.name} and {b.name} belong together"
    if len({held.kind for held in voices}) > 1:
        return "a person may speak for a body"
    written = sorted((_spelling(held.name) for held in voices), key=len)
    if len(written[0]) >= SPELLED and all(name.endswith(written[0]) for name in written):
        return "one name is the other, spelled otherwise or in part"
    return None


def _spelling(name: str) -> str:
    """Return what transliterations of a name leave alike: its consonants."""
    return _VOWELS.sub("", loose_key(name))


KINDS: tuple[Callable[[Event, Sequence[Claim], Bench], Iterator[Contradiction]], ...] = (
    occurred,
    actor,
    target,
    values.place,
    values.time,
    values.amount,
    extent,
    speaker,
    overstated,
    proxies,
)
"""Every kind of contradiction that one event can hold."""


def within(event: Event, bench: Bench) -> list[Contradiction]:
    """Return the contradictions between claims of one event; comments take no side."""
    claims = [c for claim_id in event.claims if (c := bench.claims[claim_id]).comment_id is None]
    if len(claims) < 2:
        return []
    return [found for kind in KINDS for found in kind(event, claims, bench)]


def _against(one: Sequence[Claim], two: Sequence[Claim], bench: Bench) -> tuple[list[Claim], list[Claim]] | None:
    """Return the claims of each side that face a claim of the other: the same type, no foreign side."""
    kinds, others = {_stance(claim) for claim in one}, {_stance(claim) for claim in two}
    left = [claim for claim in one if any(_faces(_stance(claim), other) for other in others)]
    right = [claim for claim in two if any(_faces(_stance(claim), kind) for kind in kinds)]
    if not left or not right:
        return None
    # *An attack in the country* told of nobody is no act that another text could deny or doubt.
    if not any(_specific(claim) for claim in left):
        return None
    # But *arrested dozens. The police said that nobody was held*: an answer is of what it stands behind.
    answered = any((far := bench.behind(b, a)) is not None and far <= ANSWERS for a in left for b in right)
    return (left, right) if answered or any(_specific(claim) for claim in right) else None


def _specific(claim: Claim) -> bool:
    sides = (*claim.agents, *claim.targets, *claim.recipients)
    return bool(sides) or any(slot.place.precision not in WIDE for slot in claim.places)


def _only_blame(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    """Return whether the denial is only of who did it: it names a side, the telling names none."""
    blamed = EXCLUSIVE | BLAMED
    return all(c.agents and c.type in blamed for c in two) and not any(c.agents for c in one)


def _habit(one: Sequence[Claim], two: Sequence[Claim]) -> str | None:
    """Return that a course of acts is told on one side and one act on the other."""
    if {claim.kind for claim in (*one, *two)} != {ClaimKind.EVENT}:
        return None
    going = [all(claim.aspect is Aspect.ONGOING for claim in side) for side in (one, two)]
    done = [all(claim.aspect is Aspect.COMPLETED for claim in side) for side in (one, two)]
    if (going[0] and done[1]) or (going[1] and done[0]):
        return "one tells what goes on, the other a single act"
    return None


def _stance(claim: Claim) -> tuple[str, frozenset[str]]:
    return claim.type, parties.keys(claim.agents) | parties.keys(claim.recipients)


def _faces(a: tuple[str, frozenset[str]], b: tuple[str, frozenset[str]]) -> bool:
    return a[0] == b[0] and (not a[1] or not b[1] or parties.within(a[1], b[1]))


def _unlike(one: Sequence[Claim], two: Sequence[Claim]) -> str | None:
    """Return that the sides named are not quite the same, when each names some and no pair of claims the same ones."""
    named, others = {_stance(claim)[1] for claim in one}, {_stance(claim)[1] for claim in two}
    if named & others or frozenset() in named | others:
        return None
    return "the parties named are not the same on both sides"
